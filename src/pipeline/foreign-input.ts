/** What an import hands to the pipeline. */
import type { Platform, PolicyDocument } from '../core/document.ts'
import type { DocumentKey, ForeignRecord } from '../core/entry.ts'
import type { AheadAnswer } from './ahead/index.ts'

/** A raw capture that another archive made, replayed through our stages. `part` names one of several sources. */
export type ForeignCapture = { readonly url: string; readonly rendered: boolean; readonly part: string | null }

/** One foreign record, ready to be taken in. `bytes` is null where the other archive removed the document. */
export type ForeignInput = {
  readonly key: DocumentKey
  readonly platform: Platform
  readonly document: PolicyDocument
  readonly bytes: Uint8Array | null
  readonly mediaType: string
  readonly foreign: ForeignRecord
  readonly capture?: ForeignCapture
  /** What was read of it before its turn; set by `lookAhead`. */
  readonly ahead?: Promise<AheadAnswer>
}
