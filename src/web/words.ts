/** The words that pages use for what the archive knows in slugs, each with what it means. */
import type { Outcome, Verdict } from '../core/capture.ts'
import type { AffectedUsers, ChangeKind, Direction, EffectKind, RevisionCause, Severity } from '../core/change.ts'
import type { TrackKind } from '../store/track.ts'

type Word = { readonly label: string; readonly meaning: string }

export const KIND_WORDS: Readonly<Record<ChangeKind, Word>> = {
  substantive: {
    label: 'Substantive',
    meaning:
      'The publisher changed what the document says: a right, duty, permission, prohibition, data practice, party, amount, deadline, scope, or a definition or contact route that matters.',
  },
  administrative: {
    label: 'Administrative',
    meaning:
      'The publisher edited the document, but nothing that a reader could rely on changed: typing errors, clearer wording, renumbering, a new "last updated" date, renamed links.',
  },
  noise: {
    label: 'Noise',
    meaning:
      'No edit of the document: tracking parameters, session tokens, navigation, cookie banners, or white space and markup that came out differently.',
  },
  'broken-capture': {
    label: 'Broken capture',
    meaning:
      'One side is not the whole, right document: a bot wall, an error page, another language, or a page that did not finish loading.',
  },
}

export const SEVERITY_WORDS: Readonly<Record<Severity, Word>> = {
  high: {
    label: 'High',
    meaning:
      'Limits legal rights significantly, permits broad use or sharing of data or content, or creates material financial or operational exposure.',
  },
  medium: { label: 'Medium', meaning: 'Worth knowing, with safeguards, narrow scope, or usual in the field.' },
  low: { label: 'Low', meaning: 'Standard, informational, or in favour of the reader.' },
}

export const DIRECTION_WORDS: Readonly<Record<Direction, Word>> = {
  'more-protective': {
    label: 'More protective',
    meaning: 'The reader who is bound by it is better protected than before.',
  },
  neutral: { label: 'Neutral', meaning: 'Neither better nor worse for the reader, or both.' },
  'less-protective': {
    label: 'Less protective',
    meaning: 'The reader who is bound by it is worse protected than before.',
  },
}

export const EFFECT_WORDS: Readonly<Record<EffectKind, string>> = {
  added: 'Added',
  removed: 'Removed',
  modified: 'Modified',
  moved: 'Moved',
  split: 'Split',
  merged: 'Merged',
  replaced: 'Replaced',
}

/** Who observed it, and whose clock its moments are by. */
export function observerWords(kind: TrackKind, label: string): string {
  if (kind === 'own') return 'our capture, our clock'
  return kind === 'supplied' ? 'supplied by the operator as a file, our clock' : `recorded by ${label}, its clock`
}

export const CAUSE_WORDS: Readonly<Record<RevisionCause, string>> = {
  capture: 'first description, from the capture',
  sibling: 'another document of the same platform',
  variant: 'the page turned out to alternate between variants',
  backfill: 'older versions were filled in',
  reprocess: 'the analysis was improved and run again',
  review: 'a person looked at it',
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  received: 'received',
  'not-modified': 'not modified',
  'refused-by-robots': 'refused by robots.txt',
  'refused-by-guard': 'refused by our address guard',
  unreachable: 'unreachable',
  'too-large': 'too large',
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  policy: 'the document',
  partial: 'only a part of the document',
  'other-document': 'another document',
  'other-page': 'another page',
  blocked: 'a bot wall or refusal',
  error: 'an error page',
  login: 'a sign-in page',
  shell: 'a page without text of its own',
  'other-locale': 'another language or region',
  unreadable: 'unreadable',
}

export const AFFECTED_WORDS: Readonly<Record<AffectedUsers, string>> = {
  consumers: 'consumers',
  developers: 'developers',
  'business-customers': 'business customers',
  'end-users-of-applications': 'end users of applications',
  researchers: 'researchers',
  children: 'children',
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `count(3, 'version')` is "3 versions"; large numbers get their separators. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}
