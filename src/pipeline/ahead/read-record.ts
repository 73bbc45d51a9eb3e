/**
 * What can be known of a foreign record before its turn: its extraction, the names of its text, and how it differs from
 * the text before it in its track. Pure, apart from the texts that it remembers; the pipeline checks that what was
 * taken for the text before really is, and otherwise does the work itself.
 */
import { type PolicyText, plainText, policyTextSha256 } from '../../core/policy-text.ts'
import type { Extraction } from '../../core/reading.ts'
import { extract } from '../../stages/3-extract/index.ts'
import { comparisonSha256 } from '../../stages/4-compare/index.ts'
import { type ComparedDocument, type ComparedSide, compareTexts, type Described } from '../compare-texts.ts'

export type Seed = ComparedSide & { readonly language: string | null }

export type AheadRequest = {
  readonly id: number
  /** Records of one track are asked for in their order. */
  readonly track: string
  readonly document: ComparedDocument
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly receivedAt: string
  /** The text on display in the track, with its first record here; null where there is none. */
  readonly seed?: Seed | null
}

export type AheadAnswer = {
  readonly id: number
  readonly extraction: Extraction
  /** Null where there is no text. */
  readonly names: { readonly text: string; readonly comparison: string } | null
  /** What it was compared with. */
  readonly previous: { readonly name: string; readonly described: Described | null } | null
}

type Remembered = ComparedSide & { readonly name: string; readonly plain: string; readonly language: string | null }

export function createRecordReader(): (request: AheadRequest) => Promise<AheadAnswer> {
  const tracks = new Map<string, Remembered | null>()
  return async (request) => {
    const { id, track, document, seed } = request
    if (!tracks.has(track)) tracks.set(track, seed ? remember(seed.text, seed.dates, seed.language) : null)
    const previous = tracks.get(track) ?? null
    const extraction = await extract({
      bytes: request.bytes,
      mediaType: request.mediaType,
      url: null,
      declared: document,
      ...(previous ? { previous: { text: previous.plain, language: previous.language } } : {}),
      receivedAt: request.receivedAt,
    })
    const { text, verdict, language } = extraction
    if (text.blocks.length === 0)
      return { id, extraction, names: null, previous: previous && { name: previous.name, described: null } }
    const read = remember(text, extraction, language)
    const compared = verdict === 'policy' && previous && previous.name !== read.name
    const described = compared ? compareTexts(document, previous, read) : null
    if (verdict === 'policy') tracks.set(track, read)
    return {
      id,
      extraction,
      names: { text: read.name, comparison: comparisonSha256(text) },
      previous: previous && { name: previous.name, described },
    }
  }
}

function remember(text: PolicyText, dates: ComparedSide['dates'], language: string | null): Remembered {
  const { stated, effective } = dates
  return { text, dates: { stated, effective }, name: policyTextSha256(text), plain: plainText(text), language }
}
