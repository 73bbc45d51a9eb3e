/**
 * Reads received pages in a thread of their own that is ended and replaced where a page takes too much time or memory.
 * Such a page is `unreadable`, with the limit that it passed as the reason: its entries stay, the version on display too.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { ExtractInput, Extraction } from '../../core/reading.ts'
import { type AskedThread, askThread, ThreadFailure } from '../thread-door.ts'

export type ReadingLimits = {
  /** Processor time for one page or file, from its bytes to its verdict and text, so that a busy machine fails no page. */
  readonly timeMs: number
  /** Of what the thread holds in memory, beside the bytes themselves. */
  readonly memoryMb: number
}

/** The slowest real page takes a second, the largest files that stage 3 still reads a few; machines differ by more than that. */
const LIMITS: ReadingLimits = { timeMs: 20_000, memoryMb: 1024 }

export type ReadPage = (input: ExtractInput) => Promise<Extraction>
export type Reader = AsyncDisposable & { readonly read: ReadPage }

/** How many times longer than its processor time a page may take on a busy machine. */
const MAX_WAIT = 6

/** Pages are read one after another. The thread starts with the first of them. */
export function openReader(limits: Partial<ReadingLimits> = {}): Reader {
  const { timeMs, memoryMb } = { ...LIMITS, ...limits }
  let thread: AskedThread<ExtractInput, Extraction> | null = null
  let turn: Promise<unknown> = Promise.resolve()

  async function readNow(input: ExtractInput): Promise<Extraction> {
    thread ??= askThread(import.meta.url, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    // The copy goes over whole; the original may be a view of something larger.
    const bytes = new Uint8Array(input.bytes)
    const done = new AbortController()
    try {
      const late = outOfTime(thread, timeMs, done.signal)
      const extraction = await Promise.race([thread.ask({ ...input, bytes }, [bytes.buffer]), late])
      if (extraction) return extraction
      await endThread()
      return unread(`reading took longer than ${timeMs / 1000} s and was ended`)
    } catch (cause) {
      if (cause instanceof ThreadFailure) return unread(`reading failed (${cause.message})`)
      await endThread()
      if (!isOutOfMemory(cause)) throw cause
      return unread(`reading took more than ${memoryMb} MB of memory and was ended`)
    } finally {
      done.abort()
    }
  }

  async function endThread(): Promise<void> {
    const ending = thread
    thread = null
    await ending?.[Symbol.asyncDispose]()
  }

  return {
    read(input) {
      const done = turn.then(() => readNow(input))
      turn = done.catch(() => undefined) // its caller is told
      return done
    },
    [Symbol.asyncDispose]: endThread,
  }
}

/** Resolves with null when the thread has worked for so long from now, or with the end of the waiting. */
async function outOfTime(thread: AskedThread<unknown, unknown>, timeMs: number, done: AbortSignal): Promise<null> {
  const deadline = performance.now() + MAX_WAIT * timeMs
  const before = await thread.usedMs()
  let left = timeMs
  while (left > 0 && !done.aborted && performance.now() < deadline) {
    await wait(Math.max(left, 100), undefined, { signal: done }).catch(() => undefined) // nobody waits any more
    left = timeMs - ((await thread.usedMs()) - before)
  }
  return null
}

/** What is said of received bytes that were not read to their end. */
export function unread(reason: string): Extraction {
  const nothing = { wall: null, title: null, language: null, stated: null, effective: null }
  return { verdict: 'unreadable', reason, ...nothing, text: { format: 1, blocks: [] }, choiceControls: [] }
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && (cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
}
