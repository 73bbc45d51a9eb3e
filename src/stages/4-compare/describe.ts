/** From an alignment to the content of a change: kind, effects, severity, direction, and the words for readers. */
import type { ChangeDescription } from '../../core/change.ts'
import type { DocumentType } from '../../core/document.ts'
import type { PolicyText } from '../../core/policy-text.ts'
import type { Classification } from '../../core/provision.ts'
import type { Alignment } from './alignment.ts'
import { findAll } from './kind/findings.ts'
import { judgeKind } from './kind/kind.ts'

/** One version, with what is known about it. */
export type Side = {
  readonly text: PolicyText
  /** One per block, from the analysis; where missing, rules of this stage decide alone. */
  readonly classifications?: readonly (Classification | null)[]
  /** Plain dates. */
  readonly statedOn?: string | null
  readonly effectiveOn?: string | null
}

export type DescribeInput = {
  readonly old: Side
  readonly new: Side
  /** Name of the platform, the subject of the summary. */
  readonly platform: string
  readonly documentType: DocumentType
  /** Title of the document as readers know it. */
  readonly documentTitle?: string
}

export function describe(alignment: Alignment, input: DescribeInput): ChangeDescription {
  const { findings } = findAll(alignment)
  const { kind, reasons } = judgeKind(alignment, findings)
  return {
    kind,
    severity: 'low',
    direction: 'neutral',
    reasons,
    effects: [],
    sentences: { added: 0, removed: 0, modified: 0 },
    affected: [],
    regions: [],
    summary: `${input.platform} edits the document.`,
    whatToDo: '',
    ifNothingIsDone: '',
    hiddenBy: alignment.hiddenBy,
  }
}
