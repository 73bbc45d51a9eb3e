import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TERMS } from '../../test/corpus/extract/fictional-policy.ts'
import { DAY_MS, type FollowedSite, followSite, policyPage, termsWith } from '../../test/followed-site.ts'
import type { Pipeline } from '../pipeline.ts'
import { EvidenceFailure, openEvidenceDesk, verifyEvidence } from '../service/evidence/index.ts'
import { computeRedline } from '../service/redline/index.ts'
import { openArchive } from '../stages/2-archive/index.ts'
import { openStore } from '../store/index.ts'
import { openTestSite } from './fixtures/site.ts'
import { createWeb } from './index.ts'

const PRIVATE = '<script>alert(1)</script>'

let site: FollowedSite
let pipeline: Pipeline
let web: Hono
let desk: ReturnType<typeof openEvidenceDesk>

beforeAll(async () => {
  site = await followSite()
  pipeline = await site.open()
  site.pages.set('/terms', policyPage('Terms of Service', termsWith(), PRIVATE))
  await site.check(pipeline)
  const edited = termsWith({
    [TERMS[1]!.heading]: 'Every dispute is settled by binding arbitration before one person.',
  })
  site.pages.set('/terms', policyPage('Terms of Service', edited))
  for (let i = 0; i < 3; i++) {
    site.advance(DAY_MS)
    await site.check(pipeline)
  }
  await pipeline.analyse()
  await pipeline.archive.flush()
  desk = openEvidenceDesk(site.folder)
  web = createWeb({
    db: pipeline.store.db,
    operator: { name: 'the Larkspur Society', contact: null },
    archive: { name: 'Test Archive', origin: 'test.invalid', simulated: true },
    redline: (request) => computeRedline(pipeline.store.db, request),
    evidence: desk,
    address: 'https://archive.example',
    now: () => new Date('2026-04-01T00:00:00Z'),
  })
})
afterAll(async () => {
  await desk[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const get = (path: string, headers: Record<string, string> = {}) => web.request(path, { headers })
const bytes = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

describe('the log over HTTP', () => {
  it('serves checkpoint and key fresh, full paths of tiles for ever, and nothing else', async () => {
    const checkpoint = await get('/log/checkpoint')
    expect(checkpoint.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(checkpoint.headers.get('cache-control')).toBe('no-cache')
    const size = Number((await checkpoint.text()).split('\n')[1])
    expect(size).toBeGreaterThan(4)
    const tile = await get(`/log/tile/0/000.p/${size}`)
    expect(tile.headers.get('cache-control')).toContain('immutable')
    expect((await bytes(tile)).length).toBe(32 * size)
    const entries = Buffer.from(await bytes(await get(`/log/tile/entries/000.p/${size}`)))
    expect(JSON.parse(entries.subarray(2, 2 + entries.readUInt16BE(0)).toString())).toMatchObject({ kind: 'capture' })
    expect(await (await get('/log/verifier-key')).text()).toMatch(/^\S+\+[0-9a-f]{8}\+\S+\n$/)
    for (const path of [`/log/tile/0/000.p/${size + 1}`, '/log/key.pem', '/log/..%2farchive.json', '/log/level-0'])
      expect((await get(path)).status).toBe(404)
  })
})

describe('evidence over HTTP', () => {
  it.each(['/versions/CW-V-000001', '/changes/CW-C-000001'])('%s gives a bundle that holds', async (path) => {
    const answer = await get(`${path}/evidence.wacz`)
    expect(answer.headers.get('content-type')).toBe('application/wacz')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="CW-[CV]-000001\.wacz"$/)
    expect(await verifyEvidence(await bytes(answer))).toMatchObject({ kind: 'holds' })
    const html = await (await get(path)).text()
    expect(html).toContain('proven against the signed checkpoint')
    expect(html).toContain(`${path}/evidence.wacz`)
  })

  it('is asked for again where the next checkpoint is not there yet', async () => {
    const bundle = () => Promise.reject(new EvidenceFailure('no checkpoint', 'evidence-not-published'))
    await using early = await openTestSite({ evidence: { ...desk, bundle } })
    const answer = await early.web.request('/versions/CW-V-000010/evidence.wacz')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
  })

  it('has none for what is not there', async () => {
    for (const path of ['/versions/CW-V-000999', '/versions/CW-C-000001', '/changes/x', '/changes/CW-C-000999'])
      expect((await get(`${path}/evidence.wacz`)).status).toBe(404)
  })

  it('says "not verified" of what was seen once', async () => {
    expect(await (await get('/versions/CW-V-000001')).text()).toContain('CW-V-000001 was received once')
    expect(await (await get('/changes/CW-C-000001')).text()).toMatch(/CW-V-\d+ was received \d times/)
  })
})

describe('a snapshot', () => {
  it('leaves as an attachment that can run nothing', async () => {
    const capture = await pipeline.archive.entryAt(0)
    const name = capture.kind === 'capture' ? capture.parts[0]!.sha256 : ''
    const answer = await get(`/snapshots/${name}`)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}.bin"`)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(await answer.text()).toContain(PRIVATE)
    expect((await get(`/snapshots/${'0'.repeat(64)}`)).status).toBe(404)
  })

  it('that was withdrawn says why, here and on the page', async () => {
    const proof = await desk.proof({ kind: 'version', number: 2 })
    const name = proof!.parts[0]!.sha256
    await pipeline.archive.withdraw([name], 'a court ordered it')
    await pipeline.archive.flush()
    const answer = await get(`/snapshots/${name}`)
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('a court ordered it')
    // A desk that was opened after the ruling.
    await using fresh = openEvidenceDesk(site.folder)
    expect(await fresh.proof({ kind: 'version', number: 2 })).toMatchObject({
      stored: { kind: 'not-verified' },
      inLog: { kind: 'verified' },
      parts: [{ gone: { ruling: 'withdrawn', reason: 'a court ordered it' } }],
    })
    expect(await verifyEvidence((await fresh.bundle({ kind: 'version', number: 2 }))!)).toMatchObject({ kind: 'holds' })
  })
})

describe('Memento', () => {
  const ORIGINAL = 'http://legal.larkspur.example/terms'

  it('leads from a moment to the version of that moment, by address and by id', async () => {
    for (const original of [ORIGINAL, 'CW-D-000001']) {
      const gate = `/timegate/${original}`
      const early = await get(gate, { 'accept-datetime': 'Mon, 02 Mar 2026 12:00:00 GMT' })
      expect([early.status, early.headers.get('location')]).toEqual([302, '/versions/CW-V-000001'])
      expect(early.headers.get('vary')).toContain('accept-datetime')
      expect(early.headers.get('link')).toContain(`<${ORIGINAL}>; rel="original"`)
      expect((await get(gate)).headers.get('location')).toBe('/versions/CW-V-000002')
      const before = await get(gate, { 'accept-datetime': 'Mon, 01 Jan 2001 00:00:00 GMT' })
      expect(before.headers.get('location')).toBe('/versions/CW-V-000001')
    }
    const refused = await get(`/timegate/${ORIGINAL}`, { 'accept-datetime': 'yesterday' })
    expect(refused.status).toBe(400)
    expect(refused.headers.get('vary')).toMatch(/accept-datetime/i)
    expect(refused.headers.get('link')).toContain('rel="original"')
    expect((await get('/timegate/http://legal.larkspur.example/other')).status).toBe(404)
  })

  it('dates each version and links its neighbours', async () => {
    const { headers } = await get('/versions/CW-V-000001')
    expect(headers.get('memento-datetime')).toBe('Mon, 02 Mar 2026 06:00:00 GMT')
    expect(headers.get('link')).toContain('</timegate/CW-D-000001>; rel="timegate"')
    expect(headers.get('link')).toMatch(/<\/versions\/CW-V-000002>; rel="next memento"; datetime="[^"]+ GMT"/)
  })

  it('lists all versions, as links and as JSON', async () => {
    const links = await get(`/timemap/link/${ORIGINAL}`)
    expect(links.headers.get('content-type')).toBe('application/link-format')
    const text = await links.text()
    expect(text).toContain('<https://archive.example/versions/CW-V-000001>; rel="first memento"')
    expect(text).toMatch(
      /rel="self"; type="application\/link-format"; from="Mon, 02 Mar 2026 06:00:00 GMT"; until="[^"]+ GMT"/,
    )
    const map = (await (await get('/timemap/json/CW-D-000001')).json()) as {
      original_uri: string
      mementos: { list: { uri: string }[] }
    }
    expect(map.original_uri).toBe(ORIGINAL)
    expect(map.mementos.list.map(({ uri }) => uri)).toEqual([
      'https://archive.example/versions/CW-V-000001',
      'https://archive.example/versions/CW-V-000002',
    ])
  })
})

describe('citations', () => {
  it('name archive, platform, id, capture, hash, address and day of access', async () => {
    const answer = await get('/versions/CW-V-000001/citation.json')
    const [item] = (await answer.json()) as { note: string }[]
    expect(item).toMatchObject({
      id: 'CW-V-000001',
      type: 'webpage',
      archive: 'Test Archive',
      author: [{ literal: 'Larkspur Chat' }],
      URL: 'https://archive.example/versions/CW-V-000001',
      accessed: { 'date-parts': [[2026, 4, 1]] },
      issued: { 'date-parts': [[2026, 3, 2]] },
    })
    expect(item!.note).toMatch(/Captured 2026-03-02T06:00:00Z\. SHA-256 of the text: [0-9a-f]{64}/)
    expect(await (await get('/changes/CW-C-000001/citation.bib')).text()).toMatch(/^@misc\{CW-C-000001,\n/)
    expect(await (await get('/changes/CW-C-000001/citation.ris')).text()).toMatch(
      /^TY {2}- ELEC\r\n(.+\r\n)+ER {2}- \r\n$/,
    )
    expect((await get('/changes/CW-C-000001/citation.xml')).status).toBe(404)
  })

  it('of a document are of what it says now, under its id', async () => {
    const [item] = (await (await get('/CW-D-000001/citation.json')).json()) as Record<string, unknown>[]
    expect(item).toMatchObject({
      id: 'CW-D-000001',
      title: 'Terms of Service',
      URL: 'https://archive.example/CW-D-000001',
    })
    const page = await (await get((await get('/CW-D-000001')).headers.get('location')!)).text()
    expect(page).toContain('How to cite')
    expect(page).toContain('/CW-D-000001/citation.bib')
  })

  it('of a provision name it, its document and the hash of the text; its evidence holds', async () => {
    const [item] = (await (await get('/CW-P-000001/citation.json')).json()) as Record<string, unknown>[]
    expect(item).toMatchObject({ id: 'CW-P-000001', URL: 'https://archive.example/CW-P-000001' })
    expect(item!.title).toContain('Terms of Service')
    const there = (await get('/CW-P-000001')).headers.get('location')!
    const page = await (await get(there)).text()
    expect(page).toContain('href="/CW-P-000001/evidence.wacz"')
    expect(page).toContain('href="/CW-P-000001/citation.ris"')
    const bundle = new Uint8Array(await (await get('/CW-P-000001/evidence.wacz')).arrayBuffer())
    expect(await verifyEvidence(bundle)).toMatchObject({ kind: 'holds', subject: { id: 'CW-P-000001' } })
  })

  it('are of records only', async () => {
    for (const path of [
      '/CW-P-999999/citation.json',
      '/CW-E-000001/citation.json',
      '/changes/CW-V-000001/citation.json',
    ])
      expect((await get(path)).status).toBe(404)
    expect((await get('/CW-D-000001/evidence.wacz')).status).toBe(404)
  })
})

it('a folder without an archive has nothing, until it has one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clausewatch-desk-'))
  try {
    await using store = await openStore(folder)
    await using early = openEvidenceDesk(folder)
    expect(await early.logResource('checkpoint')).toBeNull()
    await using archive = await openArchive(folder, { mode: 'write', clock: site.clock, origin: 'early.invalid' })
    await archive.flush()
    expect(await early.logResource('checkpoint')).not.toBeNull()
    expect(await store.db.selectFrom('version').select('number').execute()).toEqual([])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
