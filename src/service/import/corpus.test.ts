import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../../test/followed-site.ts'
import { importInto } from './index.ts'

/** Real histories lie beside the repository where they lie at all; nothing of them is part of it. */
const BUNDLE = path.resolve(
  import.meta.dirname,
  '..',
  '..',
  '..',
  '..',
  'shared',
  'corpus',
  'genai-contrib-versions.bundle',
)
const RECORDS = 150

describe('the beginning of a real history', () => {
  it.skipIf(!existsSync(BUNDLE))(
    '(needs ../shared/corpus) is taken in whole, and a second time not at all',
    async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-corpus-'))
      try {
        const repository = path.join(folder, 'versions.git')
        const git = (...args: string[]) =>
          execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
        git('clone', '--quiet', '--bare', BUNDLE, repository)
        const commits = git('-C', repository, 'rev-list', '--first-parent', '--reverse', 'HEAD').trim().split('\n')
        const branch = git('-C', repository, 'symbolic-ref', 'HEAD').trim()
        git('-C', repository, 'update-ref', branch, commits[RECORDS - 1]!)
        const data = path.join(folder, 'data')
        const summary = await importInto(data, 'ota', repository, {})
        expect(summary.commits).toBe(RECORDS)
        expect(summary.records).toBeGreaterThan(RECORDS * 0.9)
        const changes = rowsOf(data, 'change')
        expect(changes.length).toBeGreaterThan(10)
        expect(changes.filter(({ kind }) => kind === 'substantive').length).toBeLessThan(summary.records)
        expect(rowsOf(data, 'version').length).toBeLessThan(summary.records)
        expect(await importInto(data, 'ota', repository, {})).toMatchObject({ commits: 0, records: 0 })
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  )
})
