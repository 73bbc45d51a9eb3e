import { expect, test } from 'vitest'
import { keepHeaders } from './kept-headers.ts'

test.each([
  ['Cloudflare', { server: 'cloudflare', 'cf-ray': '8f00-VIE', 'cf-mitigated': 'challenge' }],
  ['Akamai', { server: 'AkamaiGHost', 'akamai-grn': '0.5', 'x-reference-error': '18.5' }],
  ['AWS WAF', { 'x-amzn-waf-action': 'captcha' }],
  ['CloudFront', { 'x-cache': 'Error from cloudfront', 'x-amz-cf-id': 'a', 'x-amz-cf-pop': 'VIE50', via: '1.1 x' }],
  ['DataDome', { 'x-datadome': 'protected', 'x-dd-b': '1', server: 'DataDome' }],
  ['Imperva', { 'x-iinfo': '1-2-3', 'x-cdn': 'Imperva' }],
  ['HUMAN', { 'x-px-authorization': '4' }],
  ['Vercel', { 'x-vercel-mitigated': 'challenge', 'x-vercel-challenge-token': '2.1', 'x-vercel-id': 'fra1' }],
])('what shows %s is kept', (_, headers) => {
  expect(keepHeaders(headers)).toEqual(headers)
})

test('what says nothing later is not kept', () => {
  expect(
    keepHeaders({ 'content-security-policy': 'x', 'strict-transport-security': 'x', 'x-request-id': '1' }),
  ).toEqual({})
})

test('cookies are kept by name alone', () => {
  const cookies =
    'visid_incap_1=secret; expires=Sun, 22 Nov 2026 08:00:00 GMT; path=/, ak_bmsc=A~B=C; Max-Age=7200, bad'
  expect(keepHeaders({ 'set-cookie': cookies })).toEqual({ 'set-cookie': 'visid_incap_1=, ak_bmsc=' })
})

test('a value without end cannot fill the log, and half a validator is none', () => {
  const long = 'x'.repeat(100_000)
  expect(keepHeaders({ etag: long, 'last-modified': long })).toEqual({})
  expect(keepHeaders({ server: long }).server).toHaveLength(1024)
  const many = Object.fromEntries(Array.from('abcdefghijklmnop', (letter) => [`x-akamai-${letter}`, long]))
  const kept = keepHeaders({ ...many, etag: '"v1"' })
  expect(JSON.stringify(kept).length).toBeLessThan(5000)
  expect(kept.etag).toBe('"v1"')
})
