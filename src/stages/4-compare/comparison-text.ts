/** The comparison text: what is left of the evidence when every normaliser has been applied. */
import { sha256 } from '../../core/canonical-json.ts'
import type { Block, PolicyText } from '../../core/policy-text.ts'
import { createRecent } from '../../core/recent.ts'
import { comparisonHref } from './normalise/index.ts'
import { tokenise } from './tokens.ts'

/** Characters of the texts in each generation: a history of many documents, whose tokens would fill the memory. */
const keys = createRecent<string>(2_000_000, (text) => text.length)

/**
 * The words of a block that count, joined by spaces; empty for a block of marks and invisible characters only. The last
 * ones asked for are kept: of most blocks nothing else is asked, and they come again in version after version.
 */
export function comparisonKey(text: string, rulesOff = false): string {
  return rulesOff ? joined(text, true) : keys.recall(text, () => joined(text, false))
}

function joined(text: string, rulesOff: boolean): string {
  const { tokens } = tokenise(text, rulesOff)
  return tokens.map((token) => token.key).join(' ')
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
