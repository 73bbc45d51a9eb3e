import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PRIVACY } from '../test/corpus/extract/fictional-policy.ts'
import {
  DAY_MS,
  entriesOf,
  type FollowedSite,
  followSite,
  HOUR_MS,
  platformWith,
  policyPage,
  rowsOf,
  tablesOf,
  termsWith,
  withoutRowIds,
} from '../test/followed-site.ts'
import type { Pipeline } from './pipeline.ts'

const ARBITRATION =
  'Any dispute is resolved by binding individual arbitration, and you waive the right to a trial by jury and to take part in a class action.'
const TERMS_PAGE = policyPage('Terms of Service', termsWith())
const CHANGED_PAGE = policyPage('Terms of Service', termsWith({ '6. Governing law and disputes': ARBITRATION }))
const PRIVACY_PAGE = policyPage('Privacy Policy', PRIVACY)

/** One document of two sources, of which one is declared with selectors; one plain. */
const CATALOGUE = platformWith([
  { slug: 'terms', title: 'Terms of Service', type: 'terms-of-service', paths: ['/terms'] },
  {
    slug: 'privacy',
    title: 'Privacy Policy',
    type: 'privacy-policy',
    paths: [
      {
        url: 'http://legal.larkspur.example/privacy',
        selectors: { select: ['main'], remove: ['.promotion'], normalise: [] },
      },
      '/privacy/regions',
    ],
  },
])
const REGIONS_PAGE = policyPage('Privacy Policy: regions', [
  {
    heading: '7. Residents of California',
    paragraphs: [
      'If you live in California you have the right to know which personal data we collect, to have it deleted and to correct it, and we shall not discriminate against you because you exercise these rights.',
      'We do not sell your personal data. Write to privacy@larkspur.example to exercise your rights under the law of California.',
    ],
  },
])

let site: FollowedSite
let spare: string

beforeEach(async () => {
  site = await followSite(CATALOGUE)
  spare = await mkdtemp(path.join(tmpdir(), 'clausewatch-spare-'))
  site.pages.set('/terms', TERMS_PAGE)
  site.pages.set('/privacy', PRIVACY_PAGE.replace('<main>', '<main><div class="promotion">Try the new plan!</div>'))
  site.pages.set('/privacy/regions', REGIONS_PAGE)
})
afterEach(async () => {
  await site[Symbol.asyncDispose]()
  await rm(spare, { recursive: true, force: true })
})

/** Two documents side by side, so that readings of one stand between captures and readings of the other. */
const round = (pipeline: Pipeline) => Promise.all([site.check(pipeline, 'terms'), site.check(pipeline, 'privacy')])

/** Months of a busy site: a change, an outage, a wall, a large loss, a page that came back. */
async function liveThrough(pipeline: Pipeline): Promise<void> {
  await round(pipeline)
  site.advance(DAY_MS)
  await round(pipeline)
  site.advance(DAY_MS)
  site.pages.set('/terms', CHANGED_PAGE)
  await round(pipeline)
  site.advance(DAY_MS)
  site.pages.set('/terms', (_, response) => response.destroy())
  site.pages.set('/privacy/regions', REGIONS_PAGE.replace('have it deleted', 'have it erased at once'))
  await round(pipeline)
  site.advance(DAY_MS)
  site.pages.set('/terms', CHANGED_PAGE)
  site.pages.delete('/privacy')
  await round(pipeline)
  site.advance(DAY_MS)
  site.pages.set('/privacy', PRIVACY_PAGE)
  site.pages.set('/terms', TERMS_PAGE)
  await round(pipeline)
  site.advance(2 * HOUR_MS)
  await round(pipeline)
}

const database = (folder: string) => path.join(folder, 'clausewatch.sqlite')
async function dropDatabase(folder: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) await rm(database(folder) + ending, { force: true })
}

describe('rows made anew from the archive', () => {
  it('are those that were there: the same ids, versions, spans, changes and revisions', async () => {
    const pipeline = await site.open()
    await liveThrough(pipeline)
    await pipeline[Symbol.asyncDispose]()
    const before = tablesOf(site.folder)
    expect(before['change']!.length).toBeGreaterThan(1)
    expect(before['span']!.length).toBeGreaterThan(before['version']!.length)
    const entries = await entriesOf(site.folder)
    await dropDatabase(site.folder)
    await site.open()
    expect(withoutRowIds(tablesOf(site.folder))).toEqual(withoutRowIds(before))
    expect(await entriesOf(site.folder)).toEqual(entries)
  })

  it('go on where they were: the next checks find nothing new', async () => {
    const pipeline = await site.open()
    await liveThrough(pipeline)
    await pipeline[Symbol.asyncDispose]()
    await dropDatabase(site.folder)
    const again = await site.open()
    const versions = rowsOf(site.folder, 'version').length
    site.advance(DAY_MS)
    for (const result of await round(again))
      expect(result).toMatchObject({ verdict: 'policy', newVersion: false, changes: [] })
    expect(rowsOf(site.folder, 'version')).toHaveLength(versions)
  })
})

describe('a crash', () => {
  it('between entries and rows loses nothing that was acknowledged', async () => {
    const first = await site.open()
    await round(first)
    await first[Symbol.asyncDispose]()
    await cp(database(site.folder), path.join(spare, 'before.sqlite'))
    const second = await site.open()
    site.advance(DAY_MS)
    site.pages.set('/terms', CHANGED_PAGE)
    await round(second)
    await second[Symbol.asyncDispose]()
    const whole = tablesOf(site.folder)
    await dropDatabase(site.folder)
    await cp(path.join(spare, 'before.sqlite'), database(site.folder))
    await site.open()
    expect(withoutRowIds(tablesOf(site.folder))).toEqual(withoutRowIds(whole))
  })

  it('between capture and reading is made good on start: the page is read from the archive, and not fetched again', async () => {
    const pipeline = await site.open()
    await round(pipeline)
    site.advance(DAY_MS)
    site.pages.set('/terms', CHANGED_PAGE)
    // The state of the disk at the moment when the received page is about to be read.
    const read = pipeline.archive.readSnapshot.bind(pipeline.archive)
    const crashed = path.join(spare, 'crashed')
    pipeline.archive.readSnapshot = async (sha256) => {
      pipeline.archive.readSnapshot = read
      await cp(site.folder, crashed, { recursive: true })
      return read(sha256)
    }
    await site.check(pipeline, 'terms')
    await pipeline[Symbol.asyncDispose]()
    expect((await entriesOf(crashed)).at(-1)).toMatchObject({ kind: 'capture', outcome: 'received' })
    const asked = site.requests.length
    await site.open(crashed)
    expect(site.requests).toHaveLength(asked)
    expect((await entriesOf(crashed)).at(-1)).toMatchObject({ kind: 'reading', verdict: 'policy' })
    expect(withoutRowIds(tablesOf(crashed))).toEqual(withoutRowIds(tablesOf(site.folder)))
  })

  it('is not passed over: a pipeline that lost the rows of what it kept refuses to go on, and a new one has them', async () => {
    const pipeline = await site.open()
    const append = pipeline.archive.append.bind(pipeline.archive)
    pipeline.archive.append = async (entries) => {
      await append(entries)
      throw new Error('the disk is gone')
    }
    await expect(site.check(pipeline, 'terms')).rejects.toThrow('the disk is gone')
    pipeline.archive.append = append
    await expect(site.check(pipeline, 'privacy')).rejects.toMatchObject({
      code: 'rows-behind',
      retry: true,
      fatal: true,
    })
    await pipeline[Symbol.asyncDispose]()
    await site.open()
    expect(rowsOf(site.folder, 'version')).toHaveLength(1)
    expect(rowsOf(site.folder, 'capture')).toHaveLength(1)
  })
})

describe('a document of two sources', () => {
  it('is one text, in the order of its sources', async () => {
    const pipeline = await site.open()
    expect(await site.check(pipeline, 'privacy')).toMatchObject({ verdict: 'policy', newVersion: true })
    expect(site.requests).toEqual(['/privacy', '/privacy/regions'])
    const texts = rowsOf(site.folder, 'block').map(({ text }) => String(text))
    expect(texts.findIndex((text) => text.includes('Residents of California'))).toBeGreaterThan(
      texts.findIndex((text) => text.includes('prompts and files')),
    )
    expect(texts.join()).not.toContain('Try the new plan')
  })

  it('changes when one of them does, and is not read when neither does', async () => {
    const pipeline = await site.open()
    await site.check(pipeline, 'privacy')
    site.advance(DAY_MS)
    await site.check(pipeline, 'privacy')
    expect(rowsOf(site.folder, 'reading')).toHaveLength(1)
    site.advance(DAY_MS)
    site.pages.set(
      '/privacy/regions',
      REGIONS_PAGE.replace('We do not sell your personal data.', 'We may sell your personal data.'),
    )
    expect(await site.check(pipeline, 'privacy')).toMatchObject({ newVersion: true, changes: [1] })
  })

  it('is no version while one of them is missing', async () => {
    const pipeline = await site.open()
    site.pages.set('/privacy/regions', (_, response) => response.destroy())
    expect(await site.check(pipeline, 'privacy')).toMatchObject({ outcome: 'unreachable', newVersion: false })
    expect(rowsOf(site.folder, 'capture')).toHaveLength(2)
    expect(rowsOf(site.folder, 'version')).toHaveLength(0)
  })
})

describe('two writers', () => {
  it('do not meet: the second is told who writes', async () => {
    await site.open()
    await expect(site.open()).rejects.toMatchObject({ code: 'archive-in-use', kind: 'environment' })
  })
})
