/** A name for what a change edits, equal for the same edit on several documents (a company's new name, a shared clause). */
import { sha256 } from '../../../core/canonical-json.ts'
import type { ChangeDescription, Effect } from '../../../core/change.ts'
import type { PolicyText } from '../../../core/policy-text.ts'
import type { Segment } from '../alignment.ts'
import { comparisonKey } from '../comparison-text.ts'
import { TURNING_WORDS } from '../kind/lexicon.ts'
import { compareWords } from '../words.ts'

const STEPS = 200_000
const DATE =
  /\b\d{4}-\d\d-\d\d\b|\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?:\s+\d{1,2}(?:st|nd|rd|th)?\b)?,?\s+\d{4}\b/g

/**
 * Null where there is nothing by which an edit is known. Administrative edits are the same where their words are,
 * substantive ones where the words beside them are the same too (a company's new name); words that turn a rule and
 * numbers mean one thing here and another there, and need the whole sentence to be the same.
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
    else for (const edit of editsOf(undated(before), undated(after), kind)) edits.add(edit)
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

function editsOf(before: string, after: string, kind: 'substantive' | 'administrative'): string[] {
  const edits = wordEdits(before, after)
  if (kind === 'administrative') return edits.map(({ gone, came }) => `${gone} → ${came}`)
  return edits.every(({ gone, came, left, right }) => !turns(gone) && !turns(came) && left + right !== '')
    ? edits.map(({ gone, came, left, right }) => `${left} (${gone} → ${came}) ${right}`)
    : [`${comparisonKey(before)} → ${comparisonKey(after)}`]
}

/** Words that went and came, with the word on either side. */
type WordEdit = { readonly gone: string; readonly came: string; readonly left: string; readonly right: string }

function wordEdits(before: string, after: string): WordEdit[] {
  const { segments } = compareWords(before, after, { left: STEPS, coarse: false })
  const edits: WordEdit[] = []
  for (let at = 0; at < segments.length; at++) {
    const [segment, next] = [segments[at]!, segments[at + 1]]
    if (segment.kind !== 'deleted' && segment.kind !== 'inserted') continue
    const replaced = segment.kind === 'deleted' && next?.kind === 'inserted' ? next : null
    const [gone, came] = segment.kind === 'deleted' ? [segment.text, replaced?.text ?? ''] : ['', segment.text]
    const left = wordsBeside(segments[at - 1]).at(-1) ?? ''
    if (replaced) at++
    const right = wordsBeside(segments[at + 1])[0] ?? ''
    const edit = { gone: comparisonKey(gone), came: comparisonKey(came), left, right }
    if (edit.gone !== edit.came) edits.push(edit)
  }
  return edits
}

function wordsBeside(segment: Segment | undefined): readonly string[] {
  return segment?.kind === 'same' ? (segment.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) : []
}

function turns(words: string): boolean {
  return words.split(' ').some((word) => TURNING_WORDS.has(word) || /\d/.test(word))
}

function undated(text: string): string {
  return text.replace(DATE, '‹date›')
}

function datesOf(text: string): string {
  return [...text.matchAll(DATE)].map(([date]) => date).join(' ')
}
