import { describe, expect, test } from 'vitest'
import { createFakeClock, type FakeClock } from '../../../../test/fake-clock.ts'
import { type Loopback, serveHttp } from '../../../../test/loopback.ts'
import { createHttpClient } from '../../../net/index.ts'
import { openWayback, type Wayback } from './wayback.ts'

type Said = { readonly status?: number; readonly body: unknown }
type Asked = {
  readonly method: string
  readonly url: URL
  readonly authorization: string | undefined
  readonly body: string
}

/** Speaks the protocol of the CDX server and of Save Page Now 2 as their documentation has it. */
async function archive(
  say: (asked: Asked) => Said,
  key: string | null = 'access:secret',
): Promise<AsyncDisposable & { wayback: Wayback; asked: Asked[]; clock: FakeClock; server: Loopback }> {
  const asked: Asked[] = []
  const server = await serveHttp(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString()
    const { method = '', headers } = request
    const one = { method, url: new URL(request.url ?? '', 'http://x'), authorization: headers.authorization, body }
    asked.push(one)
    const { status = 200, body: said } = say(one)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(typeof said === 'string' ? said : JSON.stringify(said))
  })
  const clock = createFakeClock()
  const http = createHttpClient({ userAgent: 'test', allowPrivateHosts: ['127.0.0.1'] })
  const wayback = openWayback({ http, clock, key, origin: `http://127.0.0.1:${server.port}` })
  return {
    wayback,
    asked,
    clock,
    server,
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

const FIELDS = ['timestamp', 'original', 'digest']
const URL_ASKED = 'https://lumenwrite.example/terms?a=1&b=2'

describe('looking up', () => {
  test('gives what is nearest to the moment, and asks for days around it', async () => {
    const lines = [
      FIELDS,
      ['20260101000000', URL_ASKED, 'A'.repeat(32)],
      ['20260110120000', URL_ASKED, 'B'.repeat(32)],
      ['20260113000000', URL_ASKED, 'C'.repeat(32)],
    ]
    await using own = await archive(() => ({ body: lines }))
    const found = await own.wayback.lookUp(URL_ASKED, new Date('2026-01-11T00:00:00Z'), 7)
    expect(found).toMatchObject({ at: '2026-01-10T12:00:00Z', digest: 'B'.repeat(32) })
    expect(found).toHaveProperty(
      'address',
      expect.stringMatching(/\/web\/20260110120000\/https:\/\/lumenwrite\.example/),
    )
    const { searchParams } = own.asked[0]!.url
    expect(searchParams.get('url')).toBe(URL_ASKED)
    expect([searchParams.get('from'), searchParams.get('to')]).toEqual(['20260104000000', '20260118000000'])
  })

  test.each([[[]], [[FIELDS]], ['']])('gives nothing where it holds nothing: %j', async (body) => {
    await using own = await archive(() => ({ body }))
    expect(await own.wayback.lookUp(URL_ASKED, new Date('2026-01-11T00:00:00Z'), 7)).toBeNull()
  })

  test('keeps a distance between requests', async () => {
    await using own = await archive(() => ({ body: [] }))
    for (let i = 0; i < 3; i++) await own.wayback.lookUp(URL_ASKED, own.clock.now(), 7)
    expect(own.clock.slept).toHaveLength(2)
    expect(Math.min(...own.clock.slept)).toBeGreaterThan(1_000)
  })

  test.each([
    [429, 'stop', 'status-429'],
    [503, 'later', 'status-503'],
    [403, 'stop', 'status-403'],
  ])('that is answered with status %i ends as a value', async (status, when, code) => {
    await using own = await archive(() => ({ status, body: 'x' }))
    expect(await own.wayback.lookUp(URL_ASKED, new Date(), 7)).toMatchObject({ kind: 'refused', when, code })
  })

  test.each(['<html>', '{"a":1}', '[1,2,{}]'])('passes over what is no answer: %s', async (body) => {
    await using own = await archive(() => ({ body }))
    const found = await own.wayback.lookUp(URL_ASKED, new Date(), 7)
    expect(found === null || 'kind' in found).toBe(true)
  })
})

describe('saving', () => {
  const job = { url: URL_ASKED, job_id: 'spn2-1' }
  const pending = { status: 'pending', job_id: 'spn2-1' }

  test('waits for the end of the job, with the key, and slower than the limit', async () => {
    const done = { status: 'success', timestamp: '20261121080030', original_url: URL_ASKED }
    let polls = 0
    await using own = await archive(({ method }) => ({ body: method === 'POST' ? job : ++polls < 3 ? pending : done }))
    expect(await own.wayback.save(URL_ASKED)).toMatchObject({ at: '2026-11-21T08:00:30Z', digest: null })
    expect(own.asked.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'POST /save',
      'GET /save/status/spn2-1',
      'GET /save/status/spn2-1',
      'GET /save/status/spn2-1',
    ])
    expect(new URLSearchParams(own.asked[0]!.body).get('url')).toBe(URL_ASKED)
    expect(own.asked.every(({ authorization }) => authorization === 'LOW access:secret')).toBe(true)
    await own.wayback.save(URL_ASKED)
    expect(own.clock.slept.filter((ms) => ms >= 5_000).length).toBeGreaterThan(3)
  })

  test.each([
    ['error:blocked-url', 'never'],
    ['error:not-found', 'never'],
    ['error:too-many-daily-captures', 'later'],
    ['error:service-unavailable', 'later'],
    ['error:something-new', 'later'],
    ['error:user-session-limit', 'stop'],
  ])('says what it was told: %s is %s', async (code, when) => {
    const error = { status: 'error', status_ext: code, message: 'because' }
    await using own = await archive(({ method }) => ({ body: method === 'POST' ? job : error }))
    expect(await own.wayback.save(URL_ASKED)).toEqual({ kind: 'refused', when, code, reason: 'because' })
    await using atOnce = await archive(() => ({ body: error }))
    expect(await atOnce.wayback.save(URL_ASKED)).toMatchObject({ when, code })
  })

  test('gives up on a job that does not end', async () => {
    await using own = await archive(({ method }) => ({ body: method === 'POST' ? job : pending }))
    expect(await own.wayback.save(URL_ASKED)).toMatchObject({ kind: 'refused', when: 'later', code: 'no-end' })
  })

  test('takes a key, and one that is accepted', async () => {
    await using without = await archive(() => ({ body: job }), null)
    expect(await without.wayback.save(URL_ASKED)).toMatchObject({ when: 'stop', code: 'no-key' })
    expect(without.asked).toEqual([])
    await using wrong = await archive(() => ({ status: 401, body: { message: 'You need to be logged in' } }))
    expect(await wrong.wayback.save(URL_ASKED)).toMatchObject({ when: 'stop', code: 'status-401' })
  })
})
