import { describe, expect, it } from 'vitest'
import { SIGNALS } from '../../../core/signal.ts'
import { packageKnowledge } from '../../../service/knowledge.ts'
import { explained as of } from './fixtures/explained.ts'
import { CLOSING_CLAUSES } from './pattern/contract.ts'
import { SUBJECTS } from './signals.ts'

const knowledge = packageKnowledge()

/** What each says of itself, and a passage that speaks of it alone. */
const CLOSING: readonly string[] = [
  'If any part of these Terms is held to be invalid, the rest stays in force.',
  'Our failure to enforce a right is not a waiver of it.',
  'Neither party answers for delays that come from events beyond its reasonable control.',
  'Notices under these Terms must be sent in writing to our office in Springtown.',
  'You and Northwind are independent contractors.',
  'No other person has any right to enforce these Terms.',
  'The English version of these Terms prevails over every translation in a conflict.',
  'You may not assign these Terms, while we may assign them to any company.',
  'Your agreement is with Northwind Europe Ltd.',
]

describe('subjects of clauses', () => {
  it('tell closing clauses apart', () => {
    const texts = CLOSING.map((quote) => of(quote, ['general-terms']))
    for (const text of texts) expect(text.whatItIs.startsWith(knowledge.types['general-terms'].whatItIs)).toBe(false)
    expect(new Set(texts.map(({ whatItIs }) => whatItIs)).size).toBe(CLOSING.length)
    expect(new Set(texts.map(({ whyItMatters }) => whyItMatters)).size).toBe(CLOSING.length)
  })

  it('are named one by one where several stand in one passage', () => {
    expect(of(`${CLOSING[0]} ${CLOSING[1]}`, ['general-terms']).whatItIs).toBe(
      'Several closing rules stand together here: parts that a court finds void and rights that are not used at once.',
    )
  })

  it('find nothing where nothing of the kind is said', () => {
    const quote = 'We like kind people.'
    const found = SUBJECTS.filter(([, pattern]) => pattern.test(quote.toLowerCase()))
    expect(found.map(([signal]) => signal)).toEqual([])
  })

  it('are asked for by knowledge, all of them', () => {
    const asked = new Set(
      Object.values(knowledge.types).flatMap(({ readings, additions }) =>
        [...readings, ...additions].flatMap(({ when }) => when.map((condition) => condition.replace(/^not /, ''))),
      ),
    )
    const closing = new Set<string>(CLOSING_CLAUSES.map(([signal]) => signal))
    const subjects = SUBJECTS.map(([signal]) => signal).filter((signal) => !closing.has(signal))
    expect(subjects.filter((signal) => !asked.has(signal))).toEqual([])
    expect(subjects.filter((signal) => !SIGNALS.some((one) => one === signal))).toEqual([])
  })

  it('decide which of two types explains a passage only where the first has nothing to say', () => {
    const { whatItIs } = of('Your subscription renews automatically. To cancel, write to support.', [
      'fees-payment',
      'refunds-cancellation',
    ])
    expect(whatItIs).toContain('renews by itself')
  })
})

describe('an explanation claims no more than the passage', () => {
  it('calls no disclaimer a promise', () => {
    const { whatItIs } = of('We disclaim all warranties. We will not guarantee uninterrupted service.', [
      'warranty-disclaimer',
    ])
    expect(whatItIs).not.toMatch(/gives a promise|promise is given/)
  })

  it('reads no denial of confidence out of a definition', () => {
    const quote = '"Confidential Information" means what either party discloses; it does not include public facts.'
    expect(of(quote, ['confidentiality']).whatItIs).toMatch(/says what counts as confidential/)
  })

  it('takes a click for a click, and use for use', () => {
    expect(of('You accept these Terms by clicking “Sign up”.', ['acceptance']).whatItIs).not.toContain('mere use')
    expect(of('By using the Services you agree to these Terms.', ['acceptance']).whatItIs).toContain(
      'Using the service',
    )
  })

  it('denies no refund that stands in the same passage', () => {
    const quote = 'Fees are non-refundable. You are entitled to a refund if we end the service.'
    expect(of(quote, ['refunds-cancellation']).whatItIs).toContain('in some cases and not in others')
  })

  it('says of no privacy policy that it draws itself in', () => {
    const quote = 'This Privacy Policy describes how we handle data and applies to all of our sites.'
    const privacy = { title: 'Privacy Policy', type: 'privacy-policy' } as const
    expect(of(quote, ['incorporation'], privacy).whatItIs).not.toContain('points to the privacy policy')
  })

  it('asks no user of an advertising product to be thirteen', () => {
    const quote = 'If your site is directed to children, you must not show ads to users under the age of 13.'
    expect(of(quote, ['children-age']).whatItIs).not.toContain('You have to be at least')
  })

  it('quotes a sentence and not the heading that runs into it', () => {
    const quote = '4.2 No Agency. You and Northwind are independent contractors and not partners of each other.'
    expect(of(quote, ['general-terms']).whatItIs).toContain('“You and Northwind are independent contractors')
  })

  it.each([
    [
      'You must delete all data received from us within 30 days of our request.',
      'retention-deletion',
      'You have to delete',
    ],
    [
      'We delete your data within 30 days after you close the account.',
      'retention-deletion',
      'after an account or data',
    ],
    ['You must notify us at once of any security breach.', 'security-breach', 'You have to report'],
    ['You will be notified within 72 hours of any personal data breach.', 'security-breach', 'undertakes to tell'],
    ['We will notify you within 72 hours of any personal data breach.', 'security-breach', 'undertakes to tell'],
    ['Customer shall not transfer the data to other countries.', 'cross-border-transfer', 'only as the passage allows'],
    ['Customer may object to a new sub-processor in writing.', 'processor-terms', 'can object'],
  ] as const)('tells whose duty "%s" states', (quote, type, said) => {
    expect(of(quote, [type]).whatItIs).toContain(said)
  })

  it('takes one way of sharing that asks first for no rule of all', () => {
    const quote = 'We share data with service providers, in a merger, and for any other purpose with your consent.'
    expect(of(quote, ['data-sharing']).whatItIs).not.toContain('waits for your consent')
  })

  it('says of a summary of adequate protection that no decision stands behind it', () => {
    const quote = 'We transfer data to other countries and make sure that it is adequately protected there.'
    expect(JSON.stringify(of(quote, ['cross-border-transfer']))).not.toContain('names adequacy decisions')
  })

  it('reads no consequence out of what a reader may not remove', () => {
    const quote = 'You may not remove notices, violate our policies or get around restrictions.'
    expect(of(quote, ['prohibited-use']).breach?.meaning).not.toContain('passage itself')
  })

  it.each([
    [
      'You may only request the deletion of content that you made available.',
      'retention-deletion',
      'You have to delete',
    ],
    ['A review should say whether the writer works for a competitor.', 'prohibited-use', 'competing products'],
    ['We use cookies to manage the Services.', 'cookies-tracking', 'ways to control'],
    ['Nothing here gives any right to use the name Northwind in your marketing.', 'provider-ip', 'name its customers'],
    [
      'Software components of others are governed by nobody here.',
      'third-party-services',
      'under licences of their own',
    ],
    ['We rely on the fact that it is adequately protected.', 'cross-border-transfer', 'adequacy'],
  ] as const)('does not read "%s" as more than it is', (quote, type, never) => {
    expect(of(quote, [type]).whatItIs.replace(/“.*”/, '')).not.toContain(never)
  })
})
