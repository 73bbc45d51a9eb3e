/** What was read of a document in one of its tracks, before it is stored. */
import type { ForeignRecord } from '../core/entry.ts'
import type { Extraction } from '../core/reading.ts'
import type { StoredDocument } from '../store/document.ts'
import type { TextNames } from '../store/policy-text.ts'
import type { Track } from '../store/track.ts'
import type { NewReading } from './tracker.ts'

export type Observed = {
  readonly document: StoredDocument
  readonly track: Track
  readonly extraction: Extraction
  /** Positions of the entries that were read, in the order in which their texts were joined. */
  readonly reads: readonly number[]
  readonly at: string
  readonly foreign: ForeignRecord | null
  /** Where they were made before its turn. */
  readonly names?: TextNames | null
  readonly compared?: NewReading['compared']
}
