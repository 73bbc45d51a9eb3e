/**
 * The archive is stopped before, after and in the middle of every durable step, loses its power there, and runs out of
 * room there. Each time everything that was acknowledged is there, nothing is forked, and work goes on.
 * FAULT_STEP=1 tries every step; by default every few of them, so that the suite stays quick.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { localDisk } from '../../src/stages/2-archive/disk.ts'
import { Acknowledged, checkArchive, openFor, publicCheckpoint, workOneRound } from './archive-round.ts'
import { type Fault, FaultyDisk, Stopped, VolatileDisk } from './faulty-disk.ts'

const stride = Number(process.env.FAULT_STEP ?? 19)

/** The number of durable steps of two rounds of work on a new archive. */
async function countSteps(): Promise<number> {
  const room = await mkdtemp(join(tmpdir(), 'fault-'))
  const disk = new FaultyDisk(localDisk, null)
  await workTwice(join(room, 'data'), disk, new Acknowledged())
  await rm(room, { recursive: true })
  return disk.steps
}

async function workTwice(folder: string, disk: FaultyDisk, acknowledged: Acknowledged): Promise<void> {
  for (const round of [0, 1]) {
    await using archive = await openFor(folder, disk)
    await workOneRound(archive, acknowledged, round)
  }
}

async function failAt(fault: Fault, seed: number | null): Promise<void> {
  const room = await mkdtemp(join(tmpdir(), 'fault-'))
  const folder = join(room, 'data')
  const acknowledged = new Acknowledged()
  const below = seed === null ? localDisk : new VolatileDisk()
  try {
    await workTwice(folder, new FaultyDisk(below, fault), acknowledged).catch(expectFault)
    const seen = await publicCheckpoint(folder)
    if (below instanceof VolatileDisk) await below.cutPower((path) => isKept(path, seed!))
    await checkArchive(folder, acknowledged, seen)
  } catch (cause) {
    throw new Error(`${fault.kind} ${fault.moment} step ${fault.step}${seed === null ? '' : `, power cut ${seed}`}`, {
      cause,
    })
  } finally {
    await rm(room, { recursive: true, force: true })
  }
}

/** Only the fault that was put in may come out, by itself or as the cause of what is said about it. */
function expectFault(error: unknown): void {
  const chain: unknown[] = []
  for (let at: unknown = error; at instanceof Error; at = at instanceof SuppressedError ? at.error : at.cause)
    chain.push(at)
  const isFault = chain.some((one) => one instanceof Stopped || (one as { code?: string }).code === 'ENOSPC')
  if (!isFault) throw error
}

/** Different files reach the disk by themselves with different seeds. */
function isKept(path: string, seed: number): boolean {
  let sum = seed
  for (const character of path.split('/').slice(-2).join('/')) sum = (sum * 31 + character.charCodeAt(0)) % 65_521
  return seed !== 0 && sum % 2 === 0
}

async function tryAll(
  kind: Fault['kind'],
  moment: Fault['moment'],
  seeds: readonly (number | null)[] = [null],
): Promise<void> {
  const steps = await countSteps()
  expect(steps).toBeGreaterThan(50)
  // Another offset for every kind of fault, so that together they touch more steps.
  const offset = (kind.length * 7 + moment.length * 3 + seeds.length) % stride
  for (let step = offset; step < steps; step += stride)
    for (const seed of seeds) await failAt({ step, moment, kind }, seed)
}

const timeout = { timeout: 60_000 + 1_200_000 / stride }

test('stopped before any durable step, nothing acknowledged is lost', timeout, () => tryAll('stop', 'before'))
test('stopped after any durable step that failed but was saved, nothing is lost or forked', timeout, () =>
  tryAll('stop', 'after'),
)
test('stopped in the middle of any write, the torn part is not taken for an entry', timeout, () =>
  tryAll('stop', 'torn'),
)
test('out of room at any step, work goes on when there is room again', timeout, () => tryAll('full', 'torn'))
test('a power cut at any step takes back only what was not acknowledged', timeout, () =>
  tryAll('stop', 'before', [0, 1, 2]),
)
