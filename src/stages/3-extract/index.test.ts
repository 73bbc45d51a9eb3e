import { describe, expect, test } from 'vitest'
import type { ExtractInput } from '../../core/reading.ts'
import { extract, renderStageText } from './index.ts'

const page = (html: string, more: Partial<ExtractInput> = {}) =>
  extract({
    bytes: new TextEncoder().encode(html),
    mediaType: 'text/html; charset=utf-8',
    url: 'https://larkspur.example/legal/terms',
    declared: { platform: 'Larkspur', title: 'Terms of Service', type: 'terms-of-service' },
    ...more,
  })
const RULE = 'You agree that we may suspend or terminate your account if you breach these terms or the applicable law. '
const shown = async (html: string, more: Partial<ExtractInput> = {}) => {
  const { text } = await page(
    `<title>Terms of Service</title><main><h1>Terms of Service</h1><p>${RULE.repeat(4)}</p>${html}</main>`,
    more,
  )
  return text.blocks.slice(2)
}
const lines = async (html: string) =>
  (await shown(html)).map(({ kind, depth, number, text }) => `${kind}${depth} ${number ?? '-'} ${text}`)

describe('what a reader sees', () => {
  test.each([
    ['the hidden attribute', `<p hidden>secret rule ${RULE}</p>`],
    ['display none', `<p style="color:red; display : none">secret rule ${RULE}</p>`],
    ['visibility hidden', `<p style="visibility:hidden">secret rule ${RULE}</p>`],
    ['a class for screen readers', `<p class="sr-only">secret rule ${RULE}</p>`],
    ['a class that hides', `<div class="d-none">secret rule ${RULE}</div>`],
    ['text moved off the screen', `<p style="position:absolute;left:-9999px">secret rule ${RULE}</p>`],
    ['a template', `<template><p>secret rule ${RULE}</p></template>`],
    ['a script', '<script>document.write("secret rule")</script>'],
    ['an option list', '<select><option>secret rule</option></select>'],
  ])('text hidden by %s is not part of the document', async (_, html) => {
    expect(renderStageText({ format: 1, blocks: await shown(html) })).not.toContain('secret')
  })

  test('a class that hides at one width only hides nothing', async () => {
    expect(await lines('<p class="hidden md:block">Wide screens see this rule too.</p>')).toEqual([
      'paragraph0 - Wide screens see this rule too.',
    ])
  })

  test.each([
    ['details', `<details><summary>More</summary><p>${RULE}</p></details>`],
    [
      'a region opened by a button',
      `<button aria-expanded="false" aria-controls="x">More</button><div id="x" hidden><p>${RULE}</p></div>`,
    ],
    ['an accordion class', `<div class="accordion-body" style="display:none"><p>${RULE}</p></div>`],
    [
      'a hidden part before “Learn more”',
      `<div><div class="detail hidden"><p>${RULE}</p></div><a href="#">Learn more</a></div>`,
    ],
    ['a hidden part under a heading', `<h3>Fees</h3><div style="display:none"><p>${RULE}</p></div>`],
    ['a part streamed after its place', `<template id="B:1"></template><p>Loading</p><!--/$-->`],
  ])('a section collapsed by %s is kept', async (name, html) => {
    const late = name.includes('streamed') ? `<div hidden id="S:1"><p>${RULE}</p></div>` : ''
    const { text } = await page(`<main><h1>Terms of Service</h1><p>${RULE.repeat(3)}</p>${html}</main>${late}`)
    expect(text.blocks.some((block) => block.text === RULE.trim())).toBe(true)
  })
})

describe('what stands around the document', () => {
  const section = (i: number): string => `<h2>Section ${i}</h2><p>${RULE.repeat(3)}This is rule ${i}.</p>`
  const document = `<h1>Terms of Service</h1>${[1, 2, 3, 4].map(section).join('')}`
  test.each([
    ['navigation', '<nav><a href="/a">Products we sell</a><a href="/b">Pricing</a></nav>'],
    ['a footer', '<footer><p>© 2026 Larkspur. All rights reserved around the world.</p></footer>'],
    [
      'a consent dialog by role',
      '<div role="dialog"><p>We use cookies to personalise content and your consent matters.</p><button>Accept all</button></div>',
    ],
    [
      'a consent dialog by its buttons',
      '<div class="xk"><div>We value your privacy and use cookies for consent based advertising here.</div><button>Reject all</button><button>Accept all</button></div>',
    ],
    [
      'a vendor’s banner',
      '<div id="onetrust-banner-sdk"><p>Cookies help us; agree to them under our privacy terms today.</p></div>',
    ],
    [
      'related links',
      '<div class="related-articles"><a href="/x">Ten tips for chatting</a><a href="/y">Our seed round</a></div>',
    ],
    ['a feedback box', '<div class="feedback"><p>Was this helpful?</p></div>'],
    [
      'a language list',
      '<ul class="language-selector"><li><a href="/de">Deutsch</a></li><li><a href="/fr">Français</a></li></ul>',
    ],
  ])('%s is left out, before and after', async (_, around) => {
    const plain = await page(`<body><main>${document}</main></body>`)
    const { text } = await page(`<body>${around}<main>${document}</main>${around}</body>`)
    const inside = await page(`<body><div>${around}<div>${document}</div>${around}</div></body>`)
    expect(text.blocks).toEqual(plain.text.blocks)
    expect(inside.text.blocks).toEqual(plain.text.blocks)
  })

  test('a whole document in a header, an aside or a form is still found', async () => {
    for (const tag of ['header', 'aside', 'form', 'footer']) {
      const { text, verdict } = await page(`<body><${tag}>${document}</${tag}></body>`)
      expect(verdict).toBe('policy')
      expect(text.blocks.filter((block) => block.text.startsWith(RULE))).toHaveLength(4)
    }
  })

  test('a section named like a widget is a section', async () => {
    const { text } = await page(
      `<body><main>${document}<section id="sharing" class="sharing"><h2>Sharing</h2><p>${RULE.repeat(3)}</p></section></main></body>`,
    )
    expect(text.blocks.some((block) => block.text === 'Sharing')).toBe(true)
  })

  test('the same text for two screen widths is one text', async () => {
    const unique = Array.from(
      { length: 6 },
      (_, i) => `<h2>Part ${i}</h2><p>${RULE} In part ${i} you agree to more of it, and to the terms of that part.</p>`,
    ).join('')
    const { text } = await page(`<body><div class="a">${unique}</div><div class="b">${unique}</div></body>`)
    expect(text.blocks).toHaveLength(12)
  })

  test('choices around a document are recorded beside it', async () => {
    const { text, choiceControls } = await page(
      `<body><main>${document}</main><footer><a href="/dns">Do not sell or share my personal information</a><button>Cookie settings</button><a href="/blog">Blog</a></footer></body>`,
    )
    expect(choiceControls).toEqual([
      { kind: 'cookie-settings', label: 'Cookie settings', href: null },
      {
        kind: 'do-not-sell',
        label: 'Do not sell or share my personal information',
        href: 'https://larkspur.example/dns',
      },
    ])
    expect(renderStageText(text)).not.toContain('Do not sell')
  })
})

describe('structure', () => {
  test('lists keep their nesting and the numbers that a browser prints', async () => {
    expect(
      await lines(
        '<ol><li>One<ol type="a"><li>Sub one</li><li>Sub two</li></ol></li><li value="7">Seven<ul><li>Dot</li></ul></li><li>Eight</li></ol>',
      ),
    ).toEqual(['item1 1 One', 'item2 a Sub one', 'item2 b Sub two', 'item1 7 Seven', 'item2 - Dot', 'item1 8 Eight'])
  })

  test('a printed number goes before the counter, and not into the text', async () => {
    expect(
      await lines(
        '<ol><li>4.2(b) You may not resell it.</li></ol><p>(iii) we may ask for proof;</p><p>Section 9 Governing law applies.</p>',
      ),
    ).toEqual([
      'item1 4.2(b) You may not resell it.',
      'paragraph0 (iii) we may ask for proof;',
      'paragraph0 Section 9 Governing law applies.',
    ])
  })

  test('tables are rows, and layout tables are not', async () => {
    expect(
      await lines(
        '<table><tr><th>Data</th><th>Purpose</th></tr><tr><td>Email<br>address</td><td><p>Sign in</p></td></tr></table>',
      ),
    ).toEqual(['row0 - Data | Purpose', 'row0 - Email address | Sign in'])
    expect(
      await lines('<table role="presentation"><tr><td><h2>Fees</h2><p>You pay monthly.</p></td></tr></table>'),
    ).toEqual(['heading2 - Fees', 'paragraph0 - You pay monthly.'])
  })

  test('definition lists, boxes and split sentences', async () => {
    expect(await lines('<dl><dt>Output</dt><dd>What the service returns to you.</dd></dl>')).toEqual([
      'item1 - Output',
      'paragraph1 - What the service returns to you.',
    ])
    const split = await lines(
      '<p>Before you publish output to a wide audience, you must review it and the</p><aside class="note">Example: a blog post.</aside><p>human who did it must be named.</p>',
    )
    expect(split).toEqual([
      'paragraph0 - Before you publish output to a wide audience, you must review it and the human who did it must be named.',
      'note0 - Example: a blog post.',
    ])
  })

  test('headings are found by style, glued headings are parted, and numbers give the depth', async () => {
    const blocks = await shown(
      `<p><b>1. Fees</b></p><p>${RULE}</p><p><b>1.1 Refunds</b><br>${RULE}</p><p><strong>Taxes</strong>You pay all taxes that apply to you under these terms.</p>`,
    )
    expect(
      blocks.map(({ kind, depth, number, text, headingPath }) => [
        kind,
        depth,
        number,
        text.slice(0, 10),
        headingPath.slice(1),
      ]),
    ).toEqual([
      ['heading', 2, '1', 'Fees', []],
      ['paragraph', 0, null, RULE.slice(0, 10), ['Fees']],
      ['heading', 3, '1.1', 'Refunds', ['Fees']],
      ['paragraph', 0, null, RULE.slice(0, 10), ['Fees', 'Refunds']],
      ['heading', 3, null, 'Taxes', ['Fees']],
      ['paragraph', 0, null, 'You pay al', ['Fees', 'Taxes']],
    ])
  })

  test('links have positions in code points and absolute addresses', async () => {
    const [block] = await shown('<p>😀 See  the <a href="../privacy?x=1">privacy <b>policy</b></a>, please.</p>')
    expect(block?.links).toEqual([{ start: 10, end: 24, href: 'https://larkspur.example/privacy?x=1' }])
    expect([...block!.text].slice(10, 24).join('')).toBe('privacy policy')
  })

  test('of several documents behind anchors the declared one is taken', async () => {
    const part = (id: string, title: string, body: string): string =>
      `<div id="${id}"><div class="t">${title}</div><p>${body.repeat(8)}</p><p>${RULE.repeat(6)}</p></div>`
    const html = `<main><h1>Legal</h1>${part('terms', 'Terms of Service', 'Terms text you agree to. ')}${part('privacy', 'Privacy Policy', 'Personal data text. ')}${part('dpa', 'Data Processing Addendum', 'Processing text of personal data. ')}</main>`
    const declared = {
      platform: 'Larkspur',
      title: 'Data Processor Agreement',
      type: 'data-processing-agreement' as const,
    }
    const { text, verdict } = await page(html, { declared })
    expect(verdict).toBe('policy')
    expect(text.blocks[0]?.text).toBe('Data Processing Addendum')
    expect(renderStageText(text)).not.toContain('Terms text')
    const more = part('extra', 'Additional Terms for Paid Services', 'Fees you agree to. ')
    const other = part('studio', 'Additional Terms - Studio', 'Studio you agree to. ')
    const terms = await page(html.replace('<div id="privacy">', `${more}${other}<div id="privacy">`), {
      declared: { platform: 'Larkspur', title: 'Terms of Service', type: 'terms-of-service' },
    })
    expect(renderStageText(terms.text)).toMatch(/Terms text[\s\S]*Fees you agree/)
    expect(renderStageText(terms.text)).not.toMatch(/Studio|Processing text/)
    const byAddress = await page(html, { url: 'https://larkspur.example/legal#privacy' })
    expect(byAddress.text.blocks[0]?.text).toBe('Privacy Policy')
  })
})

describe('declared selectors', () => {
  const html = `<body><h1>Terms</h1><div class="doc"><p id="a">First rule.</p><p class="ad">Buy now.</p><p id="b">Second rule.</p></div><p id="c">After.</p></body>`
  const texts = async (selectors: ExtractInput['selectors']) =>
    (await page(html, { selectors: selectors! })).text.blocks.map((block) => block.text)
  test('elements are taken in the order of the declaration, without what is removed', async () => {
    expect(await texts({ select: ['#c', '.doc'], remove: ['.ad'], normalise: [] })).toEqual([
      'After.',
      'First rule.',
      'Second rule.',
    ])
  })

  test('ranges include or exclude their ends', async () => {
    const range = (from: 'before' | 'after', to: 'before' | 'after') => ({
      from: { selector: '#a', side: from },
      to: { selector: '#c', side: to },
    })
    expect(await texts({ select: [range('before', 'after')], remove: [], normalise: [] })).toEqual([
      'First rule.',
      'Buy now.',
      'Second rule.',
      'After.',
    ])
    expect(await texts({ select: [range('after', 'before')], remove: [], normalise: [] })).toEqual([
      'Buy now.',
      'Second rule.',
    ])
    expect(await texts({ select: ['body'], remove: [range('after', 'before')], normalise: [] })).toEqual([
      'Terms',
      'First rule.',
      'After.',
    ])
  })

  test('selectors that match nothing, and selectors that are none, leave the document to be found', async () => {
    expect(await texts({ select: ['#gone'], remove: [], normalise: [] })).toContain('First rule.')
    expect(await texts({ select: ['##['], remove: [], normalise: [] })).toContain('First rule.')
  })

  test('normalisers change links before the text is taken', async () => {
    const { text } = await page('<p>See <a href="/x?id=4&utm_source=mail">this</a> page of ours.</p>', {
      selectors: { select: ['p'], remove: [], normalise: ['strip-tracking-parameters'] },
    })
    expect(text.blocks[0]?.links[0]?.href).toBe('https://larkspur.example/x?id=4')
  })
})

describe('what is no page', () => {
  test.each([
    ['an image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'image/png', 'unreadable'],
    ['a ZIP archive under a lying type', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'text/html', 'unreadable'],
    ['JSON', new TextEncoder().encode('{"status":"ok","items":[{"id":1}]}'), 'application/json', 'shell'],
    ['nothing', new Uint8Array(), 'text/html', 'shell'],
    ['null bytes', new Uint8Array(500), 'text/html', 'shell'],
    [
      'a script',
      new TextEncoder().encode(`var a=1;${'function f(){return {a:1};}'.repeat(50)}`),
      'text/plain',
      'shell',
    ],
  ])('%s has a verdict', async (_, bytes, mediaType, verdict) => {
    expect((await page('', { bytes, mediaType })).verdict).toBe(verdict)
  })
})
