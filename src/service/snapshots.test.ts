import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type FollowedSite, followSite, policyPage, termsWith } from '../../test/followed-site.ts'
import { type ServedS3, serveS3 } from '../../test/s3-server.ts'
import { openArchive } from '../stages/2-archive/index.ts'
import { systemClock } from './clock.ts'
import { auditFolder, evidenceOf, verifyEvidence } from './evidence/index.ts'
import { openSnapshots, snapshotPlace } from './snapshots.ts'

const KEY = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' }

describe('where snapshots are kept', () => {
  it('is the folder where nothing is said', () => {
    expect(snapshotPlace({})).toBeNull()
  })

  it('is a bucket, by the variables that every S3 program knows', () => {
    const env = {
      ...KEY,
      SNAPSHOTS: 's3://evidence/a/b/',
      AWS_ENDPOINT_URL: 'http://minio.lan:9000',
      AWS_REGION: 'eu-west-1',
    }
    expect(snapshotPlace(env)).toMatchObject({
      bucket: 'evidence',
      prefix: 'a/b',
      endpoint: 'http://minio.lan:9000',
      region: 'eu-west-1',
    })
  })

  it.each([
    [{ ...KEY, SNAPSHOTS: '/mnt/evidence' }, 'SNAPSHOTS'],
    [{ SNAPSHOTS: 's3://evidence' }, 'AWS_ACCESS_KEY_ID'],
    [{ ...KEY, SNAPSHOTS: 's3://evidence', AWS_ENDPOINT_URL_S3: 'minio.lan' }, 'AWS_ENDPOINT_URL_S3'],
  ])('is refused where it is malformed: %o', (env, named) => {
    const error = thrownBy(() => snapshotPlace(env))
    expect(error).toMatchObject({ code: 'setting-malformed' })
    expect(`${error.message} ${error.remedy}`).toContain(named)
  })
})

describe('an archive whose snapshots are in a bucket', () => {
  let s3: ServedS3
  let site: FollowedSite
  beforeAll(async () => {
    s3 = await serveS3()
    site = await followSite()
    site.pages.set('/terms', policyPage('Terms of Service', termsWith()))
    const pipeline = await site.open()
    await site.check(pipeline)
    await pipeline.archive.flush()
    await pipeline[Symbol.asyncDispose]()
  })
  afterAll(async () => {
    await site[Symbol.asyncDispose]()
    await s3[Symbol.asyncDispose]()
  })
  afterEach(() => {
    for (const name of Object.keys(setting())) delete process.env[name]
  })
  const setting = () => ({ ...KEY, SNAPSHOTS: 's3://evidence/moved', AWS_ENDPOINT_URL_S3: s3.place.endpoint! })

  it('moves there, gives evidence, stands an audit, and is not opened without it', async () => {
    const env = setting()
    {
      await using archive = await openArchive(site.folder, {
        mode: 'write',
        clock: systemClock,
        ...(await openSnapshots(env)),
      })
      await archive.repack({ budgetMs: 60_000 })
    }
    Object.assign(process.env, env)
    const bundle = await evidenceOf(site.folder, { kind: 'version', number: 1 })
    expect(await verifyEvidence(bundle!)).toMatchObject({ kind: 'holds' })
    const { problems, snapshots } = await auditFolder(site.folder, {})
    expect(problems).toEqual([])
    expect(snapshots.verified).toBeGreaterThan(0)
    process.env.SNAPSHOTS = 's3://evidence/elsewhere'
    await expect(auditFolder(site.folder, {})).rejects.toMatchObject({ code: 'snapshots-elsewhere' })
    delete process.env.SNAPSHOTS
    await expect(evidenceOf(site.folder, { kind: 'version', number: 1 })).rejects.toMatchObject({
      code: 'snapshots-elsewhere',
      message: expect.stringContaining('s3://evidence/moved'),
    })
  })

  it('names what the bucket has lost or damaged', async () => {
    Object.assign(process.env, setting())
    await using objects = await s3.objects({ prefix: 'moved' })
    const keys = await Array.fromAsync(objects.list('snapshots/'), ({ key }) => key)
    const problemsNow = async () => new Set((await auditFolder(site.folder, {})).problems.map(({ kind }) => kind))
    for (const key of keys) await objects.put(key, Buffer.from('damaged'))
    expect(await problemsNow()).toContain('snapshot-damaged')
    for (const key of keys) await objects.put(key, new Uint8Array())
    expect(await problemsNow()).toContain('snapshot-lost')
  })
})

function thrownBy(call: () => unknown): { message: string; remedy: string } {
  try {
    call()
  } catch (error) {
    return error as { message: string; remedy: string }
  }
  throw new Error('nothing was thrown')
}
