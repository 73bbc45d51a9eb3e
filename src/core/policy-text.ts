/**
 * The canonical text of a document (DESIGN section 5): blocks in reading order. The canonical string is the block
 * texts joined by one newline, and positions in it are counted in Unicode code points.
 */
import { sha256 } from './canonical-json.ts'

/** `row` is one table row, its cells joined by ` | `; `note` a boxed example or aside, under the rule it stands at. */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'row' | 'note'

/** A hyperlink of a block: `[start, end)` in code points of the block's text, and its absolute address. */
export type Link = { readonly start: number; readonly end: number; readonly href: string }

export type Block = {
  readonly kind: BlockKind
  /** Headings: 1 to 6. Items: nesting, from 1. Others: 0, or the depth of the item that they belong to. */
  readonly depth: number
  /** The block's own number as printed, without trailing dot ("4.2(b)", "iii"), and not repeated in `text`; null where there is none. */
  readonly number: string | null
  /** Texts of the headings above it, outermost first; a heading's path does not hold itself. */
  readonly headingPath: readonly string[]
  /** NFC, white space folded to single spaces, trimmed, never empty, no newline. */
  readonly text: string
  readonly links: readonly Link[]
}

export type PolicyText = { readonly format: 1; readonly blocks: readonly Block[] }

/** The canonical string: block texts joined by one newline. */
export function plainText(text: PolicyText): string {
  return text.blocks.map((block) => block.text).join('\n')
}

/** The name of a policy text: SHA-256 of its RFC 8785 JSON. */
export function policyTextSha256(text: PolicyText): string {
  return sha256(canonicalPolicyText(text))
}

/**
 * The RFC 8785 JSON of a policy text. `JSON.stringify` serialises strings and whole numbers as RFC 8785 section 3.2.2
 * demands, so keys put in order are enough, at a fifth of the time of the general form. A test holds both against each other.
 */
export function canonicalPolicyText({ blocks, format }: PolicyText): string {
  return JSON.stringify({
    blocks: blocks.map(({ depth, headingPath, kind, links, number, text }) => ({
      depth,
      headingPath,
      kind,
      links: links.map(inOrder),
      number,
      text,
    })),
    format,
  })
}

/** What makes two blocks the same without their context (heading path): a block is stored once under this. */
export function canonicalBlock({ depth, kind, links, number, text }: Block): string {
  return JSON.stringify({ depth, kind, links: links.map(inOrder), number, text })
}

const inOrder = ({ end, href, start }: Link): Link => ({ end, href, start })

/** Length in Unicode code points. */
export function codePointLength(text: string): number {
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // A high surrogate followed by a low one is one code point.
    if (unit >= 0xd800 && unit <= 0xdbff && i + 1 < text.length) {
      const next = text.charCodeAt(i + 1)
      if (next >= 0xdc00 && next <= 0xdfff) i++
    }
    length++
  }
  return length
}
