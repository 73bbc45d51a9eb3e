/**
 * Features of a block: hashed names in separate fields, each field weighted by sublinear term frequency and rarity and
 * scaled to its own length, so that a long text does not drown its heading.
 */
import type { ClassificationContext } from './classifier.ts'
import { concepts } from './lexicon.ts'
import { patternsIn } from './patterns.ts'
import type { Surroundings } from './surroundings.ts'
import { combine, fold, hashString, platformWordsOf, words } from './words.ts'

/**
 * Fields in the order of their numbers, with their share in a block's vector. A `flat` field gives every feature that
 * weight as it is: its features are few, and one must not grow because another is missing.
 */
export const FIELDS: readonly { readonly name: FieldName; readonly weight: number; readonly flat?: true }[] = [
  { name: 'words', weight: 1 },
  { name: 'characters', weight: 0.8 },
  { name: 'concepts', weight: 0.6 },
  { name: 'last-heading', weight: 0.7 },
  { name: 'other-headings', weight: 0.35 },
  { name: 'lead-in', weight: 0.6 },
  { name: 'lead-in-opening', weight: 0.5 },
  { name: 'run-in', weight: 0.5 },
  { name: 'section', weight: 0.3 },
  { name: 'previous', weight: 0.3 },
  { name: 'next', weight: 0.25 },
  { name: 'document', weight: 0.3 },
  { name: 'shape', weight: 0.4 },
  { name: 'opening', weight: 0.4 },
  { name: 'patterns', weight: 0.12, flat: true },
]

const FIELD_NUMBER = Object.fromEntries(FIELDS.map(({ name }, index) => [name, index])) as Record<FieldName, number>
const SALTS = Uint32Array.from(FIELDS, ({ name }) => hashString(name))

export type FieldName =
  | 'words'
  | 'characters'
  | 'concepts'
  | 'last-heading'
  | 'other-headings'
  | 'lead-in'
  | 'lead-in-opening'
  | 'run-in'
  | 'section'
  | 'previous'
  | 'next'
  | 'document'
  | 'shape'
  | 'opening'
  | 'patterns'

/** Receives a feature: the number of its field and its 32-bit hash. May come several times for one feature. */
export type FeatureSink = (field: number, hash: number) => void

/** Gives every feature of one block to the sink. */
export function emitFeatures(around: Surroundings, context: DocumentContext, sink: FeatureSink): void {
  const { platformWords } = context
  const emit: Emit = (field, hash) => sink(field, combine(SALTS[field]!, hash))
  const text = words(around.text, platformWords)
  const textHashes = text.map((word) => hashString(word))
  emitGrams(FIELD_NUMBER.words, textHashes, 3, emit)
  emitCharacters(text, context.runsOfWord, emit)

  const conceptsOfText = concepts(text)
  emitGrams(FIELD_NUMBER.concepts, conceptsOfText, 4, emit)
  const headingWords = wordsOnce(around.lastHeading, context)
  const heading = headingWords.map((word) => hashString(word))
  emitGrams(FIELD_NUMBER['last-heading'], heading, 2, emit)
  emit(FIELD_NUMBER['last-heading'], combine(7, hashString(around.lastHeading)))
  for (const word of headingWords)
    if (word.length > 5) emit(FIELD_NUMBER['last-heading'], combine(11, hashString(word.slice(0, 5))))
  emitGrams(FIELD_NUMBER['other-headings'], hashesOf(wordsOnce(around.otherHeadings, context)), 2, emit)

  const strength = around.leadIn === '' ? 0 : isListItem(around) ? 2 : 1
  if (strength > 0) {
    const leadWords = wordsOnce(around.leadIn, context)
    const lead = leadWords.map((word) => hashString(word))
    emitGrams(
      FIELD_NUMBER['lead-in'],
      lead.map((hash) => combine(strength, hash)),
      2,
      emit,
    )
    const leadEnd = hashString(leadWords.slice(-3).join(' '))
    emit(FIELD_NUMBER['lead-in-opening'], combine(strength, leadEnd))
    const leadConcepts = concepts(leadWords).slice(-5)
    for (const concept of leadConcepts) {
      for (const hash of textHashes.slice(0, 2))
        emit(FIELD_NUMBER['lead-in-opening'], combine(concept + 1000 * strength, hash))
      for (const other of conceptsOfText.slice(0, 4))
        emit(FIELD_NUMBER['lead-in-opening'], combine(concept + 2000 * strength, other))
    }
  }
  emitGrams(FIELD_NUMBER['run-in'], hashesOf(words(around.runIn, platformWords)), 2, emit)
  emitGrams(FIELD_NUMBER.section, hashesOf(wordsOnce(around.section, context)), 2, emit)
  emitGrams(FIELD_NUMBER.previous, hashesOf(words(around.previous, platformWords)), 1, emit)
  emitGrams(FIELD_NUMBER.next, hashesOf(words(around.next, platformWords)), 1, emit)
  for (const hash of context.documentHashes) emit(FIELD_NUMBER.document, hash)
  emitShape(around, strength, text.length, emit)
  for (let length = 1; length <= 3; length++)
    emit(FIELD_NUMBER.opening, combine(length, hashString(text.slice(0, length).join(' '))))
  emit(FIELD_NUMBER.opening, combine(9, hashString(conceptsOfText.slice(0, 3).join(' '))))
  const [wholeName] = context.documentHashes
  for (const pattern of patternsIn(around.text)) {
    emit(FIELD_NUMBER.patterns, pattern)
    emit(FIELD_NUMBER.patterns, combine(pattern, wholeName ?? 0))
  }
  for (const pattern of around.leadInPatterns) emit(FIELD_NUMBER.patterns, combine(pattern, strength))
}

export type DocumentContext = {
  readonly platformWords: ReadonlySet<string>
  readonly documentHashes: readonly number[]
  /** What has been worked out of the words of this document. */
  readonly runsOfWord: Map<string, readonly number[]>
  readonly wordsOfText: Map<string, readonly string[]>
}

export function documentContextOf({ platform, document }: ClassificationContext): DocumentContext {
  const platformWords = platformWordsOf(platform)
  const name = words(fold(document), new Set())
  const hashes = [hashString(name.join(' ')), ...name.map((word) => hashString(word))]
  return { platformWords, documentHashes: hashes, runsOfWord: new Map(), wordsOfText: new Map() }
}

type Emit = (field: number, hash: number) => void

function hashesOf(list: readonly string[]): number[] {
  return list.map((word) => hashString(word))
}

/** Words of what stands around many blocks. */
function wordsOnce(text: string, { platformWords, wordsOfText }: DocumentContext): readonly string[] {
  let found = wordsOfText.get(text)
  if (found === undefined) {
    found = words(text, platformWords)
    wordsOfText.set(text, found)
  }
  return found
}

function emitGrams(field: number, hashes: readonly number[], longest: number, emit: Emit): void {
  for (let start = 0; start < hashes.length; start++) {
    let hash = 1
    for (let end = start; end < Math.min(start + longest, hashes.length); end++) {
      hash = combine(hash, hashes[end] ?? 0)
      emit(field, hash)
    }
  }
}

/** Runs of 3 to 5 characters inside words, whose edges count as characters. */
function emitCharacters(text: readonly string[], known: Map<string, readonly number[]>, emit: Emit): void {
  for (const word of text) {
    let runs = known.get(word)
    if (runs === undefined) {
      runs = runsOf(word)
      known.set(word, runs)
    }
    for (const run of runs) emit(FIELD_NUMBER.characters, run)
  }
}

function runsOf(word: string): number[] {
  const framed = ` ${word} `
  const runs: number[] = []
  for (let start = 0; start + 3 <= framed.length; start++) {
    let hash = hashString(framed.slice(start, start + 2))
    for (let end = start + 2; end < Math.min(start + 5, framed.length); end++) {
      hash = Math.imul(hash ^ framed.charCodeAt(end), 0x01000193) >>> 0
      runs.push(combine(3, hash))
    }
  }
  return runs
}

/** Whether it reads as an item of the list that its lead-in opens. */
function isListItem({ sinceLeadIn, numbered, continues, text, previous }: Surroundings): boolean {
  return sinceLeadIn === 1 || numbered || continues || /[;,]$|\b(?:and|or)$/.test(previous) || /[;,]$/.test(text)
}

function emitShape(around: Surroundings, strength: number, wordCount: number, emit: Emit): void {
  const { text } = around
  const last = text.at(-1) ?? ''
  const shape = [
    `length ${Math.min(12, Math.round(2 * Math.log2(1 + wordCount)))}`,
    `ends ${/[a-z0-9]/.test(last) ? 'word' : last} ${wordCount < 12}`,
    `lead ${strength}`,
    `numbered ${around.numbered}`,
    `continues ${around.continues}`,
    `position ${around.position}`,
    `runin ${around.runIn !== ''}`,
    `verb ${/\b(?:is|are|may|will|must|shall|can|do|does|have|has|use|collect|agree|be)\b/.test(text)}`,
    `defines ${/"[^"]{2,60}"\s+(?:means?|shall mean|has the meaning|refers? to|includes?)|^[^.]{2,50}\bmeans\b/.test(text)}`,
    `url ${/https?:|www\./.test(text)} mail ${/\S@\S/.test(text)}`,
    `question ${last === '?'}`,
    `same ${around.lastHeading === text}`,
    `lead ${strength} length ${Math.min(6, Math.round(Math.log2(1 + wordCount)))} ends ${last === ':'}`,
  ]
  for (const item of shape) emit(FIELD_NUMBER.shape, hashString(item))
}
