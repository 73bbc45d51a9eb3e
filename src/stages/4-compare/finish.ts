/** Turns groups of blocks into pairs: their kind, their words, their links, and what was hidden. */
import type { Block, PolicyText } from '../../core/policy-text.ts'
import type { Hidden, LinkChange, Pair, PairKind } from './alignment.ts'
import { common } from './block-units.ts'
import type { Group } from './match.ts'
import { comparisonHref, EXTRACTION_JOINTS, hidingLinkNormaliser } from './normalise/index.ts'
import type { Budget } from './sequence.ts'
import { tokenise } from './tokens.ts'
import { compareWords } from './words.ts'

export function finishPairs(
  from: PolicyText,
  to: PolicyText,
  groups: readonly Group[],
  budget: Budget,
  rulesOff: boolean,
): { pairs: Pair[]; hiddenBy: Hidden[] } {
  const hidden = new Map<string, number>()
  const count = (id: string): void => void hidden.set(id, (hidden.get(id) ?? 0) + 1)
  const pairs = groups.map((group) => finishPair(group, from.blocks, to.blocks, budget, rulesOff, count))
  const hiddenBy = [...hidden]
    .map(([normaliser, count]) => ({ normaliser, count }))
    .sort((x, y) => y.count - x.count || (x.normaliser < y.normaliser ? -1 : 1))
  return { pairs, hiddenBy }
}

function finishPair(
  group: Group,
  a: readonly Block[],
  b: readonly Block[],
  budget: Budget,
  rulesOff: boolean,
  count: (id: string) => void,
): Pair {
  const base = { old: group.old, new: group.new, moved: group.moved }
  const [before, after] = [group.old.map((i) => a[i]!), group.new.map((j) => b[j]!)]
  if (before.length === 0 || after.length === 0) {
    const single = before[0] ?? after[0]!
    const list = tokenise(single.text, rulesOff)
    // A block of which no normaliser leaves anything came or went without a word.
    if (list.tokens.length === 0) count(list.dropped[0]?.normaliser ?? EXTRACTION_JOINTS)
    return {
      ...base,
      kind: before.length === 0 ? 'added' : 'removed',
      similarity: 0,
      segments: [],
      links: [],
      renumbered: false,
    }
  }
  const { segments, differs } = compareWords(textOf(before), textOf(after), budget, rulesOff)
  for (const segment of segments) if (segment.kind === 'hidden') count(segment.normaliser)
  const links = compareLinks(before, after, rulesOff, count)
  const renumbered = numbersOf(before) !== numbersOf(after)
  const similarity = differs ? shareOfWords(before, after, rulesOff) : 1
  return {
    ...base,
    kind: kindOf(group, differs || links.length > 0 || renumbered),
    similarity,
    segments,
    links,
    renumbered,
  }
}

function kindOf({ old, new: now, moved }: Group, differs: boolean): PairKind {
  if (old.length < now.length) return 'split'
  if (old.length > now.length) return 'merged'
  if (differs) return 'modified'
  return moved ? 'moved' : 'equal'
}

function textOf(blocks: readonly Block[]): string {
  return blocks.length === 1 ? blocks[0]!.text : blocks.map(({ text }) => text).join('\n')
}

function numbersOf(blocks: readonly Block[]): string {
  return blocks
    .map(({ number }) => number ?? '')
    .join('\n')
    .trim()
}

/** Targets that came, went or were exchanged, after normalising; the same number on both sides is read in order. */
function compareLinks(
  before: readonly Block[],
  after: readonly Block[],
  rulesOff: boolean,
  count: (id: string) => void,
): LinkChange[] {
  const hrefs = (blocks: readonly Block[]): string[] => blocks.flatMap(({ links }) => links.map(({ href }) => href))
  const [x, y] = [hrefs(before), hrefs(after)]
  if (x.length === y.length && x.every((href, i) => href === y[i])) return []
  const key = rulesOff ? (href: string): string => href : comparisonHref
  if (x.length === y.length) {
    const changes: LinkChange[] = []
    for (const [i, href] of x.entries()) {
      if (href === y[i]) continue
      if (isSameTarget(key(href), key(y[i]!))) count(hidingLinkNormaliser(href, y[i]!) ?? 'obfuscated-mail')
      else changes.push({ before: href, after: y[i]! })
    }
    return changes
  }
  const rest = y.map((href) => ({ href, key: key(href) }))
  const gone: string[] = []
  for (const href of x) {
    const at = rest.findIndex((candidate) => isSameTarget(candidate.key, key(href)))
    if (at < 0) gone.push(href)
    else rest.splice(at, 1)
  }
  return [
    ...gone.map((href) => ({ before: href, after: null })),
    ...rest.map(({ href }) => ({ before: null, after: href })),
  ]
}

function isSameTarget(a: string, b: string): boolean {
  const hidden = '‹hidden mail›'
  return a === b || (a === hidden && b.startsWith('mailto:')) || (b === hidden && a.startsWith('mailto:'))
}

function shareOfWords(before: readonly Block[], after: readonly Block[], rulesOff: boolean): number {
  const ids = new Map<string, number>()
  const words = (blocks: readonly Block[]): Int32Array =>
    Int32Array.from(
      blocks.flatMap(({ text }) => tokenise(text, rulesOff).tokens.filter(({ word }) => word)),
      ({ key }) => {
        const known = ids.get(key)
        if (known !== undefined) return known
        ids.set(key, ids.size)
        return ids.size - 1
      },
    ).sort()
  const [x, y] = [words(before), words(after)]
  return x.length + y.length === 0 ? 1 : (2 * common(x, y)) / (x.length + y.length)
}
