/** Joins a document that is published in several sources. */
import type { Verdict } from '../../core/capture.ts'
import type { Block } from '../../core/policy-text.ts'
import type { ChoiceControl, Extraction } from '../../core/reading.ts'

/**
 * One extraction from those of the sources, in order. The joint verdict is `policy` only where every part's is;
 * otherwise that of the first part that is not, with its position in the reason.
 * @throws RangeError for an empty list: a document has at least one source.
 */
export function assemble(extractions: readonly Extraction[]): Extraction {
  const [first] = extractions
  if (!first) throw new RangeError('nothing to assemble')
  if (extractions.length === 1) return first
  const position = extractions.findIndex((part) => part.verdict !== 'policy')
  const failed = extractions[position]
  const verdict: Verdict = failed?.verdict ?? 'policy'
  const reason = failed
    ? `source ${position + 1} of ${extractions.length}: ${failed.reason}`
    : `all ${extractions.length} sources hold their parts of the document`
  const blocks: Block[] = extractions.flatMap((part) => [...part.text.blocks])
  return {
    verdict,
    reason,
    wall: failed?.wall ?? null,
    title: first.title,
    language: commonLanguage(extractions),
    stated: firstOf(extractions, 'stated'),
    effective: firstOf(extractions, 'effective'),
    text: { format: 1, blocks },
    choiceControls: distinct(extractions.flatMap((part) => [...part.choiceControls])),
  }
}

/** The date that the first part with one prints; parts keep their own dates in their texts. */
function firstOf<K extends 'stated' | 'effective'>(extractions: readonly Extraction[], key: K): Extraction[K] {
  return extractions.find((part) => part[key] !== null)?.[key] ?? null
}

function commonLanguage(extractions: readonly Extraction[]): string | null {
  const languages = new Set(extractions.map((part) => part.language).filter((language) => language !== null))
  return languages.size === 1 ? [...languages][0]! : null
}

function distinct(controls: readonly ChoiceControl[]): ChoiceControl[] {
  const seen = new Map<string, ChoiceControl>()
  for (const control of controls) {
    const key = `${control.kind}\n${control.label}\n${control.href}`
    if (!seen.has(key)) seen.set(key, control)
  }
  return [...seen.values()]
}
