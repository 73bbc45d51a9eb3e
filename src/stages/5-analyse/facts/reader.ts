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

/** Reads the facts of one family; states only what the document states. */
export type FactReader = (document: FactDocument) => readonly Fact[]

/** A fact that rests on one sentence. */
export function factFrom(fact: FactName, value: FactValue, passage: Passage): Fact {
  return { fact, value, quote: passage.text, block: passage.block }
}
