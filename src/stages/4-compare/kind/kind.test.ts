import fc from 'fast-check'
import { expect, it, describe as suite } from 'vitest'
import type { ChangeKind } from '../../../core/change.ts'
import type { PolicyText } from '../../../core/policy-text.ts'
import { align } from '../align.ts'
import { describe } from '../describe.ts'
import { block, policy } from '../fixtures/texts.ts'

const LONG =
  'These rules bind everybody who uses the orchard, the mill and the harbour, and they go on to bind those who come after them until they are replaced.'
const END =
  'Whoever stays longer than the harbour allows is asked to leave by the keeper, who writes down the name and the hour in the book that lies in the tower.'

function kindOf(before: PolicyText, after: PolicyText): ChangeKind {
  const input = { platform: 'Harbour AI', documentType: 'terms-of-service' } as const
  return describe(align(before, after), { old: { text: before }, new: { text: after }, ...input }).kind
}

function kindOfEdit(before: string, after: string): ChangeKind {
  return kindOf(policy('# Rules', LONG, before, END), policy('# Rules', LONG, after, END))
}

suite('amounts', () => {
  it.each([
    [
      'beside a word for telephones',
      'Records are kept for a year, call recordings for 6 months.',
      'Records are kept for a year, call recordings for 24 months.',
    ],
    [
      'at the beginning of a block',
      '30 days after the notice the account closes.',
      '60 days after the notice the account closes.',
    ],
    [
      'in words',
      'The keeper answers within one month of the letter.',
      'The keeper answers within two months of the letter.',
    ],
    [
      'of another unit',
      'The keeper answers within 10 days of the letter.',
      'The keeper answers within 10 weeks of the letter.',
    ],
    ['of money', 'The fee for a berth is $20 and due on arrival.', 'The fee for a berth is $25 and due on arrival.'],
    ['in another language', 'Die Daten werden nach 6 Monaten gelöscht.', 'Die Daten werden nach 9 Monaten gelöscht.'],
  ])('that change are news: %s', (_case, before, after) => {
    expect(kindOfEdit(before, after)).toBe('substantive')
    expect(kindOfEdit(after, before)).toBe('substantive')
  })

  it('that change in a heading are news', () => {
    expect(kindOf(policy('# Kept for 30 days', LONG, END), policy('# Kept for 90 days', LONG, END))).toBe('substantive')
  })

  it('that change places in two rules are news', () => {
    const rules = (first: string, second: string): PolicyText =>
      policy(
        LONG,
        `The keeper deletes letters ${first} after the visit.`,
        `The keeper deletes pictures ${second} after the visit.`,
        END,
      )
    expect(kindOf(rules('30 days', '90 days'), rules('90 days', '30 days'))).toBe('substantive')
  })

  it('that are written out are none', () => {
    expect(
      kindOfEdit('The keeper answers within 12 months of it.', 'The keeper answers within twelve months of it.'),
    ).not.toBe('noise')
  })

  it('never become administrative, whatever stands around them', () => {
    const unit = fc.constantFrom('days', 'months', 'percent', 'hours', 'users', '%', 'euros')
    const lead = fc.constantFrom(
      'call',
      'Section',
      'updated',
      'the fax of',
      'effective',
      'version',
      'see',
      'at',
      '',
      'No.',
    )
    const number = fc.integer({ min: 1, max: 400 })
    fc.assert(
      fc.property(unit, lead, number, number, (what, before, x, y) => {
        fc.pre(x !== y)
        expect(
          kindOfEdit(`It lasts ${before} ${x} ${what} for them.`, `It lasts ${before} ${y} ${what} for them.`),
        ).toBe('substantive')
      }),
    )
  })
})

suite('rules that came or went', () => {
  it.each([
    'A boat that is built to make people spend money, or to keep them from leaving, gets unpublished.',
    'Lanterns without a shade lead to removal of the boat.',
  ])('are news though they name no party: %s', (rule) => {
    expect(kindOf(policy(LONG, rule, END), policy(LONG, END))).toBe('substantive')
    expect(kindOf(policy(LONG, END, 'Stay safe.'), policy(LONG, END, rule, 'Stay safe.'))).toBe('substantive')
  })

  it('are no date of an update because they name a year', () => {
    const rule = 'Accounts created before 2024 are deleted'
    expect(kindOf(policy(LONG, rule, END), policy(LONG, END))).toBe('substantive')
  })

  it('are not hidden by words of a sentence that moved into another', () => {
    const before = policy(
      LONG,
      'Nobody may enter the mill without permission of the keeper.',
      'The tower is open to guests who come by boat in the morning.',
      END,
    )
    const after = policy(
      LONG,
      'Nobody may enter the mill of the keeper.',
      'The tower is open to guests without permission who come by boat in the morning.',
      END,
    )
    expect(kindOf(before, after)).toBe('substantive')
  })
})

suite('a sentence that moves', () => {
  it('from one passage to another is administrative, amounts included', () => {
    const sentence = 'These duties last for three years after the visit.'
    const before = policy(LONG, `Guests protect what they are told. ${sentence}`, END)
    const after = policy(LONG, 'Guests protect what they are told.', sentence, END)
    expect(kindOf(before, after)).not.toBe('substantive')
  })
})

suite('names', () => {
  const terms = (name: string): PolicyText =>
    policy(LONG, `These terms are between you and ${name}.`, `You may write to ${name} at the harbour.`, END)

  it('of a firm that stays the same firm are administrative', () => {
    expect(kindOf(terms('Muskrat Inc.'), terms('Muskrat Technologies Inc.'))).toBe('administrative')
  })

  it.each(['Muskrat Ireland Inc.', 'Muskrat Holdings Inc.', 'Muskrat Technologies Ltd.'])(
    'of another firm are news: %s',
    (name) => {
      expect(kindOf(terms('Muskrat Inc.'), terms(name))).toBe('substantive')
    },
  )

  it('of a firm that stays beside the new one are news', () => {
    const before = policy(LONG, 'Muskrat Inc. runs the mill.', 'Muskrat Inc. runs the tower.', END)
    const after = policy(LONG, 'Muskrat Labs Inc. runs the mill.', 'Muskrat Inc. runs the tower.', END)
    expect(kindOf(before, after)).toBe('substantive')
  })

  const product = (...names: readonly string[]): PolicyText =>
    policy(
      LONG,
      `The mill grinds for ${names[0]} and for guests.`,
      `The tower lights the way to ${names[1]} at night.`,
      END,
    )

  it('of a product that is replaced throughout are administrative', () => {
    expect(kindOf(product('Lantern Crew', 'Lantern Crew'), product('Lantern Guild', 'Lantern Guild'))).toBe(
      'administrative',
    )
  })

  it('of a product that stays in one place are news', () => {
    expect(kindOf(product('Lantern Crew', 'Lantern Crew'), product('Lantern Guild', 'Lantern Crew'))).toBe(
      'substantive',
    )
  })

  it('of a product named once are administrative where the brand stays, and tiers of a plan are not products', () => {
    const listed = (name: string): PolicyText =>
      policy(LONG, `These terms are for Lantern Tower, Lantern ${name}, and other services for mills.`, END)
    expect(kindOf(listed('Crew'), listed('Guild'))).toBe('administrative')
    expect(kindOf(listed('Pro'), listed('Plus'))).toBe('substantive')
    expect(kindOf(listed('Crew'), listed('Tower'))).toBe('substantive')
  })

  it('that say for whom a rule is are scope', () => {
    expect(kindOf(product('Users', 'Users'), product('Customers', 'Customers'))).toBe('substantive')
  })
})

suite('wording', () => {
  it.each([
    ['a contraction', 'Please do not feed the gulls.', "Please don't feed the gulls."],
    ['a longer phrase for "to"', 'Guests use the mill in order to grind corn.', 'Guests use the mill to grind corn.'],
    ['a slip of the pen', 'The keeper recieves the letters of guests.', 'The keeper receives the letters of guests.'],
  ])('that says the same is administrative: %s', (_case, before, after) => {
    expect(kindOfEdit(before, after)).toBe('administrative')
    expect(kindOfEdit(after, before)).toBe('administrative')
  })

  it.each([
    ['unlawful', 'The keeper stops lawful visits.', 'The keeper stops unlawful visits.'],
    ['decrease', 'The keeper may increase the fee.', 'The keeper may decrease the fee.'],
    ['not', 'Guests can enter the mill at night.', 'Guests cannot enter the mill at night.'],
  ])('that turns the sense is no spelling: %s', (_case, before, after) => {
    expect(kindOfEdit(before, after)).toBe('substantive')
  })
})

suite('lines around the text', () => {
  it('of an imprint are addresses, not furniture', () => {
    const imprint = (street: string): PolicyText => ({
      format: 1,
      blocks: [block('Legal notice', 'heading'), block(street), block('28217 Bremen'), ...policy(LONG, END).blocks],
    })
    expect(kindOf(imprint('Kaiufer 12,'), imprint('Am Speicher 4,'))).toBe('administrative')
  })

  it('in the footer are noise though they are long', () => {
    const footer =
      'Terms | Privacy Notice | Imprint | Harbour Ltd., registered in Wales, 3 Quay Yard, Harbourtown, with a telephone'
    expect(kindOf(policy(LONG, END, footer), policy(LONG, END))).toBe('noise')
  })

  it('tell the date by the words of its own sentence', () => {
    const dated = (day: string): PolicyText =>
      policy('# Rules', `Last revised on ${day}. In force from 16 July 2025.`, LONG, END)
    expect(kindOf(dated('16 June 2025'), dated('27 April 2026'))).toBe('administrative')
  })
})

suite('a passage that the text holds anyway', () => {
  const before = ['# Rules', LONG, 'We do not share your name and address with the owners of other ships.', END]

  it('is noise where its words stand there in the same sense', () => {
    const held = 'Everybody may moor at the west quay. Boats leave before the bell rings at dawn.'
    const once = ['# Rules', LONG, held, END]
    expect(kindOf(policy(...once), policy(...once, 'Boats leave before the bell rings at dawn.'))).toBe('noise')
  })

  it('is news where a sentence that holds its words says the contrary', () => {
    expect(
      kindOf(policy(...before), policy(...before, 'share your name and address with the owners of other ships.')),
    ).toBe('substantive')
  })
})

it('labels of a menu that run together are the page, at its end', () => {
  const menu = 'StatusAbout UsDocumentationCareersPricingBlogEnterpriseGet in touchGrantsEventsLearnLegal'
  const more =
    'StatusAbout UsDocumentationSafety CentreCareersPricingBlogEnterpriseGet in touchGrantsEventsLearnLegal 2026'
  expect(kindOf(policy('# Rules', LONG, END, menu), policy('# Rules', LONG, END, more))).toBe('noise')
})
