import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS, type FollowedSite, followSite, HOUR_MS, policyPage, rowsOf, termsWith } from '../test/followed-site.ts'
import type { Pipeline } from './pipeline.ts'

const TERMS_PAGE = policyPage('Terms of Service', termsWith())
/** Somebody gives up a court: a change that matters. */
const ARBITRATION =
  'Any dispute is resolved by binding individual arbitration, and you waive the right to a trial by jury and to take part in a class action.'
const CHANGED_PAGE = policyPage('Terms of Service', termsWith({ '6. Governing law and disputes': ARBITRATION }))

let site: FollowedSite
let pipeline: Pipeline

beforeEach(async () => {
  site = await followSite()
  pipeline = await site.open()
})
afterEach(() => site[Symbol.asyncDispose]())

const count = (table: string): number => rowsOf(site.folder, table).length
/** Plain dates of the spans, in order. */
const spans = () =>
  rowsOf(site.folder, 'span').map(
    ({ from_at, to_at }) => `${String(from_at).slice(0, 10)} to ${String(to_at).slice(0, 10)}`,
  )
const health = () => rowsOf(site.folder, 'document')[0]!

async function firstVersion(): Promise<void> {
  site.pages.set('/terms', TERMS_PAGE)
  const first = await site.check(pipeline)
  expect(first).toMatchObject({ outcome: 'received', verdict: 'policy', newVersion: true, changes: [] })
}

describe('the first check of a document', () => {
  it('makes a baseline: one version, one span and no change', async () => {
    await firstVersion()
    expect([count('version'), count('span'), count('change'), count('record')]).toEqual([1, 1, 0, 1])
    expect(rowsOf(site.folder, 'record')[0]).toMatchObject({ row_kind: null, change_number: null, version_number: 1 })
  })

  it('keeps an entry of every attempt, also where nothing is there', async () => {
    site.pages.set('/terms', (_, response) => response.destroy())
    const result = await site.check(pipeline)
    expect(result).toMatchObject({ outcome: 'unreachable', verdict: null, newVersion: false })
    expect(pipeline.archive.size).toBe(1)
    expect([count('capture'), count('reading'), count('version')]).toEqual([1, 0, 0])
    expect(health()).toMatchObject({ failures: 1, last_outcome: 'unreachable' })
  })
})

describe('an unchanged page', () => {
  it('costs no reading and prolongs the span', async () => {
    await firstVersion()
    for (let day = 0; day < 3; day++) {
      site.advance(DAY_MS)
      expect(await site.check(pipeline)).toMatchObject({ verdict: 'policy', changes: [], newVersion: false })
    }
    expect([count('capture'), count('reading'), count('version'), count('span')]).toEqual([4, 1, 1, 1])
    const [span] = rowsOf(site.folder, 'span')
    expect(span).toMatchObject({ from_at: '2026-03-02T06:00:00Z', to_at: '2026-03-05T06:00:00Z', captures: 4 })
  })

  it('is asked for with its validators, answers 304, and is asked for whole once a week', async () => {
    const conditions: (string | undefined)[] = []
    site.pages.set('/terms', (request, response) => {
      conditions.push(request.headers['if-none-match'])
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end()
      else response.writeHead(200, { 'content-type': 'text/html', etag: '"v1"' }).end(TERMS_PAGE)
    })
    await site.check(pipeline)
    for (let day = 0; day < 7; day++) {
      site.advance(DAY_MS)
      const result = await site.check(pipeline)
      expect(result).toMatchObject({
        outcome: day < 6 ? 'not-modified' : 'received',
        verdict: 'policy',
        newVersion: false,
      })
    }
    expect(conditions).toEqual([undefined, ...Array.from({ length: 6 }, () => '"v1"'), undefined])
    expect([count('reading'), count('span')]).toEqual([1, 1])
    expect(rowsOf(site.folder, 'span')[0]).toMatchObject({ captures: 8 })
  })

  it('is read where its bytes differ, and a difference outside of the document is no version', async () => {
    await firstVersion()
    site.advance(DAY_MS)
    site.pages.set('/terms', policyPage('Terms of Service', termsWith(), 'build 7f3a'))
    expect(await site.check(pipeline)).toMatchObject({ verdict: 'policy', changes: [], newVersion: false })
    expect([count('reading'), count('version'), count('change')]).toEqual([2, 1, 0])
    expect(rowsOf(site.folder, 'record')[1]).toMatchObject({ row_kind: 'noise', version_number: 1 })
  })
})

describe('a changed page', () => {
  it('makes one version and one change that quotes both sides', async () => {
    await firstVersion()
    site.advance(DAY_MS)
    site.pages.set('/terms', CHANGED_PAGE)
    expect(await site.check(pipeline)).toMatchObject({ verdict: 'policy', changes: [1], newVersion: true })
    expect([count('version'), count('span'), count('change'), count('revision')]).toEqual([2, 2, 1, 1])
    expect(rowsOf(site.folder, 'change')[0]).toMatchObject({
      kind: 'substantive',
      from_version: 1,
      to_version: 2,
      detected_at: '2026-03-03T06:00:00Z',
    })
    const { effects, summary } = JSON.parse(String(rowsOf(site.folder, 'revision')[0]!['description']))
    expect(effects).not.toEqual([])
    expect(JSON.stringify(effects.map((effect: { before: unknown }) => effect.before))).toContain('Ireland')
    expect(JSON.stringify(effects.map((effect: { after: unknown }) => effect.after))).toContain(
      'binding individual arbitration',
    )
    expect(summary).not.toBe('')
  })

  it('is not published again by the checks that follow', async () => {
    await firstVersion()
    site.advance(DAY_MS)
    site.pages.set('/terms', CHANGED_PAGE)
    await site.check(pipeline)
    site.advance(DAY_MS)
    expect(await site.check(pipeline)).toMatchObject({ changes: [], newVersion: false })
    expect([count('version'), count('change'), count('record')]).toEqual([2, 1, 2])
  })

  it('that loses more than half of its text waits for a second capture an hour later', async () => {
    const long = Array.from({ length: 12 }, (_, at) => ({
      heading: `${at + 7}. Schedule ${at + 1}`,
      paragraphs: [
        `Schedule ${at + 1} of these terms applies to the paid plan number ${at + 1}, for which you shall pay the fee of ${at + 20} euros a month in advance.`,
      ],
    }))
    site.pages.set('/terms', policyPage('Terms of Service', termsWith({}, long)))
    await site.check(pipeline)
    site.advance(DAY_MS)
    const short = TERMS_PAGE.replace('1. Acceptance', '1. Acceptance of these terms').replace('sixteen', 'eighteen')
    site.pages.set('/terms', short)
    const doubtful = await site.check(pipeline)
    expect(doubtful).toMatchObject({ verdict: 'policy', newVersion: false, changes: [] })
    expect(rowsOf(site.folder, 'record')[1]).toMatchObject({ awaiting: 1, version_number: null })
    // It is looked at again soon, not only at the next day's check.
    expect(health()['next_check_at']).toBe('2026-03-03T07:30:00Z')
    site.advance(2 * HOUR_MS)
    const confirmed = await site.check(pipeline)
    expect(confirmed).toMatchObject({ newVersion: true, changes: [1] })
    expect(rowsOf(site.folder, 'change')[0]).toMatchObject({ detected_at: '2026-03-03T08:00:00Z' })
  })

  it('that only seemed to lose its text leaves nothing behind', async () => {
    const long = termsWith({}, [
      {
        heading: '7. Schedules',
        paragraphs: Array.from(
          { length: 14 },
          (_, at) =>
            `The plan number ${at} costs ${at + 20} euros a month, which you shall pay in advance to the account that we name.`,
        ),
      },
    ])
    site.pages.set('/terms', policyPage('Terms of Service', long))
    await site.check(pipeline)
    site.advance(DAY_MS)
    site.pages.set('/terms', TERMS_PAGE.replace('sixteen', 'eighteen'))
    await site.check(pipeline)
    site.advance(2 * HOUR_MS)
    site.pages.set('/terms', policyPage('Terms of Service', long))
    await site.check(pipeline)
    expect([count('version'), count('change')]).toEqual([1, 0])
    expect(rowsOf(site.folder, 'track')[0]).toMatchObject({ pending: null })
  })
})

describe('a bad capture', () => {
  const WALL =
    '<!doctype html><html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1><p>Enable JavaScript and cookies to continue</p><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></body></html>'
  const bad: readonly (readonly [string, Parameters<FollowedSite['pages']['set']>[1], string])[] = [
    [
      'a bot wall',
      (_, response) =>
        void response
          .writeHead(403, { server: 'cloudflare', 'cf-mitigated': 'challenge', 'content-type': 'text/html' })
          .end(WALL),
      'blocked',
    ],
    [
      'a page that is gone',
      (_, response) =>
        void response
          .writeHead(404, { 'content-type': 'text/html' })
          .end(
            '<!doctype html><title>Not found</title><h1>Page not found</h1><p>The page that you are looking for does not exist.</p>',
          ),
      'error',
    ],
    [
      'a script shell',
      '<!doctype html><html><head><title>Larkspur</title><script src="/app.js"></script></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>',
      'shell',
    ],
  ]

  it.each(bad)('(%s) makes no version, and the version before stays on display', async (_, served, verdict) => {
    await firstVersion()
    site.advance(DAY_MS)
    site.pages.set('/terms', served)
    expect(await site.check(pipeline)).toMatchObject({ verdict, changes: [], newVersion: false })
    expect([count('version'), count('span'), count('change')]).toEqual([1, 1, 0])
    expect(rowsOf(site.folder, 'record')[1]).toMatchObject({ row_kind: 'broken-capture', version_number: null })
    expect(rowsOf(site.folder, 'track')[0]).toMatchObject({ current_key: 1 })
    expect(health()).toMatchObject({
      failures: 1,
      failing_since: '2026-03-03T06:00:00Z',
      last_good_at: '2026-03-02T06:00:00Z',
    })
  })

  it('ends with a row and no change when the page is back unchanged', async () => {
    await firstVersion()
    site.advance(DAY_MS)
    site.pages.set('/terms', bad[1]![1])
    await site.check(pipeline)
    site.advance(DAY_MS)
    site.pages.set('/terms', TERMS_PAGE)
    expect(await site.check(pipeline)).toMatchObject({ verdict: 'policy', changes: [], newVersion: false })
    expect(rowsOf(site.folder, 'record')[2]).toMatchObject({ row_kind: 'broken-capture', version_number: 1 })
    expect([count('version'), count('change')]).toEqual([1, 0])
    expect(health()).toMatchObject({ failures: 0, failing_since: null })
  })

  it('that goes on in the same bytes is read once', async () => {
    await firstVersion()
    site.pages.set('/terms', bad[2]![1])
    for (let day = 0; day < 3; day++) {
      site.advance(DAY_MS)
      expect(await site.check(pipeline)).toMatchObject({ verdict: 'shell' })
    }
    expect([count('capture'), count('reading')]).toEqual([4, 2])
    expect(health()).toMatchObject({ failures: 3 })
  })
})

describe('a gap', () => {
  it('after which the same page is back opens another span and is no change', async () => {
    await firstVersion()
    site.pages.set('/terms', (_, response) => response.destroy())
    for (let day = 0; day < 2; day++) {
      site.advance(DAY_MS)
      expect(await site.check(pipeline)).toMatchObject({ outcome: 'unreachable' })
    }
    site.advance(DAY_MS)
    site.pages.set('/terms', TERMS_PAGE)
    expect(await site.check(pipeline)).toMatchObject({ verdict: 'policy', changes: [], newVersion: false })
    expect(spans()).toEqual(['2026-03-02 to 2026-03-02', '2026-03-05 to 2026-03-05'])
    expect([count('version'), count('change'), count('reading')]).toEqual([1, 0, 1])
  })

  it('of bad captures opens another span too, and so does one after which the bytes differ and the text does not', async () => {
    await firstVersion()
    site.advance(DAY_MS)
    site.pages.delete('/terms')
    expect(await site.check(pipeline)).toMatchObject({ verdict: 'error' })
    site.advance(DAY_MS)
    site.pages.set('/terms', TERMS_PAGE)
    await site.check(pipeline)
    site.advance(DAY_MS)
    site.pages.set('/terms', (_, response) => response.destroy())
    await site.check(pipeline)
    site.advance(DAY_MS)
    site.pages.set('/terms', policyPage('Terms of Service', termsWith(), 'build 7f3a'))
    await site.check(pipeline)
    expect(spans()).toEqual(['2026-03-02 to 2026-03-02', '2026-03-04 to 2026-03-04', '2026-03-06 to 2026-03-06'])
    expect([count('version'), count('change')]).toEqual([1, 0])
  })

  it('does not make a publisher’s later way back look like a page that alternates', async () => {
    await firstVersion()
    site.advance(DAY_MS)
    site.pages.set('/terms', (_, response) => response.destroy())
    await site.check(pipeline)
    for (const [page, days] of [
      [TERMS_PAGE, 1],
      [CHANGED_PAGE, 10],
      [CHANGED_PAGE, 45],
      [TERMS_PAGE, 1],
      [TERMS_PAGE, 1],
    ] as const) {
      site.advance(days * DAY_MS)
      site.pages.set('/terms', page)
      await site.check(pipeline)
    }
    expect(rowsOf(site.folder, 'change').map(({ kind }) => kind)).toEqual(['substantive', 'substantive'])
  })

  it('after which the text is another one is a change from the last good version', async () => {
    await firstVersion()
    site.advance(DAY_MS)
    site.pages.set('/terms', (_, response) => response.destroy())
    await site.check(pipeline)
    site.advance(DAY_MS)
    site.pages.set('/terms', CHANGED_PAGE)
    expect(await site.check(pipeline)).toMatchObject({ changes: [1], newVersion: true })
    expect(rowsOf(site.folder, 'change')[0]).toMatchObject({ from_version: 1, to_version: 2 })
  })
})

describe('robots.txt', () => {
  it('is obeyed: a forbidden page is an outcome and is not asked for', async () => {
    site.pages.set('/robots.txt', 'User-agent: *\nDisallow: /terms\n')
    site.pages.set('/terms', TERMS_PAGE)
    expect(await site.check(pipeline)).toMatchObject({ outcome: 'refused-by-robots', verdict: null })
    expect(site.requests).toEqual([])
  })
})
