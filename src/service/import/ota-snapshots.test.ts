import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entriesOf, policyPage, rowsOf, termsWith } from '../../../test/followed-site.ts'
import { type ForeignCommit, makeRepository } from '../../../test/foreign-repository.ts'
import type { CaptureEntry } from '../../core/entry.ts'
import { importInto } from './index.ts'

const PATH = 'Larkspur Chat/Terms of Service.html'
const PAGE = policyPage('Terms of Service', termsWith())
const CHANGED = policyPage(
  'Terms of Service',
  termsWith({
    '6. Governing law and disputes':
      'Disputes are settled by binding arbitration, and you waive any right to a class action.',
  }),
)
const record = (at: string, files: Record<string, string>, trailer = ''): ForeignCommit => ({
  at,
  files,
  message: `Record new snapshot of Larkspur Chat Terms of Service\n\nX-engine-version: 2.1.0\nX-fetcher: htmlOnly\nX-source-document-location: https://larkspur.example/terms\n${trailer}`,
})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-snapshots-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function takeIn(commits: readonly ForeignCommit[]) {
  await using repository = await makeRepository(commits)
  return await importInto(folder, 'ota-snapshots', repository.location, { name: 'larkspur-snapshots' })
}
const captures = async (): Promise<CaptureEntry[]> =>
  (await entriesOf(folder)).filter((entry) => entry.kind === 'capture')

describe('a repository of raw captures', () => {
  it('goes through the whole pipeline: a baseline, a bad capture, a change', async () => {
    const summary = await takeIn([
      record('2024-01-01T10:00:00Z', { [PATH]: PAGE }),
      record('2024-01-02T10:00:00Z', {
        [PATH]: '<!doctype html><title>Not found</title><h1>404</h1><p>Page not found.</p>',
      }),
      record('2024-01-03T10:00:00Z', { [PATH]: CHANGED }),
    ])
    expect(summary).toMatchObject({ archive: 'larkspur-snapshots', records: 3 })
    expect(rowsOf(folder, 'reading').map(({ verdict }) => verdict)).toEqual(['policy', 'error', 'policy'])
    expect(rowsOf(folder, 'record').map(({ row_kind, change_number }) => [row_kind, change_number])).toEqual([
      [null, null],
      ['broken-capture', null],
      [null, 1],
    ])
    expect(rowsOf(folder, 'change')).toMatchObject([{ kind: 'substantive', detected_at: '2024-01-03T10:00:00Z' }])
  })

  it('says whose captures they are, and never that we asked', async () => {
    await takeIn([record('2024-01-01T10:00:00Z', { [PATH]: PAGE })])
    expect(await captures()).toMatchObject([
      {
        source: { url: 'https://larkspur.example/terms', position: 0 },
        foreign: { archive: 'larkspur-snapshots', path: PATH, recordedAt: '2024-01-01T10:00:00Z' },
        startedAt: '2024-01-01T10:00:00Z',
        userAgent: '',
        status: null,
        parts: [{ kind: 'response', mediaType: 'text/html; charset=utf-8' }],
      },
    ])
    expect(rowsOf(folder, 'track')).toMatchObject([{ kind: 'import', label: 'larkspur-snapshots' }])
    expect(rowsOf(folder, 'document')).toMatchObject([{ followed: 0, last_attempt_at: null, failures: 0 }])
  })

  it('tells a page that a browser wrote out from bytes received', async () => {
    const rendered = {
      ...record('2024-01-01T10:00:00Z', { [PATH]: PAGE }),
      message: 'Start tracking\n\nX-fetcher: fullDom\nX-source-document-location: https://larkspur.example/terms\n',
    }
    await takeIn([rendered])
    expect((await captures())[0]!.parts).toMatchObject([{ kind: 'rendered-dom' }])
  })

  it('puts a document of several sources together', async () => {
    const part = (name: string) => `Larkspur Chat/Terms of Service #${name}.html`
    const regions = policyPage('Terms for California', [
      {
        heading: '9. California',
        paragraphs: [
          'If you live in California you may cancel the agreement within thirty days, and we shall refund all fees that you have paid for the services.',
        ],
      },
    ])
    const from = (name: string, at: string, page: string): ForeignCommit => ({
      at,
      files: { [part(name)]: page },
      message: `Record new snapshot\n\nX-fetcher: htmlOnly\nX-source-document-location: https://larkspur.example/${name}\n`,
    })
    await takeIn([
      from('main', '2024-01-01T10:00:00Z', PAGE),
      from('regions', '2024-01-01T10:00:05Z', regions),
      from('main', '2024-02-01T10:00:00Z', CHANGED),
    ])
    expect(rowsOf(folder, 'document')).toHaveLength(1)
    const readings = rowsOf(folder, 'reading').map(({ reads }) => JSON.parse(String(reads)) as number[])
    expect(readings.map((reads) => reads.length)).toEqual([1, 2, 2])
    expect(readings[2]![0]).toBeGreaterThan(readings[2]![1]!)
  })

  it('passes over a document that the other archive stopped to capture', async () => {
    await takeIn([
      record('2024-01-01T10:00:00Z', { [PATH]: PAGE }),
      { at: '2024-02-01T10:00:00Z', message: 'Remove\n', files: { [PATH]: null } },
    ])
    expect(rowsOf(folder, 'version')).toHaveLength(1)
    expect((await entriesOf(folder)).map(({ kind }) => kind)).toEqual(['capture', 'reading', 'import'])
  })
})
