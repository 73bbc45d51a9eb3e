/** Words inside a pair of blocks: exact pieces of both texts, with what normalisers hide told apart from what differs. */
import type { Segment } from './alignment.ts'
import { EXTRACTION_JOINTS, WHITE_SPACE } from './normalise/index.ts'
import { HIDDEN_MAIL } from './normalise/mail.ts'
import { type Budget, commonSubsequence, type Match } from './sequence.ts'
import { type Token, type TokenList, tokenise } from './tokens.ts'

export type WordDifference = {
  readonly segments: readonly Segment[]
  /** Whether any word or mark differs, beyond what is hidden. */
  readonly differs: boolean
}

/** Two texts, each the blocks of one side joined by `\n`. */
export function compareWords(before: string, after: string, budget: Budget, rulesOff = false): WordDifference {
  if (before === after) return { segments: [], differs: false }
  const [a, b] = [tokenise(before, rulesOff), tokenise(after, rulesOff)]
  const [aIds, bIds] = intern(a.tokens, b.tokens)
  const matches = clean(commonSubsequence(aIds, bIds, budget), a.tokens, b.tokens)
  const writer = new SegmentWriter(before, after, a, b)
  let [i, j] = [0, 0]
  for (const [x, y] of matches) {
    writer.gap(i, x, j, y)
    writer.match(x, y)
    i = x + 1
    j = y + 1
  }
  writer.gap(i, a.tokens.length, j, b.tokens.length)
  writer.end()
  return {
    segments: writer.segments,
    differs: writer.segments.some(({ kind }) => kind === 'deleted' || kind === 'inserted'),
  }
}

function intern(a: readonly Token[], b: readonly Token[]): [Int32Array, Int32Array] {
  const ids = new Map<string, number>()
  const of = (list: readonly Token[]): Int32Array =>
    Int32Array.from(list, ({ key }) => {
      const known = ids.get(key)
      if (known !== undefined) return known
      ids.set(key, ids.size)
      return ids.size - 1
    })
  return [of(a), of(b)]
}

/** Takes back lone matches of marks and little words that stand between larger differences: they match by chance. */
function clean(matches: readonly Match[], a: readonly Token[], b: readonly Token[]): readonly Match[] {
  const kept: Match[] = []
  for (let at = 0; at < matches.length; ) {
    let end = at + 1
    while (
      end < matches.length &&
      matches[end]![0] === matches[end - 1]![0] + 1 &&
      matches[end]![1] === matches[end - 1]![1] + 1
    )
      end++
    const run = matches.slice(at, end)
    const last = kept.at(-1)
    const [x, y] = run[0]!
    const before = Math.max(x - (last ? last[0] + 1 : 0), y - (last ? last[1] + 1 : 0))
    const next = matches[end]
    const [nextX, nextY] = next ?? [a.length, b.length]
    const behind = Math.max(nextX - run.at(-1)![0] - 1, nextY - run.at(-1)![1] - 1)
    const weight = run.reduce((sum, [i]) => sum + (a[i]!.word && a[i]!.key.length > 3 ? 2 : a[i]!.word ? 1 : 0), 0)
    if (!(before >= 3 && behind >= 3 && weight <= 2)) kept.push(...run)
    at = end
  }
  return kept
}

class SegmentWriter {
  readonly segments: Segment[] = []
  private aAt = 0
  private bAt = 0
  private readonly before: string
  private readonly after: string
  private readonly a: TokenList
  private readonly b: TokenList

  constructor(before: string, after: string, a: TokenList, b: TokenList) {
    this.before = before
    this.after = after
    this.a = a
    this.b = b
  }

  /** Space and pieces that do not count, up to the next token of either side. */
  private between(aTo: number, bTo: number): void {
    const [x, y] = [this.before.slice(this.aAt, aTo), this.after.slice(this.bAt, bTo)]
    this.aAt = aTo
    this.bAt = bTo
    if (x === y) this.push({ kind: 'same', text: x })
    else this.push({ kind: 'hidden', before: x, after: y, normaliser: this.reasonBetween(x, y, aTo, bTo) })
  }

  private reasonBetween(x: string, y: string, aTo: number, bTo: number): string {
    const dropped =
      this.a.dropped.find(({ end, start }) => end <= aTo && start >= aTo - x.length) ??
      this.b.dropped.find(({ end, start }) => end <= bTo && start >= bTo - y.length)
    if (dropped) return dropped.normaliser
    return x.includes('\n') !== y.includes('\n') || x === '' || y === '' ? EXTRACTION_JOINTS : WHITE_SPACE
  }

  match(i: number, j: number): void {
    const [x, y] = [this.a.tokens[i]!, this.b.tokens[j]!]
    this.between(x.start, y.start)
    const [before, after] = [this.before.slice(x.start, x.end), this.after.slice(y.start, y.end)]
    if (before === after) this.push({ kind: 'same', text: before })
    else this.push({ kind: 'hidden', before, after, normaliser: x.normaliser ?? y.normaliser ?? WHITE_SPACE })
    this.aAt = x.end
    this.bAt = y.end
  }

  /** Tokens that have no partner: `[i, x)` of the old, `[j, y)` of the new side. */
  gap(i: number, x: number, j: number, y: number): void {
    if (i === x && j === y) return
    const [a, b] = [this.a.tokens, this.b.tokens]
    // Space before words that only came or went belongs to them.
    if (i < x && j < y) this.between(a[i]!.start, b[j]!.start)
    const [aTo, bTo] = [i < x ? a[x - 1]!.end : this.aAt, j < y ? b[y - 1]!.end : this.bAt]
    const [before, after] = [this.before.slice(this.aAt, aTo), this.after.slice(this.bAt, bTo)]
    this.aAt = aTo
    this.bAt = bTo
    if (isHiddenMail(a.slice(i, x), b.slice(j, y))) {
      this.push({ kind: 'hidden', before, after, normaliser: 'obfuscated-mail' })
      return
    }
    if (before !== after && before.replace(/\s+/g, '') === after.replace(/\s+/g, '')) {
      this.push({ kind: 'hidden', before, after, normaliser: EXTRACTION_JOINTS })
      return
    }
    this.push({ kind: 'deleted', text: before })
    this.push({ kind: 'inserted', text: after })
  }

  end(): void {
    this.between(this.before.length, this.after.length)
  }

  private push(segment: Segment): void {
    const last = this.segments.at(-1)
    if (segment.kind === 'hidden') {
      if (segment.before === '' && segment.after === '') return
      this.segments.push(segment)
    } else if (segment.text !== '') {
      if (last && last.kind === segment.kind)
        this.segments[this.segments.length - 1] = { kind: segment.kind, text: last.text + segment.text }
      else this.segments.push(segment)
    }
  }
}

/** One address on each side, and one of them hidden by the page's host; marks beside it do not count. */
function isHiddenMail(a: readonly Token[], b: readonly Token[]): boolean {
  if (a.length > 8 || b.length > 8) return false
  const [x, y] = [wordsOf(a), wordsOf(b)]
  // A label that the page leaves to its script: the address is only seen when it is hidden.
  if (x.length === 0 || y.length === 0) return x.length + y.length === 1 && (x[0] ?? y[0]) === HIDDEN_MAIL
  const isMail = (keys: readonly string[]): boolean =>
    keys.every((key) => key.includes('@') || key === 'mailto' || key === HIDDEN_MAIL)
  return isMail(x) && isMail(y) && x.includes(HIDDEN_MAIL) !== y.includes(HIDDEN_MAIL)
}

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.filter(({ word }) => word).map(({ key }) => key)
}
