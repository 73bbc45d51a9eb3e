import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS, type FollowedSite, followSite, policyPage, termsWith } from '../../test/followed-site.ts'
import { Authority, hasOpenssl } from '../../test/timestamp-authority.ts'
import { evidenceOf, verifyEvidence } from './evidence/index.ts'
import { stampArchive, stampFolder } from './timestamp.ts'
import { timestampSettings } from './timestamp-settings.ts'

describe('the settings of timestamp authorities', () => {
  it('are addresses, with names where they have some', () => {
    expect(timestampSettings({})).toBeNull()
    expect(
      timestampSettings({
        CLAUSEWATCH_TSA: 'https://tsa.example/tsr, other=http://stamps.example:8080/a=b',
        CLAUSEWATCH_TSA_ROOTS: 'one.pem,two.pem',
        CLAUSEWATCH_TSA_QUORUM: '2',
      }),
    ).toEqual({
      authorities: [
        { name: 'tsa.example', url: 'https://tsa.example/tsr' },
        { name: 'other', url: 'http://stamps.example:8080/a=b' },
      ],
      rootFiles: ['one.pem', 'two.pem'],
      quorum: 2,
    })
  })

  it.each([
    [{ CLAUSEWATCH_TSA: 'tsa.example' }, 'no address'],
    [{ CLAUSEWATCH_TSA: 'https://tsa.example', CLAUSEWATCH_TSA_QUORUM: '2' }, 'from 1 to as many'],
  ])('are refused where they cannot be meant: %o', (env, words) => {
    expect(() => timestampSettings(env)).toThrow(expect.objectContaining({ code: 'setting-malformed' }))
    try {
      timestampSettings(env)
    } catch (error) {
      expect(`${(error as Error).message} ${(error as { remedy: string }).remedy}`).toContain(words)
    }
  })
})

describe.skipIf(!hasOpenssl)('a log with timestamp authorities', () => {
  let authority: Authority
  let address: string
  let site: FollowedSite

  beforeAll(async () => {
    authority = new Authority(await mkdtemp(path.join(tmpdir(), 'tsa-')))
    address = await authority.start()
    site = await followSite()
    const pipeline = await site.open()
    site.pages.set('/terms', policyPage('Terms of Service', termsWith()))
    await site.check(pipeline)
    site.advance(DAY_MS)
    await pipeline[Symbol.asyncDispose]()
  })
  afterAll(async () => {
    await site[Symbol.asyncDispose]()
    await authority[Symbol.asyncDispose]()
    await rm(authority.room, { recursive: true, force: true })
  })

  const settings = (names: string, quorum = 1) =>
    timestampSettings({
      CLAUSEWATCH_TSA: names
        .split(' ')
        .map((name) => `${name}=${address}/${name}`)
        .join(','),
      CLAUSEWATCH_TSA_ROOTS: path.join(authority.room, 'ca.pem'),
      CLAUSEWATCH_TSA_QUORUM: `${quorum}`,
    })!

  it('keeps nothing where too few sign, and says who did not', async () => {
    const summary = await stampFolder({ folder: site.folder }, settings('rsa down', 2))
    expect(summary).toMatchObject({ kept: false, results: [{ kind: 'stamped' }, { kind: 'failed', retry: true }] })
  })

  it('is stamped once, and its evidence says as of when', async () => {
    const summary = await stampFolder({ folder: site.folder }, settings('rsa ec', 2))
    expect(summary).toMatchObject({ kept: true, results: [{ authority: 'rsa' }, { authority: 'ec' }] })
    expect(await stampFolder({ folder: site.folder }, settings('rsa ec', 2))).toBeNull()
    const verdict = await verifyEvidence((await evidenceOf(site.folder, { kind: 'version', number: 1 }))!)
    expect(verdict.kind === 'holds' && verdict.timestamps.map(({ authority: by }) => by).sort()).toEqual(['ec', 'rsa'])
  })

  it('is stamped again when it has grown, while it is open', async () => {
    const pipeline = await site.open()
    await site.check(pipeline)
    const before = pipeline.archive.size
    expect(await stampArchive(pipeline.archive, settings('rsa'))).toMatchObject({ size: before, kept: true })
    await pipeline[Symbol.asyncDispose]()
  })

  it('says which file of roots cannot be read', async () => {
    const wrong = { ...settings('rsa'), rootFiles: ['/nowhere/root.pem'] }
    const pipeline = await site.open()
    await site.check(pipeline)
    await expect(stampArchive(pipeline.archive, wrong)).rejects.toMatchObject({ code: 'setting-malformed' })
    await pipeline[Symbol.asyncDispose]()
  })
})
