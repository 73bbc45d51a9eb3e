import { describe, expect, it } from 'vitest'
import type { ExplainInput, Explanation } from '../../../core/explanation.ts'
import type { Block } from '../../../core/policy-text.ts'
import { packageKnowledge } from '../../../service/knowledge.ts'
import { explain } from './index.ts'

const knowledge = packageKnowledge()

type Part = Partial<Omit<ExplainInput, 'text' | 'blocks'>> & { heading?: readonly string[]; others?: readonly string[] }

/** A document of the given passages, the first of which is explained. */
function inputOf(quote: string, { heading = [], others = [], ...rest }: Part = {}): ExplainInput {
  const blocks: Block[] = [quote, ...others].map((text) => ({
    kind: 'paragraph',
    depth: 0,
    number: null,
    headingPath: heading,
    text,
    links: [],
  }))
  return {
    platform: 'Northwind Models',
    document: { title: 'Terms of Service', type: 'terms-of-service' },
    text: { format: 1, blocks },
    blocks: { first: 0, last: 0 },
    quote,
    types: ['model-training'],
    severity: 'high',
    facts: null,
    provisions: [],
    documents: [],
    ...rest,
  }
}
const of = (quote: string, part?: Part): Explanation => explain(inputOf(quote, part), knowledge)
const stance = (value: string, routes?: readonly string[]): ExplainInput['facts'] => [
  { fact: 'training.stance', value, quote: 'q', block: 0 },
  ...(routes ? [{ fact: 'training.optOutRoute' as const, value: routes, quote: 'q', block: 0 }] : []),
]
/** Every sentence of an explanation. */
const allText = (explanation: Explanation): string => JSON.stringify(explanation)

const NO_CHOICE =
  /no way for the reader to refuse|without a stated choice|states no choice|only way out that is stated/i

describe('an explanation of training', () => {
  const byContract = of(
    'Northwind may use inputs, outputs and files to train its models, unless you have signed a separate written agreement with Northwind that forbids it.',
    { facts: stance('default-on', ['contract']) },
  )
  const withSetting = of(
    'We may use your prompts to train our models. You can opt out of training in the settings of your account.',
    { facts: stance('opt-out', ['settings']) },
  )
  const never = of('We never use your inputs or outputs to train models.', { facts: stance('never') })

  it('says who can really use a way out by contract', () => {
    expect(byContract.whatItIs).toContain('the only way out that is stated here is an agreement signed')
    expect(byContract.impact.consumers).toContain('individual')
    expect(byContract.actions[0]?.whoCanUseIt).toContain('separately signed agreement')
    expect(byContract.exposure.rating).toBe('high')
    expect(byContract.note).toContain('separate written agreement')
  })

  it('never denies a choice that the passage or the document states', () => {
    expect(allText(withSetting)).not.toMatch(NO_CHOICE)
    const elsewhere = of('We may use your prompts to train our models.', { facts: stance('opt-out', ['settings']) })
    expect(allText(elsewhere)).not.toMatch(NO_CHOICE)
    expect(elsewhere.whyItMatters).toContain('another part of the document does')
    expect(elsewhere.actions[0]?.route).toContain('setting in the account')
  })

  it('says that no choice is stated only where facts say so', () => {
    const quote = 'We may use your prompts to train our models.'
    expect(of(quote, { facts: stance('default-on') }).whyItMatters).toMatch(NO_CHOICE)
    expect(allText(of(quote, { facts: null }))).not.toMatch(NO_CHOICE)
  })

  it('offers no way out of what does not happen', () => {
    expect(never.actions.map(({ id }) => id)).not.toContain('opt-out-of-training')
    expect(never.exposure.rating).toBe('low')
  })

  it('gives the law’s own unit of time, and none of a law that does not apply', () => {
    const deletion = withSetting.actions.find(({ id }) => id === 'request-deletion')
    const periods = Object.fromEntries(deletion?.answers.map(({ short, period }) => [short, period]) ?? [])
    expect(periods['GDPR']).toBe('1 month, and up to 2 months longer where the law allows it')
    expect(periods['CCPA/CPRA']).toBe('45 days, and up to 45 days longer where the law allows it')
    expect(Object.keys(periods)).not.toContain('PIPL')
  })
})

describe('regions', () => {
  it('are those that a passage speaks to, where it speaks to some alone', () => {
    const { law, flags } = of('You may ask us to delete personal information about you.', {
      types: ['privacy-rights'],
      heading: ['Privacy Policy', 'California residents'],
      others: ['Our European office is in Ireland.'],
    })
    expect(new Set(law.map(({ region }) => region))).toEqual(new Set(['united-states']))
    expect(law.map(({ jurisdiction }) => jurisdiction)).toContain('California')
    expect(flags.filter(({ kind }) => kind === 'region').map(({ id }) => id)).not.toContain('european-union')
  })

  it('include the region of the governing law', () => {
    const facts = [{ fact: 'law.governing' as const, value: 'Japan', quote: 'q', block: 0 }]
    const { law } = of('We may use your prompts to train our models.', { facts })
    expect(law.find(({ region }) => region === 'japan')?.regionReason).toBe('governing-law')
  })

  it('leave out laws of states that the document does not name', () => {
    const jurisdictions = of('You may ask us for a copy of your personal data.', { types: ['privacy-rights'] }).law.map(
      ({ jurisdiction }) => jurisdiction,
    )
    expect(jurisdictions).not.toContain('Virginia')
  })

  it('leave consumer law out of contracts that only organisations conclude', () => {
    const quote = 'In no event shall Northwind be liable for indirect or consequential damages.'
    const shorts = (type: 'terms-of-service' | 'commercial-terms') =>
      of(quote, { types: ['liability-limit'], document: { title: 'T', type } }).law.map(({ short }) => short)
    expect(shorts('terms-of-service')).toContain('Unfair Contract Terms Directive')
    expect(shorts('commercial-terms')).not.toContain('Unfair Contract Terms Directive')
  })
})

describe('breach and documents', () => {
  const ban = 'You may not use the Services or any output to develop a model that competes with Northwind.'
  const ending = {
    id: 'CW-P-000002',
    title: 'Ending of access',
    types: ['termination-suspension'] as const,
    quote: 'We may suspend or terminate your account without notice if you violate these Terms.',
    href: '/p/2',
  }

  it('link the provision that says what a breach leads to', () => {
    const { breach } = of(ban, { types: ['competitive-use'], provisions: [ending] })
    expect(breach?.provision?.id).toBe('CW-P-000002')
    expect(breach?.meaning).toBe(
      'A breach lets Northwind Models suspend or end access to the service, without notice, as the document says elsewhere.',
    )
  })

  it('say plainly that no consequence was found', () => {
    expect(of(ban, { types: ['competitive-use'] }).breach?.meaning).toContain('found no provision')
  })

  it('link documents that are followed and mark those that are not public', () => {
    const { incorporated, note } = of(
      'Data of enterprise customers is handled under the data processing agreement between Northwind and your organisation. Our Privacy Policy applies to everybody else.',
      {
        types: ['processor-terms'],
        documents: [{ title: 'Privacy Policy', type: 'privacy-policy', href: '/d/privacy' }],
      },
    )
    expect(incorporated).toContainEqual({ name: 'Privacy Policy', state: 'followed', href: '/d/privacy', here: true })
    expect(incorporated).toContainEqual({
      name: 'Data Processing Agreement',
      state: 'not-public',
      href: null,
      here: true,
    })
    expect(note).toContain('cannot be assessed')
  })

  it.each([
    'Sites of third parties have their own terms of use and privacy policies.',
    'These terms and conditions are the whole agreement.',
    'You agree to the "Community Guidelines" set forth below.',
    'For our cookie policy, see Section E of this Privacy Policy.',
  ])('look for no document where the passage names none of the platform’s others: %s', (quote) => {
    const document = { title: 'Privacy Policy', type: 'privacy-policy' } as const
    expect(of(quote, { types: ['incorporation'], document }).note).toBeNull()
  })
})

describe('explanations of many provisions', () => {
  const parties = [
    'affiliates',
    'service providers',
    'advertisers',
    'law enforcement',
    'business partners',
    'researchers',
  ]
  const data = ['prompts', 'usage data', 'payment information', 'device information', 'precise location', 'feedback']

  it('are not one sentence pasted on all of a type', () => {
    const quotes = parties.flatMap((party) => data.map((kind) => `We may share ${kind} with ${party}.`))
    const texts = quotes.map((quote) => of(quote, { types: ['data-sharing'] }))
    expect(new Set(texts.map(({ whatItIs }) => whatItIs)).size).toBeGreaterThanOrEqual(parties.length)
    expect(new Set(texts.map(({ whyItMatters }) => whyItMatters)).size).toBeGreaterThanOrEqual(4)
    expect(new Set(texts.map(allText)).size).toBe(quotes.length)
  })

  it('hold no place that was not filled', () => {
    for (const type of Object.keys(knowledge.types) as (keyof typeof knowledge.types)[])
      for (const quote of [
        'We may do so.',
        'You must not do this without our consent.',
        'We never sell personal data within 30 days.',
      ])
        expect(allText(of(quote, { types: [type] }))).not.toMatch(/\{[a-zA-Z]+\}|undefined|\bnull\./)
  })

  it('name no number that neither the wording nor a fact nor the law holds', () => {
    const { whatItIs, whyItMatters, impact } = of(
      'Our total liability is limited to the greater of the fees paid in the last 12 months and USD 100.',
      { types: ['liability-limit'] },
    )
    const numbers = `${whatItIs} ${whyItMatters} ${Object.values(impact).join(' ')}`.match(/\d+/g) ?? []
    expect(numbers.filter((number) => !['12', '100'].includes(number))).toEqual([])
    expect(numbers).toContain('100')
  })
})
