import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  DAY_MS,
  type FollowedSite,
  followSite,
  policyPage,
  rowsOf,
  TERMS_ONLY,
  termsWith,
} from '../../../test/followed-site.ts'
import { openPipeline } from '../../pipeline.ts'
import { openArchive } from '../../stages/2-archive/index.ts'
import { auditFolder } from '../evidence/index.ts'
import { backupTo } from './backup.ts'
import { restoreFrom } from './restore.ts'

const REASON = 'the disk was lost'
let room: string
let site: FollowedSite
let place: { readonly folder: string; readonly checkpointFolder: string }
let backup: string

beforeEach(async () => {
  room = await mkdtemp(path.join(tmpdir(), 'clausewatch-backup-'))
  site = await followSite()
  const pipeline = await site.open()
  site.pages.set('/terms', policyPage('Terms of Service', termsWith()))
  await site.check(pipeline)
  site.advance(DAY_MS)
  await pipeline[Symbol.asyncDispose]()
  place = { folder: site.folder, checkpointFolder: path.join(room, 'outside') }
  backup = path.join(room, 'backup.tar')
})
afterEach(async () => {
  await site[Symbol.asyncDispose]()
  await rm(room, { recursive: true, force: true })
})

const elsewhere = () => ({ ...place, folder: path.join(room, 'restored'), reason: REASON })

async function goOn(): Promise<void> {
  const pipeline = await openPipeline({ ...place, clock: site.clock, catalogue: [TERMS_ONLY] })
  await pipeline.archive.append([
    { kind: 'ruling', ruling: 'retired', subject: 'CW-V-000001', reason: 'test', ruledAt: '2026-03-02T06:00:00Z' },
  ])
  await pipeline[Symbol.asyncDispose]()
}

async function rulingsIn(folder: string): Promise<unknown[]> {
  await using archive = await openArchive(folder, { mode: 'read', clock: site.clock })
  const found: unknown[] = []
  for await (const { entry } of archive.entriesFrom(0)) if (entry.kind === 'ruling') found.push(entry)
  return found
}

describe('a backup', () => {
  it('is a tar file of the whole archive and its database, without the key', async () => {
    const { files, entries } = await backupTo(backup, place)
    expect(entries).toBe(2)
    const listed = execFileSync('tar', ['-tf', backup]).toString().trim().split('\n')
    expect(listed).toEqual([...Object.keys(files), 'backup.json'])
    expect(listed).toEqual(
      expect.arrayContaining(['archive.json', 'entries.jsonl', 'clausewatch.sqlite', 'log/checkpoint']),
    )
    expect(listed).not.toContain('log/key.pem')
    expect(listed.filter((name) => /lock|tmp|checkpoint\.sqlite/.test(name))).toEqual([])
    const unpacked = execFileSync('tar', ['-xOf', backup, 'entries.jsonl'])
    expect(unpacked.equals(await readFile(path.join(site.folder, 'entries.jsonl')))).toBe(true)
  })

  it('never replaces another, and leaves nothing half-written behind', async () => {
    await backupTo(backup, place)
    await expect(backupTo(backup, place)).rejects.toMatchObject({ code: 'output-exists' })
  })
})

describe('restoring', () => {
  it('goes on with the same log where nothing came after the backup and the key is in it', async () => {
    await backupTo(backup, { ...place, withKey: true })
    const rows = rowsOf(site.folder, 'version')
    await rm(site.folder, { recursive: true })
    const summary = await restoreFrom(backup, { ...place, reason: REASON })
    expect(summary).toMatchObject({ entries: 2, predecessor: null })
    expect(rowsOf(site.folder, 'version')).toEqual(rows)
    expect((await auditFolder(site.folder, {})).problems).toEqual([])
    await goOn()
  })

  it('begins a successor where more was written since, and names the last checkpoint', async () => {
    await backupTo(backup, { ...place, withKey: true })
    await goOn()
    const lost = await readFile(path.join(site.folder, 'log', 'checkpoint'), 'utf8')
    await rm(site.folder, { recursive: true })
    const summary = await restoreFrom(backup, { ...place, reason: REASON })
    expect(summary.predecessor).not.toBeNull()
    expect(summary.origin).toBe(`${summary.predecessor}/2`)
    const [ruling] = await rulingsIn(site.folder)
    expect(ruling).toMatchObject({
      ruling: 'successor',
      reason: REASON,
      subject: expect.stringContaining(lost.split('\n')[2]!),
    })
    expect((await auditFolder(site.folder, {})).problems).toEqual([])
    await goOn()
    await using archive = await openArchive(site.folder, { mode: 'write', clock: site.clock })
    expect(archive.idFor('version', 'new')).toBe('CW-V-200001')
  })

  it('on another machine begins a successor, because nobody knows what came after', async () => {
    await backupTo(backup, { ...place, withKey: true })
    const summary = await restoreFrom(backup, { ...elsewhere(), checkpointFolder: path.join(room, 'other') })
    expect(summary.predecessor).not.toBeNull()
  })

  it('without a backup goes on with a folder that was put back, and makes the rows again', async () => {
    await goOn()
    const copy = path.join(room, 'copy')
    await cp(site.folder, copy, { recursive: true })
    await goOn()
    for (const name of ['entries.jsonl', 'entries.idx', 'log']) {
      await rm(path.join(site.folder, name), { recursive: true })
      await rename(path.join(copy, name), path.join(site.folder, name))
    }
    await expect(goOn()).rejects.toMatchObject({ code: 'archive-rolled-back' })
    expect(await restoreFrom(null, { ...place, reason: REASON })).toMatchObject({ entries: 4 })
    expect(rowsOf(site.folder, 'version')).toHaveLength(1)
    await goOn()
    expect((await auditFolder(site.folder, {})).problems).toEqual([])
  })

  it('leaves a sound folder alone', async () => {
    await goOn()
    expect(await restoreFrom(null, { ...place, reason: REASON })).toMatchObject({ predecessor: null })
  })

  it('puts nothing over files that are there', async () => {
    await backupTo(backup, place)
    await expect(restoreFrom(backup, { ...place, reason: REASON })).rejects.toMatchObject({
      code: 'restore-over-files',
    })
  })

  it('refuses a backup in which any byte is another one, and leaves no folder', async () => {
    await backupTo(backup, place)
    const bytes = await readFile(backup)
    for (let at = 0; at < bytes.length; at += 12_347) {
      const flipped = Buffer.from(bytes)
      flipped[at]! ^= 1
      const file = path.join(room, 'flipped.tar')
      await writeFile(file, flipped)
      const done = await restoreFrom(file, elsewhere()).catch((error: unknown) => error)
      // Padding between files carries nothing.
      if (!(done instanceof Error)) await rm(elsewhere().folder, { recursive: true })
      else expect(done).toMatchObject({ code: 'backup-damaged' })
    }
    await writeFile(path.join(room, 'cut.tar'), bytes.subarray(0, bytes.length >> 1))
    await expect(restoreFrom(path.join(room, 'cut.tar'), elsewhere())).rejects.toMatchObject({ code: 'backup-damaged' })
    await expect(readFile(path.join(elsewhere().folder, 'archive.json'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
