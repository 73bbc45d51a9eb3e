/** From an alignment to the content of a change: kind, effects, severity, direction, and the words for readers. */
import type { ChangeDescription } from '../../core/change.ts'
import type { DocumentType } from '../../core/document.ts'
import type { PolicyText } from '../../core/policy-text.ts'
import type { Classification } from '../../core/provision.ts'
import type { Alignment } from './alignment.ts'

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
  const differing = alignment.pairs.filter((pair) => pair.kind !== 'equal')
  const words = differing.filter(
    (pair) =>
      pair.segments.some(({ kind }) => kind === 'deleted' || kind === 'inserted') ||
      pair.old.length === 0 ||
      pair.new.length === 0,
  )
  const kind = words.length > 0 ? 'substantive' : differing.length > 0 ? 'administrative' : 'noise'
  return {
    kind,
    severity: 'low',
    direction: 'neutral',
    reasons: [
      words.length > 0
        ? `${words.length} blocks differ in words`
        : differing.length > 0
          ? 'only link targets or numbers changed'
          : 'nothing differs but what normalisers hide',
    ],
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

/** Share of the old text's words that are still in the new one, 0 to 1, from an alignment. */
export function keptShare(alignment: Alignment): number {
  let [kept, all] = [0, 0]
  for (const pair of alignment.pairs) {
    const size = pair.old.reduce((sum, at) => sum + alignment.old.blocks[at]!.text.length, 0)
    all += size
    if (pair.new.length === 0) continue
    const deleted = pair.segments.reduce(
      (sum, segment) => sum + (segment.kind === 'deleted' ? segment.text.length : 0),
      0,
    )
    kept += size - deleted
  }
  return all === 0 ? 1 : kept / all
}
