/** The web site: server-rendered pages that work without JavaScript. Everything goes out through `createWeb`. */
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { parseId } from '../core/id.ts'
import { documentAddress } from '../store/view/document.ts'
import { platformSlugOf } from '../store/view/platform.ts'
import { changePath, comparisonPath, documentPath, evidenceCheckPath, platformPath, versionPath } from './address.ts'
import { ASSETS } from './asset.ts'
import { serveEvidence } from './evidence.ts'
import { Frame } from './layout/page.tsx'
import { changePage } from './page/change.tsx'
import { changesPage } from './page/changes.tsx'
import { comparisonPage } from './page/comparison.tsx'
import { documentPage } from './page/document.tsx'
import { evidenceCheckPage } from './page/evidence-check.tsx'
import { homePage } from './page/home.tsx'
import { methodologyPage } from './page/methodology.tsx'
import { platformPage } from './page/platform.tsx'
import { platformsPage } from './page/platforms.tsx'
import { provisionPage } from './page/provision.tsx'
import { receivedPage } from './page/received.tsx'
import { searchPage } from './page/search.tsx'
import { statusPage } from './page/status.tsx'
import { failurePage, missingPage } from './page/trouble.tsx'
import { versionPage } from './page/version.tsx'
import { provisionOfPath } from './provision-address.ts'
import type { Page, PageAnswer, WebOptions } from './site.ts'

const YEAR_S = 31_536_000

export function createWeb(options: WebOptions): Hono {
  const app = new Hono()
  app.use(headers())
  app.use(compress())
  app.use(trimTrailingSlash())

  app.get('/assets/*', (c) => {
    const found = ASSETS.get(c.req.path)
    if (!found) return c.notFound()
    c.header('Cache-Control', `public, max-age=${YEAR_S}, immutable`)
    return c.body(found.body, 200, { 'Content-Type': found.mediaType })
  })
  app.get('/robots.txt', (c) => {
    // What is simulated must not be found by people who look for facts.
    const off = options.archive.simulated ? '/' : '/search'
    return c.text(`User-agent: *\nDisallow: ${off}\n`)
  })
  app.get('/healthz', async (c) => {
    await options.db.selectFrom('archive_state').select('key').limit(1).execute()
    return c.text('ok', 200, { 'Cache-Control': 'no-store' })
  })

  serveEvidence(app, options)

  // Pages are made anew and compared by their hash: what did not change costs a reader nothing.
  app.use(etag())
  const answer = async (c: Context, made: PageAnswer | Promise<PageAnswer>) => {
    const page = await made
    if (page.kind === 'moved') return c.redirect(page.to, page.permanent ? 301 : 302)
    if (page.kind === 'missing') return show(c, missingPage(page.what), 404)
    return show(c, page, 200)
  }
  const show = (c: Context, page: Page, status: 200 | 404 | 500) => {
    c.header('Cache-Control', status === 200 ? 'no-cache' : 'no-store')
    for (const [name, value] of Object.entries(page.headers ?? {})) c.header(name, value)
    return c.html(`<!doctype html>${<Frame page={page} options={options} />}`, status)
  }

  app.get('/', (c) => answer(c, homePage(options)))
  app.get('/platforms', (c) => answer(c, platformsPage(options)))
  app.get('/platforms/:slug', (c) => answer(c, platformPage(options, c.req.param('slug'))))
  app.get('/platforms/:slug/:document', (c) =>
    answer(c, documentPage(options, c.req.param('slug'), c.req.param('document'), c.req.query('all') === '1')),
  )
  app.get('/platforms/:slug/:document/:provision', (c) => {
    const number = provisionOfPath(c.req.param('provision'))
    const missing = { kind: 'missing', what: `no page ${c.req.path}` } as const
    return answer(c, number === null ? missing : provisionPage(options, number, c.req.path))
  })
  app.get('/versions/:id', (c) =>
    answer(
      c,
      byId(c.req.param('id'), 'version', (number) => versionPage(options, number)),
    ),
  )
  app.get('/changes', (c) =>
    answer(
      c,
      changesPage(options, (name) => c.req.query(name)),
    ),
  )
  app.get('/changes/:id', (c) =>
    answer(
      c,
      byId(c.req.param('id'), 'change', (number) => changePage(options, number, c.req.query('context') === 'all')),
    ),
  )
  app.get('/:kind{versions|changes}/:id/received/:sha256{[0-9a-f]{64}}', (c) => {
    const kind = c.req.param('kind') === 'versions' ? 'version' : 'change'
    const id = parseId(c.req.param('id'))
    const missing = { kind: 'missing', what: `nothing with the id "${c.req.param('id')}"` } as const
    return answer(
      c,
      id?.kind === kind ? receivedPage(options, { kind, number: id.number }, c.req.param('sha256')) : missing,
    )
  })
  app.get('/:id{CW-P-[0-9]+}/received/:sha256{[0-9a-f]{64}}', (c) => {
    const id = parseId(c.req.param('id'))
    const missing = { kind: 'missing', what: `nothing with the id "${c.req.param('id')}"` } as const
    return answer(
      c,
      id?.kind === 'provision'
        ? receivedPage(options, { kind: 'provision', number: id.number }, c.req.param('sha256'))
        : missing,
    )
  })
  app.get(evidenceCheckPath, async (c) => answer(c, await evidenceCheckPage(options)))
  app.get(comparisonPath, (c) =>
    answer(
      c,
      comparisonPage(options, {
        fact: c.req.query('fact'),
        type: c.req.query('type'),
        platforms: c.req.queries('platform') ?? [],
      }),
    ),
  )
  app.get('/status', (c) => answer(c, statusPage(options)))
  app.get('/search', (c) =>
    answer(
      c,
      searchPage(options, (name) => c.req.query(name)),
    ),
  )
  app.get('/methodology', (c) => answer(c, methodologyPage(options)))
  app.get('/:id{[Cc][Ww]-[A-Za-z]-[0-9]+}', (c) => answer(c, whereIs(options, c.req.param('id'))))

  app.notFound((c) => answer(c, { kind: 'missing', what: `no page ${c.req.path}` }))
  app.onError((cause, c) => {
    const tell = options.onFailure ?? ((failure, path) => console.error(`web: ${path} failed`, failure))
    tell(cause, c.req.path)
    return show(c, failurePage(), 500)
  })
  return app
}

/** No external request, no inline script, no inline style, no frame: the pages hold texts of others. */
function headers() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
    // Whether the archive is served by TLS alone is for who runs it to say, at the proxy that ends it.
    strictTransportSecurity: false,
    // What is served from the archive says more strictly what it may do.
    overwrite: false,
  })
}

async function byId(
  text: string,
  kind: 'version' | 'change',
  make: (number: number) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const id = parseId(text)
  if (id?.kind !== kind) return { kind: 'missing', what: `no ${kind} "${text}"` }
  const path = kind === 'version' ? versionPath(id.number) : changePath(id.number)
  return path.endsWith(`/${text}`) ? make(id.number) : { kind: 'moved', to: path, permanent: true }
}

/** Where the thing with this id is found now. */
async function whereIs(options: WebOptions, text: string): Promise<PageAnswer> {
  const { db } = options
  const id = parseId(text)
  const missing = { kind: 'missing', what: `nothing with the id "${text}"` } as const
  if (id?.kind === 'version') return { kind: 'moved', to: versionPath(id.number), permanent: false }
  if (id?.kind === 'change') return { kind: 'moved', to: changePath(id.number), permanent: false }
  if (id?.kind === 'provision') return provisionPage(options, id.number, null)
  if (id?.kind === 'platform') {
    const slug = await platformSlugOf(db, id.number)
    return slug === null ? missing : { kind: 'moved', to: platformPath(slug), permanent: false }
  }
  if (id?.kind === 'document') {
    const address = await documentAddress(db, id.number)
    return address === null
      ? missing
      : { kind: 'moved', to: documentPath(address.platformSlug, address.slug), permanent: false }
  }
  return missing
}
