import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TERMS } from '../../../test/corpus/extract/fictional-policy.ts'
import { DAY_MS, type FollowedSite, followSite, policyPage, termsWith } from '../../../test/followed-site.ts'
import type { Pipeline } from '../../pipeline.ts'
import { openStore } from '../../store/index.ts'
import { auditFolder, deskOf, evidenceOf, verifyEvidence } from './index.ts'

let site: FollowedSite
let pipeline: Pipeline

beforeAll(async () => {
  site = await followSite()
  // Stays open: another process writes while we read.
  pipeline = await site.open()
  site.pages.set('/terms', policyPage('Terms of Service', termsWith()))
  await site.check(pipeline)
  const { heading } = TERMS[1]!
  const edited = termsWith({
    [heading]: 'Every dispute is settled by binding arbitration, and you waive class actions.',
  })
  site.pages.set('/terms', policyPage('Terms of Service', edited))
  for (let i = 0; i < 3; i++) {
    site.advance(DAY_MS)
    await site.check(pipeline)
  }
  await pipeline.archive.flush()
})
afterAll(() => site[Symbol.asyncDispose]())

describe('evidence by public id, while the archive is being written', () => {
  it('of a version holds, and is the same bytes every time', async () => {
    const bundle = await evidenceOf(site.folder, { kind: 'version', number: 1 })
    expect(await verifyEvidence(bundle!)).toMatchObject({ kind: 'holds', subject: { id: 'CW-V-000001' } })
    expect(Buffer.from((await evidenceOf(site.folder, { kind: 'version', number: 1 }))!).equals(bundle!)).toBe(true)
  })

  it('of a change holds both sides', async () => {
    const bundle = await evidenceOf(site.folder, { kind: 'change', number: 1 })
    const verdict = await verifyEvidence(bundle!)
    expect(verdict).toMatchObject({ kind: 'holds', subject: { kind: 'change', document: 'Terms of Service' } })
    const received = verdict.kind === 'holds' ? verdict.statements.filter(({ text }) => /received/.test(text)) : []
    expect(received).toHaveLength(2)
  })

  it('does not hold for whoever trusts another key', async () => {
    const bundle = await evidenceOf(site.folder, { kind: 'version', number: 1 })
    const verdict = await verifyEvidence(bundle!, { trustedKeys: ['other.example+00000000+AAAA'] })
    expect(verdict).toMatchObject({ kind: 'broken', part: 'evidence/verifier-key' })
  })

  it('is nothing for what is not there, and refused for what has none', async () => {
    expect(await evidenceOf(site.folder, { kind: 'version', number: 999 })).toBeNull()
    expect(await evidenceOf(site.folder, { kind: 'change', number: 999 })).toBeNull()
    await expect(evidenceOf(site.folder, { kind: 'platform', number: 1 })).rejects.toMatchObject({
      code: 'evidence-of-what',
    })
  })
})

describe('an audit', () => {
  it('tells what was withdrawn from what is lost', async () => {
    const whole = await auditFolder(site.folder, {})
    expect(whole.problems).toEqual([])
    expect(whole.snapshots.verified).toBe(whole.snapshots.named)
    const entry = await pipeline.archive.entryAt(0)
    await pipeline.archive.withdraw([entry.kind === 'capture' ? entry.parts[0]!.sha256 : ''], 'asked for by its author')
    const after = await auditFolder(site.folder, {})
    expect(after.problems).toEqual([])
    expect(after.snapshots.withdrawn).toBe(1)
  })
})

describe('a record whose entry is damaged', () => {
  it('is said to be not verified, and keeps its page', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'clausewatch-damaged-'))
    try {
      await cp(site.folder, copy, { recursive: true })
      const file = join(copy, 'entries.jsonl')
      const bytes = await readFile(file)
      bytes[0] = 0
      await writeFile(file, bytes)
      await using store = await openStore(copy, { readOnly: true })
      await using desk = deskOf(copy, store.db)
      const proof = await desk.proof({ kind: 'version', number: 1 })
      expect(proof).toMatchObject({ stored: { kind: 'not-verified' }, inLog: { kind: 'not-verified' }, parts: [] })
    } finally {
      await rm(copy, { recursive: true, force: true })
    }
  })
})
