/** PDF files as people publish them, written by the tests: what a reader sees is the text, in the order of reading. */
import { describe, expect, test } from 'vitest'
import { breakLines, type PdfLine, writePdf } from '../../../../test/corpus/extract/write-pdf.ts'
import { extract, renderStageText } from '../index.ts'

const read = (bytes: Uint8Array) =>
  extract({
    bytes,
    mediaType: 'application/pdf',
    url: 'https://larkspur.example/terms.pdf',
    declared: { platform: 'Larkspur', title: 'Terms of Service', type: 'terms-of-service' },
  })

const RULES = [
  'You agree that we may suspend or terminate your account if you breach these terms or the applicable law, and that we tell you the reason where the law lets us do so.',
  'We provide the services with reasonable care and skill, and we do not promise that they are free of errors or that they are available without interruption at all times.',
  'You keep all rights in the content that you submit, and you grant us a licence to host and display it for as long as it is needed to provide the services to you.',
  'Our liability for slight negligence is limited to damage that is typical and foreseeable, and it never exceeds the fees that you paid in the twelve months before the event.',
]

/** Paragraphs of a column, one under the other. */
function column(texts: readonly string[], x: number, top: number, width: number): PdfLine[] {
  const lines: PdfLine[] = []
  let y = top
  for (const text of texts) {
    for (const line of breakLines(text, width, 10)) {
      lines.push({ text: line, x, y })
      y += 12.5
    }
    y += 9
  }
  return lines
}

const HEAD: PdfLine = { text: 'Terms of Service', x: 60, y: 90, size: 20, bold: true }
const blocks = async (...pages: PdfLine[][]) => (await read(writePdf(pages))).text.blocks
const texts = async (...pages: PdfLine[][]) => (await blocks(...pages)).map((block) => block.text)

describe('reading order', () => {
  test('lines of one column are paragraphs again', async () => {
    const reading = await read(writePdf([[HEAD, ...column(RULES, 60, 130, 470)]]))
    expect(reading).toMatchObject({ verdict: 'policy', title: 'Terms of Service', language: 'en' })
    expect(reading.text.blocks.map((block) => block.text)).toEqual(['Terms of Service', ...RULES])
    expect(reading.text.blocks[1]!.headingPath).toEqual(['Terms of Service'])
  })

  test('two columns are read one after the other, under a title across both', async () => {
    const page = [HEAD, ...column(RULES.slice(0, 2), 60, 130, 220), ...column(RULES.slice(2), 310, 134, 220)]
    expect(await texts(page)).toEqual(['Terms of Service', ...RULES])
  })

  test('a paragraph goes on over columns and pages', async () => {
    const lines = breakLines(`${RULES[0]} ${RULES[1]} ${RULES[2]}`, 470, 10)
    const at = (part: string[], top: number) => part.map((text, i) => ({ text, x: 60, y: top + 12.5 * i }))
    expect(await texts([HEAD, ...at(lines.slice(0, 2), 760)], at(lines.slice(2), 130))).toEqual([
      'Terms of Service',
      `${RULES[0]} ${RULES[1]} ${RULES[2]}`,
    ])
  })

  test('the order of the bytes does not matter', async () => {
    const page = [HEAD, ...column(RULES, 60, 130, 470)]
    expect(await texts([...page].reverse())).toEqual(await texts(page))
  })
})

describe('what stands around the text', () => {
  test('running headers, footers and page numbers are no text', async () => {
    const page = (number: number): PdfLine[] => [
      { text: 'Larkspur Legal Library', x: 60, y: 40, size: 8 },
      ...column([RULES[number % 4]!], 60, 130, 470),
      { text: 'Confidential and proprietary', x: 60, y: 800, size: 8 },
      { text: `Page ${number} of 5`, x: 480, y: 812, size: 8 },
    ]
    expect(await texts(...[1, 2, 3, 4, 5].map(page))).toEqual([1, 2, 3, 4, 5].map((number) => RULES[number % 4]))
  })

  test('the headers of chapters differ and are no text either', async () => {
    const page = (number: number): PdfLine[] => [
      {
        text: `Chapter ${'abcde'[number]}${'xyzxy'[number]}: ${RULES[number % 4]!.slice(0, 20)}`,
        x: 60,
        y: 40,
        size: 8,
      },
      { text: `${number + 11}`, x: 520, y: 40, size: 8 },
      ...column([RULES[number % 4]!], 60, 130, 470),
    ]
    expect(await texts(...[0, 1, 2, 3].map(page))).toEqual(RULES)
  })

  test('a table of contents is no text', async () => {
    const entries = ['Scope', 'Accounts', 'Fees', 'Liability', 'Law'].map((name, i) => ({
      text: `${i + 1}. ${name} ${'.'.repeat(60)} ${i + 2}`,
      x: 60,
      y: 160 + 14 * i,
    }))
    const contents = { text: 'Contents', x: 60, y: 140, size: 13, bold: true }
    expect(await texts([HEAD, contents, ...entries, ...column(RULES, 60, 300, 470)])).toEqual([
      'Terms of Service',
      ...RULES,
    ])
  })
})

describe('words', () => {
  test('a hyphen of the line goes, a hyphen of the word stays', async () => {
    const rule = [
      'We share your personal informa-',
      'tion with third-party vendors only, and a third-',
      'party vendor is bound by the same rules as the self-',
      'employed experts that work for us under contract.',
    ]
    const [text] = await texts(rule.map((line, i) => ({ text: line, x: 60, y: 130 + 12.5 * i })))
    expect(text).toBe(
      'We share your personal information with third-party vendors only, and a third-party vendor is bound by the same rules as the self-employed experts that work for us under contract.',
    )
  })

  test('links keep their place and address', async () => {
    const found = await blocks([
      ...column(RULES.slice(0, 1), 60, 130, 470),
      { text: 'Read our', x: 60, y: 200 },
      { text: 'privacy policy', x: 104, y: 200, href: 'https://larkspur.example/privacy' },
      { text: 'before you begin to use the services.', x: 167, y: 200 },
    ])
    const block = found[found.length - 1]!
    expect(block.text).toBe('Read our privacy policy before you begin to use the services.')
    expect(block.links).toEqual([{ start: 9, end: 23, href: 'https://larkspur.example/privacy' }])
  })
})

describe('structure', () => {
  test('headings have depths, numbers stand beside the text, items nest by their indents', async () => {
    const found = await blocks([
      HEAD,
      { text: '1. Your Account', x: 60, y: 130, size: 14, bold: true },
      ...column([RULES[0]!], 60, 155, 470),
      { text: '1.1 Closing', x: 60, y: 200, size: 11.5, bold: true },
      { text: 'You may close your account at any time, unless', x: 60, y: 218 },
      { text: '(a) you owe us fees for the services;', x: 80, y: 233 },
      { text: '(b) a dispute is pending, such as', x: 80, y: 248 },
      { text: '•', x: 100, y: 263 },
      { text: 'an arbitration, or', x: 115, y: 263 },
      { text: '•', x: 100, y: 278 },
      { text: 'a claim before a court.', x: 115, y: 278 },
    ])
    expect(found.map(({ kind, depth, number, text }) => [kind, depth, number, text.slice(0, 20)])).toEqual([
      ['heading', 1, null, 'Terms of Service'],
      ['heading', 2, '1', 'Your Account'],
      ['paragraph', 0, null, RULES[0]!.slice(0, 20)],
      ['heading', 3, '1.1', 'Closing'],
      ['paragraph', 0, null, 'You may close your a'],
      ['item', 1, '(a)', 'you owe us fees for '],
      ['item', 1, '(b)', 'a dispute is pending'],
      ['item', 2, null, 'an arbitration, or'],
      ['item', 2, null, 'a claim before a cou'],
    ])
  })

  test('what hangs under a colon is a list, also where its bullets are drawn', async () => {
    const found = await blocks([
      HEAD,
      { text: 'You may not use the services to do any of these:', x: 60, y: 130 },
      { text: 'send messages that nobody asked for;', x: 80, y: 145 },
      { text: 'collect personal data without consent, such as', x: 80, y: 160 },
      { text: 'names and addresses;', x: 100, y: 175 },
      { text: 'pictures of people.', x: 100, y: 190 },
      ...column([RULES[0]!], 60, 215, 470),
    ])
    expect(found.slice(1).map(({ kind, depth }) => `${kind}${depth}`)).toEqual([
      'paragraph0',
      'item1',
      'item1',
      'item2',
      'item2',
      'paragraph0',
    ])
  })

  test('rows of a table are rows, with cells of several lines', async () => {
    const cell = (text: string, x: number, y: number): PdfLine => ({ text, x, y })
    const found = await blocks([
      ...column(RULES.slice(0, 2), 60, 100, 470),
      ...[cell('Purpose', 60, 240), cell('Data', 220, 240), cell('Kept for', 400, 240)],
      ...[cell('Billing', 60, 262), cell('Name, address and', 220, 262), cell('Ten years', 400, 262)],
      cell('bank account', 220, 274),
      ...[cell('Support', 60, 296), cell('Messages', 220, 296), cell('One year', 400, 296)],
      ...column(RULES.slice(2), 60, 340, 470),
    ])
    expect(found.map(({ kind, text }) => (kind === 'row' ? text : kind))).toEqual([
      'paragraph',
      'paragraph',
      'Purpose | Data | Kept for',
      'Billing | Name, address and bank account | Ten years',
      'Support | Messages | One year',
      'paragraph',
      'paragraph',
    ])
  })

  test('dates are read by the same rules as everywhere', async () => {
    const reading = await read(
      writePdf([[HEAD, { text: 'Last updated: 3 March 2026', x: 60, y: 115 }, ...column(RULES, 60, 140, 470)]]),
    )
    expect(reading.stated).toMatchObject({ kind: 'exact', on: '2026-03-03' })
  })

  test('the same bytes give the same text', async () => {
    const bytes = writePdf([[HEAD, ...column(RULES, 60, 130, 220), ...column(RULES, 310, 134, 220)]])
    const [one, other] = await Promise.all([read(bytes), read(bytes)])
    expect(renderStageText(one.text)).toBe(renderStageText(other.text))
    expect(bytes.length).toBeGreaterThan(0)
  })
})
