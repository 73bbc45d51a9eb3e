/**
 * Words that are parted at the end of a line. A hyphen belongs to the word ("third-party") or to the line
 * ("informa-tion"); what the document writes elsewhere decides, then what such words are usually like.
 */

const LINE_HYPHEN = /[\p{L}\p{N}]([-\u2010\u00ad])$/u
/** First parts of compounds that are written with a hyphen. */
const COMPOUND =
  /^(?:non|self|third|co|pre|post|opt|e|cross|long|short|well|up|anti|multi|real|high|low|first|second|one|two|end|day|so|built|third|in|on|off|by|to|ex|user|risk|data|business|age|cloud|machine|human|ad|follow|read|know)$/i

export type Vocabulary = { readonly words: ReadonlySet<string>; readonly hyphened: ReadonlySet<string> }

/** Words as they stand within lines, where no line end can have parted them. */
export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>()
  const hyphened = new Set<string>()
  for (const line of lines) {
    const inner = line.toLowerCase().match(/[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*[-\u2010]?/gu) ?? []
    inner.forEach((word, i) => {
      if (i === inner.length - 1 && /[-\u2010]$/.test(word)) return
      if (/[-\u2010]/.test(word)) hyphened.add(word.replaceAll('\u2010', '-'))
      else words.add(word)
    })
  }
  return { words, hyphened }
}

/** How a line joins the next one: by a space, by nothing, or by nothing after its hyphen is taken away. */
export function joint(line: string, next: string, { words, hyphened }: Vocabulary): 'space' | 'none' | 'drop-hyphen' {
  if (
    /[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]$/.test(line) &&
    /^[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/.test(next)
  )
    return 'none'
  const hyphen = LINE_HYPHEN.exec(line)?.[1]
  if (!hyphen)
    return /[/@]$/.test(line) && /^[\p{Ll}\p{N}]/u.test(next) && /\S+\.\S*[/@]$/.test(line) ? 'none' : 'space'
  if (hyphen === '\u00ad') return 'drop-hyphen'
  const head = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?=.$)/u.exec(line)?.[0].toLowerCase() ?? ''
  const tail = /^[\p{L}\p{N}]+/u.exec(next)?.[0] ?? ''
  if (tail === '') return 'space'
  // "data- and privacy-related"
  if (/^(?:and|or|und|oder|et|ou|y|o|e)$/.test(tail) && !words.has(head + tail)) return 'space'
  const whole = tail.toLowerCase()
  if (hyphened.has(`${head}-${whole}`)) return 'none'
  if (words.has(head + whole)) return 'drop-hyphen'
  const isCapitals = /\p{Lu}{2}-$/u.test(line) && /^\p{Lu}{2}/u.test(next)
  if (!/^\p{Ll}/u.test(tail) && !isCapitals) return 'none'
  if (head.includes('-') || COMPOUND.test(head)) return 'none'
  return 'drop-hyphen'
}
