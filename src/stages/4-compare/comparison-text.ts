/** The comparison text: what is left of the evidence when every normaliser has been applied. */
import { sha256 } from '../../core/canonical-json.ts'
import type { Block, PolicyText } from '../../core/policy-text.ts'
import { comparisonHref } from './normalise/index.ts'
import { tokenise } from './tokens.ts'

/** The words of a block that count, joined by spaces; empty for a block of marks and invisible characters only. */
export function comparisonKey(text: string, rulesOff = false): string {
  const list = tokenise(text, rulesOff)
  list.joined ??= list.tokens.map((token) => token.key).join(' ')
  return list.joined
}

/** Link targets that count, in order. */
export function comparisonLinks({ links }: Block): readonly string[] {
  return links.map(({ href }) => comparisonHref(href))
}

/**
 * The name of the comparison text: two texts of one name differ in nothing but what normalisers hide. How the words
 * are cut into blocks does not count; numbers and link targets do.
 */
export function comparisonSha256(text: PolicyText): string {
  const parts: string[] = []
  for (const block of text.blocks) {
    if (block.number !== null) parts.push(block.number)
    parts.push(comparisonKey(block.text))
    parts.push(...comparisonLinks(block).map((href) => `<${href}>`))
  }
  return sha256(parts.filter((part) => part !== '').join(' '))
}
