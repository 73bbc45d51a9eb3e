/**
 * The demo: fictional platforms on loopback, followed through simulated months by the ordinary pipeline over HTTP. What
 * it leaves is an ordinary archive whose origin ends in `.invalid` (RFC 6761), so that its dates can never pass for evidence.
 */
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { toMoment } from '../core/clock.ts'
import { ClausewatchError } from '../core/error.ts'
import { openPipeline } from '../pipeline.ts'
import { readArchiveOrigin } from '../stages/2-archive/index.ts'
import { loadCatalogue } from './catalogue/load.ts'
import { openFetcher } from './fetcher.ts'
import { packageFolder } from './package-folder.ts'
import { createSimulatedClock, runUntil } from './schedule.ts'
import type { WorkReport } from './work/message.ts'

export const DEMO_ORIGIN = 'demo.clausewatch.invalid'
/** Simulated; the real requests go to loopback. */
const SPACING_MS = 2_000

type DemoSites = {
  startDemoSites(options: { now(): Date }): Promise<{
    readonly hosts: ReadonlyMap<string, { address: string; port: number }>
    readonly firstDay: string
    readonly lastDay: string
    close(): Promise<void>
  }>
}

export type DemoRun = {
  readonly signal: AbortSignal
  readonly report: (report: WorkReport) => void
  /** Simulated moment at which to stop; default: the last day of the demo's world. */
  readonly until?: string
}

/** Goes on where an earlier run was stopped. */
export async function runDemo(folder: string, { signal, report, until }: DemoRun): Promise<void> {
  // Not compiled with the product: Node 24 runs it as it stands.
  const sites = (await import(pathToFileURL(path.join(packageFolder(), 'demo', 'site.ts')).href)) as DemoSites
  const clock = createSimulatedClock('2025-01-01T06:00:00Z')
  const world = await sites.startDemoSites({ now: clock.now })
  try {
    clock.set(new Date(`${world.firstDay}T06:00:00Z`))
    await using fetcher = openFetcher({
      clock,
      contact: 'https://demo.clausewatch.invalid/contact',
      hostAddresses: world.hosts,
      spacingMs: SPACING_MS,
    })
    const catalogue = loadCatalogue([path.join(packageFolder(), 'demo', 'catalogue')])
    await using pipeline = await openPipeline({
      folder,
      clock,
      capturer: fetcher.capturer,
      origin: DEMO_ORIGIN,
      unsynced: true,
      catalogue,
    })
    await pipeline.follow(catalogue)
    const documents = catalogue.flatMap((platform) => platform.documents)
    report({
      kind: 'ready',
      documents: documents.length,
      hosts: world.hosts.size,
      everyMinutes: Math.min(...documents.map((document) => document.checkEveryMinutes)),
    })
    const start = Date.parse(`${world.firstDay}T06:00:00Z`)
    const end = until ? new Date(until) : new Date(`${world.lastDay}T23:00:00Z`)
    let checks = 0
    await runUntil(pipeline, clock, end, {
      signal,
      // One after another: the simulated clock is one for all.
      hostsAtOnce: 1,
      onResult: (result) => {
        checks++
        report({
          kind: 'checked',
          result,
          at: toMoment(clock.now()),
          done: clock.now().getTime() - start,
          total: end.getTime() - start,
        })
      },
    })
    report({ kind: 'done', checks, unfinished: signal.aborted })
  } finally {
    await world.close()
  }
}

/** @throws ClausewatchError `demo-folder` where a folder holds a demo: its dates are simulated, and no evidence. */
export async function refuseDemoFolder(folder: string): Promise<void> {
  if (!(await isDemo(folder))) return
  throw new ClausewatchError(
    'demo-folder',
    `${folder} holds a demo, whose dates are simulated`,
    'name another folder with --data, or look at the demo with `clausewatch demo`',
  )
}

/** @throws ClausewatchError `demo-other-archive` where the folder holds something that is no demo. */
export async function removeDemo(folder: string): Promise<void> {
  if (!existsSync(folder)) return
  if (!(await isDemo(folder))) {
    throw new ClausewatchError(
      'demo-other-archive',
      `${folder} holds no demo and is not removed`,
      'name another folder with --data',
    )
  }
  await rm(folder, { recursive: true, force: true })
}

async function isDemo(folder: string): Promise<boolean> {
  // A successor has a number behind it.
  return /^[^/]*\.invalid(\/|$)/.test((await readArchiveOrigin(folder)) ?? '')
}
