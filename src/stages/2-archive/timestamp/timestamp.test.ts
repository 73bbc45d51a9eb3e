import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Authority, hasOpenssl } from '../../../../test/timestamp-authority.ts'
import type { HttpClient } from '../../../core/http-client.ts'
import { type Archive, createEvidence, openArchive, verifyEvidence } from '../index.ts'
import { requestTimestamps, type TimestampAuthority } from './request-timestamp.ts'
import { readToken } from './token.ts'
import { verifyTimestamp } from './verify-timestamp.ts'

const data = Buffer.from('demo.invalid/log\n3\nroot\n')

/** The port as the guarded client implements it, on loopback. */
const http: HttpClient = {
  async request({ url, method = 'GET', headers = {}, body }) {
    try {
      const answer = await fetch(url, { method, headers, body: body as Uint8Array<ArrayBuffer> })
      const bytes = new Uint8Array(await answer.arrayBuffer())
      return { kind: 'received', url, finalUrl: url, status: answer.status, headers: {}, body: bytes, redirects: [] }
    } catch (error) {
      return { kind: 'unreachable', url, reason: String(error), retry: true }
    }
  },
}

describe.skipIf(!hasOpenssl)('a timestamp authority', () => {
  let authority: Authority
  let address: string
  let root: string

  beforeAll(async () => {
    authority = new Authority(await mkdtemp(join(tmpdir(), 'tsa-')))
    address = await authority.start()
    root = await readFile(join(authority.room, 'ca.pem'), 'utf8')
  })
  afterAll(() => authority[Symbol.asyncDispose]())

  const at = (path: string): TimestampAuthority => ({ name: path, url: `${address}/${path}`, roots: [root] })

  test.each(['rsa/sha256', 'ec/sha256', 'ec/sha1', 'rsa/sha512'])(
    'of kind %s stamps, and its answer is verified',
    async (path) => {
      const [result] = await requestTimestamps(http, [at(path)], data)
      expect(result).toMatchObject({ kind: 'stamped', authority: path })
      if (result?.kind !== 'stamped') return
      const verdict = verifyTimestamp(result.answer, data, { roots: [root] })
      expect(verdict).toMatchObject({ kind: 'holds', isTrusted: true, by: expect.stringContaining('Test TSA') })
      expect(Math.abs(result.at.getTime() - Date.now())).toBeLessThan(60_000)
      await writeFile(join(authority.room, 'data'), data)
      await writeFile(join(authority.room, 'answer.tsr'), result.answer)
      const openssl = execFileSync(
        'openssl',
        ['ts', '-verify', '-data', 'data', '-in', 'answer.tsr', '-CAfile', 'ca.pem'],
        {
          cwd: authority.room,
          stdio: 'pipe',
        },
      )
      expect(openssl.toString()).toContain('OK')
    },
  )

  test.each([
    ['that is down', 'down', { reason: 'it answered with status 503', retry: true }],
    ['that answers something else', 'odd', { reason: expect.stringContaining('no timestamp'), retry: false }],
    ['that answers an older request', 'replay', { reason: 'it is over other data', retry: false }],
  ])('%s is a failure with its reason', async (_what, path, expected) => {
    expect(await requestTimestamps(http, [at(path)], data)).toEqual([{ kind: 'failed', authority: path, ...expected }])
  })

  test('that cannot be reached leaves the others their turn', async () => {
    const gone = { name: 'gone', url: 'http://127.0.0.1:1/' }
    const results = await requestTimestamps(http, [gone, at('rsa')], data)
    expect(results.map(({ kind }) => kind)).toEqual(['failed', 'stamped'])
  })

  test('is refused under another root, and told apart where no root is given', async () => {
    const [result] = await requestTimestamps(http, [at('rsa')], data)
    if (result?.kind !== 'stamped') throw new Error('not stamped')
    const other = await readFile(join(authority.room, 'ec.pem'), 'utf8')
    expect(verifyTimestamp(result.answer, data, { roots: [other] })).toMatchObject({
      kind: 'broken',
      reason: expect.stringContaining('no root'),
    })
    expect(verifyTimestamp(result.answer, data)).toMatchObject({ kind: 'holds', isTrusted: false })
  })

  test('has its answer refused over other data, and after any change of what is signed', async () => {
    const [result] = await requestTimestamps(http, [at('rsa')], data)
    if (result?.kind !== 'stamped') throw new Error('not stamped')
    expect(verifyTimestamp(result.answer, Buffer.from('other'))).toEqual({
      kind: 'broken',
      reason: 'it is over other data',
    })
    const answer = Buffer.from(result.answer)
    const { content, signer } = readToken(answer)
    for (const region of [content, signer.signedBytes.subarray(2), signer.signature]) {
      const start = answer.indexOf(region)
      expect(start).toBeGreaterThan(0)
      for (let i = start; i < start + region.length; i += 5) {
        const changed = Buffer.from(answer)
        changed[i]! ^= 0x01
        expect(verifyTimestamp(changed, data, { roots: [root] }).kind, `byte ${i}`).toBe('broken')
      }
    }
  })
})

describe.skipIf(!hasOpenssl)('an archive', () => {
  test('puts the stamp of its checkpoint into the evidence, and the evidence says as of when', async () => {
    await using authority = new Authority(await mkdtemp(join(tmpdir(), 'tsa-')))
    const url = `${await authority.start()}/rsa`
    const folder = join(authority.room, 'data')
    const clock = { now: () => new Date('2026-03-01T09:00:00Z'), sleep: async () => {} }
    await using archive = await openArchive(folder, { mode: 'write', clock, origin: 'demo.invalid/stamped' })
    const reading = await addReading(archive)
    const roots = [await readFile(join(authority.room, 'ca.pem'), 'utf8')]
    expect(await archive.timestamp(http, [])).toEqual([])
    expect(await archive.timestamp(http, [{ name: 'Test TSA', url, roots }], 2)).toMatchObject([{ kind: 'stamped' }])
    expect(archive.log.stampedFrom(0)).toBeNull() // one of two was asked for
    await archive.timestamp(http, [{ name: 'Test TSA', url, roots }])
    await addReading(archive)
    await archive.flush()
    const subject = { kind: 'version', id: 'CW-V-000001', platform: 'p', document: 'd' } as const
    const bundle = await createEvidence(archive, { subject, sides: [{ label: 'version', reading, policyText: null }] })
    const verdict = await verifyEvidence(bundle, { timestampRoots: roots })
    expect(verdict).toMatchObject({ kind: 'holds', checkpoint: { size: 1 } })
    expect(JSON.stringify(verdict)).toContain('existed at this moment.')
    const other = await readFile(join(authority.room, 'ec.pem'), 'utf8')
    expect(await verifyEvidence(bundle, { timestampRoots: [other] })).toMatchObject({
      kind: 'broken',
      part: 'evidence/timestamp-1.tsr',
    })
  })
})

async function addReading(archive: Archive): Promise<number> {
  const key = { platform: 'p', document: 'd' }
  const readAt = '2026-03-01T09:00:00Z'
  const [position] = await archive.append([
    { kind: 'reading', key, reads: [], verdict: 'other-page', reason: 'r', policyText: null, stages: {}, readAt },
  ])
  return position!
}

test('bytes that are no token are refused, not thrown', () => {
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('3003020101', 'hex'),
    Buffer.from('not der at all'),
    Buffer.alloc(40, 0x30),
  ]) {
    expect(verifyTimestamp(bytes, data).kind).toBe('broken')
  }
})
