import { expect, test } from 'vitest'
import { extract } from '../index.ts'

const verdictOf = async (body: string) => {
  const { verdict, reason } = await extract({
    bytes: new TextEncoder().encode(`<title>Legal</title><h1>Legal</h1>${body}`),
    mediaType: 'text/html; charset=utf-8',
    url: 'https://larkspur.example/legal/terms',
    declared: { platform: 'Larkspur', title: 'Terms of Service', type: 'terms-of-service' },
  })
  return { verdict, reason }
}

test.each([
  '<iframe title="t" src="https://policies.example/larkspur/terms?a=1&amp;b=2"></iframe>',
  "<frameset><frame src='https://policies.example/larkspur/terms?a=1&b=2'></frameset>",
])('a page that only frames the document says which address to follow: %s', async (body) => {
  const { verdict, reason } = await verdictOf(body)
  expect(verdict).not.toBe('policy')
  expect(reason).toMatch(/; a frame on it shows https:\/\/policies\.example\/larkspur\/terms\?a=1&b=2$/)
})

test.each([
  '<iframe src="https://player.example/video/1"></iframe>',
  '<iframe src="javascript:terms()"></iframe>',
  '<iframe></iframe>',
])('a frame that holds no document is not spoken of: %s', async (body) => {
  expect((await verdictOf(body)).reason).not.toMatch(/frame/)
})
