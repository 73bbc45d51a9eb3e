import { expect, test } from 'vitest'
import { stated } from './fixtures/fictional-document.ts'

const BINDING = 'You and Quillfern agree to resolve any claim through final and binding arbitration.'

test.each([
  BINDING,
  'Any dispute arising out of these Terms shall be finally settled by arbitration in Tokyo.',
  'All disputes must be referred to and finally resolved by an arbitrator.',
])('"%s" binds to arbitration', (text) => {
  expect(stated('arbitration.mandatory', text)).toBe(true)
})

test.each([
  'Any claim must be brought exclusively in the courts of Paris, France.',
  'The courts of England and Wales shall have exclusive jurisdiction over any dispute.',
  'The parties submit to the personal jurisdiction of the state and federal courts located in Kings County.',
])('"%s" leaves disputes to courts', (text) => {
  expect(stated('arbitration.mandatory', text)).toBe(false)
})

test.each([
  'Either party may elect to refer the matter to arbitration.',
  'You will compensate us for litigation fees, arbitration fees and attorney fees.',
  'You consent to the jurisdiction of the federal court for the judicial district of your address in your counter-notice.',
  'If a court of competent jurisdiction holds a provision invalid, the rest remains.',
  'Under certain conditions you may invoke binding arbitration under the Data Privacy Framework.',
])('"%s" settles nothing about disputes', (text) => {
  expect(stated('arbitration.mandatory', text)).toBeNull()
})

test('the days to leave the arbitration agreement are read beside it', () => {
  expect(
    stated('arbitration.optOutDays', [
      BINDING,
      'You may opt out of arbitration within thirty (30) days of creating your account.',
    ]),
  ).toBe(30)
  expect(
    stated('arbitration.optOutDays', [
      BINDING,
      'You may reject a change to this section within 30 days of the change.',
    ]),
  ).toBeNull()
  expect(stated('arbitration.optOutDays', ['You may opt out of marketing within 10 days.'])).toBeNull()
})

test.each([
  'Class arbitrations, class actions and representative actions are prohibited.',
  'Claims may be brought only on an individual basis and not as a plaintiff or class member in any class action.',
])('"%s" waives class actions', (text) => {
  expect(stated('arbitration.classWaiver', text)).toBe(true)
})

test.each(['Our first class service is not limited.', 'You may bring a class action where the law permits it.'])(
  '"%s" waives nothing',
  (text) => {
    expect(stated('arbitration.classWaiver', text)).toBeNull()
  },
)

test.each([
  'If you ever seek relief from us, you agree to bring your claim only through arbitration.',
  'Any dispute shall be submitted to binding arbitration, except that we may seek injunctive relief in any court.',
])('"%s" binds to arbitration', (text) => {
  expect(stated('arbitration.mandatory', text)).toBe(true)
})

test('giving up the ability to represent others in a class action waives it', () => {
  const text = 'You give up the ability to represent anyone but yourself in a class action, also in arbitration.'
  expect(stated('arbitration.classWaiver', text)).toBe(true)
})

test.each([
  'If you live in the kingdom, you can file legal disputes in the courts of Lindholm.',
  'In the event of a Dispute, either party may file an action in the courts of Lindholm.',
  'Proceedings should be brought in the court of Lindholm.',
  'User consents to the jurisdiction of the courts of the state of Connecticut.',
  'If we cannot resolve our dispute, you or we can go to your local courts.',
  'Both parties agree to submit the dispute to the court with jurisdiction at the seat of Quillfern.',
  'This clause leaves your rights alone, and all disputes are submitted to the exclusive jurisdiction of the court of Lindholm.',
])('"%s" says courts only', (text) => {
  expect(stated('arbitration.mandatory', text)).toBe(false)
})

test.each([
  'If a court of competent jurisdiction decides that a part of these terms is invalid, the rest stays.',
  'If any court of law, having the jurisdiction to decide on this matter, rules that any provision is invalid, it is removed.',
  'Nothing keeps the parties from seeking interim relief in any court of competent jurisdiction.',
  'A statement that you consent to the jurisdiction of the federal court in Lindholm for any action.',
  'Under clause 18, disputes are resolved before the courts of Ireland.',
])('"%s" says nothing of disputes with us', (text) => {
  expect(stated('arbitration.mandatory', text)).toBeNull()
})

test('optional rules of the arbitrators do not make arbitration optional', () => {
  const text =
    'Any dispute shall be settled by binding arbitration under the Rules of the Lindholm Board (including its Optional Rules for Emergencies).'
  expect(stated('arbitration.mandatory', text)).toBe(true)
})

test('whoever does not want to be bound by arbitration has days to say so', () => {
  expect(
    stated('arbitration.optOutDays', [
      'All disputes shall be resolved by binding arbitration.',
      'If you don’t want to be bound by the arbitration provisions, you must notify us within thirty (30) days of your first acceptance.',
    ]),
  ).toBe(30)
})

test('a place of jurisdiction names courts without the word dispute', () => {
  expect(stated('arbitration.mandatory', 'The exclusive place of jurisdiction is, where law permits, Lindholm.')).toBe(
    false,
  )
})

test('a contract on processing sends its own disputes to courts, clauses of others it repeats do not', () => {
  const contract = { document: 'Data Processor Agreement' }
  expect(
    stated(
      'arbitration.mandatory',
      'Any dispute on this DPA shall be submitted to the jurisdiction of the courts named in the Main Terms.',
      contract,
    ),
  ).toBe(false)
  expect(
    stated('arbitration.mandatory', 'The parties submit themselves to the jurisdiction of such courts.', contract),
  ).toBeNull()
})

test('courts that will be those of a place are courts for disputes', () => {
  const text = 'In case of dispute, the competent courts will be those of the domicile of the learner.'
  expect(stated('arbitration.mandatory', text)).toBe(false)
})

test.each([
  'The courts of England have exclusive jurisdiction.',
  'Jurisdiction: The courts of Dublin.',
  'The Harbour District Court shall be the court of first instance with exclusive jurisdiction.',
  'Disputes fall within the competence of the courts of Paris.',
  'The parties attorn to the courts of Ontario.',
  'Venue shall lie in Travis County.',
])('"%s" names courts', (text) => {
  expect(stated('arbitration.mandatory', text)).toBe(false)
})

test('who may leave an arbitration agreement is bound by it, and one on certificates of privacy binds no reader', () => {
  const bound = 'Unless you opt out in time, this agreement requires you to arbitrate disputes with Quillfern.'
  const privacy = 'Quillfern is obligated to arbitrate claims under Annex I of the DPF Principles.'
  expect(stated('arbitration.mandatory', bound)).toBe(true)
  expect(stated('arbitration.mandatory', privacy, { document: 'Privacy Policy' })).toBeNull()
})

test('courts for standard clauses count where a contract names no others', () => {
  const text = 'The courts of Ireland will resolve any dispute arising out of the Standard Contractual Clauses.'
  expect(stated('arbitration.mandatory', text, { document: 'Data Processing Agreement' })).toBe(false)
  expect(stated('arbitration.mandatory', text, { document: 'Privacy Policy' })).toBeNull()
})

test.each([
  'If you wish to take court proceedings against us you must do so in Norland.',
  'Should you bring legal action against the company, you may only do so before the courts of Norland.',
  'Any claim concerning patents shall be brought exclusively in the courts of Norland and not in arbitration.',
  'Disputes about this clause may be resolved only by a court of Norland and not by an arbitrator.',
])('"%s" leaves them to courts', (text) => {
  expect(stated('arbitration.mandatory', text)).toBe(false)
})

test.each([
  'These mediations are subject to federal law to the extent that the mediator becomes an arbitrator.',
  'If you take legal proceedings against another member, you must tell us within 10 days.',
])('"%s" binds to neither', (text) => {
  expect(stated('arbitration.mandatory', text)).toBeNull()
})

test('a mediator before the arbitrator takes nothing from arbitration', () => {
  const text = 'Disputes go to a mediator first and, failing that, shall be finally resolved by binding arbitration.'
  expect(stated('arbitration.mandatory', text)).toBe(true)
})

test.each([
  'Please read this section carefully, as it may significantly affect your legal rights, including your right to file a lawsuit in court.',
  'You are waiving your right to pursue disputes or claims and seek relief in a court of law.',
  'The arbitrator can award any relief that would be available if the claims had been brought in a court of competent jurisdiction.',
  'Any claim that this class action waiver is void may be determined only by a court of competent jurisdiction.',
])('courts that are given up or only compared with decide nothing: "%s"', (text) => {
  expect(stated('arbitration.mandatory', text)).toBeNull()
})

test('who submits to courts and waives a jury still goes to court', () => {
  const text = 'You submit to the exclusive jurisdiction of the courts of Norland and waive any right to a jury trial.'
  expect(stated('arbitration.mandatory', text)).toBe(false)
})

test.each([
  'THE ARBITRATION CLAUSE AND CLASS ACTION WAIVER OF THE QUILLFERN TERMS APPLY TO ANY DISPUTE RELATING TO THESE ADDITIONAL TERMS.',
  'These Terms include an arbitration agreement that governs any disputes between you and us.',
  'Disputes between the parties shall be governed by the arbitration provision set forth in the Terms of Service.',
])('an arbitration clause that covers disputes binds to it: "%s"', (text) => {
  expect(stated('arbitration.mandatory', text)).toBe(true)
})

test.each([
  'The arbitration clause does not apply to any dispute about patents.',
  'Where a Dispute is not covered by any arbitration agreement between you and us, write to us.',
  'The heading of the arbitration section is for convenience only.',
])('an arbitration clause that covers none binds to nothing: "%s"', (text) => {
  expect(stated('arbitration.mandatory', text)).toBeNull()
})

test('courts for the standard clauses and this agreement are courts', () => {
  const text =
    'Under Clause 18(b) of the Standard Contractual Clauses, any disputes regarding this Agreement will be submitted to the exclusive jurisdiction of the competent court of Norhaven.'
  expect(stated('arbitration.mandatory', text, { document: 'Data Processor Agreement' })).toBe(false)
})

test.each([
  'Either party may file an action in the courts of Ireland or pursue alternative dispute resolution.',
  'For any dispute you may bring a claim before the courts of Lyon or submit the dispute to mediation.',
])('"%s" leaves the choice', (text) => {
  expect(stated('arbitration.mandatory', text)).toBeNull()
})

test('a court that must be asked after mediation is still the court', () => {
  const text = 'Any dispute shall be brought in the courts of Ireland, after mediation has failed.'
  expect(stated('arbitration.mandatory', text)).toBe(false)
})
