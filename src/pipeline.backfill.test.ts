import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TERMS } from '../test/corpus/extract/fictional-policy.ts'
import { entriesOf, rowsOf, tablesOf, withoutRowIds } from '../test/followed-site.ts'
import { makeRepository } from '../test/foreign-repository.ts'
import type { ChangeDescription } from './core/change.ts'
import { type ForeignInput, openPipeline, type Pipeline } from './pipeline.ts'
import { systemClock } from './service/clock.ts'
import { importInto } from './service/import/index.ts'
import { REPROCESSED } from './service/reprocess/index.ts'
import { reviewChange } from './service/review.ts'
import { changeLines } from './store/view/change.ts'

const terms = (...extra: readonly string[]): string =>
  `# Terms of Service\n\n${TERMS.map(({ heading, paragraphs }) => `## ${heading}\n\n${paragraphs.join('\n\n')}`).join('\n\n')}\n\n${extra.join('\n\n')}\n`
const WAIVER = 'You waive the right to take part in a class action, and disputes are settled by binding arbitration.'
const FEES = 'We may change the fees at any time and without notice to you, and you shall pay the changed fees.'
const PATH = 'Larkspur Chat/Terms of Service.md'
const [OLDEST, MIDDLE, NEWEST] = [terms(), terms(WAIVER), terms(WAIVER, FEES)]

let folder: string
let pipeline: Pipeline
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-backfill-'))
  pipeline = await openPipeline({ folder, clock: systemClock })
})
afterEach(async () => {
  await pipeline[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

function record(commit: string, recordedAt: string, text: string, before?: string): ForeignInput {
  return {
    key: { platform: 'larkspur-chat', document: 'terms-of-service' },
    platform: { slug: 'larkspur-chat', name: 'Larkspur Chat', website: null },
    document: {
      platformSlug: 'larkspur-chat',
      slug: 'terms-of-service',
      title: 'Terms of Service',
      type: 'terms-of-service',
      locale: 'en',
      governs: [],
      checkEveryMinutes: 720,
      sources: [],
    },
    bytes: Buffer.from(text),
    mediaType: 'text/markdown; charset=utf-8',
    foreign: {
      archive: 'larkspur-versions',
      repository: 'r'.repeat(40),
      commit,
      path: PATH,
      recordedAt,
      snapshots: [],
      technical: false,
      ...(before ? { before: { commit: before, path: PATH } } : {}),
    },
  }
}
const FIRST = record('a1', '2024-01-01T00:00:00Z', OLDEST)
const LATER = record('a3', '2024-03-01T00:00:00Z', NEWEST)
const BETWEEN = record('a2', '2024-02-01T00:00:00Z', MIDDLE, 'a3')

const rows = (table: string) => rowsOf(folder, table)
const revisionsOf = (change: number) =>
  rows('revision')
    .filter((row) => row['change_number'] === change)
    .map(({ cause, kind, description }) => ({
      cause,
      kind,
      description: JSON.parse(String(description)) as ChangeDescription,
    }))
async function madeAnew(): Promise<unknown> {
  await pipeline[Symbol.asyncDispose]()
  for (const ending of ['', '-wal', '-shm']) await rm(path.join(folder, `clausewatch.sqlite${ending}`), { force: true })
  pipeline = await openPipeline({ folder, clock: systemClock })
  return withoutRowIds(tablesOf(folder))
}

describe('a record between others', () => {
  beforeEach(async () => {
    await pipeline.takeForeign([FIRST, LATER])
    await pipeline.takeForeign([BETWEEN])
  })

  it('splits their change: it is retired in favour of its parts, and keeps its address', async () => {
    const [whole, ...parts] = rows('change')
    expect(whole).toMatchObject({ number: 1, kind: 'noise', retired_reason: expect.stringContaining('CW-C-000002') })
    expect(parts).toMatchObject([
      { from_version: 1, to_version: 3, kind: 'substantive', detected_at: '2024-02-01T00:00:00Z', retired_at: null },
      { from_version: 3, to_version: 2, kind: 'substantive', detected_at: '2024-03-01T00:00:00Z', retired_at: null },
    ])
    expect(revisionsOf(1).map(({ cause }) => cause)).toEqual(['capture', 'backfill'])
    expect(revisionsOf(2).map(({ cause }) => cause)).toEqual(['backfill'])
    expect((await entriesOf(folder)).at(-1)).toMatchObject({
      kind: 'ruling',
      ruling: 'retired',
      subject: 'CW-C-000001',
      parts: ['CW-C-000002', 'CW-C-000003'],
    })
  })

  it('stands in its place: versions, spans and rows are in the order of the other archive', async () => {
    expect(rows('version').map(({ number, ordinal, previous_version }) => [number, ordinal, previous_version])).toEqual(
      [
        [1, 1, null],
        [2, 3, 3],
        [3, 2, 1],
      ],
    )
    const bySequence = rows('record').sort((a, b) => Number(a['sequence']) - Number(b['sequence']))
    expect(bySequence.map(({ foreign_commit }) => foreign_commit)).toEqual(['a1', 'a2', 'a3'])
    expect(bySequence.map(({ change_number }) => change_number)).toEqual([null, 2, 3])
    const listed = await changeLines(pipeline.store.db, { kinds: ['substantive'], limit: 9 })
    expect(listed.map(({ number }) => number)).toEqual([3, 2])
  })

  it('is followed by the next record as if it had always been there', async () => {
    await pipeline.takeForeign([record('a4', '2024-04-01T00:00:00Z', terms(FEES))])
    expect(rows('change').at(-1)).toMatchObject({ number: 4, from_version: 2, to_version: 4, kind: 'substantive' })
  })

  it('gives the same rows when they are made anew', async () => {
    await pipeline.takeForeign([record('a4', '2024-04-01T00:00:00Z', terms(FEES))])
    const before = withoutRowIds(tablesOf(folder))
    expect(await madeAnew()).toEqual(before)
  })
})

it('a record with the text of the one behind it only begins its version earlier', async () => {
  await pipeline.takeForeign([FIRST, LATER])
  await pipeline.takeForeign([record('a2', '2024-02-01T00:00:00Z', NEWEST, 'a3')])
  expect(rows('version')).toHaveLength(2)
  expect(rows('change')).toMatchObject([{ number: 1, kind: 'substantive', retired_at: null }])
  expect(rows('span').map(({ version_number, from_at }) => [version_number, from_at])).toEqual([
    [1, '2024-01-01T00:00:00Z'],
    [2, '2024-02-01T00:00:00Z'],
  ])
})

it('a whole history after a shallow copy of it puts the older records first', async () => {
  await pipeline[Symbol.asyncDispose]()
  const say = (at: string, text: string) => ({
    at,
    message: 'Record new changes of Larkspur Chat Terms of Service\n',
    files: { [PATH]: text },
  })
  await using repository = await makeRepository([
    say('2024-01-01T10:00:00Z', OLDEST),
    say('2024-02-01T10:00:00Z', MIDDLE),
    say('2024-03-01T10:00:00Z', NEWEST),
  ])
  const shallow = path.join(folder, 'larkspur-versions.git')
  execFileSync('git', ['clone', '-q', '--bare', '--depth', '1', pathToFileURL(repository.location).href, shallow])
  await importInto(folder, 'ota', shallow, { name: 'larkspur-versions' })
  await importInto(folder, 'ota', repository.location, { name: 'larkspur-versions' })
  pipeline = await openPipeline({ folder, clock: systemClock })
  const months = rows('change').map(({ detected_at, retired_at }) => `${String(detected_at).slice(0, 7)} ${retired_at}`)
  expect(months.sort()).toEqual(['2024-02 null', '2024-03 null'])
  expect(rows('version').find(({ previous_version }) => previous_version === null)).toMatchObject({
    observed_at: '2024-01-01T10:00:00Z',
  })
})

describe('review', () => {
  beforeEach(async () => {
    await pipeline.takeForeign([FIRST, LATER])
    await pipeline[Symbol.asyncDispose]()
  })
  const correct = async (correction: Parameters<typeof reviewChange>[1]['correction']) => {
    await reviewChange(folder, { change: 'CW-C-000001', correction, reason: 'the page showed another edition' })
    pipeline = await openPipeline({ folder, clock: systemClock })
  }

  it('appends what a person says, with the reason, as a ruling and a revision', async () => {
    await correct({ kind: 'administrative', severity: 'low' })
    expect(rows('change')).toMatchObject([{ kind: 'administrative', severity: 'low', revisions: 2 }])
    expect(revisionsOf(1).at(-1)).toMatchObject({
      cause: 'review',
      description: { reasons: expect.arrayContaining(['corrected by a person: the page showed another edition']) },
    })
    expect((await entriesOf(folder)).at(-1)).toMatchObject({ ruling: 'corrected', subject: 'CW-C-000001' })
  })

  it('stays said when stages run again, and when rows are made anew', async () => {
    await correct({ kind: 'noise', summary: 'Nothing of this was meant for readers here.' })
    await REPROCESSED.compare(pipeline, { again: true })
    expect(rows('change')).toMatchObject([{ kind: 'noise', summary: 'Nothing of this was meant for readers here.' }])
    expect(rows('revision')).toHaveLength(2)
    const before = withoutRowIds(tablesOf(folder))
    expect(await madeAnew()).toEqual(before)
  })

  it('retires a change: no list shows it, its address stays', async () => {
    await correct(null)
    expect(rows('change')).toMatchObject([{ kind: 'noise', retired_reason: 'the page showed another edition' }])
    expect(await changeLines(pipeline.store.db, { kinds: ['substantive', 'administrative'], limit: 9 })).toEqual([])
    const before = withoutRowIds(tablesOf(folder))
    expect(await madeAnew()).toEqual(before)
  })

  it('refuses what is not there', async () => {
    const nothing = { correction: null, reason: 'none' }
    await expect(reviewChange(folder, { change: 'CW-V-000001', ...nothing })).rejects.toMatchObject({
      code: 'id-malformed',
    })
    await expect(reviewChange(folder, { change: 'CW-C-000099', ...nothing })).rejects.toMatchObject({
      code: 'id-unknown',
    })
  })
})
