/** What a family of facts is given and gives back. */
import type { Fact, FactName, FactValue } from '../../../core/provision.ts'
import type { FactBlock, Passage } from './passage.ts'

export type FactContext = {
  readonly platform: string
  /** The document's title or kind: "Privacy Policy". */
  readonly document: string
}

export type FactDocument = {
  readonly blocks: readonly FactBlock[]
  readonly passages: readonly Passage[]
  readonly platform: string
  /** `context.document` in lower case. */
  readonly kind: string
}

/**
 * Reads the facts of one family; states only what the document states. What it asks of every sentence it asks through
 * `ofSentence`, so that unchanged ones are not asked again; what is left is the choice among those that answered.
 */
export type FactReader = (document: FactDocument) => readonly Fact[]

/** Longer sentences (rows of tables, lists of prohibitions) are quoted in part. */
const WHOLE_UP_TO = 420
const BEFORE = 200
const AFTER = 260

/** A fact that rests on one sentence; of a long one, the part around the first match of `evidence` in its folded text. */
export function factFrom(fact: FactName, value: FactValue, passage: Passage, evidence: RegExp): Fact {
  return { fact, value, quote: quoteOf(passage, evidence), block: passage.block }
}

function quoteOf({ text, folded }: Passage, evidence: RegExp): string {
  if (text.length <= WHOLE_UP_TO) return text
  const match = new RegExp(evidence.source).exec(folded)
  if (!match) return text
  const from = Math.max(0, match.index - BEFORE)
  const to = Math.min(text.length, match.index + Math.min(match[0].length, WHOLE_UP_TO) + AFTER)
  const start = from === 0 ? 0 : from + (lastBreak(text.slice(from, match.index)) ?? text.slice(from).indexOf(' ') + 1)
  const rest = text.slice(match.index + Math.min(match[0].length, WHOLE_UP_TO), to)
  const end = to === text.length ? to : to - rest.length + (firstBreak(rest) ?? Math.max(0, rest.lastIndexOf(' ')))
  return text.slice(start, end).trim()
}

/** Where the last clause begins, null where no clause ends inside. */
function lastBreak(text: string): number | null {
  const breaks = [...text.matchAll(/(?:\| ?\||[;:.]) +(?:\([a-z\d]{1,4}\) )?/g)]
  const last = breaks.at(-1)
  return last ? last.index + last[0].length : null
}

/** Where the first clause ends. */
function firstBreak(text: string): number | null {
  const found = /\|(?= ?\|)|[;.](?= |$)/.exec(text)
  return found ? found.index + (found[0] === '.' ? 1 : 0) : null
}
