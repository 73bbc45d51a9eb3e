/** Redlines for pages, computed in a thread of their own and kept for a while: a pair of versions never changes. */
import { askThread } from '../../pipeline/thread-door.ts'
import type { ChangeRedline, RedlineRequest } from './compute.ts'

export type { RedlineRow } from '../../stages/4-compare/index.ts'
export { type ChangeRedline, computeRedline, type RedlineRequest } from './compute.ts'

const MAX_KEPT = 200
/** A text may be taken down while it is shown. */
const KEPT_MS = 600_000

/** Null where one of the versions does not exist. */
export type Redliner = AsyncDisposable & { redline(request: RedlineRequest): Promise<ChangeRedline | null> }

export function openRedliner(folder: string): Redliner {
  const thread = askThread<RedlineRequest, ChangeRedline | null>(import.meta.url, { workerData: { folder } })
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<ChangeRedline | null> }>()
  return {
    redline(request) {
      const key = JSON.stringify(request)
      const known = kept.get(key)
      if (known && known.until > performance.now()) return known.answer
      const answer = thread.ask(request)
      if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value!)
      kept.set(key, { until: performance.now() + KEPT_MS, answer })
      answer.catch(() => kept.delete(key))
      return answer
    },
    [Symbol.asyncDispose]: () => thread[Symbol.asyncDispose](),
  }
}
