/**
 * A fictional platform on loopback whose pages tests write, followed by the real pipeline over HTTP: the whole way from
 * source to change, on a clock that jumps.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { DocumentType, Source } from '../src/core/document.ts'
import type { Entry } from '../src/core/entry.ts'
import type { Reader } from '../src/pipeline/reading/index.ts'
import { type CheckResult, openPipeline, type Pipeline } from '../src/pipeline.ts'
import type { CataloguePlatform } from '../src/service/catalogue/format.ts'
import { openFetcher } from '../src/service/fetcher.ts'
import { createSimulatedClock } from '../src/service/schedule.ts'
import { documentByKey } from '../src/store/document.ts'
import { type Section, TERMS } from './corpus/extract/fictional-policy.ts'
import { serveHttp } from './loopback.ts'

const HOST = 'legal.larkspur.example'
export const START = '2026-03-02T06:00:00Z'
export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** What the server gives for a path: a page, or whatever a test wants to say. */
export type Served = string | ((request: IncomingMessage, response: ServerResponse) => void)

/** A page of a policy, with the navigation and footer that such pages have. */
export function policyPage(title: string, sections: readonly Section[], around = ''): string {
  const body = sections
    .map(({ heading, paragraphs }) => `<h2>${heading}</h2>\n${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}`)
    .join('\n')
  return `<!doctype html><html lang="en"><head><title>${title} | Larkspur Chat</title></head><body>
<nav><a href="/">Home</a> <a href="/pricing">Pricing</a> <a href="/login">Sign in</a></nav>
<main><h1>${title}</h1>
${body}
</main>
<footer>© Larkspur Labs ${around}</footer></body></html>`
}

/** The terms of the fictional platform with some paragraphs in other words. */
export function termsWith(edits: Readonly<Record<string, string>> = {}, extra: readonly Section[] = []): Section[] {
  const edited = TERMS.map(({ heading, paragraphs }) => ({
    heading,
    paragraphs: edits[heading] === undefined ? paragraphs : [edits[heading]],
  }))
  return [...edited, ...extra]
}

export function platformWith(
  documents: readonly {
    slug: string
    title: string
    type: DocumentType
    paths: readonly (string | Partial<Source>)[]
  }[],
): CataloguePlatform {
  return {
    platform: { slug: 'larkspur', name: 'Larkspur Chat', website: `http://${HOST}` },
    documents: documents.map(({ slug, title, type, paths }) => ({
      platformSlug: 'larkspur',
      slug,
      title,
      type,
      locale: 'en',
      governs: [],
      checkEveryMinutes: 1440,
      sources: paths.map((one, position) => ({
        url: `http://${HOST}${typeof one === 'string' ? one : ''}`,
        selectors: { select: [], remove: [], normalise: [] },
        position,
        validFrom: null,
        validUntil: null,
        needsBrowser: false,
        ...(typeof one === 'string' ? {} : one),
      })),
    })),
  }
}

export const TERMS_ONLY = platformWith([
  { slug: 'terms', title: 'Terms of Service', type: 'terms-of-service', paths: ['/terms'] },
])

export type FollowedSite = AsyncDisposable & {
  readonly folder: string
  /** Pages by path; what is not here is answered with 404. */
  readonly pages: Map<string, Served>
  readonly requests: string[]
  readonly clock: ReturnType<typeof createSimulatedClock>
  /** Opens the archive (again), follows the catalogue and hands the pipeline out. */
  open(folder?: string): Promise<Pipeline>
  check(pipeline: Pipeline, document?: string): Promise<CheckResult>
  advance(ms: number): void
}

export async function followSite(
  catalogue: CataloguePlatform = TERMS_ONLY,
  { browser = null, reader }: { readonly browser?: string | null; readonly reader?: Reader } = {},
): Promise<FollowedSite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-pipeline-'))
  const pages = new Map<string, Served>()
  const requests: string[] = []
  const server = await serveHttp((request, response) => {
    const served = pages.get(request.url!)
    if (request.url !== '/robots.txt') requests.push(request.url!)
    if (typeof served === 'function') return served(request, response)
    response.writeHead(served === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(served ?? '<!doctype html><title>Not found</title><h1>404</h1><p>There is no such page.</p>')
  })
  const clock = createSimulatedClock(START)
  const fetcher = openFetcher({ clock, contact: '', hostAddresses: new Map([[HOST, server]]), spacingMs: 0, browser })
  const opened: Pipeline[] = []
  return {
    folder,
    pages,
    requests,
    clock,
    advance: (ms) => clock.set(new Date(clock.now().getTime() + ms)),
    open: async (other = folder) => {
      const pipeline = await openPipeline({
        folder: other,
        clock,
        capturer: fetcher.capturer,
        hasBrowser: fetcher.hasBrowser,
        catalogue: [catalogue],
        ...(reader ? { reader } : {}),
      })
      opened.push(pipeline)
      await pipeline.follow([catalogue])
      return pipeline
    },
    check: async (pipeline, document = 'terms') => {
      const found = await documentByKey(pipeline.store.db, { platform: 'larkspur', document })
      return pipeline.check(found!)
    },
    async [Symbol.asyncDispose]() {
      for (const pipeline of opened) await pipeline[Symbol.asyncDispose]()
      await fetcher[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Row = Readonly<Record<string, unknown>>

/** All rows of a table of an archive's database, whoever else has it open. */
export function rowsOf(folder: string, table: string): Row[] {
  using database = new DatabaseSync(path.join(folder, 'clausewatch.sqlite'), { readOnly: true })
  return database.prepare(`select * from "${table}" order by 1, 2`).all() as Row[]
}

/** Every table as it is, without the moments at which our own program worked: those differ when rows are made anew. */
export function tablesOf(folder: string): Record<string, Row[]> {
  const tables = [
    'platform',
    'document',
    'slug_alias',
    'source',
    'capture',
    'policy_text',
    'reading',
    'block',
    'heading_path',
  ]
  tables.push('text_block', 'track', 'version', 'change', 'record', 'span', 'revision')
  const ofProgram = new Set(['made_at', 'registered_at', 'read_at'])
  return Object.fromEntries(
    tables.map((table) => [
      table,
      rowsOf(folder, table).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([name]) => !ofProgram.has(name))),
      ),
    ]),
  )
}

/** The entries of the archive, in order. */
export async function entriesOf(folder: string): Promise<Entry[]> {
  const lines = (await readFile(path.join(folder, 'entries.jsonl'), 'utf8')).split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Entry)
}

/** Numbers of rows that nobody outside of the database knows are in the order in which rows were made. */
export function withoutRowIds(tables: ReturnType<typeof tablesOf>): unknown {
  const { span, source, block, heading_path, text_block, policy_text, ...public_ } = tables
  const plain = (rows: readonly Readonly<Record<string, unknown>>[]) =>
    rows.map(({ id: _id, ...row }) => JSON.stringify(row)).sort()
  const names = new Map(policy_text!.map(({ id, sha256 }) => [id, sha256]))
  const named = (rows: readonly Readonly<Record<string, unknown>>[]) =>
    rows.map((row) => ('text_id' in row ? { ...row, text_id: names.get(row['text_id']) ?? null } : row))
  const records = new Map(public_['record']!.map(({ id, track_id, sequence }) => [id, `${track_id}/${sequence}`]))
  const recorded = (row: Readonly<Record<string, unknown>>) => ({
    ...row,
    first_record: records.get(row['first_record']),
    ...('last_record' in row ? { last_record: records.get(row['last_record']) } : {}),
  })
  return {
    ...Object.fromEntries(Object.entries(public_).map(([name, rows]) => [name, name === 'record' ? [] : named(rows)])),
    version: named(public_['version']!).map(recorded),
    record: plain(named(public_['record']!)),
    span: plain(span!.map(recorded)),
    source: plain(source!),
    block: plain(block!),
    heading_path: plain(heading_path!),
    policy_text: plain(policy_text!),
    blocks: text_block!.length,
  }
}
