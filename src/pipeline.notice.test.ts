import { rm } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PRIVACY } from '../test/corpus/extract/fictional-policy.ts'
import {
  DAY_MS,
  type FollowedSite,
  followSite,
  platformWith,
  policyPage,
  rowsOf,
  termsWith,
} from '../test/followed-site.ts'
import { matchControls } from './pipeline/choice-controls.ts'
import type { Pipeline } from './pipeline.ts'
import { noticeLines, noticeWords } from './store/view/notice.ts'

const CATALOGUE = platformWith([
  { slug: 'terms', title: 'Terms of Service', type: 'terms-of-service', paths: ['/terms'] },
  { slug: 'privacy', title: 'Privacy Policy', type: 'privacy-policy', paths: ['/privacy'] },
])
const CHOICE = '<a href="/choices">Do Not Sell or Share My Personal Information</a>'

let site: FollowedSite
let pipeline: Pipeline

/** `build` makes other bytes of the same document. */
function serve(terms: string, privacy: string, build = ''): void {
  site.pages.set('/terms', policyPage('Terms of Service', termsWith(), `${terms} ${build}`))
  site.pages.set('/privacy', policyPage('Privacy Policy', PRIVACY, `${privacy} ${build}`))
}

async function nextDay(): Promise<void> {
  site.advance(DAY_MS)
  await site.check(pipeline, 'terms')
  await site.check(pipeline, 'privacy')
}

const notices = () => noticeLines(pipeline.store.db)

beforeEach(async () => {
  site = await followSite(CATALOGUE)
  serve(CHOICE, CHOICE)
  pipeline = await site.open()
  await nextDay()
})
afterEach(() => site[Symbol.asyncDispose]())

describe('a choice control', () => {
  it('that is missing once is no notice; missing twice it is one notice for all documents, and no change', async () => {
    serve('', '')
    await nextDay()
    expect(await notices()).toEqual([])
    // The same bytes again confirm it too.
    await nextDay()
    expect(await notices()).toMatchObject([
      {
        platformSlug: 'larkspur',
        kind: 'do-not-sell',
        closedAt: null,
        documents: ['Terms of Service', 'Privacy Policy'],
      },
    ])
    expect(noticeWords((await notices())[0]!)).toBe(
      'The choice “Do Not Sell or Share My Personal Information” is gone from the pages of 2 documents, seen in two captures, the second on 2026-03-05.',
    )
    await nextDay()
    expect(await notices()).toHaveLength(1)
    expect(rowsOf(site.folder, 'change')).toEqual([])
  })

  it('that is back at the next capture leaves nothing behind', async () => {
    serve('', CHOICE)
    await nextDay()
    serve(CHOICE, CHOICE, 'build 2')
    await nextDay()
    serve('', CHOICE, 'build 3')
    await nextDay()
    expect(await notices()).toEqual([])
  })

  it('closes its notice when it is back beside every document', async () => {
    serve('', '')
    await nextDay()
    await nextDay()
    serve(CHOICE, '')
    await nextDay()
    expect(await notices()).toMatchObject([{ closedAt: null }])
    serve(CHOICE, CHOICE, 'build 2')
    await nextDay()
    const [closed] = await notices()
    expect(closed!.closedAt).toMatch(/^2026-03-07T/)
    expect(noticeWords(closed!)).toMatch(/; it was back on 2026-03-07\.$/)
    expect(await noticeLines(pipeline.store.db, { open: true })).toEqual([])
  })

  it('that a bad capture does not show is not missing', async () => {
    for (const _ of [1, 2]) {
      site.pages.delete('/terms')
      await nextDay()
    }
    expect(await notices()).toEqual([])
  })

  it('makes the same notices when rows are made anew', async () => {
    serve('', '')
    await nextDay()
    await nextDay()
    serve(CHOICE, '', 'build 2')
    await nextDay()
    const tables = () => ['notice', 'choice_control'].map((table) => rowsOf(site.folder, table))
    const before = tables()
    await pipeline[Symbol.asyncDispose]()
    for (const ending of ['', '-wal', '-shm']) await rm(`${site.folder}/clausewatch.sqlite${ending}`, { force: true })
    pipeline = await site.open()
    expect(tables()).toEqual(before)
  })
})

describe('controls of two captures', () => {
  const control = (label: string, kind: 'opt-out' | 'do-not-sell' = 'do-not-sell') => ({ kind, label, href: null })
  const stored = (label: string) => ({ ...control(label), missingSince: null, lostAt: null })

  it('are the same under another spelling, and under another label where one of the kind is new', () => {
    expect(matchControls([stored('Do not sell')], [control('DO NOT SELL')])).toMatchObject({ missing: [], fresh: [] })
    expect(matchControls([stored('Do not sell')], [control('Your privacy choices')])).toMatchObject({
      missing: [],
      fresh: [],
      renamed: [{ from: { label: 'Do not sell' }, to: { label: 'Your privacy choices' } }],
    })
  })

  it('are not the same where only another kind is new', () => {
    const { missing, fresh } = matchControls([stored('Do not sell')], [control('Opt out of mail', 'opt-out')])
    expect([missing.length, fresh.length]).toEqual([1, 1])
  })
})
