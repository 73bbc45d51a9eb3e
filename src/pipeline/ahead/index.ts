/**
 * Reads foreign records ahead in threads of their own, so that an import uses the cores there are. Every track belongs
 * to one thread, which sees its records in order.
 */
import { availableParallelism } from 'node:os'
import { type AskedThread, askThread } from '../thread-door.ts'
import type { AheadAnswer, AheadRequest } from './read-record.ts'

export type { AheadAnswer } from './read-record.ts'

/** More threads than this wait for the database anyway, and each holds some hundred megabytes of texts. */
const MAX_THREADS = 3

/** Texts of a hundred documents fit many times; without a limit the collector lets garbage grow with the machine's memory. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 }

export type ReadAhead = AsyncDisposable & {
  /** Whether a record of this track was given before; if not, the next one needs its seed. */
  knows(track: string): boolean
  read(request: AheadRequest): Promise<AheadAnswer>
}

export function openReadAhead(threads = Math.min(MAX_THREADS, availableParallelism())): ReadAhead {
  const running = new Map<number, AskedThread<AheadRequest, AheadAnswer>>()
  /** A new track goes to the thread that was given the fewest records so far. */
  const given = new Array<number>(threads).fill(0)
  const owners = new Map<string, number>()
  // Started at its first record: an import that finds nothing new needs none.
  const threadOf = (track: string): AskedThread<AheadRequest, AheadAnswer> => {
    const place = owners.get(track) ?? given.indexOf(Math.min(...given))
    owners.set(track, place)
    given[place]!++
    const thread = running.get(place) ?? askThread(import.meta.url, { resourceLimits: RESOURCE_LIMITS })
    running.set(place, thread)
    return thread
  }
  return {
    knows: (track) => owners.has(track),
    read: (request) => threadOf(request.track).ask(request),
    async [Symbol.asyncDispose]() {
      await Promise.all([...running.values()].map((thread) => thread[Symbol.asyncDispose]()))
    },
  }
}
