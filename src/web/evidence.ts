/**
 * What programs fetch: the log as static files (C2SP tlog-tiles), evidence, snapshots, citations, and Memento. Nothing
 * here is a page; bytes of others leave as attachments only, so that they never run with the origin of this site.
 */
import type { Context, Hono } from 'hono'
import { formatId, parseId } from '../core/id.ts'
import { EvidenceFailure, type Named } from '../service/evidence/index.ts'
import { readChange } from '../store/view/change.ts'
import { documentAtUrl, mementoDocument, mementoSpans } from '../store/view/memento.ts'
import { readProvision } from '../store/view/provision.ts'
import { documentTracks } from '../store/view/track.ts'
import { readVersion } from '../store/view/version.ts'
import { versionPath } from './address.ts'
import { type CitedRecord, citedChange, citedDocument, citedProvision, citedVersion } from './citation/cited-record.ts'
import { CITATION_FORMS, type CitationFile, isCitationFile } from './citation/forms.ts'
import { dayOf } from './date.ts'
import { documentLinks, mementosOf, parseAcceptDatetime, timeMapJson, timeMapLinks, versionAt } from './memento.ts'
import type { WebOptions } from './site.ts'

const YEAR_S = 31_536_000
const FOR_EVER = `public, max-age=${YEAR_S}, immutable`
/** Where the files of a record stand: under its page, or under its id. */
const RECORDS = ['/:kind{versions|changes}/:id', '/:id{CW-[A-Z]-[0-9]+}'] as const
/** Archived bytes of others: nothing of them may run, wherever a reader opens them. */
const NOTHING_RUNS = "sandbox; default-src 'none'"

export function serveEvidence(app: Hono, options: WebOptions): void {
  app.get('/log/verifier-key', async (c) => {
    const keys = (await options.evidence?.verifierKeys()) ?? []
    return keys.length === 0 ? c.notFound() : c.text(`${keys.join('\n')}\n`, 200, { 'Cache-Control': 'no-cache' })
  })
  app.get('/log/*', async (c) => {
    const found = await options.evidence?.logResource(c.req.path.slice('/log/'.length))
    if (!found) return c.notFound()
    return c.body(bytesOf(found.body), 200, {
      'Content-Type': found.mediaType,
      'Cache-Control': found.isImmutable ? FOR_EVER : 'no-cache',
      // Monitors of other sites read logs from browsers.
      'Access-Control-Allow-Origin': '*',
    })
  })

  app.on(
    'GET',
    RECORDS.map((path) => `${path}/evidence.wacz`),
    async (c: Context) => {
      const named = namedBy(c)
      const bundle = named && (await bundleOf(options, named))
      if (!bundle) return c.notFound()
      if (bundle === 'not-published')
        return c.text('The log has no checkpoint yet that covers this record.\n', 503, { 'Retry-After': '2' })
      return c.body(bytesOf(bundle), 200, {
        ...attachment(`${formatId(named.kind, named.number)}.wacz`),
        'Content-Type': 'application/wacz',
        'Cache-Control': 'no-cache',
      })
    },
  )

  app.on(
    'GET',
    RECORDS.map((path) => `${path}/:file{citation\\.[a-z]+}`),
    async (c: Context) => {
      const named = namedBy(c)
      const file = c.req.param('file') ?? ''
      const cited = named && isCitationFile(file) ? await citedRecord(options, named) : null
      return cited ? cite(c, options, cited, file as CitationFile) : c.notFound()
    },
  )

  app.get('/snapshots/:sha256{[0-9a-f]{64}}', async (c) => {
    const name = c.req.param('sha256')
    const found = await options.evidence?.snapshot(name)
    if (!found) return c.notFound()
    if (found.kind === 'gone') return c.text(goneWords(found.why), 410, { 'Cache-Control': 'no-cache' })
    return c.body(bytesOf(found.bytes), 200, {
      ...attachment(`${name}.bin`),
      // Never the type that it came with: a browser has no reason to show it.
      'Content-Type': 'application/octet-stream',
      'Content-Security-Policy': NOTHING_RUNS,
      'Cache-Control': 'no-cache',
    })
  })

  app.get('/timegate/*', async (c) => {
    const document = await originalNamed(c, options, '/timegate/')
    if (!document) return c.notFound()
    const asked = c.req.header('Accept-Datetime')
    const at = asked === undefined ? null : parseAcceptDatetime(asked)
    c.header('Vary', 'accept-datetime')
    c.header('Link', documentLinks(document).join(', '))
    c.header('Cache-Control', 'no-cache')
    if (asked !== undefined && at === null)
      return c.text('Accept-Datetime is no moment in the form "Thu, 31 May 2007 20:35:00 GMT"\n', 400)
    const version = versionAt(await mementoSpans(options.db, document.number), at)
    if (version === null) return c.notFound()
    return c.redirect(versionPath(version), 302)
  })
  app.get('/timemap/:form{link|json}/*', async (c) => {
    const form = c.req.param('form')
    const document = await originalNamed(c, options, `/timemap/${form}/`)
    if (!document) return c.notFound()
    const mementos = mementosOf(await mementoSpans(options.db, document.number))
    c.header('Cache-Control', 'no-cache')
    const base = baseOf(c, options)
    return form === 'json'
      ? c.json(timeMapJson(document, mementos, base) as object)
      : c.body(timeMapLinks(document, mementos, base), 200, { 'Content-Type': 'application/link-format' })
  })
}

/** By the id of the document, or by the address at which it is published, as Memento clients ask. */
async function originalNamed(c: Context, { db }: WebOptions, prefix: string) {
  const { pathname, search } = new URL(c.req.url)
  const text = pathname.slice(prefix.length)
  const id = parseId(text)
  if (id?.kind === 'document') return mementoDocument(db, id.number)
  const number = await documentAtUrl(db, `${text}${search}`)
  return number === null ? null : mementoDocument(db, number)
}

const KINDS: Readonly<Record<string, Named['kind']>> = { versions: 'version', changes: 'change' }

/** By its own address, or by its id alone. */
function namedBy(c: Context): Named | null {
  const id = parseId(c.req.param('id') ?? '')
  const kind = c.req.param('kind')
  return id && (kind === undefined || KINDS[kind] === id.kind) ? id : null
}

/** A record that was made a moment ago is in the log with the next checkpoint. */
async function bundleOf({ evidence }: WebOptions, named: Named): Promise<Uint8Array | 'not-published' | null> {
  try {
    return (await evidence?.bundle(named)) ?? null
  } catch (cause) {
    if (cause instanceof EvidenceFailure && cause.code === 'evidence-not-published') return 'not-published'
    if (cause instanceof EvidenceFailure && cause.code === 'evidence-of-what') return null
    throw cause
  }
}

async function citedRecord({ db }: WebOptions, { kind, number }: Named): Promise<CitedRecord | null> {
  if (kind === 'change') {
    const change = await readChange(db, number)
    return change && citedChange(change)
  }
  if (kind === 'provision') {
    const provision = await readProvision(db, number)
    const version = provision && (await readVersion(db, provision.place.version))
    return version && citedProvision(provision, version)
  }
  if (kind === 'document') {
    const current = (await documentTracks(db, number)).find((track) => track.current !== null)?.current
    const version = current ? await readVersion(db, current) : null
    return version && citedDocument(number, version)
  }
  const version = kind === 'version' ? await readVersion(db, number) : null
  return version && citedVersion(version)
}

function cite(c: Context, options: WebOptions, record: CitedRecord, file: CitationFile): Response {
  const { mediaType, write } = CITATION_FORMS[file]
  const url = `${baseOf(c, options)}${record.path}`
  const accessedOn = dayOf(options.now().toISOString())
  const ending = file.slice(file.indexOf('.'))
  return c.body(write({ ...record, archive: options.archive.name, url, accessedOn }), 200, {
    ...attachment(`${record.id}${ending}`),
    'Content-Type': mediaType,
    'Cache-Control': 'no-cache',
  })
}

/** The address of this site: as it is set, else as it was asked for. */
function baseOf(c: Context, { address }: WebOptions): string {
  return address ?? new URL(c.req.url).origin
}

function attachment(name: string): Record<string, string> {
  return { 'Content-Disposition': `attachment; filename="${name}"`, 'X-Content-Type-Options': 'nosniff' }
}

function goneWords(why: { ruling: string; reason: string; ruledAt: string } | 'lost' | null): string {
  return why === null || why === 'lost'
    ? 'These bytes are not held any more.\n'
    : `These bytes were ${why.ruling} on ${dayOf(why.ruledAt)}: ${why.reason}\nThe entries that name them stay in the log.\n`
}

/** What came from another thread is a view; a response takes bytes of its own. */
function bytesOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : Uint8Array.from(bytes)
}
