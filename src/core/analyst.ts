/**
 * The port of whoever writes notes on a passage: our own rules, or a language model that an operator has named. Notes
 * stand beside what the analysis found and never change it: no type, severity, direction or fact comes from here.
 */
import type { ProvisionType } from './provision.ts'

/** What is written about. A model is shown `passage` or `before` and `after`, and nothing else of the document. */
export type Subject = {
  readonly types: readonly ProvisionType[]
  /** What our own rules say of it, in one sentence. */
  readonly ours: string
} & (
  | { readonly kind: 'passage'; readonly passage: string }
  /** Null where there is nothing on that side; never both. */
  | { readonly kind: 'difference'; readonly before: string | null; readonly after: string | null }
)

export const SUBJECT_SIDES = ['passage', 'before', 'after'] as const
export type SubjectSide = (typeof SUBJECT_SIDES)[number]

/** One or two sentences, and the words of the subject on which they rest, verbatim. */
export type Note = { readonly text: string; readonly quote: string; readonly side: SubjectSide }

/** A law that may matter, as a question to look into. `regulation` is an id of the knowledge, `section` one of its keys. */
export type LawNote = {
  readonly regulation: string
  readonly section: string | null
  readonly question: string
}

/** Why something that a model wrote is not shown. */
export const DROP_REASONS = [
  'quotation-not-verbatim',
  'number-not-in-passage',
  'date-not-in-passage',
  'address',
  'law-unknown',
  'section-unknown',
  'not-a-question',
  'verdict',
  'not-plain-text',
  'too-long',
] as const
export type DropReason = (typeof DROP_REASONS)[number]

/** Why a model's answer was not to be had, and our own stands in its place. */
export const DEGRADED_REASONS = [
  'budget',
  'timeout',
  'unreachable',
  'rate-limited',
  'refused-by-guard',
  'rejected',
  'refused',
  'malformed',
  'nothing-left',
] as const
export type DegradedReason = (typeof DEGRADED_REASONS)[number]

export type Annotation = {
  readonly by: { readonly kind: 'embedded' | 'model'; readonly name: string; readonly promptVersion: string | null }
  readonly notes: readonly Note[]
  readonly laws: readonly LawNote[]
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>
  /** Set where a model was asked and our own rules had to answer. */
  readonly degraded: { readonly reason: DegradedReason; readonly detail: string } | null
}

export type Analyst = {
  /** Never fails on what a model does: what it cannot answer, our own rules do. */
  annotate(subject: Subject, signal?: AbortSignal): Promise<Annotation>
}

/** What is asked of a language model; `prompt` holds the fenced passage. */
export type Question = { readonly instructions: string; readonly prompt: string; readonly maxOutputTokens: number }

export type Completion =
  | {
      readonly kind: 'text'
      readonly text: string
      /** As the server names itself, with its version where it says so. */
      readonly model: string
      /** Tokens used, input and output together; null where the server does not say. */
      readonly tokens: number | null
    }
  | {
      readonly kind: 'failed'
      readonly reason: Exclude<DegradedReason, 'budget' | 'nothing-left'>
      readonly detail: string
    }

/** A language model behind an address. Failures are values. */
export type LanguageModel = {
  /** As the operator named it: part of the key under which answers are kept. */
  readonly name: string
  complete(question: Question, signal?: AbortSignal): Promise<Completion>
}

/** Tokens that may be used today; asked before and told after every call. */
export type TokenBudget = {
  /** False where `tokens` more would go over the limit; otherwise they are set aside. */
  reserve(tokens: number): Promise<boolean>
  /** Puts what was really used in the place of what was set aside. */
  settle(reserved: number, used: number): Promise<void>
}

/** Answers kept by SHA-256 of the subject, prompt version and model. */
export type AnnotationCache = {
  find(key: AnnotationKey): Promise<Annotation | null>
  keep(key: AnnotationKey, annotation: Annotation): Promise<void>
}
export type AnnotationKey = { readonly subject: string; readonly promptVersion: string; readonly model: string }
