import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wording } from '../core/provision.ts'
import { retireChange } from '../store/change.ts'
import { insertAnalysis, insertPlaces, putProvision, putWording } from '../store/provision.ts'
import { type Holdings, readHoldings } from '../store/view/archive.ts'
import { provisionsOfVersion, readProvision } from '../store/view/provision.ts'
import { readRetiredProvision } from '../store/view/provision-retired.ts'
import { documentTracks } from '../store/view/track.ts'
import { readVersion } from '../store/view/version.ts'
import { mainWords, openTestSite, type TestSite } from './fixtures/site.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site[Symbol.asyncDispose]())

async function page(path: string): Promise<string> {
  const response = await site.web.request(path)
  expect(response.status).toBe(200)
  return response.text()
}

const LAW = '/platforms/hazelmoor/terms-of-service/who-decides-CW-P-000001'

type Reading = {
  readonly stage: string
  readonly madeAt: string
  readonly state?: 'assessed' | 'not-assessed'
  /** The provision that now holds the words of the first one. */
  readonly holder?: number
}

/** Analyses every version of the document again, without provision 1. */
async function analyseWithout({ stage, madeAt, state = 'assessed', holder }: Reading): Promise<void> {
  const { db } = site.store
  const versions = await db.selectFrom('version').where('document_number', '=', 1).select('number').execute()
  for (const { number: version } of versions) {
    const law = (await provisionsOfVersion(db, version))?.find(({ provision }) => provision === 1)
    const analysis = await insertAnalysis(db, { version, stage, state, predecessor: null, madeAt })
    if (!law || holder === undefined) continue
    await putProvision(db, { number: holder, document: 1, bornVersion: version, splitFrom: null })
    const { title: _, ...said } = law.wording
    const wording: Wording = { ...said, title: 'Everything about disputes' }
    const id = await putWording(db, holder, stage, wording, false)
    await insertPlaces(db, analysis, [{ first: law.first, last: law.last, provision: holder, wording: id }])
  }
}

describe('a provision that the analysis of today does not see', () => {
  it('keeps its address, and says what it was, since when and why it is none, and what is there now', async () => {
    await analyseWithout({ stage: '2', madeAt: '2026-04-05T06:00:00Z', holder: 9 })
    const byId = await site.web.request('/CW-P-000001')
    expect([byId.status, byId.headers.get('location')]).toEqual([302, LAW])
    const html = await page(LAW)
    const said = mainWords(html)
    expect(said).toContain('retired since 5 April 2026')
    expect(said).toContain('the analysis of stage version 2 does not see it as a rule of its own')
    expect(said).toContain('In its place it sees CW-P-000009')
    expect(html).toContain('href="/CW-P-000009"')
    expect(said).toContain('An arbitrator of Hazelmoor decides about kettles.')
    expect(said).toContain('by the analysis of stage version 1')
    // Every wording that it had, with the versions in which it stood.
    expect(said).toContain('Courts of Hazelmoor decide.')
    const { version } = (await readRetiredProvision(site.store.db, 1))!.place!
    expect(html).toMatch(new RegExp(`/versions/CW-V-0*${version}#b\\d`))
    const older = await site.web.request('/platforms/hazelmoor/terms-of-service/courts-CW-P-000001')
    expect([older.status, older.headers.get('location')]).toEqual([301, LAW])
    expect((await site.web.request('/CW-P-000099')).status).toBe(404)
  })

  it('is retired by the first analysis that lacks it, not by one that was made again later', async () => {
    await analyseWithout({ stage: '2', madeAt: '2026-04-05T06:00:00Z' })
    await analyseWithout({ stage: '3', madeAt: '2026-05-05T06:00:00Z' })
    const { retired, successor } = (await readRetiredProvision(site.store.db, 1))!
    expect(retired).toMatchObject({ at: '2026-04-05T06:00:00Z', stage: '2' })
    expect(successor).toBeNull()
    expect(mainWords(await page(LAW))).toContain('It sees no other in its place.')
  })

  it('keeps its last words where the same stage version was run again, and claims no versions for them', async () => {
    await analyseWithout({ stage: '1', madeAt: '2026-04-05T06:00:00Z', holder: 9 })
    const provision = (await readRetiredProvision(site.store.db, 1))!
    expect(provision).toMatchObject({ place: null, runs: [], retired: { stage: '1' } })
    expect(provision.wording!.exact).toContain('of Hazelmoor decide')
    const said = mainWords(await page(LAW))
    expect(said).toContain('in which later versions is not kept')
    expect(said).toContain('First seen')
  })

  it('says so where it is the language that is not read', async () => {
    await analyseWithout({ stage: '2', madeAt: '2026-04-05T06:00:00Z', state: 'not-assessed' })
    expect(mainWords(await page(LAW))).toContain('does not read the language of its text')
  })

  it('is not said of one that stands in an older version, nor of one that an analysis sees again', async () => {
    const ended = mainWords(await page('/platforms/hazelmoor/privacy-policy/privacy-rights-CW-P-000003'))
    expect(ended).not.toContain('retired')
    await analyseWithout({ stage: '2', madeAt: '2026-04-05T06:00:00Z' })
    const { place } = (await readRetiredProvision(site.store.db, 1))!
    const { id } = await site.store.db
      .selectFrom('analysis')
      .where('version_number', '=', place!.version)
      .where('is_current', '=', 1)
      .select('id')
      .executeTakeFirstOrThrow()
    const { first, last, wording } = place!
    await insertPlaces(site.store.db, id, [{ first, last, provision: 1, wording: wording.id }])
    expect(mainWords(await page(LAW))).not.toContain('retired')
  })

  it('has its words no more where the text was withdrawn, and says why', async () => {
    const { db } = site.store
    for (const table of ['wording_place', 'wording'] as const)
      await db.deleteFrom(table).where('provision_number', '=', 1).execute()
    const { born_version } = await db
      .selectFrom('provision')
      .where('number', '=', 1)
      .select('born_version')
      .executeTakeFirstOrThrow()
    const subject = `CW-V-${String(born_version).padStart(6, '0')}`
    await db
      .insertInto('withdrawal')
      .values({ subject, reason: 'a private name', ruled_at: '2026-04-07T00:00:00Z' })
      .execute()
    const said = mainWords(await page('/platforms/hazelmoor/terms-of-service/CW-P-000001'))
    expect(said).toContain('retired since 7 April 2026: the text in which it stood was withdrawn: a private name')
    expect(said).toContain('Its words are not kept')
    expect(said).not.toContain('Hazelmoor decide')
    expect(said).not.toContain('stay as they are')
  })
})

describe('a change that is retired', () => {
  const RETIRED = {
    at: '2026-04-05T06:00:00Z',
    reason: 'a version between its own was taken in later; see CW-C-000111',
  }
  let number: number
  let path: string
  let counted: Holdings['changes']
  beforeEach(async () => {
    const row = await site.store.db
      .selectFrom('change')
      .where('kind', '=', 'substantive')
      .where('document_number', '=', 1)
      .select('number')
      .executeTakeFirstOrThrow()
    number = row.number
    path = `/changes/CW-C-${String(number).padStart(6, '0')}`
    expect(await page('/changes')).toContain(path)
    counted = (await readHoldings(site.store.db)).changes
    await retireChange(site.store.db, number, { ...RETIRED, cause: 'backfill' })
  })

  it('keeps its page, which says so with date and reason and leads to its parts', async () => {
    const html = await page(path)
    expect(mainWords(html)).toContain(
      'retired since 5 April 2026: a version between its own was taken in later; see CW-C-000111',
    )
    expect(html).toContain('href="/changes/CW-C-000111"')
    // What noise means is not why it is retired.
    expect(mainWords(html)).not.toContain('No edit of the document')
  })

  it.each([
    '/',
    '/changes',
    '/changes?kind=all',
    '/changes?kind=noise',
    '/platforms/hazelmoor',
    '/platforms/hazelmoor/terms-of-service',
  ])('is not listed on %s', async (list) => expect(await page(list)).not.toContain(path))

  it('is counted as no change of any kind', async () => {
    const { changes } = await readHoldings(site.store.db)
    expect(changes).toEqual({ ...counted, substantive: counted.substantive - 1 })
  })

  it('is not what led to its version, where a part of it did', async () => {
    const { db } = site.store
    const whole = await db.selectFrom('change').where('number', '=', number).selectAll().executeTakeFirstOrThrow()
    const part = { ...whole, number: 111, kind: 'substantive' as const, retired_at: null, retired_reason: null }
    await db.insertInto('change').values(part).execute()
    expect((await readVersion(db, whole.to_version))!.change).toBe(111)
    const [track] = await documentTracks(db, 1)
    const lines = track!.versions.filter((line) => line.number === whole.to_version)
    expect(lines.map(({ change }) => change!.number)).toEqual([111])
    const { runs } = (await readProvision(db, 1))!
    expect(runs.filter(({ fromVersion }) => fromVersion === whole.to_version).map(({ change }) => change)).toEqual([
      111,
    ])
  })
})
