import { describe, expect, test } from 'vitest'
import { extract } from '../index.ts'

const read = (markdown: string, title = 'Terms of Service') =>
  extract({
    bytes: new TextEncoder().encode(markdown),
    mediaType: 'text/markdown',
    url: null,
    declared: { platform: 'Larkspur', title, type: 'other' },
  })
const lines = async (markdown: string) =>
  (await read(markdown)).text.blocks.map(({ kind, depth, number, text }) => `${kind}${depth} ${number ?? '-'} ${text}`)
const RULE = 'You agree that we may suspend or terminate your account if you breach these terms or the applicable law.'

describe('versions of other archives', () => {
  test('headings, escapes, nested lists, quotations and tables are read', async () => {
    const markdown = `Terms of Service\n================\n\n1\\. Fees\n--------\n\nYou pay **monthly**.  \nNo refunds\\_here.\n\n*   One\n    \n    1.  Sub\n*   Two\n\n> Example: a box.\n\n| Data | Use |\n| --- | --- |\n| Email | Sign in |\n\n* * *\n\n![](logo.png)`
    expect(await lines(markdown)).toEqual([
      'heading1 - Terms of Service',
      'heading2 1 Fees',
      'paragraph0 - You pay monthly. No refunds_here.',
      'item1 - One',
      'item2 1 Sub',
      'item1 - Two',
      'note0 - Example: a box.',
      'row0 - Data | Use',
      'row0 - Email | Sign in',
    ])
  })

  test('links keep their addresses and positions', async () => {
    const { text } = await read('See our [privacy *policy*](https://larkspur.example/p "t") now.')
    expect(text.blocks[0]?.links).toEqual([{ start: 8, end: 22, href: 'https://larkspur.example/p' }])
  })

  test.each([
    [
      'an error page',
      'This page isn’t available\n-------------------------\n\nAn unexpected error has occurred. Try reloading the page.',
      'error',
    ],
    [
      'a bot wall',
      'Just a moment...\n================\n\nChecking your browser before accessing larkspur.example.',
      'blocked',
    ],
    ['a title without a text', 'Terms of Service\n================\n\nUpdated: 3 May 2026', 'partial'],
    ['a sign-in page', 'Welcome back\n============\n\nSign in to continue to Larkspur.', 'login'],
    [
      'a list of documents',
      '# Legal\n\n* [Terms of Service](/t)\n* [Privacy Policy](/p)\n* [Cookie Policy](/c)\n* [Data Processing Addendum](/d)',
      'other-document',
    ],
    [
      'a marketing page',
      `# Chat with anyone\n\n${'Larkspur makes every conversation brighter with voices that you will love to hear.\n\n'.repeat(12)}`,
      'other-page',
    ],
    ['an empty file', '', 'shell'],
    ['the document', `# Terms of Service\n\n${`${RULE}\n\n`.repeat(12)}`, 'policy'],
  ])('%s is told from the text alone', async (_, markdown, verdict) => {
    expect((await read(markdown)).verdict).toBe(verdict)
  })
})
