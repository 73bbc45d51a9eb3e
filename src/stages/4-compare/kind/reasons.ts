/** Reasons in words, most telling first, counted: "only link targets changed: 14 redirect ids". */
import type { ChangeKind } from '../../../core/change.ts'
import type { Alignment } from '../alignment.ts'
import { NORMALISER_DESCRIPTIONS } from '../normalise/index.ts'
import type { Finding, FindingReason } from './finding.ts'

const WORDS: Record<FindingReason, (count: number) => string> = {
  'nothing-left': (n) => `${times(n, 'block')} without words came or went`,
  'page-furniture': (n) => `${times(n, 'line')} of the page around the document differ`,
  'consent-dialog': (n) => `${times(n, 'line')} of a consent dialog differ`,
  'table-of-contents': (n) => `${times(n, 'entry', 'entries')} of a table of contents came or went`,
  'repeated-text': (n) => `${times(n, 'block')} repeat text that the document has anyway`,
  'address-pointer': (n) => `${times(n, 'pointer')} to another edition came or went`,
  heading: (n) => `${times(n, 'heading')} changed`,
  punctuation: (n) => `punctuation changed in ${times(n, 'place')}`,
  'letter-case': (n) => `capital letters changed in ${times(n, 'place')}`,
  spelling: (n) => `spelling corrected in ${times(n, 'place')}`,
  'little-words': (n) => `wording without a change of meaning in ${times(n, 'place')}`,
  'word-order': (n) => `word order changed in ${times(n, 'place')}`,
  'cross-reference': (n) => `${times(n, 'cross-reference')} renumbered`,
  renumbered: (n) => `${times(n, 'block')} renumbered`,
  'link-target': (n) => `${times(n, 'link target')} changed`,
  'link-label': (n) => `${times(n, 'link')} relabelled`,
  'web-address': (n) => `${times(n, 'printed web address', 'printed web addresses')} changed`,
  'stated-date': () => 'the date printed as last updated changed',
  'date-style': () => 'a date is written in another style',
  'effective-date': () => 'the date from which the document binds changed',
  'lapsed-notice': () => 'a notice about a date that has passed was removed',
  'company-form': () => 'the legal form in a company name changed',
  'postal-address': () => 'a postal address or a telephone number changed',
  'contact-address': () => 'a contact address changed',
  'contact-route': () => 'the address for exercising a right or a choice changed',
  identifier: (n) => `${times(n, 'registration number')} changed`,
  rename: (n) => `a name was replaced in ${times(n, 'place')}`,
  'moved-text': (n) => `${times(n, 'passage')} moved`,
  'no-provision': (n) => `${times(n, 'sentence')} that state no rule came or went`,
  wording: (n) => `what the document says changed in ${times(n, 'place')}`,
  'provision-added': (n) => `${times(n, 'passage')} added`,
  'provision-removed': (n) => `${times(n, 'passage')} removed`,
}

export function reasonsFor(kind: ChangeKind, findings: readonly Finding[], alignment: Alignment): readonly string[] {
  const counts = new Map<FindingReason, number>()
  for (const finding of findings)
    if (finding.kind === kind) counts.set(finding.reason, (counts.get(finding.reason) ?? 0) + 1)
  const only = kind !== 'substantive' && counts.size === 1 ? 'only ' : ''
  const reasons = [...counts].sort((x, y) => y[1] - x[1]).map(([reason, count]) => `${only}${WORDS[reason](count)}`)
  if (kind === 'noise') {
    for (const { normaliser, count } of alignment.hiddenBy)
      reasons.push(`hidden: ${NORMALISER_DESCRIPTIONS[normaliser] ?? normaliser} (${count})`)
  }
  return reasons.length > 0 ? reasons : ['the texts are the same']
}

function times(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
