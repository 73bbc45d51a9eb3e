/** What an edit does to a passage, in its own words: "says “14 days” instead of “30 days”". */
import type { Edit } from '../kind/edits.ts'
import type { Finding } from '../kind/finding.ts'
import { plain } from './words-of-text.ts'

/** Longer pieces do not help in a sentence; the quotations stand beside it. */
const MAX_PIECE = 90

/** The first substantive edit that has words, with how many more places there are; null where none can be said shortly. */
export function turnOf(findings: readonly Finding[], edits: readonly Edit[]): string | null {
  const places = findings.flatMap(({ kind, edit }) =>
    kind === 'substantive' && edit !== undefined ? [edits[edit]!] : [],
  )
  const said = places.map(sayEdit)
  const at = said.findIndex((words) => words !== null)
  if (at < 0 || places.length > 3) return null
  const more = places.length - 1
  return more === 0 ? said[at]! : `${said[at]}, and differs in ${more === 1 ? 'one more place' : `${more} more places`}`
}

function sayEdit(edit: Edit): string | null {
  const [gone, came] = [piece(edit.deleted), piece(edit.inserted)]
  if (gone.length > MAX_PIECE || came.length > MAX_PIECE) return null
  if (gone !== '' && came !== '') return `now says “${came}” instead of “${gone}”`
  if (came !== '') return `now adds “${withNext(came, edit.after)}”`
  return gone === '' ? null : `no longer says “${withNext(gone, edit.after)}”`
}

/** Empty where it has no words. */
function piece(text: string): string {
  const bare = plain(text).replace(/^[\s,;:.)\]–—-]+|[\s,;:.([–—-]+$/g, '')
  return /[\p{L}\p{N}]/u.test(bare) ? balanced(bare.replace(/^\(([^()]*)\)$/, '$1')) : ''
}

const PAIRED = [
  ['(', ')'],
  ['[', ']'],
  ['‘', '’'],
] as const

/** Without a bracket or quotation mark whose other half was left outside; an apostrophe stays. */
function balanced(text: string): string {
  let result = text
  for (const [open, close] of PAIRED) {
    const [opened, closed] = [result.split(open).length, result.split(close).length]
    if (opened > closed) result = result.replaceAll(open, '')
    else if (closed > opened && close !== '’') result = result.replaceAll(close, '')
  }
  return result.trim()
}

/** A short word alone ("not", "may") is read with the one behind it. */
function withNext(words: string, after: string): string {
  if (words.includes(' ') || words.length > 8) return words
  const next = /^\s?([\p{L}\p{N}’'-]+)/u.exec(after)?.[1]
  return next ? `${words} ${next} …` : words
}
