import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
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
import type { ChangeDescription } from './core/change.ts'
import type { Pipeline } from './pipeline.ts'
import { changeLines, groupLines } from './store/view/change.ts'

const BAN =
  'You may not publish benchmarks or performance tests of the chat without our prior written consent, and you may not use it to monitor its availability for a competing purpose.'
const SECTION = { heading: '9. Benchmarks', paragraphs: [BAN] }
const OTHER = {
  heading: '10. Trials',
  paragraphs: [
    'A trial of a paid plan ends after fourteen days, and we shall charge the fee of the plan from then on unless you cancel it before that.',
  ],
}
const CATALOGUE = platformWith([
  { slug: 'terms', title: 'Terms of Service', type: 'terms-of-service', paths: ['/terms'] },
  { slug: 'guidelines', title: 'Usage Guidelines', type: 'usage-guidelines', paths: ['/guidelines'] },
  { slug: 'privacy', title: 'Privacy Policy', type: 'privacy-policy', paths: ['/privacy'] },
])

type Sections = Parameters<typeof termsWith>[1]

let site: FollowedSite
let pipeline: Pipeline

beforeEach(async () => {
  site = await followSite(CATALOGUE)
  site.pages.set('/privacy', policyPage('Privacy Policy', PRIVACY))
})
afterEach(() => site[Symbol.asyncDispose]())

const GUIDELINES = [
  {
    heading: '1. Respect',
    paragraphs: [
      'You must not use the chat to harass anybody, to spread lies about a person, or to pretend that you are somebody else than you are.',
      'Content that sexualises children is forbidden without exception, and we report it to the authorities of the country from which it came.',
    ],
  },
  {
    heading: '2. Safety',
    paragraphs: [
      'You must not use the chat to make weapons, to break into systems of others, or to give advice on medicine without a professional who checks it.',
    ],
  },
]

function serve(terms: Sections, guidelines: Sections): void {
  site.pages.set('/terms', policyPage('Terms of Service', termsWith({}, terms)))
  site.pages.set('/guidelines', policyPage('Usage Guidelines', [...GUIDELINES, ...(guidelines ?? [])]))
}

async function checkAll(): Promise<void> {
  for (const document of ['terms', 'guidelines', 'privacy']) await site.check(pipeline, document)
}

async function checkAfter(days: number): Promise<void> {
  site.advance(days * DAY_MS)
  await checkAll()
}

const changes = () => rowsOf(site.folder, 'change')
const revisions = (change: number) =>
  rowsOf(site.folder, 'revision')
    .filter((row) => row['change_number'] === change)
    .map((row) => ({ cause: row['cause'], ...(JSON.parse(String(row['description'])) as ChangeDescription) }))

describe('a passage that leaves one document of a platform', () => {
  beforeEach(async () => {
    serve([SECTION, OTHER], [])
    pipeline = await site.open()
    await checkAll()
  })

  it('and appears in a sibling two weeks later is moved, with both ends linked', async () => {
    serve([OTHER], [])
    await checkAfter(7)
    expect(revisions(1)[0]!.effects.map(({ effect }) => effect)).toContain('removed')
    // With a run-in heading where it had a heading of its own before.
    serve([OTHER], [{ heading: '3. Fair play', paragraphs: [`<b>Benchmarks.</b> ${BAN}`] }])
    await checkAfter(14)
    expect(changes().map(({ number, kind, severity, revisions: n }) => [number, kind, severity, n])).toEqual([
      [1, 'administrative', 'low', 2],
      [2, 'administrative', 'low', 2],
    ])
    const [gone, came] = [revisions(1), revisions(2)]
    expect(gone.map(({ cause }) => cause)).toEqual(['capture', 'sibling'])
    expect(came.map(({ cause }) => cause)).toEqual(['capture', 'sibling'])
    const moved = (description: ChangeDescription) => description.effects.find(({ effect }) => effect === 'moved')!
    expect(moved(gone[1]!)).toMatchObject({ sibling: { change: 2, title: 'Usage Guidelines' }, after: null })
    expect(moved(came[1]!)).toMatchObject({ sibling: { change: 1, title: 'Terms of Service' }, before: null })
    expect(moved(gone[1]!).meaning).toBe(
      'The passage moved to the Usage Guidelines (CW-C-000002) and says the same there.',
    )
    expect(gone[1]!.summary).toContain('moves a passage from its Terms of Service to its Usage Guidelines.')
    expect(came[1]!.summary).toBe(gone[1]!.summary)
  })

  it('after it appeared in a sibling is moved too', async () => {
    serve([SECTION, OTHER], [SECTION])
    await checkAfter(7)
    serve([OTHER], [SECTION])
    await checkAfter(7)
    expect(changes().map(({ kind, revisions: n }) => [kind, n])).toEqual([
      ['administrative', 2],
      ['administrative', 2],
    ])
    expect(revisions(1)[1]!.effects.map(({ effect }) => effect)).toContain('moved')
  })

  it('stays removed where the sibling takes it up after more than 30 days', async () => {
    serve([OTHER], [])
    await checkAfter(7)
    serve([OTHER], [SECTION])
    await checkAfter(31)
    expect(changes().map(({ kind, revisions: n }) => [kind, n])).toEqual([
      ['substantive', 1],
      ['substantive', 1],
    ])
  })

  it('says that no successor was found, and in how many documents, never that it may have moved', async () => {
    serve([OTHER], [])
    await checkAfter(7)
    const removed = revisions(1)[0]!.effects.find(({ effect, before }) => effect === 'removed' && before?.exact === BAN)
    expect(removed!.meaning).toMatch(/Removed; no successor found in the 3 documents followed of this platform\.$/)
    expect(JSON.stringify(revisions(1))).not.toMatch(/may have moved/i)
  })

  it('beside another change leaves that one as weighty as it was', async () => {
    serve([], [SECTION])
    await checkAfter(7)
    const [terms, guidelines] = [revisions(1).at(-1)!, revisions(2).at(-1)!]
    expect(terms.effects.map(({ effect }) => effect)).toEqual(expect.arrayContaining(['moved', 'removed']))
    expect(terms.kind).toBe('substantive')
    expect(terms.summary).toContain('moves a passage from its Terms of Service to its Usage Guidelines.')
    expect(guidelines.kind).toBe('administrative')
  })

  it('has not moved where it came and went in one document within these days', async () => {
    const THIRD = {
      heading: '11. Gifts',
      paragraphs: ['You may give a plan to somebody else once a year, and we shall not ask you why.'],
    }
    serve([OTHER], [])
    await checkAfter(3)
    serve([OTHER, SECTION, THIRD], [])
    await checkAfter(3)
    serve([OTHER, SECTION, THIRD], [SECTION])
    await checkAfter(3)
    expect(changes().length).toBeGreaterThan(2)
    expect(rowsOf(site.folder, 'revision').every(({ cause }) => cause === 'capture')).toBe(true)
  })

  it('is moved to no document in particular where two take it up at once', async () => {
    serve([SECTION, OTHER], [SECTION])
    site.pages.set('/privacy', policyPage('Privacy Policy', [...PRIVACY, SECTION]))
    await checkAfter(7)
    serve([OTHER], [SECTION])
    await checkAfter(7)
    expect(rowsOf(site.folder, 'revision').map(({ cause }) => cause)).toEqual(['capture', 'capture', 'capture'])
  })
})

describe('the same edit on many documents', () => {
  const renamed = (page: string) => page.replaceAll('Larkspur Labs', 'Larkspur Laboratories')
  const NOTE = {
    heading: '20. Who we are',
    paragraphs: ['These words are published by Larkspur Labs Limited, a company registered in Ireland.'],
  }

  it('is one group, also where it is detected on other days', async () => {
    const pages = {
      '/terms': policyPage('Terms of Service', termsWith({}, [NOTE])),
      '/privacy': policyPage('Privacy Policy', [...PRIVACY, NOTE]),
      '/guidelines': policyPage('Usage Guidelines', [...GUIDELINES, NOTE]),
    }
    for (const [at, page] of Object.entries(pages)) site.pages.set(at, page)
    pipeline = await site.open()
    await checkAll()
    site.pages.set('/terms', renamed(pages['/terms']))
    site.pages.set('/guidelines', renamed(pages['/guidelines']))
    await checkAfter(1)
    site.pages.set('/privacy', renamed(pages['/privacy']))
    await checkAfter(3)
    expect(changes().map(({ group_key }) => group_key)).toEqual(['CW-C-000001', 'CW-C-000001', 'CW-C-000001'])
    const lines = await changeLines(pipeline.store.db, { kinds: ['substantive', 'administrative'], limit: 10 })
    const groups = groupLines(lines).map(({ first, others }) => [first.number, others.map(({ number }) => number)])
    expect(groups).toEqual([[3, [2, 1]]])
  })

  it('is no group with another edit, nor with the same one weeks later', async () => {
    serve([NOTE], [NOTE])
    pipeline = await site.open()
    await checkAll()
    site.pages.set('/terms', renamed(policyPage('Terms of Service', termsWith({}, [NOTE]))))
    await checkAfter(1)
    site.pages.set('/guidelines', renamed(policyPage('Usage Guidelines', [...GUIDELINES, NOTE])))
    await checkAfter(20)
    expect(changes().map(({ group_key }) => group_key)).toEqual([null, null])
  })
})

describe('rows made anew', () => {
  it('hold the same revisions and groups', async () => {
    serve([SECTION, OTHER], [])
    pipeline = await site.open()
    await checkAll()
    serve([OTHER], [])
    await checkAfter(7)
    serve([OTHER], [SECTION])
    await checkAfter(7)
    const dump = (folder: string) =>
      ['change', 'passage', 'revision'].map((table) => rowsOf(folder, table).map(({ made_at: _madeAt, ...row }) => row))
    const before = dump(site.folder)
    expect(before[2]).toHaveLength(4)
    await pipeline[Symbol.asyncDispose]()
    const copy = await mkdtemp(path.join(tmpdir(), 'clausewatch-sibling-'))
    try {
      await cp(site.folder, copy, { recursive: true })
      for (const ending of ['', '-wal', '-shm'])
        await rm(path.join(copy, `clausewatch.sqlite${ending}`), { force: true })
      await using _anew = await site.open(copy)
      expect(dump(copy)).toEqual(before)
    } finally {
      await rm(copy, { recursive: true, force: true })
    }
  })
})
