/** Pages that nobody writes by mistake: each must end soon, with a verdict, and keep the text that it shows. */
import { describe, expect, test } from 'vitest'
import { parsePage } from './html/parse.ts'
import { extract, renderStageText } from './index.ts'

const read = (html: string) =>
  extract({
    bytes: new TextEncoder().encode(html),
    mediaType: 'text/html; charset=utf-8',
    url: 'https://larkspur.example/terms',
    declared: { platform: 'Larkspur', title: 'Terms of Service', type: 'terms-of-service' },
  })
const RULE = 'You agree that we may suspend or terminate your account if you breach these terms or the applicable law. '
const DOCUMENT = `<h1>Terms of Service</h1><p>${RULE.repeat(8)}</p>`

describe('hostile pages', () => {
  test.each([
    ['100,000 nested elements', `${'<div>'.repeat(100_000)}<p>${RULE}</p>`],
    ['100,000 nested lists', `${'<ul><li>'.repeat(100_000)}x`],
    ['100,000 open formatting elements', `${'<b id=x>'.repeat(100_000)}<p>${RULE}</p>`],
    ['formatting reopened in every paragraph', Array.from({ length: 20_000 }, (_, i) => `<p><b id=${i}>x`).join('')],
    ['nested tables', '<table><tr><td>'.repeat(20_000)],
    ['100,000 hidden siblings', '<p hidden>x</p>'.repeat(100_000)],
    ['100,000 attributes', `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>x`],
    ['a million angle brackets', '<'.repeat(1_000_000)],
    ['a million ampersands', '&'.repeat(1_000_000)],
    ['5 MB of inline style', `<style>${'a{color:red}'.repeat(420_000)}</style>`],
    ['a class of a million letters', `<div class="${'nav-'.repeat(250_000)}">x</div>`],
    ['a word of a million letters', `<p>${'a'.repeat(1_000_000)}</p>`],
    ['a million numbers', `<p>${'1.'.repeat(500_000)} x</p>`],
    ['a million brackets', `<p>${'(a)'.repeat(300_000)} x</p>`],
    ['a million line breaks', `<p>${'a<br>'.repeat(200_000)}</p>`],
    ['200,000 links', '<a href="#x">terms of service</a> '.repeat(200_000)],
    ['200,000 headings', '<h2>1. Terms</h2>'.repeat(100_000)],
    ['100,000 buttons that accept', '<div><button>Accept all</button></div>'.repeat(50_000)],
    ['100,000 nested buttons', '<div><button aria-expanded="false" aria-controls="x">Accept all'.repeat(50_000)],
    ['a million spaces', `<p>${' \n'.repeat(500_000)}x</p>`],
    ['dates without end', `<p>Last updated ${'1 May '.repeat(100_000)}</p>`],
  ])('%s', { timeout: 30_000 }, async (_, html) => {
    const started = performance.now()
    const { verdict, reason } = await read(html)
    expect(verdict).not.toBe('')
    expect(reason).not.toBe('')
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test('100,000 items are kept, each with its number', async () => {
    const { text } = await read(
      `${DOCUMENT}<ol>${'<li>You agree to this rule of the terms.</li>'.repeat(100_000)}</ol>`,
    )
    const last = text.blocks[text.blocks.length - 1]
    expect([text.blocks.length, last?.number, last?.text]).toEqual([
      100_002,
      '100000',
      'You agree to this rule of the terms.',
    ])
  })

  test('what surrounds a document does not harm it', async () => {
    const plain = await read(`<main>${DOCUMENT}</main>`)
    const wrapped = await read(
      `<style>${'a{b:c}'.repeat(100_000)}</style>${'<div>'.repeat(600)}<main>${DOCUMENT}</main>${'</div>'.repeat(600)}`,
    )
    expect(renderStageText(wrapped.text)).toBe(renderStageText(plain.text))
  })

  test('null bytes, lone surrogates and control characters leave text that is well formed', async () => {
    const { text, verdict } = await read(
      `<main><h1>Terms\u0000 of Service</h1><p>${RULE.repeat(8)}&#xD800; a\u0007b &#0; \u202Eevil</p></main>`,
    )
    const all = renderStageText(text)
    expect(verdict).toBe('policy')
    expect(all.isWellFormed()).toBe(true)
    expect(all).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  })

  test('a page with too many elements is not read, and says so', async () => {
    expect(parsePage('<i></i>'.repeat(50), 20).tooLarge).toBe(true)
    const { verdict, reason } = await read('<i></i>'.repeat(1_100_000))
    expect([verdict, reason]).toEqual(['unreadable', 'the page has too many elements to read'])
  })
})
