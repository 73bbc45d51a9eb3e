import { expect, test } from 'vitest'
import { extract, renderStageText } from '../../../src/stages/3-extract/index.ts'
import { PRIVACY } from './fictional-policy.ts'
import { DATE, SHAPES, TITLE } from './page-shapes.ts'
import { MORE_SHAPES } from './page-shapes-2.ts'
import { HIDDEN_SHAPES } from './page-shapes-3.ts'

const WANTED = [
  TITLE,
  DATE,
  ...PRIVACY.flatMap(({ heading, paragraphs }) => [heading.replace('. ', ' '), ...paragraphs]),
].join('\n')
/** Plain lines without any mark: which of them are headings cannot be told of all. */
const UNMARKED = new Set(['preformatted'])

const read = (body: string, title = TITLE) =>
  extract({
    bytes: new TextEncoder().encode(
      `<!doctype html><html lang="en"><head><title>${title} – Larkspur</title></head><body>${body}</body></html>`,
    ),
    mediaType: 'text/html; charset=utf-8',
    url: 'https://larkspur.example/privacy',
    declared: { platform: 'Larkspur', title, type: 'privacy-policy' },
  })

test.each(Object.entries({ ...SHAPES, ...MORE_SHAPES, ...HIDDEN_SHAPES }))(
  '%s holds the document and nothing else',
  async (name, body) => {
    const { text, verdict, reason, stated } = await read(body)
    expect(renderStageText(text)).toBe(WANTED)
    expect(verdict, reason).toBe('policy')
    expect(stated).toMatchObject({ on: '2026-03-03' })
    if (!UNMARKED.has(name)) expect(text.blocks.filter((block) => block.kind === 'heading')).toHaveLength(7)
  },
)

const body = PRIVACY.map(
  ({ heading, paragraphs }, i) =>
    `<h2 id="s${i}">${heading}</h2>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`,
).join('')
const entries = PRIVACY.map(({ heading }, i) => `<li><a href="#s${i}">${heading}</a></li>`).join('')

test('a list of contents that the page offers beside the text is left out, one that the author wrote stays', async () => {
  const offered = [
    `<nav aria-label="Contents"><ol>${entries}</ol></nav><main><h1>${TITLE}</h1>${body}</main>`,
    `<main><aside class="toc"><h4>On this page</h4><ul>${entries}</ul></aside><div><h1>${TITLE}</h1>${body}</div></main>`,
    `<main><div class="left"><ul>${entries}</ul></div><div class="right"><h1>${TITLE}</h1>${body}</div></main>`,
    `<main><h1>${TITLE}</h1><div class="cols"><div class="sticky"><ul>${entries}</ul></div><div>${body}</div></div></main>`,
  ]
  for (const page of offered) {
    const { text } = await read(page)
    expect(text.blocks.filter((block) => block.text === 'Retention').length, page.slice(0, 60)).toBe(1)
  }
  const written = await read(`<main><h1>${TITLE}</h1><h2>Contents</h2><ol>${entries}</ol>${body}</main>`)
  expect(written.text.blocks.filter((block) => block.text === 'Retention').length).toBe(2)
})

test('what stands under a heading like “Related articles” is kept where it holds rules', async () => {
  const { text } = await read(
    `<main><h1>${TITLE}</h1>${body}<h2>Related content</h2><p>You agree that we may retain the terms of your licence and the personal data that applicable law requires us to keep, and you consent to it.</p></main>`,
  )
  expect(renderStageText(text)).toContain('Related content\nYou agree')
})

test('a section under a document’s title that another document of a legal centre hides stays hidden', async () => {
  const hidden = `<div class="bar"><h2>Terms of Service</h2><span>Version 3</span></div><div style="display:none"><p>You agree to the terms that nobody opened, and accept our liability.</p></div>`
  const { text } = await read(`<main><h1>${TITLE}</h1>${body}</main><div>${hidden}</div>`)
  expect(renderStageText(text)).not.toContain('nobody opened')
})
