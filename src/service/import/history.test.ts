import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TERMS } from '../../../test/corpus/extract/fictional-policy.ts'
import { entriesOf, rowsOf, tablesOf } from '../../../test/followed-site.ts'
import {
  type ForeignCommit,
  type ForeignRepository,
  makeRepository,
  type RepositoryForm,
} from '../../../test/foreign-repository.ts'
import type { ImportEntry } from '../../core/entry.ts'
import { HISTORIES, importInto } from './index.ts'

/** A policy as such archives keep it: Markdown. */
const terms = (edit = ''): string =>
  `# Terms of Service\n\n${TERMS.map(({ heading, paragraphs }) => `## ${heading}\n\n${paragraphs.join('\n\n')}`).join('\n\n')}\n\n## 7. Notices\n\nWe send notices to the address of your account.${edit}\n`
const V1 = terms()
const V2 = terms(
  ' You waive the right to take part in a class action, and disputes are settled by binding arbitration.',
)
const V3 = terms(' We may change the fees at any time and without notice to you.')
const HASH = 'a'.repeat(40)
const PATH = 'Larkspur Chat/Terms of Service.md'

const commit = (at: string, message: string, files: ForeignCommit['files']): ForeignCommit => ({
  at,
  message,
  ...(files ? { files } : {}),
})
const START_TRACKING = commit(
  '2024-01-01T10:00:00Z',
  `First record of Larkspur Chat Terms of Service\n\nThis version was recorded after filtering snapshot ${HASH}\n`,
  { [PATH]: V1 },
)

let folder: string
const made: ForeignRepository[] = []
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-import-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
  for (const repository of made.splice(0)) await repository[Symbol.asyncDispose]()
})

async function repositoryOf(commits: readonly ForeignCommit[], form?: RepositoryForm): Promise<ForeignRepository> {
  const repository = await makeRepository(commits, form)
  made.push(repository)
  return repository
}
const takeIn = (location: string, data = folder, signal?: AbortSignal) =>
  importInto(data, 'ota', location, signal ? { signal } : {})
const importsOf = async (): Promise<ImportEntry[]> =>
  (await entriesOf(folder)).filter((entry) => entry.kind === 'import')
const changes = () =>
  rowsOf(folder, 'change').map(({ detected_at, kind }) => `${String(detected_at).slice(0, 10)} ${kind}`)

describe('a versions repository', () => {
  const history = [
    START_TRACKING,
    commit('2024-02-01T10:00:00Z', 'Record new changes of Larkspur Chat Terms of Service\n', { [PATH]: V2 }),
    commit('2024-03-01T10:00:00Z', 'Record new changes of Larkspur Chat Terms of Service\n', { [PATH]: V3 }),
  ]

  it.each(['bare', 'clone', 'bundle'] as const)(
    '(%s) becomes a track of its own: the first record a baseline, the others changes',
    async (form) => {
      const { location, commits } = await repositoryOf(history, form)
      expect(await takeIn(location)).toMatchObject({
        archive: 'larkspur-versions',
        commits: 3,
        records: 3,
        known: 0,
        passedOver: 0,
        head: commits[2],
      })
      expect(rowsOf(folder, 'track')).toMatchObject([{ kind: 'import', label: 'larkspur-versions', path: PATH }])
      expect(rowsOf(folder, 'version')).toHaveLength(3)
      expect(changes()).toEqual(['2024-02-01 substantive', '2024-03-01 substantive'])
      expect(rowsOf(folder, 'record').map(({ foreign_commit }) => foreign_commit)).toEqual(commits)
      expect(rowsOf(folder, 'document')).toMatchObject([
        { slug: 'terms-of-service', followed: 0, last_attempt_at: null },
      ])
    },
  )

  it('that returns to an earlier text opens a span of its version, and no new version', async () => {
    const back = commit('2024-02-03T10:00:00Z', 'Record new changes of Larkspur Chat Terms of Service\n', {
      [PATH]: V1,
    })
    const { location } = await repositoryOf([...history.slice(0, 2), back])
    await takeIn(location)
    expect(rowsOf(folder, 'version')).toHaveLength(2)
    expect(rowsOf(folder, 'span').map(({ version_number }) => version_number)).toEqual([1, 2, 1])
  })

  it('is not taken in twice, under whatever name it comes again', async () => {
    const repository = await repositoryOf(history)
    await takeIn(repository.location)
    const before = tablesOf(folder)
    expect(await takeIn(repository.location)).toMatchObject({ commits: 0, records: 0 })
    const elsewhere = path.join(folder, 'other-name.git')
    const { execFileSync } = await import('node:child_process')
    execFileSync('git', ['clone', '--quiet', '--bare', repository.location, elsewhere], { stdio: 'ignore' })
    expect(await takeIn(elsewhere)).toMatchObject({ archive: 'larkspur-versions', records: 0 })
    expect(tablesOf(folder)).toEqual(before)
  })

  it('that went on is taken in from where it was', async () => {
    const repository = await repositoryOf(history.slice(0, 2))
    await takeIn(repository.location)
    repository.add(history.slice(2))
    expect(await takeIn(repository.location)).toMatchObject({ records: 1, known: 2 })
    expect(changes()).toEqual(['2024-02-01 substantive', '2024-03-01 substantive'])
  })

  it('that is stopped in the middle goes on to the same rows as in one run', async () => {
    const many = Array.from({ length: 160 }, (_, at) =>
      commit(
        new Date(Date.UTC(2023, 0, 1 + at)).toISOString(),
        'Record new changes of Larkspur Chat Terms of Service\n',
        { [PATH]: terms(` Fee ${at} is ${at % 7} euros.`) },
      ),
    )
    const { location } = await repositoryOf(many)
    const stop = new AbortController()
    await expect(
      importInto(folder, 'ota', location, {
        signal: stop.signal,
        onProgress: ({ done }) => done >= 64 && stop.abort(),
      }),
    ).rejects.toThrow()
    const taken = rowsOf(folder, 'record').length
    expect(taken).toBeLessThan(160)
    expect(await takeIn(location)).toMatchObject({ records: 160 - taken, known: taken })
    const whole = await mkdtemp(path.join(tmpdir(), 'clausewatch-whole-'))
    try {
      await takeIn(location, whole)
      expect(tablesOf(folder)).toEqual(tablesOf(whole))
    } finally {
      await rm(whole, { recursive: true, force: true })
    }
  })
})

describe('records in the dialects of such archives', () => {
  it('name the raw captures they rest on, or none', async () => {
    const hash = (digit: string) => digit.repeat(40)
    const { location } = await repositoryOf([
      START_TRACKING,
      commit(
        '2024-02-01T10:00:00Z',
        `Record new changes of Larkspur Chat Terms of Service\n\nThis version was recorded after extracting from snapshots: https://git.example/larkspur-snapshots/commit/${hash('b')} https://git.example/larkspur-snapshots/commit/${hash('c')}\n`,
        { [PATH]: V2 },
      ),
      commit('2024-03-01T10:00:00Z', 'Update Larkspur Chat Terms of Service\n', { [PATH]: V3 }),
    ])
    await takeIn(location)
    expect((await importsOf()).map(({ foreign }) => foreign.snapshots)).toEqual([[HASH], [hash('b'), hash('c')], []])
  })

  it.each([
    'Apply technical or declaration upgrade on Larkspur Chat Terms of Service',
    'Refilter Larkspur Chat Terms of Service',
    'Re-extract Larkspur Chat Terms of Service',
  ])('of its own software ("%s") are versions and no changes of the document', async (message) => {
    const { location } = await repositoryOf([
      START_TRACKING,
      commit('2024-02-01T10:00:00Z', `${message}\n`, { [PATH]: V2 }),
    ])
    await takeIn(location)
    expect(rowsOf(folder, 'version')).toHaveLength(2)
    expect(changes()).toEqual([])
    expect(rowsOf(folder, 'record')[1]).toMatchObject({ technical: 1, row_kind: 'noise' })
    expect((await importsOf())[1]!.foreign.technical).toBe(true)
  })

  it('stand in the order of commits, also where the authors’ dates run backwards', async () => {
    const { location } = await repositoryOf([
      commit('2024-05-01T10:00:00Z', 'First record of Larkspur Chat Terms of Service\n', { [PATH]: V1 }),
      commit('2024-04-01T10:00:00Z', 'Record new changes of Larkspur Chat Terms of Service\n', { [PATH]: V2 }),
    ])
    await takeIn(location)
    expect(rowsOf(folder, 'record').map(({ sequence, observed_at }) => [sequence, observed_at])).toEqual([
      [1, '2024-05-01T10:00:00Z'],
      [2, '2024-04-01T10:00:00Z'],
    ])
    expect(changes()).toEqual(['2024-04-01 substantive'])
  })

  it('have paths with spaces, dots and `·`, and share their repository with other files', async () => {
    const { location } = await repositoryOf([
      {
        ...START_TRACKING,
        files: {
          'README.md': '# Versions\n',
          LICENSE: 'ODbL',
          'Larkspur · Chat v2.0/Privacy Policy.md': V1,
          'metadata/x/y.json': '{}',
        },
      },
      commit('2024-02-01T10:00:00Z', 'Update readme\n', { 'README.md': '# Versions of Larkspur\n' }),
    ])
    expect(await takeIn(location)).toMatchObject({ records: 1, passedOver: 4 })
    expect(rowsOf(folder, 'platform')).toMatchObject([{ name: 'Larkspur · Chat v2.0', slug: 'larkspur-chat-v2-0' }])
    expect(rowsOf(folder, 'document')).toMatchObject([{ title: 'Privacy Policy', type: 'privacy-policy' }])
  })

  it('that remove a document are kept and end nothing', async () => {
    const { location } = await repositoryOf([
      START_TRACKING,
      commit('2024-02-01T10:00:00Z', 'Stop tracking\n', { [PATH]: null }),
    ])
    await takeIn(location)
    expect((await importsOf())[1]).toMatchObject({ part: null, foreign: { path: PATH } })
    expect(rowsOf(folder, 'version')).toHaveLength(1)
  })
})

describe('a document that the other archive renamed', () => {
  const RENAMED = 'Larkspur Chat/Terms of Use.md'
  const renaming: ForeignCommit = {
    at: '2024-02-01T10:00:00Z',
    message: 'Rename Terms of Service to Terms of Use\n',
    renames: [[PATH, RENAMED]],
  }

  it('keeps its number and its history, and its earlier address leads to it', async () => {
    const { location } = await repositoryOf([
      START_TRACKING,
      renaming,
      commit('2024-03-01T10:00:00Z', 'Record new changes of Larkspur Chat Terms of Use\n', { [RENAMED]: V2 }),
    ])
    await takeIn(location)
    expect(rowsOf(folder, 'document')).toMatchObject([{ number: 1, slug: 'terms-of-use', title: 'Terms of Use' }])
    expect(rowsOf(folder, 'slug_alias')).toEqual([
      { platform_slug: 'larkspur-chat', document_slug: 'terms-of-service', document_number: 1 },
    ])
    expect(rowsOf(folder, 'track')).toMatchObject([{ path: RENAMED }])
    expect(changes()).toEqual(['2024-03-01 substantive'])
  })

  it('is the same document when the rows are made anew', async () => {
    const { location } = await repositoryOf([
      START_TRACKING,
      renaming,
      commit('2024-03-01T10:00:00Z', 'Record new changes\n', { [RENAMED]: V2 }),
    ])
    await takeIn(location)
    const before = tablesOf(folder)
    for (const ending of ['', '-wal', '-shm'])
      await rm(path.join(folder, `clausewatch.sqlite${ending}`), { force: true })
    await takeIn(location)
    expect(tablesOf(folder)).toEqual(before)
  })
})

describe('what is no history', () => {
  it('is refused by what it is', async () => {
    await expect(takeIn(path.join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'path-missing', kind: 'input' })
    const plain = await mkdtemp(path.join(folder, 'plain-'))
    await expect(takeIn(plain)).rejects.toMatchObject({ code: 'repository-none' })
    const file = path.join(folder, 'no.bundle')
    await writeFile(file, 'not a bundle')
    await expect(takeIn(file)).rejects.toMatchObject({ code: 'repository-none' })
    expect(Object.keys(HISTORIES)).toEqual(['ota', 'ota-snapshots'])
  })

  it('leaves no archive behind where there was none', async () => {
    const fresh = path.join(folder, 'fresh')
    await expect(takeIn(path.join(folder, 'nowhere'), fresh)).rejects.toMatchObject({ code: 'path-missing' })
    const { existsSync } = await import('node:fs')
    expect(existsSync(fresh)).toBe(false)
  })
})
