/**
 * Segments as one reads them: a word or two that two rewordings happen to share are shown as part of both, because
 * words that alternate between deleted and inserted say less than the old phrase beside the new one.
 */
import type { Segment } from './alignment.ts'

/** Words that stay between two differences have to be more than these to stand alone. */
const MAX_WORDS = 2
/** And so much shorter than what differs around them. */
const TIMES_SHORTER = 2

type Change = { kind: 'change'; deleted: string; inserted: string }
type Piece = Change | Exclude<Segment, { kind: 'deleted' | 'inserted' }>

export function readable(segments: readonly Segment[]): readonly Segment[] {
  const pieces: Piece[] = []
  for (const piece of gathered(segments)) {
    const [earlier, between] = pieces.slice(-2)
    if (piece.kind === 'change' && between?.kind === 'same' && earlier?.kind === 'change') {
      if (joins(earlier, between.text, piece)) {
        pieces.splice(-2, 2, {
          kind: 'change',
          deleted: earlier.deleted + between.text + piece.deleted,
          inserted: earlier.inserted + between.text + piece.inserted,
        })
        continue
      }
    }
    pieces.push(piece)
  }
  return pieces.flatMap((piece): readonly Segment[] =>
    piece.kind !== 'change'
      ? [piece]
      : (['deleted', 'inserted'] as const).flatMap((kind) => (piece[kind] === '' ? [] : [{ kind, text: piece[kind] }])),
  )
}

/** What was deleted together with what stands in its place. */
function gathered(segments: readonly Segment[]): Piece[] {
  const pieces: Piece[] = []
  for (const segment of segments) {
    if (segment.kind === 'same' || segment.kind === 'hidden') {
      pieces.push(segment)
      continue
    }
    const last = pieces.at(-1)
    if (last?.kind === 'change') last[segment.kind] += segment.text
    else pieces.push({ kind: 'change', deleted: '', inserted: '', [segment.kind]: segment.text })
  }
  return pieces
}

function joins(a: Change, between: string, b: Change): boolean {
  // Words that only came, or only went, on both sides of a phrase are read best where they stand.
  const isReworded = (change: Change): boolean => change.deleted !== '' && change.inserted !== ''
  if (!isReworded(a) && !isReworded(b)) return false
  if (/[.!?:;\n|]/.test(between)) return false
  const around = Math.min(a.deleted.length + b.deleted.length, a.inserted.length + b.inserted.length)
  const words = between.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return words <= MAX_WORDS && between.trim().length * TIMES_SHORTER <= around
}
