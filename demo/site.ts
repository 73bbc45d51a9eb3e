/**
 * Serves the fictional platforms of this folder on loopback, as they were at the moment that `now` says. One server for
 * all of them: which platform is asked for is read from the Host header, so any client that connects to the address
 * given for a host sees that site alone.
 *
 * By hand: `node demo/site.ts --port 8900 --date 2026-03-01`, and then open the address that it prints.
 */
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type Answer, createSite, type Site } from './site/answer.ts'
import { inspector } from './site/inspector.ts'
import { demoPlatformsFolder, FIRST_DAY, LAST_DAY, loadPlatforms } from './site/platform.ts'

export const demoCatalogueFolder = path.join(import.meta.dirname, 'catalogue')

export type DemoSites = {
  /** Where each fictional host is really served. */
  readonly hosts: ReadonlyMap<string, { readonly address: string; readonly port: number }>
  /** Plain dates between which the histories run. */
  readonly firstDay: string
  readonly lastDay: string
  close(): Promise<void>
}

/** @throws Error where a platform's folder is not consistent: an edit without its target, a file without its page. */
export async function startDemoSites(options: { now(): Date; port?: number }): Promise<DemoSites> {
  const sites = new Map(loadPlatforms(demoPlatformsFolder).map((platform) => [platform.host, createSite(platform)]))
  const visits = new Map<string, number>()
  const app = new Hono()
  app.get('/@/*', inspector(sites, options.now))
  app.get('*', (context) => {
    const host = (context.req.header('host') ?? '').replace(/:\d+$/, '')
    const site = sites.get(host)
    if (!site) return context.redirect('/@/')
    const { pathname } = new URL(context.req.url)
    const visit = visits.get(host + pathname) ?? 0
    visits.set(host + pathname, visit + 1)
    return respond(
      site,
      site.answer({
        path: pathname,
        at: options.now(),
        visit,
        ifNoneMatch: context.req.header('if-none-match'),
        ifModifiedSince: context.req.header('if-modified-since'),
      }),
    )
  })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: options.port ?? 0 })
  if (!server.listening) {
    await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject))
  }
  const { address, port } = server.address() as AddressInfo
  return {
    hosts: new Map([...sites.keys()].map((host) => [host, { address, port }])),
    firstDay: FIRST_DAY,
    lastDay: LAST_DAY,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function respond(site: Site, answer: Answer): Response {
  const encoding = site.platform.charset === 'utf-8' ? 'utf8' : 'latin1'
  const body = answer.body === '' ? null : Buffer.from(answer.body, encoding)
  return new Response(body, { status: answer.status, headers: answer.headers })
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '8900' }, date: { type: 'string', default: FIRST_DAY } },
  })
  const at = new Date(`${values.date}T12:00:00Z`)
  if (Number.isNaN(at.getTime())) throw new Error(`--date takes a day such as ${FIRST_DAY}, not "${values.date}"`)
  const sites = await startDemoSites({ now: () => at, port: Number(values.port) })
  const { address, port } = [...sites.hosts.values()][0]!
  process.stdout.write(`The fictional platforms as of ${values.date}: http://${address}:${port}/@/\n`)
}
