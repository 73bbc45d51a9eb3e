/** What a check of a document came to. */
import type { Outcome, Verdict } from '../core/capture.ts'
import type { DocumentKey } from '../core/entry.ts'

export type CheckResult = {
  readonly document: DocumentKey
  readonly outcome: Outcome
  /** Null where nothing was received. */
  readonly verdict: Verdict | null
  readonly reason: string
  /** Numbers of changes that this check made. */
  readonly changes: readonly number[]
  readonly newVersion: boolean
}
