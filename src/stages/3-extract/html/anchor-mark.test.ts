import { expect, test } from 'vitest'
import { extract } from '../index.ts'

const read = async (heading: string) => {
  const { text } = await extract({
    bytes: Buffer.from(
      `<main><h1>Terms of Use</h1><h2 id="work">${heading}</h2><p>You keep what you write, and we may show it to your class.</p></main>`,
    ),
    mediaType: 'text/html',
    url: 'https://tern.example/terms',
    declared: { platform: 'Tern', title: 'Terms of Use', type: 'terms-of-service' },
  })
  return text.blocks[1]!.text
}

test('the sign that copies a heading’s address is no word of it', async () => {
  expect(await read('Your work<a href="#work">#</a>')).toBe('Your work')
  expect(await read('Your work <a class="headerlink" href="#work"><span>¶</span></a>')).toBe('Your work')
})

test('a link that leads elsewhere, or says more, stays', async () => {
  expect(await read('Your work <a href="/more">#</a>')).toBe('Your work #')
  expect(await read('<a href="#work">#1 rule</a>')).toBe('#1 rule')
})
