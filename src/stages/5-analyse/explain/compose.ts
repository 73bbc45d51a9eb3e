/**
 * Chooses and fills the texts of `knowledge/` for one wording. Of each part the first reading that fits takes the place
 * of the type's general text, and every addition that fits is put after it. A sentence with a place that nothing fills
 * is left out; where it is the first one, the text as a whole does not fit.
 */
import type { Severity } from '../../../core/change.ts'
import type { ProvisionKnowledge, Reading } from '../../../core/knowledge.ts'
import { sentencesOf } from '../facts/passage.ts'
import type { Place } from './place.ts'
import { holds, isSubject } from './signals.ts'
import type { Wording } from './wording.ts'

export type TextPart =
  | 'whatItIs'
  | 'whyItMatters'
  | 'consumers'
  | 'businesses'
  | 'researchers'
  | 'endUsers'
  | 'contract'
  | 'compliance'

/** The text of one part; `general` is what holds of every provision of the type. */
export function partText(type: ProvisionKnowledge, part: TextPart, general: string, wording: Wording): string {
  const chosen = firstFilled(fitting(type.readings, wording), part, wording) ?? general
  const more = fitting(type.additions, wording).flatMap((reading) => fill(reading[part], wording) ?? [])
  return joined([chosen, ...more])
}

/** Whether the text that `partText` chooses takes anything from the wording, beside the name of the platform. */
export function isSpecific(type: ProvisionKnowledge, part: TextPart, wording: Wording): boolean {
  const chosen = fitting(type.readings, wording).find((reading) => fill(reading[part], wording) !== null)?.[part]
  return sentencesOf(chosen ?? '').some((sentence) => {
    const places = [...sentence.matchAll(PLACE)].map(([, place]) => place as Place)
    return places.some((place) => place !== 'platform') && places.every((place) => wording.places.has(place))
  })
}

/** How much the reading that says what a wording is knows of it: the signals that it asks for. */
export function depthOf(type: ProvisionKnowledge, wording: Wording): number {
  const chosen = fitting(type.readings, wording).find((reading) => fill(reading.whatItIs, wording) !== null)
  const asked = chosen?.when.filter((condition) => !condition.startsWith('not ')) ?? []
  return asked.reduce((sum, condition) => sum + (isSubject(condition) ? 2 : 1), 0)
}

/** A reading's own rating counts first; without one, a passage that is standard or informational exposes nobody much. */
export function exposureOf(
  type: ProvisionKnowledge,
  severity: Severity,
  wording: Wording,
): ProvisionKnowledge['exposure'] {
  const chosen = fitting(type.readings, wording).find(({ exposure }) => exposure !== undefined)?.exposure
  const reason = fill(chosen?.reason, wording)
  if (chosen && reason !== null) return { rating: chosen.rating, reason }
  return severity === 'low' && type.exposure.rating !== 'low' ? STANDARD : type.exposure
}
const STANDARD: ProvisionKnowledge['exposure'] = {
  rating: 'low',
  reason: 'The passage is standard or informational; exposure on this subject comes from other passages.',
}

/** Checks that the wording itself calls for, then those of every provision of the type. */
export function checksOf(type: ProvisionKnowledge, wording: Wording): readonly string[] {
  const checks = [...fitting(type.readings, wording), ...fitting(type.additions, wording)].flatMap(
    (reading) => reading.checks ?? [],
  )
  return [...new Set([...checks, ...type.checks].flatMap((check) => fill(check, wording) ?? []))]
}

/** A text with its places filled, null where its first sentence names one that is empty, and for no text. */
export function fill(text: string | undefined, { places }: Pick<Wording, 'places'>): string | null {
  if (text === undefined) return null
  const sentences = sentencesOf(text).map((sentence) => filled(sentence, places))
  if (sentences[0] === null || sentences.length === 0) return null
  return sentences.filter((sentence) => sentence !== null).join(' ')
}

const PLACE = /\{([a-zA-Z]+)\}/g

function filled(sentence: string, places: ReadonlyMap<Place, string>): string | null {
  if ([...sentence.matchAll(PLACE)].some(([, place]) => !places.has(place as Place))) return null
  const text = sentence.replace(PLACE, (_, place: Place) => places.get(place)!)
  // An address keeps its own letters.
  return /^\S+@/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1)
}

function fitting(readings: readonly Reading[], wording: Wording): readonly Reading[] {
  return readings.filter(({ when }) => holds(when, wording.signals))
}

function firstFilled(readings: readonly Reading[], part: TextPart, wording: Wording): string | null {
  for (const reading of readings) {
    const text = fill(reading[part], wording)
    if (text !== null) return text
  }
  return null
}

/** One text of several, in which no sentence stands twice. */
export function joined(texts: readonly string[]): string {
  return [...new Set(texts.flatMap(sentencesOf))].join(' ')
}
