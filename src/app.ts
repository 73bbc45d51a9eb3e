/** Puts the surfaces together: the web site over a read-only connection, with redlines from their own thread. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { ClausewatchError } from './core/error.ts'
import { openEvidenceDesk, readArchiveOrigin } from './service/evidence/index.ts'
import { openRedliner } from './service/redline/index.ts'
import type { Settings } from './service/settings.ts'
import { openStore } from './store/index.ts'
import { createWeb } from './web/index.ts'

export type SiteOptions = {
  readonly folder: string
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
  readonly settings: Settings
  /** Dates are simulated; every page says so. */
  readonly simulated: boolean
  /** Makes the database where there is none yet. */
  readonly create: boolean
}

export type Site = AsyncDisposable & { readonly address: string }

/** @throws ClausewatchError `port-in-use`, `address-refused`, and as `openStore` does. */
export async function serveArchive({ folder, host, port, settings, simulated, create }: SiteOptions): Promise<Site> {
  if (create) await (await openStore(folder))[Symbol.asyncDispose]()
  await using undo = new AsyncDisposableStack()
  const store = undo.use(await openStore(folder, { readOnly: true }))
  const redliner = undo.use(openRedliner(folder))
  const evidence = undo.use(openEvidenceDesk(folder))
  const web = createWeb({
    db: store.db,
    operator: { name: settings.operator, contact: settings.contact || null },
    // What the archive calls itself; one that is not there yet will be called as the settings say.
    archive: { name: 'Clausewatch', origin: (await readArchiveOrigin(folder)) ?? settings.origin, simulated },
    redline: (request) => redliner.redline(request),
    evidence,
    address: settings.address,
    now: () => new Date(),
  })
  const server = await listen(web.fetch, host, port)
  undo.defer(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  )
  const { address, port: bound, family } = server.address() as AddressInfo
  const ownership = undo.move()
  return {
    address: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}/`,
    [Symbol.asyncDispose]: () => ownership.disposeAsync(),
  }
}

function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  hostname: string,
  port: number,
): Promise<ReturnType<typeof serve>> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, () => resolve(server))
    server.on('error', (cause: NodeJS.ErrnoException) => reject(toListenError(cause, hostname, port)))
  })
}

function toListenError(cause: NodeJS.ErrnoException, host: string, port: number): unknown {
  if (cause.code === 'EADDRINUSE')
    return new ClausewatchError(
      'port-in-use',
      `port ${port} of ${host} is in use`,
      'stop what uses it, or name another one with --port',
      { kind: 'environment', cause },
    )
  if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'EACCES' || cause.code === 'ENOTFOUND')
    return new ClausewatchError(
      'address-refused',
      `this machine does not let us listen at ${host}, port ${port} (${cause.code})`,
      'name another address with --host or another port with --port',
      { kind: 'environment', cause },
    )
  return cause
}
