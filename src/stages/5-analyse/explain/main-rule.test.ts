/** What texts on disputes, joining, purposes, content and risky uses are said to be, by their main rule and not by asides. */
import { expect, it } from 'vitest'
import type { ProvisionType } from '../../../core/provision.ts'
import { explained } from './fixtures/explained.ts'

const whatItIs = (quote: string, ...types: ProvisionType[]): string => explained(quote, types).whatItIs

it.each([
  ['All disputes under these Terms are finally settled by arbitration.', 'arbitration', 'have to go to arbitration'],
  ['Claims in small claims court do not require arbitration.', 'arbitration', 'keeps certain claims'],
  ['You may take part in mediation, which is voluntary for you and us.', 'arbitration', 'mediation'],
  ['If this Section is found unenforceable, the courts of Springtown decide.', 'arbitration', 'do not hold'],
  ['You may reject the change to this arbitration clause by mail.', 'arbitration', 'changes the rules on disputes'],
  ['An adult with authority over you has agreed to these Terms.', 'acceptance', 'an adult has agreed'],
  ['The Agreement enters into force on signature.', 'acceptance', 'from when the contract'],
  ['Our legal basis for this is our legitimate interest.', 'data-use', 'legitimate interest'],
  ['We use data to improve services, for research, for billing and for marketing.', 'data-use', 'several purposes'],
  ['We may aggregate data about your visits to study how people behave.', 'data-use', 'aggregated'],
  ['You may use the Service for lawful purposes.', 'prohibited-use', 'keep to the law'],
  ['Do not cheat, and do not squat on usernames.', 'prohibited-use', 'cheating'],
  ['The free plan is for non-commercial use only.', 'prohibited-use', 'commercial use'],
  ['Neither party is liable for indirect or punitive damages.', 'liability-limit', 'protects both sides'],
  [
    'We are not liable for indirect damages. Our total liability is limited to the fees paid.',
    'liability-limit',
    'Beside that',
  ],
  ['You must keep what other members tell you confidential.', 'confidentiality', 'has to be kept'],
  ['Our release plans are not considered confidential.', 'confidentiality', 'not treated as confidential'],
  ['Use confidential information only to perform this contract.', 'confidentiality', 'only for the agreed purpose'],
  ['We may end your account whenever we like.', 'termination-suspension', 'at its own choice'],
  ['You can report a post with the button beside it.', 'content-moderation', 'how to report'],
  ['Mature posts must be labelled as such.', 'content-moderation', 'marking'],
  ['You may appeal our decision with the form.', 'content-moderation', 'contest'],
  ['We may remove any post in our sole discretion.', 'content-moderation', 'at its discretion'],
  ['You must not use results for automated decisions on loans.', 'high-risk-use', 'weigh heavily on people'],
  ['The app cannot be used for emergency calls.', 'high-risk-use', 'call for help'],
  ['We will defend you. This does not apply to changes that you make.', 'provider-indemnity', 'leaves out'],
  ['Any attempted assignment of these Terms by you is void.', 'general-terms', 'pass'],
] as const)('of “%s” (%s) it is said: %s', (quote, type, said) => {
  expect(whatItIs(quote, type)).toContain(said)
})

it('takes a void assignment for no severability, and a heading on California for no notice', () => {
  expect(whatItIs('Any attempted assignment of these Terms by you is void.', 'general-terms')).not.toContain('a court')
  const california =
    'Notice to California residents: under Section 1789.3 you may write to the Complaint Assistance Unit.'
  expect(whatItIs(california, 'general-terms')).toContain('where they can complain')
})

it('quotes no exception that only leaves room for other clauses', () => {
  const quote = 'Except as otherwise set forth below, notices must be sent in writing to our office.'
  expect(whatItIs(quote, 'general-terms')).not.toContain('exception')
})

it('tells of both rules where a passage of two types states two', () => {
  const told = whatItIs(
    'Disputes are resolved by binding arbitration. The laws of Oregon govern these Terms.',
    'arbitration',
    'governing-law',
  )
  expect(told).toContain('have to go to arbitration')
  expect(told).toContain('by which law')
})

it('says of a second type nothing that is not in the passage', () => {
  const told = whatItIs('Disputes are resolved by binding arbitration.', 'arbitration', 'governing-law')
  expect(told).toContain('have to go to arbitration')
  expect(told).not.toContain('law')
})
