/** Facts in the words of pages. */
import type { FactName, FactValue } from '../core/provision.ts'

export const FACT_WORDS: Readonly<Record<FactName, string>> = {
  'dates.stated': 'Stated date',
  'dates.effective': 'Effective date',
  'training.stance': 'Training on your content',
  'training.optOutRoute': 'Way out of training',
  'changes.noticeDays': 'Notice of changes, in days',
  'changes.noticeChannel': 'Notice of changes, by',
  'changes.continuedUseAccepts': 'Going on accepts changes',
  'law.governing': 'Governing law',
  'arbitration.mandatory': 'Arbitration is mandatory',
  'arbitration.optOutDays': 'Days to decline arbitration',
  'arbitration.classWaiver': 'No class actions',
  'liability.cap': 'Cap of liability',
  'age.minimum': 'Minimum age',
  'output.ownership': 'Output belongs to',
  'competition.ban': 'Competing use is banned',
  'indemnity.byUser': 'User indemnifies provider',
  'indemnity.byProvider': 'Provider indemnifies user',
  'termination.anytime': 'Provider may end it at will',
  'retention.periods': 'Retention',
  'transfer.mechanisms': 'Basis of transfers abroad',
  'contact.privacy': 'Privacy contact',
  'contact.general': 'General contact',
  'contact.safety': 'Safety contact',
}

const STANCES: Readonly<Record<string, string>> = {
  'default-on': 'on by default, no way out stated',
  'opt-out': 'on unless you opt out',
  'opt-in': 'only if you opt in',
  never: 'never',
  varies: 'differs by plan or product',
  scc: 'standard contractual clauses',
  dpf: 'Data Privacy Framework',
  bcr: 'binding corporate rules',
}

/** In words: "yes", "30", "settings, email", "account data: 30 days". */
export function factWords(value: FactValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return STANCES[value] ?? value
  return value.map((one) => (typeof one === 'string' ? (STANCES[one] ?? one) : `${one.what}: ${one.period}`)).join(', ')
}
