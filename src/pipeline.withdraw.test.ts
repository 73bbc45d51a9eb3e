import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  DAY_MS,
  type FollowedSite,
  followSite,
  platformWith,
  policyPage,
  rowsOf,
  termsWith,
} from '../test/followed-site.ts'
import type { Entry } from './core/entry.ts'
import type { Pipeline } from './pipeline.ts'
import { auditFolder, evidenceOf, verifyEvidence } from './service/evidence/index.ts'
import { openArchive } from './stages/2-archive/index.ts'

const HEADING = '6. Governing law and disputes'
/** A word that stands in one version only. */
const PRIVATE = 'Quillfeather'
const FIRST = policyPage('Terms of Service', termsWith())
const SECOND = policyPage('Terms of Service', termsWith({ [HEADING]: `Complaints go to Ms ${PRIVATE} in person.` }))
const THIRD = policyPage('Terms of Service', termsWith({ [HEADING]: 'Complaints go to our office in writing.' }))

let site: FollowedSite
let pipeline: Pipeline

beforeEach(async () => {
  site = await followSite()
  pipeline = await site.open()
  for (const page of [FIRST, SECOND, THIRD]) {
    // Each of them several times, in other bytes.
    for (let i = 0; i < 4; i++) await receive(page.replace('</footer>', ` ${site.clock.now().toISOString()}</footer>`))
  }
})
afterEach(() => site[Symbol.asyncDispose]())

async function receive(page: string): Promise<void> {
  site.pages.set('/terms', page)
  await site.check(pipeline)
  site.advance(DAY_MS)
}

async function reopen(): Promise<void> {
  await pipeline[Symbol.asyncDispose]()
  pipeline = await site.open()
}

async function remake(): Promise<void> {
  await pipeline[Symbol.asyncDispose]()
  for (const ending of ['', '-wal', '-shm'])
    await rm(path.join(site.folder, `clausewatch.sqlite${ending}`), { force: true })
  pipeline = await site.open()
}

/** What readers see; ids of rows are the database's own. */
function shown() {
  const pick = (name: string, columns: readonly string[]) =>
    rowsOf(site.folder, name).map((row) =>
      Object.fromEntries(columns.map((column) => [column, (row as Record<string, unknown>)[column]])),
    )
  return {
    versions: pick('version', ['number', 'key', 'variant', 'ordinal', 'observed_at']),
    changes: pick('change', ['number', 'kind', 'severity', 'direction', 'summary', 'from_version', 'to_version']),
    revisions: pick('revision', ['change_number', 'ordinal', 'kind', 'description']),
    texts: pick('policy_text', ['sha256', 'comparison_sha256', 'title', 'language', 'chars', 'blocks']),
    spans: pick('span', ['version_number', 'from_at', 'to_at', 'captures']),
    withdrawals: pick('withdrawal', ['subject', 'reason', 'ruled_at']),
  }
}

async function filesHolding(word: string): Promise<string[]> {
  const found: string[] = []
  for (const name of await readdir(site.folder, { recursive: true })) {
    const bytes = await readFile(path.join(site.folder, name)).catch(() => null)
    if (bytes?.includes(word)) found.push(name)
  }
  return found
}

describe('bytes that are released', () => {
  it('are not needed to make the rows again, and the evidence of every version holds', async () => {
    await reopen()
    await pipeline.archive.repack({ budgetMs: 1e6, retention: 'first-and-last' })
    const before = shown()
    expect(before.versions).toHaveLength(3)
    await remake()
    expect(shown()).toEqual(before)
    const { problems, snapshots } = await pipeline.archive.audit()
    expect(problems).toEqual([])
    expect(snapshots.released).toBe(6)
    for (const number of [1, 2, 3])
      expect(await verifyEvidence((await evidenceOf(site.folder, { kind: 'version', number }))!)).toMatchObject({
        kind: 'holds',
      })
  })

  it('leave texts that were read, whatever the stage would read today', async () => {
    await pipeline[Symbol.asyncDispose]()
    // As if the stage had read something else: the text stands in the archive under its name.
    await using archive = await openArchive(site.folder, { mode: 'read', clock: site.clock })
    const names = new Set<string>()
    for await (const { entry } of archive.entriesFrom(0))
      if (entry.kind === 'reading' && entry.policyText) names.add(entry.policyText)
    expect(names.size).toBe(3)
    for (const name of names) expect((await archive.readSnapshot(name)).length).toBeGreaterThan(1000)
  })
})

describe('a version that is taken down', () => {
  it('leaves no word of its own behind, in no file, and says why', async () => {
    await pipeline.archive.flush()
    expect(await filesHolding(PRIVATE)).not.toEqual([])
    const { versions, changes, sharing } = await pipeline.withdraw([2], 'names a person')
    expect({ versions, changes }).toEqual({ versions: [2], changes: [1, 2] })
    expect(sharing.map(({ number }) => number)).toEqual([1, 3])
    await pipeline[Symbol.asyncDispose]()
    expect(await filesHolding(PRIVATE)).toEqual([])
    const { changes: shownChanges, texts, withdrawals } = shown()
    expect(shownChanges.map(({ summary }) => summary)).toEqual(Array(2).fill(expect.stringMatching(/withdrawn/)))
    expect(texts.filter(({ blocks }) => blocks === 0)).toHaveLength(1)
    expect(withdrawals).toContainEqual(expect.objectContaining({ subject: 'CW-V-000002', reason: 'names a person' }))
    await using archive = await openArchive(site.folder, { mode: 'read', clock: site.clock })
    const { problems, snapshots, texts: audited } = await archive.audit()
    expect(problems).toEqual([])
    expect(snapshots.withdrawn).toBe(4)
    expect(audited).toMatchObject({ named: 3, verified: 2, withdrawn: 1 })
  })

  it('takes the words of retired provisions with it, whose places are not known any more', async () => {
    await pipeline.analyse()
    const { db } = pipeline.store
    const { wording_id, exact } = await db
      .selectFrom('wording_place')
      .innerJoin('wording', 'wording.id', 'wording_place.wording_id')
      .select(['wording_place.wording_id', 'wording.exact'])
      .orderBy('wording_id')
      .executeTakeFirstOrThrow()
    await db
      .updateTable('wording')
      .set({ exact: `${exact} ${PRIVATE}` })
      .where('id', '=', wording_id)
      .execute()
    // As the same stage version leaves it that does not see the provision when it is run again.
    await db.deleteFrom('wording_place').where('wording_id', '=', wording_id).execute()
    const kept = rowsOf(site.folder, 'wording').length
    await pipeline.withdraw([2], 'names a person')
    await pipeline[Symbol.asyncDispose]()
    expect(await filesHolding(PRIVATE)).toEqual([])
    // Those that stand in other versions stay.
    expect(rowsOf(site.folder, 'wording').length).toBeGreaterThan(kept / 2)
  })

  it('has the same rows when they are made again', async () => {
    await pipeline.withdraw([2], 'names a person')
    const before = shown()
    await remake()
    expect(shown()).toEqual(before)
    await receive(THIRD)
    expect(shown().versions).toEqual(before.versions)
  })

  it('is taken down again where the publisher still shows it', async () => {
    await pipeline.withdraw([3], 'names a person')
    await receive(THIRD.replace('</footer>', ' another day</footer>'))
    await reopen()
    await pipeline.archive.repack({ budgetMs: 1e6 })
    expect(await filesHolding('our office in writing')).toEqual([])
    expect(shown().versions).toHaveLength(3)
    expect((await pipeline.archive.audit()).problems).toEqual([])
  })
})

describe('an audit', () => {
  it('makes the texts of readings again from the bytes, and counts what it cannot', async () => {
    await reopen()
    await pipeline.archive.repack({ budgetMs: 1e6, retention: 'first-and-last' })
    await pipeline.archive.flush()
    const { problems, readings } = await auditFolder(site.folder, { rereads: true })
    expect(problems).toEqual([])
    expect(readings).toEqual({ count: 12, reread: 6, kept: 6, unchecked: 0 })
  })

  it('names a reading whose text is not what its bytes give', async () => {
    const { archive } = pipeline
    const entries: Entry[] = []
    for await (const { entry } of archive.entriesFrom(0)) entries.push(entry)
    const [first, other] = entries.filter((entry) => entry.kind === 'reading')
    const last = entries.filter((entry) => entry.kind === 'reading').at(-1)!
    expect(other!.found!.declared).toBe(first!.found!.declared)
    await archive.append([{ ...first!, policyText: last.policyText }])
    await archive.flush()
    const { problems } = await auditFolder(site.folder, { rereads: true })
    expect(problems).toMatchObject([{ kind: 'reading-differs', subject: `${entries.length}` }])
  })
})

describe('a document of two sources', () => {
  it('of which one was taken down is unreadable, and nothing stops', async () => {
    await using other = await followSite(
      platformWith([
        { slug: 'terms', title: 'Terms of Service', type: 'terms-of-service', paths: ['/terms', '/terms/regions'] },
      ]),
    )
    const follower = await other.open()
    const [first, ...rest] = termsWith()
    other.pages.set('/terms', (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"one"'
      response.writeHead(isKnown ? 304 : 200, { etag: '"one"', 'content-type': 'text/html; charset=utf-8' })
      response.end(isKnown ? undefined : policyPage('Terms of Service', [first!, ...rest]))
    })
    other.pages.set('/terms/regions', policyPage('Terms of Service: regions', [rest[0]!, rest[1]!]))
    await other.check(follower)
    await follower.withdraw([1], 'names a person')
    other.advance(DAY_MS)
    other.pages.set('/terms/regions', policyPage('Terms of Service: regions', [rest[2]!, rest[3]!]))
    expect(await other.check(follower)).toMatchObject({
      verdict: 'unreadable',
      reason: expect.stringMatching(/not held/),
    })
  })
})
