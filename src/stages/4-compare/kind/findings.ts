/** What differs, one finding each. */
import type { Alignment, Pair } from '../alignment.ts'
import { judgeBlock } from './block-rules.ts'
import { type Context, makeContext } from './context.ts'
import { judgeEdit } from './edit-rules.ts'
import { type Edit, editsOf } from './edits.ts'
import type { Finding } from './finding.ts'
import { isFurnitureEdit } from './furniture-edit.ts'

export function findAll(alignment: Alignment): { findings: Finding[]; edits: ReadonlyMap<number, readonly Edit[]> } {
  const { findings, edits } = eachFinding(alignment)
  return { findings: [...findings], edits }
}

/** The findings in the order of pairs, each looked for when it is asked for. */
export function eachFinding(alignment: Alignment): {
  findings: Iterable<Finding>
  edits: ReadonlyMap<number, readonly Edit[]>
} {
  const edits = new Map<number, readonly Edit[]>()
  for (const [at, pair] of alignment.pairs.entries()) {
    if (pair.segments.some(({ kind }) => kind === 'deleted' || kind === 'inserted')) edits.set(at, editsOf(pair))
  }
  const context = makeContext(alignment, [...edits.values()].flat())
  return { findings: findingsIn(alignment, edits, context), edits }
}

function* findingsIn(
  alignment: Alignment,
  edits: ReadonlyMap<number, readonly Edit[]>,
  context: Context,
): Generator<Finding> {
  let judged = 0
  for (const [at, pair] of alignment.pairs.entries()) {
    const own = edits.get(at) ?? []
    judged += pair.kind === 'equal' ? 0 : 1 + own.length
    yield* judged <= MAX_JUDGED ? findingsOf(pair, at, own, context) : unread(pair, at)
  }
}

/** Edits of one comparison that are read one by one. A text rewritten beyond that is news, whatever else is in it. */
const MAX_JUDGED = 6_000

function unread(pair: Pair, at: number): Finding[] {
  if (pair.kind === 'equal') return []
  const reason = pair.kind === 'added' ? 'provision-added' : pair.kind === 'removed' ? 'provision-removed' : 'wording'
  return [{ kind: 'substantive', reason, pair: at, detail: '' }]
}

function findingsOf(pair: Pair, at: number, edits: readonly Edit[], context: Context): Finding[] {
  if (pair.kind === 'equal') return []
  const { alignment } = context
  if (pair.kind === 'added' || pair.kind === 'removed') {
    const side = pair.kind === 'added' ? 'new' : 'old'
    const position = pair[side][0]!
    const block = alignment[side].blocks[position]!
    return [{ ...judgeBlock(block, position, side, context), pair: at, detail: block.text }]
  }
  if (pair.old.every((at) => context.inDialog('old', at)) && pair.new.every((at) => context.inDialog('new', at))) {
    return [{ kind: 'noise', reason: 'consent-dialog', pair: at, detail: '' }]
  }
  if (isFurnitureEdit(pair, edits, context)) return [{ kind: 'noise', reason: 'page-furniture', pair: at, detail: '' }]
  const block = alignment.new.blocks[pair.new[0]!]!
  const found: Finding[] = edits.map((edit, place) => ({
    ...judgeEdit(edit, block, context),
    pair: at,
    detail: edit.inserted || edit.deleted,
    edit: place,
  }))
  if (pair.moved && pair.kind === 'moved')
    found.push({ kind: 'administrative', reason: 'moved-text', pair: at, detail: block.text })
  if (pair.renumbered) found.push({ kind: 'administrative', reason: 'renumbered', pair: at, detail: '' })
  for (const { before, after } of pair.links) {
    found.push({ kind: linkKind(before, after), reason: 'link-target', pair: at, detail: after ?? before ?? '' })
  }
  return found
}

/** A link that lies on the same words and leads elsewhere was edited; one that came or went with equal words may be the extraction. */
function linkKind(before: string | null, after: string | null): 'administrative' | 'noise' {
  return before !== null && after !== null
    ? 'administrative'
    : /^(?:#|mailto:|javascript:)/.test(after ?? before ?? '')
      ? 'noise'
      : 'administrative'
}
