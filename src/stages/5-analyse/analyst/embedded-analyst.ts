/** The analyst that is always there: our own rules, no network. Its note is what the analysis says, on the passage's own words. */
import type { Analyst, Annotation, Note, Subject } from '../../../core/analyst.ts'
import { sidesOf } from './prompt.ts'

const MAX_QUOTE = 400
/** Words by which a rule binds, grants or takes away; a sentence that has more of them says more of the rule. */
const BINDING =
  /\b(?:must|shall|may|will|can|cannot|agree|grant|waive|retain|prohibited|required|liable|terminate|delete|share|sell|train|opt out|not)\b/gi
const SENTENCE = /[^.!?]+(?:[.!?]+(?=\s|$)|$)/g

export const embeddedAnalyst: Analyst = {
  annotate: async (subject) => embeddedAnnotation(subject, null),
}

/** The same, with the reason why a model did not answer in its place. */
export function embeddedAnnotation(subject: Subject, degraded: Annotation['degraded']): Annotation {
  // What stands now is what binds; where nothing does, what is gone.
  const [side, text] = sidesOf(subject).at(-1) ?? ['passage', '']
  const note: Note | null = text === '' ? null : { text: subject.ours, quote: tellingSentence(text), side }
  return {
    by: { kind: 'embedded', name: 'rules', promptVersion: null },
    notes: note && subject.ours !== '' ? [note] : [],
    laws: [],
    dropped: {},
    degraded,
  }
}

/** A verbatim part of the text, cut at a space where even its most telling sentence is too long. */
function tellingSentence(text: string): string {
  if (text.length <= MAX_QUOTE) return text
  const sentences = (text.match(SENTENCE) ?? [text]).map((sentence) => sentence.trim()).filter(Boolean)
  const best = sentences.reduce((one, other) => (weight(other) > weight(one) ? other : one))
  if (best.length <= MAX_QUOTE) return best
  const cut = best.slice(0, MAX_QUOTE)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))
}

function weight(sentence: string): number {
  return sentence.match(BINDING)?.length ?? 0
}
