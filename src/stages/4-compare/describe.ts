/** From an alignment to the content of a change: kind, effects, severity, direction, and the words for readers. */
import type { ChangeDescription, ChangeKind } from '../../core/change.ts'
import { DOCUMENT_TYPES, type DocumentType } from '../../core/document.ts'
import type { PolicyText } from '../../core/policy-text.ts'
import type { Alignment } from './alignment.ts'
import { adviceFor } from './effect/advice.ts'
import { affectedUsers, regionsNamed } from './effect/affected.ts'
import { type Classify, effectsOf } from './effect/effects.ts'
import { countSentences } from './effect/sentences.ts'
import { directionOfChange, severityOfChange } from './effect/severity.ts'
import { summaryOf } from './effect/summary.ts'
import type { Finding } from './kind/finding.ts'
import { eachFinding, findAll } from './kind/findings.ts'
import { judgeKind } from './kind/kind.ts'

/** One version, with what is known about it. */
export type Side = {
  readonly text: PolicyText
  /** Answers of the analysis for these blocks; where it is missing, or gives null, rules of this stage decide alone. */
  readonly classify?: Classify
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

/** The kind alone, which `describe` gives too: what follows a track needs no more of most comparisons. */
export function kindOf(alignment: Alignment): ChangeKind {
  return judgeKind(alignment, findAll(alignment).findings).kind
}

/** Whether `kindOf` gives `noise`: where it does not, one finding says so, and no other is looked for. */
export function isNoise(alignment: Alignment): boolean {
  const findings: Finding[] = []
  for (const finding of eachFinding(alignment).findings) {
    if (finding.kind !== 'noise') return false
    findings.push(finding)
  }
  return judgeKind(alignment, findings).kind === 'noise'
}

/** Pure: the same alignment and sides give the same description. Quotations are verbatim pieces of both texts. */
export function describe(alignment: Alignment, input: DescribeInput): ChangeDescription {
  const { findings, edits } = findAll(alignment)
  const { kind, reasons } = judgeKind(alignment, findings)
  const isChange = kind === 'substantive' || kind === 'administrative'
  const made = isChange
    ? effectsOf({ alignment, findings, edits, classify: { old: input.old.classify, new: input.new.classify } }, kind)
    : []
  const effects = made.map(({ effect }) => effect)
  const changedText = effects.map(({ before, after }) => `${before?.exact ?? ''}\n${after?.exact ?? ''}`).join('\n')
  const title = input.documentTitle ?? DOCUMENT_TYPES[input.documentType]
  const effectiveOn =
    input.new.effectiveOn && input.new.effectiveOn !== input.old.effectiveOn ? input.new.effectiveOn : null
  const counted = new Set(findings.filter((finding) => finding.kind === kind).map(({ pair }) => pair))
  const sentences = isChange
    ? countSentences(
        alignment,
        alignment.pairs.filter((_, at) => counted.has(at)),
      )
    : { added: 0, removed: 0, modified: 0 }
  return {
    kind,
    severity: severityOfChange(effects.map(({ severity }) => severity)),
    direction: directionOfChange(effects),
    reasons,
    effects,
    sentences,
    affected: isChange
      ? affectedUsers(
          input.documentType,
          effects.flatMap(({ types }) => types),
          changedText,
        )
      : [],
    regions: isChange ? regionsNamed(changedText) : [],
    summary: summaryOf({
      kind,
      platform: input.platform,
      title,
      effects,
      turn: made[0]?.turn ?? null,
      reasons,
      unchanged: alignment.pairs.filter((pair) => pair.kind === 'equal').length,
      passages: alignment.old.blocks.length,
      effectiveOn,
      sentences,
    }),
    ...adviceFor({ kind, effects, platform: input.platform, title, newText: alignment.new, effectiveOn }),
    hiddenBy: alignment.hiddenBy,
  }
}
