/**
 * Reads foreign records ahead in threads of their own, so that an import uses the cores there are. Every track belongs
 * to one thread, which sees its records in order.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { AheadAnswer, AheadRequest, Seed } from './read-record.ts'

export type { AheadAnswer, Seed } from './read-record.ts'

/** More threads than this wait for the database anyway, and each holds some hundred megabytes of texts. */
const MAX_THREADS = 3

/** Texts of a hundred documents fit many times; without a limit the collector lets garbage grow with the machine's memory. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 }

export type ReadAhead = AsyncDisposable & {
  /** Whether a record of this track was given before; if not, the next one needs its seed. */
  knows(track: string): boolean
  read(request: Omit<AheadRequest, 'id' | 'seed'> & { readonly seed?: Seed | null }): Promise<AheadAnswer>
}

export function openReadAhead(threads = Math.min(MAX_THREADS, availableParallelism())): ReadAhead {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const waiting = new Map<number, PromiseWithResolvers<AheadAnswer>>()
  let asked = 0
  const fail = (cause: unknown) => {
    for (const { reject } of waiting.values()) reject(cause)
    waiting.clear()
  }
  const workers = new Map<number, Worker>()
  /** A new track goes to the thread that was given the fewest records so far. */
  const given = new Array<number>(threads).fill(0)
  const owners = new Map<string, number>()
  // Started at its first record: an import that finds nothing new needs none.
  const workerOf = (track: string): Worker => {
    const place = owners.get(track) ?? given.indexOf(Math.min(...given))
    owners.set(track, place)
    given[place]!++
    const running = workers.get(place)
    if (running) return running
    const worker = new Worker(new URL(`./thread.${ending}`, import.meta.url), { resourceLimits: RESOURCE_LIMITS })
    worker.on('message', (answer: AheadAnswer) => {
      waiting.get(answer.id)?.resolve(answer)
      waiting.delete(answer.id)
    })
    worker.on('error', fail)
    workers.set(place, worker)
    return worker
  }
  return {
    knows: (track) => owners.has(track),
    read(request) {
      const answer = Promise.withResolvers<AheadAnswer>()
      // A stopped import leaves answers that nobody waits for.
      answer.promise.catch(() => undefined)
      waiting.set(++asked, answer)
      workerOf(request.track).postMessage({ ...request, id: asked })
      return answer.promise
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...workers.values()].map((worker) => worker.terminate()))
      fail(new Error('reading ahead has ended'))
    },
  }
}
