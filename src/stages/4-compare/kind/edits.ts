/** The word edits of a modified pair: what was taken away and what was put in its place, with the words around. */
import type { Alignment, Pair } from '../alignment.ts'
import { type Token, tokenise } from '../tokens.ts'

export type Edit = {
  readonly deleted: string
  readonly inserted: string
  readonly oldTokens: readonly Token[]
  readonly newTokens: readonly Token[]
  /** Text of the pair before and behind the edit, on the new side; as much as a rule looks at. */
  readonly before: string
  readonly after: string
  readonly newText: string
  /** UTF-16 position in the joined text of each side. */
  readonly oldAt: number
  readonly newAt: number
}

const NEAR = 400

export function editsOf(pair: Pair): Edit[] {
  const edits: Edit[] = []
  const newText = pair.segments
    .map((segment) => (segment.kind === 'hidden' ? segment.after : segment.kind === 'deleted' ? '' : segment.text))
    .join('')
  let [oldAt, newAt] = [0, 0]
  for (let i = 0; i < pair.segments.length; i++) {
    const segment = pair.segments[i]!
    if (segment.kind === 'same' || segment.kind === 'hidden') {
      oldAt += segment.kind === 'same' ? segment.text.length : segment.before.length
      newAt += segment.kind === 'same' ? segment.text.length : segment.after.length
      continue
    }
    const next = pair.segments[i + 1]
    const deleted = segment.kind === 'deleted' ? segment.text : ''
    const inserted = segment.kind === 'inserted' ? segment.text : next?.kind === 'inserted' ? next.text : ''
    if (segment.kind === 'deleted' && next?.kind === 'inserted') i++
    edits.push({
      deleted,
      inserted,
      oldTokens: tokenise(deleted).tokens,
      newTokens: tokenise(inserted).tokens,
      before: newText.slice(Math.max(0, newAt - NEAR), newAt),
      after: newText.slice(newAt + inserted.length, newAt + inserted.length + NEAR),
      newText,
      oldAt,
      newAt,
    })
    oldAt += deleted.length
    newAt += inserted.length
  }
  return edits
}

/** What stands of a sentence before a place; read backwards, for the text may be long. */
export function sentenceBefore(before: string): string {
  let at = before.length
  while (at > 0 && !'.!?\n'.includes(before[at - 1]!)) at--
  return before.slice(at)
}

/** Letters and digits only, lower case: two pieces that are equal so differ in space and marks alone. */
export function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Text of one side of a pair. */
export function sideText(alignment: Alignment, pair: Pair, side: 'old' | 'new'): string {
  return pair[side].map((at) => alignment[side].blocks[at]!.text).join('\n')
}
