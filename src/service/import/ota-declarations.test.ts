import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeRepository } from '../../../test/foreign-repository.ts'
import { loadCatalogue } from '../catalogue/load.ts'
import { importOtaDeclarations } from './index.ts'

const DECLARATION = {
  name: 'Larkspur Chat',
  terms: {
    'Terms of Service': {
      fetch: 'https://larkspur.example/terms',
      select: ['main', { startBefore: '#begin', endAfter: '#end' }],
      remove: '.promotion',
      filter: ['removeQueryParams', 'cleanTheirOddMarkup'],
    },
    'Privacy Policy': {
      select: '.policy',
      combine: [
        { fetch: 'https://larkspur.example/privacy', executeClientScripts: true },
        { fetch: 'https://larkspur.example/privacy/regions', select: 'article' },
      ],
    },
  },
}
const HISTORY = {
  'Terms of Service': [
    { fetch: 'https://larkspur.example/tos', select: '#content', validUntil: '2023-05-01T12:00:00+02:00' },
    { fetch: 'https://old.larkspur.example/tos', select: 'body', validUntil: '2021-01-01' },
  ],
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-catalogue-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function take(files: Readonly<Record<string, unknown>>, overwrite = false) {
  await using repository = await makeRepository([
    {
      at: '2024-01-01T00:00:00Z',
      message: 'Declare\n',
      files: Object.fromEntries(
        Object.entries(files).map(([file, content]) => [
          file,
          typeof content === 'string' ? content : JSON.stringify(content),
        ]),
      ),
    },
  ])
  return await importOtaDeclarations(repository.location, folder, { overwrite })
}
const whole = () =>
  take({
    'declarations/Larkspur Chat.json': DECLARATION,
    'declarations/Larkspur Chat.history.json': HISTORY,
    'README.md': '# Declarations',
  })

describe('a repository of declarations', () => {
  it('becomes catalogue files that load', async () => {
    expect(await whole()).toMatchObject({ platforms: 1, documents: 2, sources: 5, kept: [], unreadable: [] })
    expect(await readdir(folder)).toEqual(['larkspur-chat.yaml'])
    const [platform] = loadCatalogue([folder])
    expect(platform).toMatchObject({ platform: { slug: 'larkspur-chat', name: 'Larkspur Chat' } })
    expect(platform!.documents.map(({ slug, type }) => [slug, type])).toEqual([
      ['terms-of-service', 'terms-of-service'],
      ['privacy-policy', 'privacy-policy'],
    ])
  })

  it('keeps selectors, ranges and what is removed', async () => {
    await whole()
    const terms = loadCatalogue([folder])[0]!.documents[0]!
    expect(terms.sources.at(-1)).toMatchObject({
      url: 'https://larkspur.example/terms',
      selectors: {
        select: ['main', { from: { selector: '#begin', side: 'before' }, to: { selector: '#end', side: 'after' } }],
        remove: ['.promotion'],
      },
      validUntil: null,
    })
  })

  it('knows where a document was published before, each address for its time', async () => {
    await whole()
    const terms = loadCatalogue([folder])[0]!.documents[0]!
    expect(terms.sources.map(({ url, validFrom, validUntil }) => [url, validFrom, validUntil])).toEqual([
      ['https://old.larkspur.example/tos', null, '2021-01-01T00:00:00Z'],
      ['https://larkspur.example/tos', '2021-01-01T00:00:00Z', '2023-05-01T10:00:00Z'],
      ['https://larkspur.example/terms', '2023-05-01T10:00:00Z', null],
    ])
  })

  it('assembles a document of several pages, each with what is declared for all', async () => {
    await whole()
    const privacy = loadCatalogue([folder])[0]!.documents[1]!
    expect(privacy.sources).toMatchObject([
      { url: 'https://larkspur.example/privacy', selectors: { select: ['.policy'] }, needsBrowser: true },
      { url: 'https://larkspur.example/privacy/regions', selectors: { select: ['article'] }, needsBrowser: false },
    ])
  })

  it('runs no script of theirs: common filters become normalisers, others are reported', async () => {
    const { unmapped } = await whole()
    expect(unmapped).toEqual([
      { platform: 'Larkspur Chat', document: 'Terms of Service', filter: 'cleanTheirOddMarkup' },
    ])
    expect(loadCatalogue([folder])[0]!.documents[0]!.sources.at(-1)!.selectors.normalise).toHaveLength(1)
  })

  it('keeps files that are there unless it is told to replace them', async () => {
    const file = path.join(folder, 'larkspur-chat.yaml')
    await writeFile(file, '# mine\n')
    expect((await whole()).kept).toEqual([file])
    expect(await readFile(file, 'utf8')).toBe('# mine\n')
    const replaced = await take({ 'declarations/Larkspur Chat.json': DECLARATION }, true)
    expect(replaced.kept).toEqual([])
    expect(await readFile(file, 'utf8')).toContain('Larkspur Chat')
  })

  it('says which declarations it could not read, and takes the others', async () => {
    const { platforms, unreadable } = await take({
      'declarations/Broken.json': '{ not JSON',
      'declarations/Odd.json': { name: 7 },
      'declarations/Larkspur Chat.json': DECLARATION,
    })
    expect(platforms).toBe(1)
    expect(unreadable.map(({ file }) => file)).toEqual(['declarations/Broken.json', 'declarations/Odd.json'])
  })
})
