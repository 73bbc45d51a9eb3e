import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TERMS } from '../../test/corpus/extract/fictional-policy.ts'
import { makeRepository } from '../../test/foreign-repository.ts'
import { examine, type Finding } from './doctor.ts'
import { importInto } from './import/index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-doctor-'))
  const text = TERMS.map(({ heading, paragraphs }) => `## ${heading}\n\n${paragraphs.join('\n\n')}`).join('\n\n')
  await using repository = await makeRepository([
    {
      at: '2024-01-01T10:00:00Z',
      message: 'Record new changes of Larkspur Chat Terms of Service\n',
      files: { 'Larkspur Chat/Terms of Service.md': `# Terms of Service\n\n${text}\n` },
    },
  ])
  await importInto(folder, 'ota', repository.location, {})
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const SETTLED = { CLAUSEWATCH_CONTACT: 'archive@hazelmoor.example', CLAUSEWATCH_BROWSER: 'off' }

async function findings(env: NodeJS.ProcessEnv = SETTLED, quick = false, at = folder): Promise<Finding[]> {
  return Array.fromAsync(examine({ folder: at, env, quick, onProgress: () => undefined }))
}
const wrongOf = (found: readonly Finding[]) => found.filter(({ state }) => state === 'wrong').map(({ what }) => what)

describe('a doctor', () => {
  it('finds nothing wrong with an archive that is well, and says what was looked at', async () => {
    const found = await findings()
    expect(wrongOf(found)).toEqual([])
    expect([...new Set(found.map(({ what }) => what))]).toEqual([
      'program',
      'settings',
      'folder',
      'disk',
      'database',
      'documents',
      'archive',
    ])
  })

  it('says what is worth knowing of the settings, and what is wrong with them', async () => {
    const told = await findings({ ...SETTLED, CLAUSEWATCH_CONTACT: '' }, true)
    expect(told.find(({ state }) => state === 'notable')).toMatchObject({
      what: 'settings',
      remedy: expect.stringContaining('CLAUSEWATCH_CONTACT'),
    })
    expect(wrongOf(await findings({ ...SETTLED, CLAUSEWATCH_SPACING_MS: 'soon' }, true))).toEqual(['settings'])
  })

  it('names a folder that is not there', async () => {
    expect(wrongOf(await findings(SETTLED, true, path.join(folder, 'elsewhere')))).toEqual(['folder'])
  })

  it('finds a damaged database, and an archive that is not what its log says', async () => {
    await writeFile(path.join(folder, 'clausewatch.sqlite'), 'no database at all, and long enough to be read as one')
    const entries = (await readdir(folder)).find((name) => name === 'entries.jsonl')!
    await using file = await open(path.join(folder, entries), 'r+')
    await file.write('x', 30)
    const found = await findings()
    expect(wrongOf(found)).toEqual(expect.arrayContaining(['database', 'archive']))
    for (const { state, remedy } of found) if (state === 'wrong') expect(remedy).toBeTruthy()
  })
})
