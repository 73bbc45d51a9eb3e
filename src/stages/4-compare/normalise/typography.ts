/** Typographic variants of one character or sign. */
import type { TextNormaliser } from './normaliser.ts'

const QUOTES = '"“”„‟«»″'
const APOSTROPHES = "'‘’‚‛′`´"
const DASHES = '‐‑‒–—―−-'

export const quotationMarks: TextNormaliser = {
  id: 'quotation-marks',
  description: 'straight and curly quotation marks',
  pattern: `''|[${QUOTES}]`,
  key: () => '"',
}

export const apostrophes: TextNormaliser = {
  id: 'apostrophes',
  description: 'straight and curly apostrophes',
  pattern: `[${APOSTROPHES}]`,
  key: () => "'",
}

export const dashes: TextNormaliser = {
  id: 'dashes',
  description: 'hyphens and dashes of any length',
  pattern: `-{1,3}|[${DASHES}]`,
  key: () => '-',
}

export const ellipsis: TextNormaliser = {
  id: 'ellipsis',
  description: 'three dots as one character or as three; it marks a place that the page had not loaded',
  pattern: '…|\\.{3}',
  key: () => '',
}

/** Decomposed letters, ligatures, full-width forms: applied to words, not a token of its own. */
export function foldWord(word: string): string {
  return /^[\x21-\x7e]*$/.test(word) ? word : word.normalize('NFKC').replace(/[‘’‛′]/g, "'")
}
