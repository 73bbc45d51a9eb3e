/**
 * What readers of HTML, Markdown, PDF and plain text hand to the shaping steps: text in reading order with the little
 * that is needed to see numbers, headings and split sentences. Positions are UTF-16 units until the last step.
 */
import type { BlockKind } from '../../../core/policy-text.ts'

export type Span = { readonly start: number; readonly end: number }
export type RawLink = Span & { readonly href: string }

export type RawBlock = {
  readonly kind: BlockKind
  /** Headings: the level that the page claims, 1 to 6. Others: nesting of the list that it stands in, from 0. */
  readonly depth: number
  /** The counter that a list would show; a number printed in the text goes before it. */
  readonly counter: string | null
  /** White space folded, ends trimmed; `\n` only where the page breaks the line without ending the paragraph. */
  readonly text: string
  readonly links: readonly RawLink[]
  /** Runs of bold text. */
  readonly bold: readonly Span[]
  /** Identity of the element that holds it: blocks with the same parent may be parts of one sentence. */
  readonly parent: unknown
  /** Only for the choice of main content: units of text in links. */
  readonly linkUnits: number
}
