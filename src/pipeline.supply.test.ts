import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  DAY_MS,
  entriesOf,
  type FollowedSite,
  followSite,
  policyPage,
  rowsOf,
  tablesOf,
  termsWith,
  withoutRowIds,
} from '../test/followed-site.ts'
import type { Pipeline } from './pipeline.ts'
import { documentByKey } from './store/document.ts'

let site: FollowedSite
let pipeline: Pipeline
beforeEach(async () => {
  site = await followSite()
  pipeline = await site.open()
})
afterEach(() => site[Symbol.asyncDispose]())

const PAGE = policyPage('Terms of Service', termsWith())
const [FIRST] = termsWith()
const EDITED = policyPage(
  'Terms of Service',
  termsWith({
    [FIRST!.heading]: 'You may use the service only if you are at least 21 years old and pay 900 euros a year.',
  }),
)

async function supply(html: string, name = 'terms.html') {
  const document = await documentByKey(pipeline.store.db, { platform: 'larkspur', document: 'terms' })
  const bytes = new TextEncoder().encode(html)
  return pipeline.supply(document!, { bytes, mediaType: 'text/html', name, note: 'sent by mail' })
}

describe('a file that a person supplies', () => {
  it('is a version of its own track, marked as supplied in entry and rows, and was never captured', async () => {
    expect(await supply(PAGE)).toMatchObject({ verdict: 'policy', newVersion: true, changes: [] })
    const [entry] = await entriesOf(site.folder)
    expect(entry).toMatchObject({
      kind: 'capture',
      supplied: { name: 'terms.html', note: 'sent by mail' },
      parts: [{ kind: 'supplied' }],
      status: null,
      userAgent: '',
    })
    expect(rowsOf(site.folder, 'track')).toMatchObject([{ kind: 'supplied', label: 'supplied' }])
    expect(rowsOf(site.folder, 'capture')).toMatchObject([{ archive: 'supplied', part_kind: 'supplied' }])
    expect(rowsOf(site.folder, 'document')).toMatchObject([{ last_attempt_at: null, failures: 0 }])
  })

  it('makes no change against what was captured, before or after', async () => {
    site.pages.set('/terms', PAGE)
    await site.check(pipeline)
    expect(await supply(EDITED)).toMatchObject({ newVersion: true, changes: [] })
    site.advance(DAY_MS)
    expect(await site.check(pipeline)).toMatchObject({ verdict: 'policy', newVersion: false, changes: [] })
    expect(rowsOf(site.folder, 'change')).toEqual([])
  })

  it('makes a change against the one that was supplied before it', async () => {
    await supply(PAGE)
    site.advance(DAY_MS)
    expect((await supply(EDITED)).changes).toHaveLength(1)
    site.advance(DAY_MS)
    expect(await supply(EDITED)).toMatchObject({ newVersion: false, changes: [] })
  })

  it('that is no policy is kept, and makes no version', async () => {
    expect(await supply('<p>Dear customer, thank you for your order.</p>')).toMatchObject({ newVersion: false })
    expect(rowsOf(site.folder, 'version')).toEqual([])
    expect(rowsOf(site.folder, 'reading')).toHaveLength(1)
  })

  it('leaves the same rows when they are made anew, also in the middle of checks', async () => {
    site.pages.set('/terms', PAGE)
    await site.check(pipeline)
    site.advance(DAY_MS)
    await supply(PAGE)
    site.pages.set('/terms', EDITED)
    site.advance(DAY_MS)
    await site.check(pipeline)
    await supply(EDITED)
    await pipeline[Symbol.asyncDispose]()
    const before = tablesOf(site.folder)
    for (const ending of ['', '-wal', '-shm'])
      await rm(path.join(site.folder, `clausewatch.sqlite${ending}`), { force: true })
    await site.open()
    expect(withoutRowIds(tablesOf(site.folder))).toEqual(withoutRowIds(before))
  })
})
