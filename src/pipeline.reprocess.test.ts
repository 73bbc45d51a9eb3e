import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  DAY_MS,
  entriesOf,
  type FollowedSite,
  followSite,
  platformWith,
  policyPage,
  rowsOf,
  tablesOf,
  termsWith,
  withoutRowIds,
} from '../test/followed-site.ts'
import type { Extraction } from './core/reading.ts'
import { openReader, type Reader } from './pipeline/reading/index.ts'
import { REPROCESSED } from './service/reprocess/index.ts'

const NEWS =
  'Any dispute is resolved by binding individual arbitration, and you waive the right to take part in a class action.'
const CATALOGUE = platformWith([
  { slug: 'terms', title: 'Terms of Service', type: 'terms-of-service', paths: ['/terms'] },
])

/** A stage as it was before it knew of arbitration: it left those passages out. */
let isOld = true
let real: Reader
let site: FollowedSite
beforeEach(async () => {
  isOld = true
  real = openReader()
  const reader: Reader = {
    read: async (input) => (isOld ? withoutNews(await real.read(input)) : real.read(input)),
    [Symbol.asyncDispose]: () => real[Symbol.asyncDispose](),
  }
  site = await followSite(CATALOGUE, { reader })
  site.pages.set('/terms', policyPage('Terms of Service', termsWith()))
})
afterEach(async () => {
  await site[Symbol.asyncDispose]()
  await real[Symbol.asyncDispose]()
})

function withoutNews(extraction: Extraction): Extraction {
  const blocks = extraction.text.blocks.filter(({ text }) => !text.includes('arbitration'))
  return { ...extraction, text: { ...extraction.text, blocks } }
}

it('a stage that reads more gives versions their newest text, and changes a revision that is no news', async () => {
  const pipeline = await site.open()
  await site.check(pipeline)
  site.advance(DAY_MS)
  site.pages.set(
    '/terms',
    policyPage(
      'Terms of Service',
      termsWith({ '6. Governing law and disputes': NEWS }, [
        { heading: '9. Moorings', paragraphs: ['You shall pay a fee for every mooring of your account.'] },
      ]),
    ),
  )
  expect(await site.check(pipeline)).toMatchObject({ changes: [1] })
  isOld = false
  expect(await REPROCESSED.extract(pipeline, {})).toMatchObject({ looked: 2, revised: 1 })
  expect(rowsOf(site.folder, 'change')).toHaveLength(1)
  expect(rowsOf(site.folder, 'revision').map(({ cause }) => cause)).toEqual(['capture', 'reprocess'])
  expect(String(rowsOf(site.folder, 'revision').at(-1)!['description'])).toContain('binding individual arbitration')
  expect(rowsOf(site.folder, 'reading')).toHaveLength(3)
  expect((await entriesOf(site.folder)).at(-1)).toMatchObject({
    kind: 'reading',
    verdict: 'policy',
    repeats: expect.any(Number),
  })
  expect(await REPROCESSED.extract(pipeline, {})).toMatchObject({ looked: 0 })
  expect(await REPROCESSED.extract(pipeline, { again: true })).toMatchObject({ looked: 2, revised: 0 })

  const before = withoutRowIds(tablesOf(site.folder))
  await pipeline[Symbol.asyncDispose]()
  for (const ending of ['', '-wal', '-shm'])
    await rm(path.join(site.folder, `clausewatch.sqlite${ending}`), { force: true })
  await site.open()
  expect(withoutRowIds(tablesOf(site.folder))).toEqual(before)
})

it('bytes that are gone are passed over', async () => {
  const pipeline = await site.open()
  await site.check(pipeline)
  isOld = false
  const held = pipeline.archive.hasSnapshot.bind(pipeline.archive)
  const [part] = rowsOf(site.folder, 'capture').map(({ part_sha256 }) => part_sha256)
  pipeline.archive.hasSnapshot = async (name) => name !== part && held(name)
  expect(await REPROCESSED.extract(pipeline, {})).toMatchObject({ looked: 1, revised: 0 })
})
