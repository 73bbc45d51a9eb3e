import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PRIVACY, type Section } from '../test/corpus/extract/fictional-policy.ts'
import {
  DAY_MS,
  type FollowedSite,
  followSite,
  platformWith,
  policyPage,
  rowsOf,
  termsWith,
} from '../test/followed-site.ts'
import { formatId, parseId } from './core/id.ts'
import { plainText } from './core/policy-text.ts'
import type { Pipeline } from './pipeline.ts'
import { readText } from './store/policy-text.ts'
import { placesOf } from './store/provision.ts'
import { provisionsOfVersion, readProvision } from './store/view/provision.ts'
import { readRetiredProvision } from './store/view/provision-retired.ts'

const LAW = '6. Governing law and disputes'
const FRENCH_LAW = 'These Terms are governed by the laws of France, and the courts of Lyon decide all disputes.'
const PORTUGUESE_LAW = 'These Terms are governed by the laws of Portugal, and the courts of Porto decide all disputes.'
const MINORS: Section = {
  heading: '9. Children',
  paragraphs: [
    'You must be at least 16 years old to use the Service, and we delete the account of everybody who is younger as soon as we learn of it.',
  ],
}

const CATALOGUE = platformWith([
  { slug: 'terms', title: 'Terms of Service', type: 'terms-of-service', paths: ['/terms'] },
  { slug: 'privacy', title: 'Privacy Policy', type: 'privacy-policy', paths: ['/privacy'] },
])

let site: FollowedSite

beforeEach(async () => {
  site = await followSite(CATALOGUE)
  serve(termsWith({ [LAW]: FRENCH_LAW }))
  site.pages.set('/privacy', policyPage('Privacy Policy', PRIVACY))
})
afterEach(() => site[Symbol.asyncDispose]())

const serve = (sections: readonly Section[]) => site.pages.set('/terms', policyPage('Terms of Service', sections))

/** A day later: checked, and analysed as a check's caller does. */
async function nextDay(pipeline: Pipeline, document = 'terms'): Promise<void> {
  site.advance(DAY_MS)
  await site.check(pipeline, document)
  await pipeline.analyse()
}

async function provisionWith(pipeline: Pipeline, words: string) {
  const row = await pipeline.store.db
    .selectFrom('wording')
    .select('provision_number')
    .where('exact', 'like', `%${words}%`)
    .executeTakeFirstOrThrow()
  return (await readProvision(pipeline.store.db, row.provision_number))!
}

/** What was placed where, by what is public. */
const placed = () => {
  const versions = new Map(
    rowsOf(site.folder, 'analysis').map((row) => [row.id, row.is_current ? row.version_number : 0]),
  )
  const wordings = new Map(rowsOf(site.folder, 'wording').map((row) => [row.id, row.sha256]))
  return rowsOf(site.folder, 'wording_place').map((row) => [
    versions.get(row.analysis_id),
    row.provision_number,
    row.first_block,
    row.last_block,
    wordings.get(row.wording_id),
  ])
}

describe('provisions of a followed document', () => {
  it('quote their version verbatim, and state its facts', async () => {
    await using pipeline = await site.open()
    await nextDay(pipeline)
    const { db } = pipeline.store
    const { text_id, number } = await db.selectFrom('version').select(['number', 'text_id']).executeTakeFirstOrThrow()
    const whole = plainText(await readText(db, text_id))
    const places = (await provisionsOfVersion(db, number))!
    expect(places.length).toBeGreaterThan(5)
    for (const { wording } of places) expect(whole).toContain(wording.exact)
    const law = await provisionWith(pipeline, 'laws of France')
    expect(law.place.wording.types[0]).toBe('governing-law')
    expect(law.facts).toContainEqual(expect.objectContaining({ fact: 'law.governing', value: 'France' }))
    expect(law.end).toBeNull()
  })

  it('keep their id under another wording, and end with the version that lacks them', async () => {
    await using pipeline = await site.open()
    await nextDay(pipeline)
    const first = await provisionWith(pipeline, 'laws of France')
    serve(termsWith({ [LAW]: PORTUGUESE_LAW }))
    await nextDay(pipeline)
    const edited = (await readProvision(pipeline.store.db, first.number))!
    expect(edited.runs.map(({ wording, change }) => [wording.exact, change === null])).toEqual([
      [PORTUGUESE_LAW, false],
      [FRENCH_LAW, true],
    ])
    serve(termsWith({ [LAW]: PORTUGUESE_LAW }).filter(({ heading }) => heading !== LAW))
    await nextDay(pipeline)
    const gone = (await readProvision(pipeline.store.db, first.number))!
    expect(gone.end).toMatchObject({ successor: null, documents: 2 })
    expect(gone.end!.change).not.toBeNull()
    expect(gone.place.wording.exact).toBe(PORTUGUESE_LAW)
  })

  it('have the same ids when the database is made anew', async () => {
    {
      await using pipeline = await site.open()
      await nextDay(pipeline)
      await nextDay(pipeline, 'privacy')
      serve(termsWith({ [LAW]: PORTUGUESE_LAW }, [MINORS]))
      await nextDay(pipeline)
      serve(termsWith({ [LAW]: PORTUGUESE_LAW }))
      await nextDay(pipeline)
    }
    const before = placed()
    expect(before.length).toBeGreaterThan(10)
    for (const end of ['', '-wal', '-shm'])
      await rm(path.join(site.folder, `clausewatch.sqlite${end}`), { force: true })
    await using pipeline = await site.open()
    await pipeline.analyse()
    expect(new Set(placed().map((row) => JSON.stringify(row)))).toEqual(
      new Set(before.map((row) => JSON.stringify(row))),
    )
  })

  it('that are retired are known by the register in a database that is made anew', async () => {
    let retiredId = ''
    {
      await using pipeline = await site.open()
      await nextDay(pipeline)
      // As an older stage version left it that read the title as a rule.
      const version = pipeline.archive.keyOf(formatId('version', 1)) ?? formatId('version', 1)
      expect(pipeline.archive.knownId('provision', `${version} block 0`)).toBeNull()
      retiredId = pipeline.archive.idFor('provision', `${version} block 0`)
    }
    for (const end of ['', '-wal', '-shm'])
      await rm(path.join(site.folder, `clausewatch.sqlite${end}`), { force: true })
    await using pipeline = await site.open()
    await pipeline.analyse()
    const { db } = pipeline.store
    const number = parseId(retiredId)!.number
    expect(await readProvision(db, number)).toBeNull()
    expect(await readRetiredProvision(db, number)).toMatchObject({
      wording: null,
      runs: [],
      firstSeen: { version: 1 },
      retired: { reason: expect.stringContaining('does not see it') },
    })
    expect(await readRetiredProvision(db, number + 1)).toBeNull()
  })

  it('are neither made nor ended by a page that goes back and forth', async () => {
    await using pipeline = await site.open()
    const variants = [termsWith({ [LAW]: FRENCH_LAW }), termsWith({ [LAW]: FRENCH_LAW }, [MINORS])]
    for (let day = 0; day < 4; day++) {
      serve(variants[day % 2]!)
      await nextDay(pipeline)
    }
    const settled = rowsOf(site.folder, 'provision')
    for (let day = 0; day < 4; day++) {
      serve(variants[day % 2]!)
      await nextDay(pipeline)
      expect(rowsOf(site.folder, 'provision')).toEqual(settled)
      expect((await provisionWith(pipeline, 'laws of France')).end).toBeNull()
      expect((await provisionWith(pipeline, 'at least 16 years old')).end).toBeNull()
    }
  })

  it('keep ids and places when they are analysed again, and changes stay as they are', async () => {
    await using pipeline = await site.open()
    await nextDay(pipeline)
    serve(termsWith({ [LAW]: PORTUGUESE_LAW }))
    await nextDay(pipeline)
    const [before, changes] = [placed(), rowsOf(site.folder, 'revision')]
    expect(await pipeline.analyse({ versions: { kind: 'after', number: 0 } })).toBe(0)
    expect(await pipeline.analyse({ versions: { kind: 'after', number: 0 }, again: true })).toBe(2)
    expect(placed()).toEqual(before)
    expect(rowsOf(site.folder, 'revision')).toEqual(changes)
  })

  it('stay beside those of an older stage version, which are shown no more', async () => {
    await using pipeline = await site.open()
    await nextDay(pipeline)
    const { db } = pipeline.store
    await db.updateTable('analysis').set({ stage: 'old' }).execute()
    await db.updateTable('wording').set({ stage: 'old' }).execute()
    const before = await placesOf(db, 1)
    expect(await pipeline.analyse({ versions: { kind: 'after', number: 0 } })).toBe(1)
    expect(rowsOf(site.folder, 'analysis').map((row) => [row.stage === 'old', row.is_current])).toEqual([
      [true, 0],
      [false, 1],
    ])
    expect((await placesOf(db, 1))!.map(({ provision }) => provision)).toEqual(
      before!.map(({ provision }) => provision),
    )
  })

  it('have their old id where their words come back after a time', async () => {
    await using pipeline = await site.open()
    serve(termsWith({ [LAW]: FRENCH_LAW }, [MINORS]))
    await nextDay(pipeline)
    const before = await provisionWith(pipeline, 'at least 16 years old')
    serve(termsWith({ [LAW]: FRENCH_LAW }))
    await nextDay(pipeline)
    serve(termsWith({ [LAW]: PORTUGUESE_LAW }, [MINORS]))
    await nextDay(pipeline)
    const back = (await readProvision(pipeline.store.db, before.number))!
    expect(back.end).toBeNull()
    expect(back.runs.map(({ fromVersion, toVersion }) => [fromVersion, toVersion])).toEqual([
      [3, 3],
      [1, 1],
    ])
  })

  it('are those of the next version where one is filled in before it', async () => {
    await using pipeline = await site.open()
    await nextDay(pipeline)
    serve(termsWith({ [LAW]: FRENCH_LAW }, [MINORS]))
    await nextDay(pipeline)
    serve(termsWith({ [LAW]: PORTUGUESE_LAW }, [MINORS]))
    await nextDay(pipeline)
    const { db } = pipeline.store
    const before = await provisionWith(pipeline, 'at least 16 years old')
    // As if the third had been observed between the first and the second.
    await db.updateTable('version').set({ previous_version: 3 }).where('number', '=', 2).execute()
    await db.updateTable('version').set({ previous_version: 1 }).where('number', '=', 3).execute()
    await db.deleteFrom('wording_place').where('analysis_id', '=', 3).execute()
    await db.deleteFrom('fact').where('analysis_id', '=', 3).execute()
    await db.deleteFrom('analysis').where('version_number', '=', 3).execute()
    await pipeline.analyse()
    const filledIn = (await provisionsOfVersion(db, 3))!.find(({ wording }) => wording.exact.includes('16 years old'))
    expect(filledIn!.provision).toBe(before.number)
  })

  it('go on in a sibling document to which they moved', async () => {
    await using pipeline = await site.open()
    serve(termsWith({ [LAW]: FRENCH_LAW }, [MINORS]))
    await nextDay(pipeline)
    await nextDay(pipeline, 'privacy')
    const before = await provisionWith(pipeline, 'at least 16 years old')
    serve(termsWith({ [LAW]: FRENCH_LAW }))
    await nextDay(pipeline)
    site.pages.set('/privacy', policyPage('Privacy Policy', [...PRIVACY, MINORS]))
    await nextDay(pipeline, 'privacy')
    const after = (await readProvision(pipeline.store.db, before.number))!
    expect(after.documentSlug).toBe('privacy')
    expect(after.end).toBeNull()
    expect(after.runs.map(({ documentTitle }) => documentTitle)).toEqual(['Privacy Policy', 'Terms of Service'])
  })
})
