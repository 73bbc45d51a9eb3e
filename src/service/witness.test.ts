import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/fake-clock.ts'
import { type FollowedSite, followSite, policyPage, termsWith } from '../../test/followed-site.ts'
import { type Loopback, serveHttp } from '../../test/loopback.ts'
import { base32Sha1, readWitnessNotes } from '../stages/2-archive/index.ts'
import { openStore } from '../store/index.ts'
import { deskOf } from './evidence/index.ts'
import { askWitness, type WitnessOrder, waybackSettings } from './witness.ts'

const PAGE = policyPage('Terms of Service', termsWith())

let site: FollowedSite
let server: Loopback
let asked: string[]
/** What the machine has, by the day. */
let holds: { stamp: string; digest: string }[]
let saysNoTo: { status: string; status_ext: string; message: string } | null

beforeEach(async () => {
  asked = []
  holds = []
  saysNoTo = null
  site = await followSite()
  site.pages.set('/terms', PAGE)
  await using pipeline = await site.open()
  await site.check(pipeline)
  server = await serveHttp((request, response) => {
    const url = new URL(request.url ?? '', 'http://x')
    asked.push(`${request.method} ${url.pathname}`)
    const original = url.searchParams.get('url')
    const lines = holds.map(({ stamp, digest }) => [stamp, original, digest])
    const answer = url.pathname.startsWith('/cdx')
      ? lines.length > 0
        ? [['timestamp', 'original', 'digest'], ...lines]
        : []
      : url.pathname === '/save'
        ? (saysNoTo ?? { job_id: 'spn2-1' })
        : { status: 'success', timestamp: '20260302070000', original_url: 'http://legal.larkspur.example/terms' }
    response.end(JSON.stringify(answer))
  })
})
afterEach(async () => {
  await server[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

function ask(change: Partial<WitnessOrder> = {}, key: string | null = 'a:b', at = '2026-03-02T08:00:00Z') {
  const order = { folder: site.folder, save: false, limit: 10, signal: new AbortController().signal, ...change }
  return askWitness(order, { origin: `http://127.0.0.1:${server.port}`, key }, createFakeClock(at))
}

describe('a second witness', () => {
  it('that holds the very same bytes is kept beside the capture and shown with its evidence', async () => {
    holds = [{ stamp: '20260302050000', digest: base32Sha1(Buffer.from(PAGE)) }]
    expect(await ask()).toMatchObject({ asked: 1, held: 1, sameBytes: 1, saved: 0, stopped: '' })
    const [note] = [...(await readWitnessNotes(site.folder)).values()]
    expect(note).toMatchObject({
      kind: 'held',
      at: '2026-03-02T05:00:00Z',
      sameBytes: true,
      notedAt: '2026-03-02T08:00:00Z',
    })
    await using store = await openStore(site.folder, { readOnly: true })
    await using desk = deskOf(site.folder, store.db)
    const proof = await desk.proof({ kind: 'version', number: 1 })
    expect(proof!.parts[0]!.witness).toMatchObject({ at: '2026-03-02T05:00:00Z', sameBytes: true })
  })

  it('that holds other bytes of the page is said to', async () => {
    holds = [{ stamp: '20260302050000', digest: 'A'.repeat(32) }]
    expect(await ask()).toMatchObject({ held: 1, sameBytes: 0 })
  })

  it('is not asked twice about what it holds', async () => {
    holds = [{ stamp: '20260302050000', digest: 'A'.repeat(32) }]
    await ask()
    asked.length = 0
    expect(await ask()).toMatchObject({ asked: 0 })
    expect(asked).toEqual([])
  })

  it('that holds nothing is asked to capture it where that is wished, and only then', async () => {
    expect(await ask()).toMatchObject({ asked: 1, held: 0, saved: 0 })
    expect(asked).toEqual(['GET /cdx/search/cdx'])
    expect(await ask({ save: true })).toMatchObject({ held: 1, saved: 1 })
    expect(asked.at(-1)).toBe('GET /save/status/spn2-1')
  })

  it('does not capture now what we received long ago', async () => {
    expect(await ask({ save: true }, 'a:b', '2026-06-01T00:00:00Z')).toMatchObject({ asked: 1, saved: 0 })
    expect(asked).toEqual(['GET /cdx/search/cdx'])
  })

  it('that refuses for good is left alone, one that says later is asked another day, and a limit ends the run', async () => {
    saysNoTo = { status: 'error', status_ext: 'error:blocked-url', message: 'blocked' }
    expect(await ask({ save: true })).toMatchObject({ refused: 1, stopped: '' })
    expect(await ask({ save: true })).toMatchObject({ asked: 0 })
  })

  it('that wants no more requests ends the run, and says why', async () => {
    saysNoTo = { status: 'error', status_ext: 'error:user-session-limit', message: 'too many at once' }
    expect(await ask({ save: true })).toMatchObject({ stopped: 'too many at once (error:user-session-limit)' })
    saysNoTo = { status: 'error', status_ext: 'error:too-many-daily-captures', message: 'enough for today' }
    expect(await ask({ save: true })).toMatchObject({ refused: 1, stopped: '' })
    expect(await ask({ save: true })).toMatchObject({ asked: 0 })
    expect(await ask({ save: true }, 'a:b', '2026-03-03T09:00:00Z')).toMatchObject({ asked: 1 })
  })
})

describe('its settings', () => {
  it('are the public address and no key by default, and refused where they are malformed', () => {
    expect(waybackSettings({})).toEqual({ origin: 'https://web.archive.org', key: null })
    expect(() => waybackSettings({ CLAUSEWATCH_WAYBACK: 'archive' })).toThrow('CLAUSEWATCH_WAYBACK')
    expect(() => waybackSettings({ CLAUSEWATCH_WAYBACK_KEY: 'secret' })).toThrow('CLAUSEWATCH_WAYBACK_KEY')
  })
})
