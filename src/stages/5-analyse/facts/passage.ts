/**
 * Blocks cut into sentences, with a folded copy to match on. Folding keeps every position: the quotation of a match
 * is cut out of the original text at the same place, so that it is verbatim by construction.
 */
import { createFactMemory, type FactMemory } from './memory.ts'

export type FactBlock = { readonly heading: string; readonly text: string }

/** What every sentence of a document is read with. */
export type About = {
  readonly platform: string
  /** The document's title or kind in lower case. */
  readonly kind: string
}

/** One sentence of a block with all that surrounds it and does not depend on the rest of the document. */
export type Sentence = About & {
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
  /** The sentence before it in the same block. */
  readonly before: Sentence | null
  /** Answers found once, by the places that `ofSentence` gave them. */
  readonly said: unknown[]
}

/** A sentence at its place in a document. */
export type Passage = Sentence & {
  /** Position of its block in the document. */
  readonly block: number
}

export type BlockSentences = {
  readonly sentences: readonly Sentence[]
  /** The introduction under which the next block of the same heading stands. */
  readonly leadAfter: string
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

/** The heading right above, of a path. */
export function lastHeading(path: string): string {
  return path.slice(path.lastIndexOf('>') + 1)
}

const SENTENCE_END = /[.!?][)\]"'”’]{0,2}\s+(?=["'“‘([]{0,2}[A-Z0-9])/g
/** What a full stop follows without ending a sentence. */
const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|etc|cf|vs|inc|ltd|llc|corp|co|no|nos|art|arts|sec|secs|para|approx|mr|mrs|ms|dr|st|u\.s|u\.s\.a|u\.k|p\.o|s\.a|l\.p|n\.v|b\.v|v|pt|gmbh|s\.r\.o|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|(?:^|[\s(])[a-z]|^\s*[\divx.]+)\.$/i

/** "paid by Yippee! to": a name that ends in a mark, after a word that asks for more. */
const NAME_WITH_MARK =
  /\b(?:by|of|and|or|with|from|between|that|to|for|the) (?!(?:us|you|it|them|me|now|here|there|all|free|more|day|go|so|fun)!)[A-Z][\w-]+!$/i

/** The sentences of a text, in order; joined by what stands between them they are the text. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].trimEnd().length
    // Twelve characters before the stop decide whether it is an abbreviation's.
    if (match[0].startsWith('.') && ABBREVIATION.test(text.slice(Math.max(start, match.index - 12), match.index + 1)))
      continue
    if (match[0].startsWith('!') && NAME_WITH_MARK.test(text.slice(Math.max(start, match.index - 30), match.index + 1)))
      continue
    const sentence = text.slice(start, end).trim()
    if (sentence) sentences.push(sentence)
    start = match.index + match[0].length
  }
  const rest = text.slice(start).trim()
  if (rest) sentences.push(rest)
  return sentences
}

const NOTHING_SAID: About = { platform: '', kind: '' }

/** All sentences of a document in reading order; of blocks that `memory` holds, with what was found out about them. */
export function passagesOf(
  blocks: readonly FactBlock[],
  about: About = NOTHING_SAID,
  memory: FactMemory = createFactMemory(),
): readonly Passage[] {
  const passages: Passage[] = []
  let lead = ''
  let heading = ''
  let foldedHeading = ''
  for (const [block, one] of blocks.entries()) {
    if (one.heading !== heading) {
      const folded = fold(one.heading)
      if (folded !== foldedHeading) lead = ''
      heading = one.heading
      foldedHeading = folded
    }
    const introduction = lead
    const known = memory.sentencesOf(keyOf(one.text, foldedHeading, introduction, about), () =>
      readBlock(one.text, foldedHeading, introduction, about),
    )
    for (const sentence of known.sentences) passages.push({ ...sentence, block })
    lead = known.leadAfter
  }
  return passages
}

/** Lengths first, so that no two blocks share a key. */
function keyOf(text: string, heading: string, lead: string, { platform, kind }: About): string {
  return `${platform.length} ${kind.length} ${heading.length} ${lead.length} ${platform}${kind}${heading}${lead}${text}`
}

function readBlock(text: string, heading: string, lead: string, { platform, kind }: About): BlockSentences {
  const sentences: Sentence[] = []
  for (const [index, sentence] of sentencesOf(text).entries())
    sentences.push({
      text: sentence,
      folded: fold(sentence),
      heading,
      lead,
      index,
      before: sentences.at(-1) ?? null,
      platform,
      kind,
      said: [],
    })
  const last = sentences.at(-1)?.folded ?? ''
  // A paragraph that ends without a colon closes the list above it when it reads as a sentence of its own.
  const leadAfter = /[:：]\s*$/.test(last) ? last : lead && isParagraph(text) ? '' : lead
  return { sentences, leadAfter }
}

/** Whether a block reads as a paragraph rather than as an item of a list. */
function isParagraph(text: string): boolean {
  return (
    /^["“]?(?:if|we|you|this|these|the|our|your|when|unless|in addition|please|by|for|to the)\b[^;]*\.$/i.test(text) &&
    text.length > 160
  )
}
