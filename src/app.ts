/** Puts the surfaces together: the web site over a read-only connection, with redlines from their own thread. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { ClausewatchError } from './core/error.ts'
import { type EvidenceDesk, openEvidenceDesk, readArchiveOrigin } from './service/evidence/index.ts'
import { openRedliner } from './service/redline/index.ts'
import type { Settings } from './service/settings.ts'
import { openStore } from './store/index.ts'
import { createReplay, createWeb } from './web/index.ts'

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
  const replay = await openReplay(settings, host, evidence, undo)
  const web = createWeb({
    db: store.db,
    operator: { name: settings.operator, contact: settings.contact || null },
    // What the archive calls itself; one that is not there yet will be called as the settings say.
    archive: { name: 'Clausewatch', origin: (await readArchiveOrigin(folder)) ?? settings.origin ?? '', simulated },
    redline: (request) => redliner.redline(request),
    evidence,
    address: settings.address,
    replay: replay?.origin ?? null,
    now: () => new Date(),
  })
  const origin = originOf(await serveUntil(undo, web.fetch, host, port))
  replay?.frameIn(settings.address === null ? [origin] : [origin, settings.address])
  const ownership = undo.move()
  return { address: `${origin}/`, [Symbol.asyncDispose]: () => ownership.disposeAsync() }
}

type Replay = { readonly origin: string; frameIn(origins: readonly string[]): void }

/** Received pages at a port of their own, before the site, which has to know where they are. */
async function openReplay(
  { replay }: Settings,
  host: string,
  evidence: EvidenceDesk,
  undo: AsyncDisposableStack,
): Promise<Replay | null> {
  if (replay === null) return null
  const framedBy: string[] = []
  const origin = originOf(await serveUntil(undo, createReplay({ evidence, framedBy }).fetch, host, replay.port))
  return { origin: replay.address ?? origin, frameIn: (origins) => void framedBy.push(...origins) }
}

async function serveUntil(
  undo: AsyncDisposableStack,
  fetch: Parameters<typeof serve>[0]['fetch'],
  host: string,
  port: number,
): Promise<AddressInfo> {
  const server = await listen(fetch, host, port)
  undo.defer(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  )
  return server.address() as AddressInfo
}

function originOf({ address, port, family }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
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
