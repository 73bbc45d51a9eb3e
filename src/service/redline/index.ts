/** Redlines for pages, computed in a thread of their own and kept for a while: a pair of versions never changes. */
import { Worker } from 'node:worker_threads'
import type { ChangeRedline, RedlineRequest } from './compute.ts'

export type { RedlineRow } from '../../stages/4-compare/index.ts'
export { type ChangeRedline, computeRedline, type RedlineRequest } from './compute.ts'

const MAX_KEPT = 200

/** Null where one of the versions does not exist. */
export type Redliner = AsyncDisposable & { redline(request: RedlineRequest): Promise<ChangeRedline | null> }

type Answer = { readonly id: number; readonly redline?: ChangeRedline | null; readonly failure?: string }

export function openRedliner(folder: string): Redliner {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./thread.${ending}`, import.meta.url), { workerData: { folder } })
  const waiting = new Map<number, PromiseWithResolvers<ChangeRedline | null>>()
  const kept = new Map<string, Promise<ChangeRedline | null>>()
  let asked = 0
  worker.on('message', ({ id, redline, failure }: Answer) => {
    const answer = waiting.get(id)
    waiting.delete(id)
    if (failure === undefined) answer?.resolve(redline ?? null)
    else answer?.reject(new Error(failure))
  })
  worker.on('error', (cause) => {
    for (const answer of waiting.values()) answer.reject(cause)
    waiting.clear()
  })
  // Pages wait for it; the end of the program does not.
  worker.unref()
  return {
    redline(request) {
      const key = JSON.stringify(request)
      const known = kept.get(key)
      if (known) return known
      const answer = Promise.withResolvers<ChangeRedline | null>()
      waiting.set(++asked, answer)
      worker.postMessage({ id: asked, request })
      if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value!)
      kept.set(key, answer.promise)
      answer.promise.catch(() => kept.delete(key))
      return answer.promise
    },
    async [Symbol.asyncDispose]() {
      await worker.terminate()
    },
  }
}
