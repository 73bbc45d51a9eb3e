import fc from 'fast-check'
import { expect, it, describe as suite } from 'vitest'
import type { ChangeDescription } from '../../core/change.ts'
import { type PolicyText, plainText } from '../../core/policy-text.ts'
import { align } from './align.ts'
import { describe, isNoise, kindOf } from './describe.ts'
import { anyText, block, documents, linked, policy, sentence } from './fixtures/texts.ts'

const LONG =
  'These rules bind everybody who uses the orchard, the mill and the harbour, and they go on to bind those who come after them until they are replaced.'
const END =
  'Whoever stays longer than the harbour allows is asked to leave by the keeper, who writes down the name and the hour in the book that lies in the tower.'

function change(before: PolicyText, after: PolicyText): ChangeDescription {
  return describe(align(before, after), {
    old: { text: before },
    new: { text: after },
    platform: 'Harbour AI',
    documentType: 'terms-of-service',
  })
}

function edit(before: string, after: string): ChangeDescription {
  return change(policy('# Rules', LONG, before, END), policy('# Rules', LONG, after, END))
}

suite('whether a change is noise', () => {
  it('is said without looking at everything, and as the kind says it', () => {
    const touched = fc.tuple(
      documents,
      fc.nat(30),
      fc.constantFrom('the mill', 'The  Mill', 'Last updated: May 3, 2026', ''),
    )
    let [noise, news] = [0, 0]
    fc.assert(
      fc.property(fc.oneof(fc.tuple(documents, documents), touched.map(touchedPair)), ([before, after]) => {
        const alignment = align(before, after)
        const kind = kindOf(alignment)
        if (kind === 'noise') noise++
        else news++
        expect(isNoise(alignment)).toBe(kind === 'noise')
      }),
      { numRuns: 200, seed: 7 },
    )
    expect(Math.min(noise, news)).toBeGreaterThan(10)
  })
})

/** A document, and the same with a soft hyphen in one block, or some words behind it. */
function touchedPair([text, at, words]: readonly [PolicyText, number, string]): [PolicyText, PolicyText] {
  const place = at % Math.max(1, text.blocks.length)
  const blocks = text.blocks.map((one, i) =>
    i === place ? { ...one, text: words === '' ? `${one.text}\u00ad` : `${one.text} ${words}`, links: [] } : one,
  )
  return [text, { ...text, blocks }]
}

suite('the kind of a change', () => {
  const cases: readonly (readonly [string, ChangeDescription['kind'], string, string])[] = [
    [
      'two words that turn a rule are news',
      'substantive',
      'We may share your data with the mill.',
      'We may not share your data with the mill.',
    ],
    [
      'a number in a rule is news',
      'substantive',
      'You have 30 days to object to the keeper.',
      'You have 14 days to object to the keeper.',
    ],
    [
      'a lost party is news',
      'substantive',
      'We share your notes with the mill and the tower.',
      'We share your notes with the mill.',
    ],
    [
      'an exchanged conjunction is news',
      'substantive',
      'Send name and address to the keeper.',
      'Send name or address to the keeper.',
    ],
    ['an effective date alone is news', 'substantive', 'Effective: May 3, 2026', 'Effective: June 3, 2026'],
    [
      'an address for exercising a right is news',
      'substantive',
      'To delete your data write to old@harbour.example.',
      'To delete your data write to new@harbour.example.',
    ],
    ['a last-updated date alone is not', 'administrative', 'Last updated: May 3, 2026', 'Last updated: June 3, 2026'],
    ['another style of one date is not', 'administrative', 'Last updated: May 3, 2026', 'Last updated: May 3rd, 2026'],
    ['another order of one date is the page', 'noise', 'Last updated: May 3, 2026', 'Last updated: 3 May 2026'],
    [
      'a slip of spelling is not',
      'administrative',
      'The keeper may close the harbbour at night.',
      'The keeper may close the harbour at night.',
    ],
    [
      'an article is not',
      'administrative',
      'The keeper may close a gate at night.',
      'The keeper may close the gate at night.',
    ],
    [
      'a cross-reference is not',
      'administrative',
      'As said in Section 4.2, the keeper decides.',
      'As said in Section 5.2, the keeper decides.',
    ],
    [
      'a general contact address is not',
      'administrative',
      'Say hello at old@harbour.example.',
      'Say hello at new@harbour.example.',
    ],
    [
      'a postal address is not',
      'administrative',
      'Harbour AI, 1 Mill Street, Portville, CA 94110',
      'Harbour AI, 9 Tower Street, Portville, CA 94158',
    ],
    [
      'a legal form is not',
      'administrative',
      'You agree this with Harbour, Inc. as the keeper.',
      'You agree this with Harbour, LLC as the keeper.',
    ],
    ['curly quotation marks are the page', 'noise', '"You" means the sailor.', '“You” means the sailor.'],
    [
      'a date told from today is the page',
      'noise',
      'Changed 3 days ago by the keeper.',
      'Changed 4 days ago by the keeper.',
    ],
    [
      'a hidden mail address is the page',
      'noise',
      'Write to keeper@harbour.example first.',
      'Write to [email protected] first.',
    ],
    ['a word joiner is the page', 'noise', 'Read the map\u2060 before you sail.', 'Read the map before you sail.'],
    [
      'a key combination is the page',
      'noise',
      'Press Ctrl+F to search in these rules.',
      'Press ⌘ F to search in these rules.',
    ],
  ]
  it.each(cases)('%s', (_name, kind, before, after) => {
    const { kind: found, reasons } = edit(before, after)
    expect([found, reasons]).toEqual([kind, expect.arrayContaining([expect.stringMatching(/\w/)])])
  })

  it('is noise where a menu, a page title or a consent dialog comes and goes', () => {
    const body = ['# Rules', LONG, 'You shall pay.', END]
    expect(change(policy(...body), policy('Select language', ...body)).kind).toBe('noise')
    expect(change(policy('Harbour AI', ...body), policy('Rules | Harbour AI', ...body)).kind).toBe('noise')
    const dialog = [
      '# We value your privacy',
      'We and our 12 partners use cookies to know where you sail.',
      'Customise',
      'Reject all',
      'Accept all',
    ]
    expect(change(policy(...body), policy(...dialog, ...body)).kind).toBe('noise')
  })

  it('is broken-capture where one side is a stub, an error page or another edition', () => {
    const body = Array.from({ length: 40 }, (_, i) => sentence(i))
    expect(change(policy(LONG, ...body), policy('Rules')).kind).toBe('broken-capture')
    expect(change(policy(LONG, ...body), policy(LONG, 'This page isn’t available', ...body.slice(20))).kind).toBe(
      'broken-capture',
    )
    const edition = (region: string): PolicyText =>
      policy(LONG, ...body.map((text, i) => `${text} In ${region} the keeper of ${region} number ${i} decides.`))
    expect(change(edition('the United Kingdom'), edition('Switzerland')).kind).toBe('broken-capture')
  })

  it('says of links only how many changed', () => {
    const text = (href: string): PolicyText => ({
      format: 1,
      blocks: [block(LONG), linked('Read the map before you sail.', 'map', href)],
    })
    expect(change(text('https://harbour.example/map'), text('https://harbour.example/chart'))).toMatchObject({
      kind: 'administrative',
      reasons: ['only 1 link target changed'],
    })
  })
})

suite('effects', () => {
  it('quote both sides verbatim, at code points of the canonical strings', () => {
    fc.assert(
      fc.property(anyText, documents, (a, b) => {
        const { effects } = change(a, b)
        for (const { before, after } of effects) {
          for (const [quotation, text] of [
            [before, a],
            [after, b],
          ] as const) {
            if (!quotation) continue
            const points = [...plainText(text)]
            expect(points.slice(quotation.start, quotation.end).join('')).toBe(quotation.exact)
            expect(plainText(text)).toContain(quotation.prefix + quotation.exact + quotation.suffix)
          }
        }
      }),
    )
  })

  it('weigh a lost protection as much as a new restriction', () => {
    const [without, protection, restriction] = [
      policy('# Rules', LONG, END),
      'We will not share your data with any third party without your consent.',
      'We may share your data with any third party at our sole discretion.',
    ]
    const lost = change(policy('# Rules', LONG, protection, END), without)
    const gained = change(without, policy('# Rules', LONG, restriction, END))
    expect([lost.direction, gained.direction]).toEqual(['less-protective', 'less-protective'])
    expect(lost.severity).toBe(gained.severity)
    expect(change(without, policy('# Rules', LONG, protection, END))).toMatchObject({
      direction: 'more-protective',
      severity: 'low',
    })
  })

  it('read a list item together with the sentence that introduces it', () => {
    const list = (...items: readonly string[]): PolicyText =>
      policy('# Rules', LONG, 'You must not:', ...items.map((item) => `- ${item}`), END)
    const { effects } = change(list('sail at night;'), list('sail at night;', 'feed the gulls;'))
    expect(effects).toMatchObject([{ effect: 'added', direction: 'less-protective', heading: 'Rules' }])
  })

  it('give one effect for a list that came as a whole', () => {
    const { effects } = change(
      policy('# Rules', LONG, END),
      policy('# Rules', LONG, 'The keeper may take from you:', '- the anchor;', '- the sail.', END),
    )
    expect(effects).toHaveLength(1)
    expect(effects[0]!.newBlocks).toEqual([2, 3, 4])
  })

  it('each say in one sentence what they do for the reader', () => {
    const { effects } = edit(
      'You have 30 days to cancel and get a refund.',
      'You have 14 days to cancel and get a refund.',
    )
    expect(effects).toMatchObject([
      {
        effect: 'modified',
        direction: 'less-protective',
        meaning: expect.stringMatching(/less favourable to you.*\.$/),
      },
    ])
  })
})

suite('the summary', () => {
  it('has the platform as subject and a first sentence of at most 280 characters', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const { summary } = change(a, b)
        expect(summary.startsWith('Harbour AI ')).toBe(true)
        const first = /^.*?(?:…|[”\w)]\.)(?= |$)/su.exec(summary)?.[0] ?? summary
        expect([...first].length).toBeLessThanOrEqual(280)
      }),
    )
  })

  it('counts sentences that came, went and were edited', () => {
    const { sentences } = edit(
      'The gate is open. You may enter it freely.',
      'The gate is open. You may enter it on foot only. Dogs must wait outside.',
    )
    expect(sentences).toEqual({ added: 1, removed: 0, modified: 1 })
  })

  it('names users and regions that the changed words name', () => {
    const { affected, regions } = edit(
      'The keeper decides this alone.',
      'For developers who use our API in California and in Japan the keeper decides.',
    )
    expect(affected).toEqual(expect.arrayContaining(['developers']))
    expect(regions).toEqual(['California', 'Japan'])
  })
})
