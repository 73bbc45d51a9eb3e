/**
 * Blocks cut into sentences, with a folded copy to match on. Folding keeps every position: the quotation of a match
 * is cut out of the original text at the same place, so that it is verbatim by construction.
 */

export type FactBlock = { readonly heading: string; readonly text: string }

/** One sentence of a block. */
export type Passage = {
  /** Position of its block in the document. */
  readonly block: number
  /** The sentence as printed: an exact substring of the block. */
  readonly text: string
  /** `text` in lower case with plain quotes, dashes and spaces; same length. */
  readonly folded: string
  /** The heading path of the block, folded. */
  readonly heading: string
  /** The folded sentence that introduces the list in which this block stands ("You may not:"); empty outside of lists. */
  readonly lead: string
  /** Position among the sentences of its block, from 0. */
  readonly index: number
}

const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‛': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u200b': ' ',
  '\u2060': ' ',
  '\ufeff': ' ',
  '\t': ' ',
  '\n': ' ',
}
const TO_FOLD = /[‘’‛`´“”„«»‐‑‒–—\u00a0\u2009\u202f\u200b\u2060\ufeff\t\n]/g

/** Lower case with plain punctuation, one character for one. */
export function fold(text: string): string {
  const plain = text.replace(TO_FOLD, (character) => PLAIN[character] ?? character)
  const lower = plain.toLowerCase()
  // A few letters grow when lowered (U+0130); then only ASCII is lowered, which keeps every position.
  return lower.length === plain.length ? lower : plain.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

const SENTENCE_END = /[.!?][)\]"'”’]{0,2}\s+(?=["'“‘([]{0,2}[A-Z0-9])/g
/** What a full stop follows without ending a sentence. */
const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|etc|cf|vs|inc|ltd|llc|corp|co|no|nos|art|arts|sec|secs|para|approx|mr|mrs|ms|dr|st|u\.s|u\.s\.a|u\.k|p\.o|s\.a|l\.p|n\.v|b\.v|v|pt|gmbh|s\.r\.o|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|(?:^|[\s(])[a-z]|^\s*[\divx.]+)\.$/i

/** The sentences of a text, in order; joined by what stands between them they are the text. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].trimEnd().length
    // Twelve characters before the stop decide whether it is an abbreviation's.
    if (match[0].startsWith('.') && ABBREVIATION.test(text.slice(Math.max(start, match.index - 12), match.index + 1)))
      continue
    const sentence = text.slice(start, end).trim()
    if (sentence) sentences.push(sentence)
    start = match.index + match[0].length
  }
  const rest = text.slice(start).trim()
  if (rest) sentences.push(rest)
  return sentences
}

/** All sentences of a document in reading order. */
export function passagesOf(blocks: readonly FactBlock[]): readonly Passage[] {
  const passages: Passage[] = []
  let lead = ''
  let leadHeading = ''
  blocks.forEach(({ heading, text }, block) => {
    const foldedHeading = fold(heading)
    if (foldedHeading !== leadHeading) lead = ''
    const sentences = sentencesOf(text)
    sentences.forEach((sentence, index) => {
      passages.push({ block, text: sentence, folded: fold(sentence), heading: foldedHeading, lead, index })
    })
    const last = fold(sentences.at(-1) ?? '')
    // A paragraph that ends without a colon closes the list above it when it reads as a sentence of its own.
    if (/[:：]\s*$/.test(last)) lead = last
    else if (lead && isParagraph(text)) lead = ''
    leadHeading = foldedHeading
  })
  return passages
}

/** Whether a block reads as a paragraph rather than as an item of a list. */
function isParagraph(text: string): boolean {
  return (
    /^["“]?(?:if|we|you|this|these|the|our|your|when|unless|in addition|please|by|for|to the)\b[^;]*\.$/i.test(text) &&
    text.length > 160
  )
}
