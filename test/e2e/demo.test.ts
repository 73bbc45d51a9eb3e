import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SeenChange, scoreDemo } from '../../demo/score.ts'
import { expectedChanges } from '../../demo/site/expected.ts'
import { MAIN, type Ran, runCli, startCli } from '../cli.ts'
import { entriesOf, rowsOf, tablesOf, withoutRowIds } from '../followed-site.ts'

/** Long enough for changes, walls and outages, short enough for every run of the tests. */
const UNTIL = '2025-03-15'
const LATER = '2025-04-20'
/** A weekly check sees a change after at most seven days; a trouble of ten days may lie in between. */
const SEEN_WITHIN_MS = 18 * 86_400_000
/** The walk over the pages ends here, in case the site grows. */
const MAX_PAGES = 400

let folder: string
let data: string
let ran: Ran

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-demo-'))
  data = path.join(folder, 'data-demo')
  ran = await runCli(['demo', '--once', '--json', '--until', UNTIL, '--data', data])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const seenChanges = async (): Promise<SeenChange[]> => {
  const { code, out } = await runCli(['changes', '--all', '--jsonl', '--data', data])
  expect(code).toBe(0)
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SeenChange)
}

describe('the demo', () => {
  it('ends with a summary and code 0', () => {
    expect(ran.code).toBe(0)
    const summary = JSON.parse(ran.out) as Record<string, unknown>
    expect(summary['folder']).toBe(data)
    expect(summary['platforms']).toBeGreaterThanOrEqual(10)
    expect(summary['documents']).toBeGreaterThanOrEqual(25)
    expect(summary['captures']).toBeGreaterThan(250)
    expect(summary['versions']).toBeGreaterThan(Number(summary['documents']) * 0.9)
  })

  it('leaves an ordinary archive that can never pass for evidence', async () => {
    const { origin } = JSON.parse(await readFile(path.join(data, 'archive.json'), 'utf8')) as { origin: string }
    expect(origin).toMatch(/\.invalid$/)
    const dates = (await entriesOf(data)).flatMap((entry) =>
      entry.kind === 'capture' ? [entry.startedAt.slice(0, 10)] : [],
    )
    expect(dates[0]! >= '2025-01-01' && dates.at(-1)! <= UNTIL).toBe(true)
  })

  it('is refused by commands for real use', async () => {
    const [up, check] = await Promise.all([
      runCli(['up', '--data', data, '--port', '0']),
      runCli(['check', '--data', data]),
    ])
    for (const { code, out, err } of [up, check]) {
      expect({ code, out }).toEqual({ code: 3, out: '' })
      expect(err).toMatch(/holds a demo, whose dates are simulated; name another folder/)
    }
    expect(rowsOf(data, 'document').filter(({ followed }) => followed).length).toBeGreaterThanOrEqual(25)
  })

  it('is not what --fresh removes where a folder holds something else', async () => {
    const { code, err } = await runCli(['demo', '--fresh', '--once', '--data', path.dirname(MAIN)])
    expect(code).toBe(3)
    expect(err).toMatch(/holds no demo and is not removed/)
  })
})

describe('the site of the demo', () => {
  it('has no link inside that leads nowhere', async () => {
    const { match, child, done } = await startCli(
      ['demo', '--until', UNTIL, '--port', '0', '--data', data],
      /served at (http:\S+)/,
    )
    try {
      const { pages, bad } = await walk(match[1]!)
      expect(bad).toEqual([])
      expect(pages.size).toBeGreaterThan(100)
      for (const part of ['/changes', '/platforms', '/status', '/methodology'])
        expect([...pages.keys()]).toContain(part)
      for (const html of pages.values()) expect(html).toMatch(/simulated/i)
    } finally {
      child.kill('SIGINT')
    }
    expect((await done).code).toBe(0)
  })
})

describe('a demo that is run again', () => {
  it('goes on where it was', async () => {
    const before = tablesOf(data)
    const again = await runCli(['demo', '--once', '--json', '--until', LATER, '--data', data])
    expect(again.code).toBe(0)
    const after = tablesOf(data)
    for (const table of ['version', 'change', 'capture'] as const)
      expect(after[table]!.slice(0, before[table]!.length).map((row) => row['number'] ?? row['entry'])).toEqual(
        before[table]!.map((row) => row['number'] ?? row['entry']),
      )
    expect(after['capture']!.length).toBeGreaterThan(before['capture']!.length)
    expect(after['document']!.map(({ number, slug }) => [number, slug])).toEqual(
      before['document']!.map(({ number, slug }) => [number, slug]),
    )
  })

  it('has found what happened, and little that did not', async () => {
    const inTime = ({ on }: { on: string }) => Date.parse(on) < Date.parse(LATER) - SEEN_WITHIN_MS
    const expected = expectedChanges().filter(inTime)
    const later = expectedChanges().filter(({ on }) => on <= LATER && !inTime({ on }))
    expect(expected.length).toBeGreaterThan(15)
    const { found, kindRight, extra, missed } = scoreDemo(await seenChanges(), expected)
    expect({ missed, found }).toEqual({ missed: [], found: expected.length })
    expect(kindRight / expected.length).toBeGreaterThanOrEqual(0.75)
    // What happened last is seen as well, and stands among the extras here.
    expect(extra.length).toBeLessThanOrEqual(later.length + 1)
  })

  it('makes its rows anew from the archive, and they are the same', async () => {
    const before = tablesOf(data)
    for (const ending of ['', '-wal', '-shm']) await rm(path.join(data, `clausewatch.sqlite${ending}`), { force: true })
    expect(await runCli(['demo', '--once', '--json', '--until', LATER, '--data', data])).toMatchObject({ code: 0 })
    expect(withoutRowIds(tablesOf(data))).toEqual(withoutRowIds(before))
  })
})

/** Follows every link inside of the site, breadth first. */
async function walk(start: string): Promise<{ pages: Map<string, string>; bad: string[] }> {
  const pages = new Map<string, string>()
  const bad: string[] = []
  const seen = new Set<string>(['/'])
  let waiting = ['/']
  while (waiting.length > 0 && seen.size < MAX_PAGES * 4 && pages.size < MAX_PAGES) {
    const round = waiting.splice(0, 4)
    const found = await Promise.all(round.map((address) => visit(new URL(address, start))))
    for (const [at, { status, html, links }] of found.entries()) {
      if (status >= 400) bad.push(`${status} ${round[at]}`)
      if (html !== null) pages.set(round[at]!, html)
      const fresh = links.filter((link) => !seen.has(link))
      for (const link of fresh) seen.add(link)
      waiting = [...waiting, ...new Set(fresh)]
    }
  }
  return { pages, bad }
}

async function visit(url: URL): Promise<{ status: number; html: string | null; links: string[] }> {
  const response = await fetch(url)
  const text = await response.text()
  const isHtml = (response.headers.get('content-type') ?? '').includes('html')
  if (!isHtml) return { status: response.status, html: null, links: [] }
  const links = [...text.matchAll(/\b(?:href|src)="([^"#]+)/g)]
    .map(([, link]) => new URL(link!.replaceAll('&amp;', '&'), url))
    .filter((link) => link.origin === url.origin)
    .map((link) => link.pathname + link.search)
  return { status: response.status, html: text, links: [...new Set(links)] }
}
