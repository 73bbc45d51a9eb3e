/**
 * Whom a passage is about that speaks of who receives data: one that opens with a single kind of recipient, as under a
 * heading of its own, is about that kind, and others that it names later are asides.
 */
import type { Signal } from '../../../core/signal.ts'
import { DEALING_PATTERNS, RECIPIENTS } from './pattern/dealing.ts'

/** Up to the end of the first sentence that is no heading; long enough for a verb of passing on to stand in it. */
const OPENING = /^[\s\S]{60,300}?(?:[.;](?=\s)|$)/

/** What a heading alone says. */
const HEADINGS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'in-a-sale':
    /\b(?:mergers?|acquisitions?|(?:business|corporate|strategic) (?:transfers?|transactions?)|sale of|change (?:of|in) (?:\w+ )?control|new owners?|reorgani[sz]ations?)\b/,
  'ad-partners': /\b(?:advertising|ads?|marketing|advertisers)\b/,
  'to-suppliers':
    /\b(?:service providers?|vendors?|suppliers?|(?:sub)?contractors?|sub-?processors|processors?|payment (?:providers?|processors?|processing)|analytics providers?|hosting)\b/,
  'own-group': /\b(?:affiliat\w+|subsidiar\w+|group|family of|parent|related compan\w+)\b/,
  'partner-firms': /\bpartners?\b/,
  'to-authorities': /\b(?:legal|law|authorit\w+|governments?|regulat\w+|compliance)\b/,
  'shown-to-others': /\b(?:other (?:\w+ )?users|public\w*|other people|community|members|profiles?)\b/,
  'admin-access': /\b(?:admin\w*|account owners?|employers?|organi[sz]ations?|schools?)\b/,
  advisers: /\b(?:advis[eo]rs|lawyers|auditors)\b/,
}

const ANOTHER_PARTNER = /(?<!\b(?:advertising|ads?|marketing|analytics)(?:,? (?:and|or) [\w-]+)? )\bpartners\b/

/** Leaves of the recipients the one with which the passage opens, where it opens with one. */
export function keepMainRecipient(signals: Set<Signal>, folded: string): void {
  // A partner in advertising is one recipient, not two.
  if (signals.has('ad-partners') && !ANOTHER_PARTNER.test(folded)) signals.delete('partner-firms')
  const found = RECIPIENTS.filter((signal) => signals.has(signal))
  const main =
    found.length > 1
      ? (only(headingOf(folded), HEADINGS) ?? only(OPENING.exec(folded)?.[0] ?? '', DEALING_PATTERNS))
      : null
  if (main !== null) for (const other of found) if (other !== main) signals.delete(other)
  if (main !== null) signals.add(main)
}

function only(text: string, patterns: Readonly<Partial<Record<Signal, RegExp>>>): Signal | null {
  const named = RECIPIENTS.filter((signal) => patterns[signal]?.test(text))
  return named.length === 1 ? named[0]! : null
}

/** The words before the first stop, where they are few enough for a heading. */
const headingOf = (folded: string): string => /^[^.:/]{3,70}(?=[.:](?:\s|$))/.exec(folded)?.[0] ?? ''
