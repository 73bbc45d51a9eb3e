/** The language of a text, from its words; what the page claims decides only where there is too little text. */
import { detectAll } from 'tinyld/light'

/** Shorter texts are told apart badly. */
const ENOUGH_UNITS = 120
/** From the middle of the text, where headings and names are rare. */
const SAMPLE_UNITS = 700

/** BCP 47 primary language; null where there is too little to tell. */
export function languageOf(texts: readonly string[], claimed: string | null): string | null {
  const sample = sampleOf(texts)
  const primary = /^[a-z]{2,3}(?=[-_]|$)/i.exec(claimed ?? '')?.[0]?.toLowerCase() ?? null
  if (sample.length < ENOUGH_UNITS) return null
  const found = detectAll(sample)
  const first = found[0]
  if (!first) return primary
  // Close calls are between sister languages, where the page itself knows better.
  if (primary && primary !== first.lang) {
    const own = found.find((guess) => guess.lang === primary)
    if (own && own.accuracy > 0.6 * first.accuracy) return primary
  }
  return first.lang
}

/** Pieces of long blocks spread over the document, so that one quotation in another language does not decide. */
function sampleOf(texts: readonly string[]): string {
  const long = texts.filter((text) => text.length > 60)
  const from = long.length > 0 ? long : texts
  const step = Math.max(1, Math.floor(from.length / 10))
  let sample = ''
  for (let i = 0; i < from.length && sample.length < SAMPLE_UNITS; i += step) sample += `${from[i]!.slice(0, 120)} `
  return sample.trim()
}
