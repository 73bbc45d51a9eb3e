/** What the rules of single edits need to know of both documents. Built on demand, once for a comparison. */
import type { PolicyText } from '../../../core/policy-text.ts'
import type { Alignment } from '../alignment.ts'
import { comparisonKey } from '../comparison-text.ts'
import { tokenise } from '../tokens.ts'
import { squash } from './edits.ts'
import { consentBlocks } from './page-parts.ts'

export type Context = {
  readonly alignment: Alignment
  /** How often a word stands in a text, by lower-case key. */
  wordCount(side: 'old' | 'new', word: string): number
  /** Whether the words stand one behind the other in that text, block borders aside. */
  holds(side: 'old' | 'new', words: string): boolean
  /** The same, and in one place at least their sentence does not turn them round ("not", "unless"). */
  says(side: 'old' | 'new', words: string): boolean
  /** How many edits of this comparison replace the first piece by the second. */
  recurrence(deleted: string, inserted: string): number
  /** Whether the piece was taken away in one place and put in at another. */
  isMoved(piece: string): boolean
  /** Block positions between which the body of the document stands, on that side. */
  body(side: 'old' | 'new'): readonly [number, number]
  /** Whether a heading of that text has these words. */
  isHeading(side: 'old' | 'new', words: string): boolean
  /** Whether the block stands in a dialog of the page. */
  inDialog(side: 'old' | 'new', at: number): boolean
}

/** Characters that may be searched for repeated passages in one comparison; beyond that none is looked for. */
const MAX_SEARCHED = 200_000_000

export function makeContext(
  alignment: Alignment,
  edits: readonly { readonly deleted: string; readonly inserted: string }[],
): Context {
  const counts = { old: lazily(() => wordCounts(alignment.old)), new: lazily(() => wordCounts(alignment.new)) }
  const whole = { old: lazily(() => ` ${joined(alignment.old)} `), new: lazily(() => ` ${joined(alignment.new)} `) }
  const bodies = { old: lazily(() => bodyOf(alignment.old)), new: lazily(() => bodyOf(alignment.new)) }
  const dialogs = { old: lazily(() => dialogBlocks(alignment.old)), new: lazily(() => dialogBlocks(alignment.new)) }
  const recurrences = lazily(() => {
    const map = new Map<string, number>()
    for (const { deleted, inserted } of edits) {
      const key = `${squash(deleted)}>${squash(inserted)}`
      map.set(key, (map.get(key) ?? 0) + 1)
    }
    return map
  })
  let searched = 0
  const moved = lazily(() => movedPieces(alignment, edits))
  return {
    alignment,
    wordCount: (side, word) => counts[side]().get(word.toLowerCase()) ?? 0,
    holds: (side, words) => {
      searched += whole[side]().length
      return searched <= MAX_SEARCHED && whole[side]().includes(` ${words} `)
    },
    says: (side, words) => {
      searched += whole[side]().length
      return searched <= MAX_SEARCHED && saysPlainly(whole[side](), words)
    },
    recurrence: (deleted, inserted) => recurrences().get(`${squash(deleted)}>${squash(inserted)}`) ?? 0,
    isMoved: (piece) => moved().has(squash(piece)),
    body: (side) => bodies[side](),
    isHeading: (side, words) => headingKeys(alignment[side]).has(words.toLowerCase()),
    inDialog: (side, at) => dialogs[side]().has(at),
  }
}

/** Words of a sentence that are looked at before and behind a phrase. */
const SENTENCE_REACH = 120
const TURNS = / (?:not|no|never|none|nor|neither|without|unless|except|excluding|only|cannot|prohibited|forbidden) /i

function saysPlainly(text: string, words: string): boolean {
  const phrase = ` ${words} `
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length
    const before = text
      .slice(Math.max(0, at - SENTENCE_REACH), at + 1)
      .split(/ [.!?;:] /)
      .at(-1)!
    const behind = / [.!?] $/.test(phrase) ? '' : text.slice(end - 1, end + SENTENCE_REACH).split(/ [.!?;] /)[0]!
    if (!TURNS.test(before) && !TURNS.test(behind)) return true
  }
  return false
}

function lazily<T>(make: () => T): () => T {
  let value: { readonly made: T } | undefined
  return () => {
    value ??= { made: make() }
    return value.made
  }
}

/** Of texts, because the new side of one comparison is the old side of the next. */
const wordCounts = remembered(countWords)
const dialogBlocks = remembered(consentBlocks)
const headingKeys = remembered(
  ({ blocks }) =>
    new Set(blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => comparisonKey(text).toLowerCase())),
)

function remembered<T>(make: (text: PolicyText) => T): (text: PolicyText) => T {
  const known = new WeakMap<PolicyText, { readonly made: T }>()
  return (text) => {
    const value = known.get(text) ?? { made: make(text) }
    known.set(text, value)
    return value.made
  }
}

function countWords(text: PolicyText): Map<string, number> {
  const counts = new Map<string, number>()
  for (const block of text.blocks) {
    for (const { key, word } of tokenise(block.text).tokens) {
      if (word) counts.set(key.toLowerCase(), (counts.get(key.toLowerCase()) ?? 0) + 1)
    }
  }
  return counts
}

function joined(text: PolicyText): string {
  return text.blocks.map((block) => comparisonKey(block.text)).join(' ')
}

/** From the first to the last block that reads like a paragraph of a document: a sentence of some length. */
function bodyOf(text: PolicyText): readonly [number, number] {
  const isSentence = (at: number): boolean => {
    const block = text.blocks[at]!
    return (
      block.kind !== 'heading' &&
      block.text.length >= 120 &&
      linkShare(block) < 0.6 &&
      !isFiller(block.text) &&
      !isLabelLine(block)
    )
  }
  let [first, last] = [0, text.blocks.length - 1]
  while (first < text.blocks.length && !isSentence(first)) first++
  while (last > first && !isSentence(last)) last--
  return first >= text.blocks.length ? [0, text.blocks.length - 1] : [first, last]
}

/** One word over and over: a stand-in of the page's layout. */
export function isFiller(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length >= 10 && new Set(words).size <= 2
}

/** Labels side by side: "Terms | Privacy | Imprint". The cells of a table's row are told by its kind. */
export function isLabelLine({ kind, text }: PolicyText['blocks'][number]): boolean {
  if (kind === 'row' || text.length >= 400) return false
  return (text.length < 300 && (text.match(/\s[|·•]\s/g)?.length ?? 0) >= 2) || isRunTogether(text)
}

/** Labels of a menu without the space between them: "StatusAbout UsCareersBlogLegal". */
export function isRunTogether(text: string): boolean {
  const joints = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0
  return joints >= 5 && joints * 4 >= text.split(/\s+/).length && !/[.;!?](?:\s|$)/.test(text)
}

/** Share of a block's characters that are link labels. */
export function linkShare(block: PolicyText['blocks'][number]): number {
  const linked = block.links.reduce((sum, { start, end }) => sum + end - start, 0)
  return Math.min(1, linked / Math.max(1, block.text.length))
}

function movedPieces(
  alignment: Alignment,
  edits: readonly { readonly deleted: string; readonly inserted: string }[],
): Set<string> {
  const gone = new Set<string>()
  const come = new Set<string>()
  const note = (set: Set<string>, piece: string): void => {
    const key = squash(piece)
    if (key.length >= 5) set.add(key)
  }
  for (const { deleted, inserted } of edits) {
    note(gone, deleted)
    note(come, inserted)
  }
  for (const pair of alignment.pairs) {
    if (pair.kind === 'added') note(come, alignment.new.blocks[pair.new[0]!]!.text)
    if (pair.kind === 'removed') note(gone, alignment.old.blocks[pair.old[0]!]!.text)
  }
  return new Set([...gone].filter((piece) => come.has(piece)))
}
