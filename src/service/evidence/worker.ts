/** The desk for pages, in a thread of its own: hashing, proofs and bundles do not hold up the thread that serves. */
import { Worker } from 'node:worker_threads'
import type { EvidenceDesk } from './desk.ts'

export type Asked = { readonly id: number; readonly name: keyof EvidenceDesk; readonly argument: unknown }
type Answer = {
  readonly id: number
  readonly value?: unknown
  readonly failure?: string
  readonly code?: string | null
}

/** What the thread could not answer; `code` as in `docs/errors.md`, null for a defect. */
export class EvidenceFailure extends Error {
  readonly code: string | null

  constructor(message: string, code: string | null) {
    super(message)
    this.code = code
  }
}

export function openEvidenceDesk(folder: string): EvidenceDesk & AsyncDisposable {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./thread.${ending}`, import.meta.url), { workerData: { folder } })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let asked = 0
  worker.on('message', ({ id, value, failure, code }: Answer) => {
    const answer = waiting.get(id)
    waiting.delete(id)
    if (failure === undefined) answer?.resolve(value)
    else answer?.reject(new EvidenceFailure(failure, code ?? null))
  })
  worker.on('error', (cause) => {
    for (const answer of waiting.values()) answer.reject(cause)
    waiting.clear()
  })
  // Pages wait for it; the end of the program does not.
  worker.unref()
  const ask = <T>(name: keyof EvidenceDesk, argument?: unknown): Promise<T> => {
    const answer = Promise.withResolvers<unknown>()
    waiting.set(++asked, answer)
    worker.postMessage({ id: asked, name, argument } satisfies Asked)
    return answer.promise as Promise<T>
  }
  return {
    bundle: (named) => ask('bundle', named),
    logResource: (path) => ask('logResource', path),
    proof: (named) => ask('proof', named),
    snapshot: (sha256) => ask('snapshot', sha256),
    verifierKeys: () => ask('verifierKeys'),
    async [Symbol.asyncDispose]() {
      await worker.terminate()
    },
  }
}
