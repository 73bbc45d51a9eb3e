/** The desk for pages, in a thread of its own: hashing, proofs and bundles do not hold up the thread that serves. */
import { askThread } from '../../pipeline/thread-door.ts'
import type { EvidenceDesk } from './desk.ts'

export type Asked = { readonly name: keyof EvidenceDesk; readonly argument: unknown }

export function openEvidenceDesk(folder: string): EvidenceDesk & AsyncDisposable {
  const thread = askThread<Asked, unknown>(import.meta.url, { workerData: { folder } })
  const ask = <T>(name: keyof EvidenceDesk, argument?: unknown) => thread.ask({ name, argument }) as Promise<T>
  return {
    bundle: (named) => ask('bundle', named),
    logResource: (path) => ask('logResource', path),
    proof: (named) => ask('proof', named),
    snapshot: (sha256) => ask('snapshot', sha256),
    verifierKeys: () => ask('verifierKeys'),
    [Symbol.asyncDispose]: () => thread[Symbol.asyncDispose](),
  }
}
