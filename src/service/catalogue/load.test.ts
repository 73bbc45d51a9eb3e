import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { packageFolder } from '../package-folder.ts'
import { defaultCatalogues, loadCatalogue } from './load.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-catalogue-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const fileOf = (platform: string, documents: readonly (readonly [title: string, url: string])[]) =>
  `platform: ${platform}\ndocuments:\n${documents.map(([title, url]) => `  - title: ${title}\n    type: other\n    sources: [{ url: '${url}' }]\n`).join('')}`

async function write(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const here = path.join(folder, name)
  await mkdir(here)
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(here, file), text)
  return here
}

it('a later folder goes before an earlier one, document by document', async () => {
  const builtIn = await write('built-in', {
    'larkspur.yaml': fileOf('Larkspur', [
      ['Terms', 'https://a.example/terms'],
      ['Privacy', 'https://a.example/privacy'],
    ]),
  })
  const own = await write('own', {
    'larkspur.yaml': fileOf('Larkspur', [['Terms', 'https://a.example/legal']]),
    'notes.txt': 'no catalogue file',
  })
  const [platform, ...others] = loadCatalogue([builtIn, own])
  expect(others).toEqual([])
  expect(platform!.documents.map(({ title, sources }) => [title, sources[0]!.url])).toEqual([
    ['Privacy', 'https://a.example/privacy'],
    ['Terms', 'https://a.example/legal'],
  ])
})

it('platforms come in the order of their names', async () => {
  const some = await write('some', {
    'a.yaml': fileOf('Zinnia', [['Terms', 'https://z.example/']]),
    'b.yaml': fileOf('Aster', [['Terms', 'https://a.example/']]),
  })
  expect(loadCatalogue([some]).map(({ platform }) => platform.name)).toEqual(['Aster', 'Zinnia'])
})

it('a folder that is not there is named', () => {
  expect(() => loadCatalogue([path.join(folder, 'none')])).toThrow(
    expect.objectContaining({ code: 'catalogue-missing', message: expect.stringContaining(path.join(folder, 'none')) }),
  )
})

it('what `add` wrote beside the archive is read after what the package brings', async () => {
  expect(defaultCatalogues(folder)).toEqual([path.join(packageFolder(), 'catalogue')])
  await write('catalogue', {})
  expect(defaultCatalogues(folder)).toEqual([path.join(packageFolder(), 'catalogue'), path.join(folder, 'catalogue')])
})
