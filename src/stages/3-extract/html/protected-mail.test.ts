import { expect, test } from 'vitest'
import { extract } from '../index.ts'
import { decodeMail } from './protected-mail.ts'

const hide = (mail: string, key = 0x42): string =>
  Buffer.from([key, ...Buffer.from(mail).map((byte) => byte ^ key)]).toString('hex')

const block = async (html: string) => {
  const { text } = await extract({
    bytes: new TextEncoder().encode(`<main>${html}</main>`),
    mediaType: 'text/html; charset=utf-8',
    url: 'https://larkspur.example/privacy',
    declared: { platform: 'Larkspur', title: 'Privacy Policy', type: 'privacy-policy' },
  })
  return text.blocks[0]
}

test('a protected address is read as a browser shows it', async () => {
  const read = await block(
    `<p>Write to <a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${hide('privacy@larkspur.example')}">[email&#160;protected]</a>, please.</p>`,
  )
  expect(read).toMatchObject({ text: 'Write to privacy@larkspur.example, please.', links: [] })
})

test('a protected link is a mail link again, with the text that it has', async () => {
  const hex = hide('dpo@larkspur.example?subject=Access', 0x9f)
  const named = await block(`<p>Ask <a href="/cdn-cgi/l/email-protection#${hex}">our officer</a> for it.</p>`)
  expect(named?.links).toEqual([{ start: 4, end: 15, href: 'mailto:dpo@larkspur.example?subject=Access' }])
  const shown = hide('dpo@larkspur.example')
  const linked = await block(
    `<p>Ask <a href="/cdn-cgi/l/email-protection#${shown}"><span class="__cf_email__" data-cfemail="${shown}">[email&#160;protected]</span></a>.</p>`,
  )
  expect(linked).toMatchObject({
    text: 'Ask dpo@larkspur.example.',
    links: [{ start: 4, end: 24, href: 'mailto:dpo@larkspur.example' }],
  })
})

test('addresses beyond ASCII decode, and what is no address stays as the page prints it', async () => {
  expect(decodeMail(hide('büro@lärche.example'))).toBe('büro@lärche.example')
  for (const hex of [
    '',
    '42',
    '4',
    'zz00',
    hide('no address'),
    hide('a\u0000@b'),
    hide('<b>@x.example'),
    'ab'.repeat(9000),
  ])
    expect(decodeMail(hex)).toBe(null)
  const kept = await block('<p>Write to <span data-cfemail="42zz">[email&#160;protected]</span> today.</p>')
  expect(kept?.text).toBe('Write to [email protected] today.')
})
