/**
 * Archived pages as a reader of that day may have seen them, from an origin of their own: nothing of them runs, loads,
 * submits, opens or leads anywhere, wherever they are opened, and a browser never takes them for a part of the site.
 * The sandbox makes their origin one that is equal to no other, so that not even their own address is open to them.
 */
import { Hono } from 'hono'
import type { EvidenceDesk } from '../service/evidence/index.ts'

/** How bytes may be shown; everything else is for downloading. */
const FORMS: Readonly<Record<string, string>> = { html: 'text/html', txt: 'text/plain; charset=utf-8' }
export type ReplayForm = 'html' | 'txt'

export type ReplayOptions = {
  readonly evidence: EvidenceDesk
  /** Origins of the site whose pages may frame this; asked at every request. */
  readonly framedBy: readonly string[]
}

/** Null for what is not shown: neither a page nor a text. */
export function replayForm(mediaType: string): ReplayForm | null {
  const [type = ''] = mediaType.toLowerCase().split(';')
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html'
  return type === 'text/plain' || type === 'text/markdown' ? 'txt' : null
}

export function replayAddress(origin: string, sha256: string, form: ReplayForm): string {
  return `${origin}/${sha256}.${form}`
}

/** Serves nothing but received bytes, by their SHA-256. */
export function createReplay({ evidence, framedBy }: ReplayOptions): Hono {
  const app = new Hono()
  const policy = () =>
    [
      'sandbox',
      "default-src 'none'",
      // What a page says of its own looks; without images and fonts no rule can fetch anything.
      "style-src 'unsafe-inline'",
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${framedBy.join(' ') || "'none'"}`,
    ].join('; ')
  app.get('/:name{[0-9a-f]{64}\\.[a-z]+}', async (c) => {
    const [sha256 = '', form = ''] = c.req.param('name').split('.')
    const mediaType = FORMS[form]
    const found = mediaType ? await evidence.snapshot(sha256) : null
    if (!mediaType || found?.kind !== 'held') return c.notFound()
    return c.body(Uint8Array.from(found.bytes), 200, {
      'Content-Type': mediaType,
      'Content-Security-Policy': policy(),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'X-Robots-Tag': 'noindex',
      // It may be withdrawn.
      'Cache-Control': 'no-store',
    })
  })
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'))
  app.notFound((c) => c.text('There is nothing here.\n', 404))
  return app
}
