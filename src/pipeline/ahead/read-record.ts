/**
 * What can be known of a foreign record before its turn: its extraction, the names of its text, and how it differs from
 * the text before it in its track. Pure, apart from the texts that it remembers; the pipeline checks that what was
 * taken for the text before really is, and otherwise does the work itself.
 */
import { canonicalJson, sha256 } from '../../core/canonical-json.ts'
import type { ChangeDescription } from '../../core/change.ts'
import { type PolicyText, plainText, policyTextSha256 } from '../../core/policy-text.ts'
import type { Extraction } from '../../core/reading.ts'
import { extract } from '../../stages/3-extract/index.ts'
import { comparisonSha256, type Difference } from '../../stages/4-compare/index.ts'
import { type ComparedDocument, type ComparedSide, compareTexts, differenceOf } from '../compare-texts.ts'

export type Seed = ComparedSide & { readonly language: string | null }

export type AheadRequest = {
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
  readonly extraction: Extraction
  /** Null where there is no text. */
  readonly names: { readonly text: string; readonly comparison: string } | null
  readonly previous: ComparedAhead | null
}

/** What a text was compared with, and what came of it; nulls where there was nothing to compare or to describe. */
export type ComparedAhead = {
  readonly name: string
  readonly difference: Difference | null
  /** Made where it is likely to be asked for: a text that was there before comes back, and that is seldom a change. */
  readonly description: ChangeDescription | null
}

type Remembered = ComparedSide & { readonly name: string; readonly plain: string; readonly language: string | null }

/** Answers kept for records that come again after the same text: a page that alternates does so hundreds of times. */
const MAX_KEPT = 60

export function createRecordReader(): (request: AheadRequest) => Promise<AheadAnswer> {
  const tracks = new Map<string, Remembered | null>()
  /** Names of the texts of each track. */
  const seen = new Map<string, Set<string>>()
  const kept = new Map<string, Read>()
  return async (request) => {
    const { track, seed } = request
    if (!tracks.has(track)) tracks.set(track, seed ? remember(seed.text, seed.dates, seed.language) : null)
    const previous = tracks.get(track) ?? null
    const names = seen.get(track) ?? new Set()
    seen.set(track, names)
    const key = canonicalJson([
      track,
      request.document,
      request.mediaType,
      sha256(request.bytes),
      previous?.name ?? null,
    ])
    const read = kept.get(key) ?? (await readAfter(previous, request, names))
    const { answer, remembered } = read
    kept.delete(key)
    // A relative date means another one every day.
    if (answer.extraction.stated?.kind !== 'approximate') kept.set(key, read)
    if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value!)
    if (remembered && answer.extraction.verdict === 'policy') {
      tracks.set(track, remembered)
      names.add(remembered.name)
    }
    return answer
  }
}

type Read = { readonly answer: AheadAnswer; readonly remembered: Remembered | null }

async function readAfter(previous: Remembered | null, request: AheadRequest, seen: ReadonlySet<string>): Promise<Read> {
  const { document, bytes, mediaType, receivedAt } = request
  const extraction = await extract({
    bytes,
    mediaType,
    url: null,
    declared: document,
    ...(previous ? { previous: { text: previous.plain, language: previous.language } } : {}),
    receivedAt,
  })
  const { text, verdict, language } = extraction
  const before = { name: previous?.name ?? '', difference: null, description: null }
  if (text.blocks.length === 0)
    return { answer: { extraction, names: null, previous: previous && before }, remembered: null }
  const remembered = remember(text, extraction, language)
  const differs = verdict === 'policy' && previous !== null && previous.name !== remembered.name
  const compared = !differs
    ? {}
    : seen.has(remembered.name)
      ? { difference: differenceOf(previous.text, text) }
      : await compareTexts(document, previous, remembered)
  const names = { text: remembered.name, comparison: comparisonSha256(text) }
  return { answer: { extraction, names, previous: previous && { ...before, ...compared } }, remembered }
}

function remember(text: PolicyText, dates: ComparedSide['dates'], language: string | null): Remembered {
  const { stated, effective } = dates
  return { text, dates: { stated, effective }, name: policyTextSha256(text), plain: plainText(text), language }
}
