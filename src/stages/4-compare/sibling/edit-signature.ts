/** A name for what a change edits, equal for the same edit on several documents (a company's new name, a shared clause). */
import { sha256 } from '../../../core/canonical-json.ts'
import type { ChangeDescription, Effect } from '../../../core/change.ts'
import type { PolicyText } from '../../../core/policy-text.ts'
import { comparisonKey } from '../comparison-text.ts'
import { compareWords } from '../words.ts'

const STEPS = 200_000
const DATE =
  /\b\d{4}-\d\d-\d\d\b|\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?:\s+\d{1,2}(?:st|nd|rd|th)?\b)?,?\s+\d{4}\b/g

/**
 * Null where there is nothing by which an edit is known. Substantive edits are the same only where whole sentences are,
 * because "30" for "7" means one thing here and another there; administrative ones where the words are.
 */
export function editSignature(
  { kind, effects }: Pick<ChangeDescription, 'kind' | 'effects'>,
  old: PolicyText,
  now: PolicyText,
): string | null {
  if (kind !== 'substantive' && kind !== 'administrative') return null
  const dates = new Set<string>()
  const edits = new Set<string>()
  for (const effect of effects) {
    const [before, after] = [
      wordsOf(effect, effect.before, effect.oldBlocks, old),
      wordsOf(effect, effect.after, effect.newBlocks, now),
    ]
    // Documents print their own old dates; the same new date is the same edit.
    if (before !== '' && undated(before) === undated(after)) dates.add(`${kind} ${datesOf(after)}`)
    else if (kind === 'substantive') edits.add(`${comparisonKey(undated(before))} → ${comparisonKey(undated(after))}`)
    else for (const edit of wordEdits(undated(before), undated(after))) edits.add(edit)
  }
  // A new date goes with any other edit.
  const signature = [...(edits.size > 0 ? edits : dates)].sort().join('\n')
  return signature === '' ? null : sha256(`${kind}\n${signature}`).slice(0, 32)
}

/** Whole passages by their blocks, because a quotation ends somewhere; edits by the sentences that differ. */
function wordsOf({ effect }: Effect, quotation: Effect['before'], blocks: readonly number[], text: PolicyText): string {
  if (effect === 'added' || effect === 'removed') return blocks.map((at) => text.blocks[at]!.text).join('\n')
  return quotation?.exact ?? ''
}

function wordEdits(before: string, after: string): string[] {
  const edits: string[] = []
  let gone = ''
  for (const segment of compareWords(before, after, { left: STEPS, coarse: false }).segments) {
    if (segment.kind === 'deleted') gone = segment.text
    else if (segment.kind === 'inserted') {
      edits.push(`${comparisonKey(gone)} → ${comparisonKey(segment.text)}`)
      gone = ''
    } else if (gone !== '') {
      edits.push(`${comparisonKey(gone)} →`)
      gone = ''
    }
  }
  if (gone !== '') edits.push(`${comparisonKey(gone)} →`)
  return edits.filter((edit) => edit.trim() !== '→')
}

function undated(text: string): string {
  return text.replace(DATE, '‹date›')
}

function datesOf(text: string): string {
  return [...text.matchAll(DATE)].map(([date]) => date).join(' ')
}
