/**
 * What the analysis knows beside the texts: provision types, law, authorities and what a person can do. It lives in
 * `knowledge/*.yaml`, is read by `service/knowledge.ts`, and is an argument of the stages that explain.
 *
 * Every link between a type and a law is a question for review, never a verdict.
 */
import type { Severity } from './change.ts'
import type { ProvisionType } from './provision.ts'
import type { Condition } from './signal.ts'

/** Time to answer in the unit of the law itself: a month is not thirty days, and a business day is not a day. */
export type AnswerPeriod =
  | { readonly count: number; readonly unit: 'day' | 'business-day' | 'working-day' | 'month' }
  | { readonly count: null; readonly unit: 'without-delay' | 'reasonable-time' }

/** What people ask a platform for, as far as laws set a time to answer it. */
export const REQUESTS = [
  'access',
  'correction',
  'deletion',
  'portability',
  'objection',
  'opt-out-of-sale',
  'appeal',
  'dispute',
  'notice-of-infringement',
  'restoration',
  'withdrawal',
] as const
export type RequestKind = (typeof REQUESTS)[number]

export type AnswerTime = {
  readonly requests: readonly RequestKind[]
  readonly period: AnswerPeriod
  /** How much longer the law lets the platform take, where it says why. */
  readonly extension: AnswerPeriod | null
  readonly section: string
}

export type Region = {
  readonly id: string
  readonly title: string
  /** What is particular there about provisions of these types. */
  readonly flags: readonly KnowledgeFlag[]
}

/** A regulated sector, or a region, whose own rules change how a provision reads. */
export type KnowledgeFlag = {
  readonly types: readonly ProvisionType[]
  readonly regulations: readonly string[]
  readonly question: string
}

export type Sector = {
  readonly id: string
  readonly title: string
  readonly who: string
  readonly flags: readonly KnowledgeFlag[]
}

export type Agency = {
  readonly id: string
  readonly name: string
  /** Id of a region. */
  readonly region: string
  readonly jurisdiction: string
  /** What it may look into and do. */
  readonly authority: string
  /** Where people complain, and what happens with a complaint. */
  readonly complaint: { readonly address: string; readonly how: string }
  /** The day, and the authority's own page, on which name and complaint were looked up; null where nobody did. */
  readonly checked: { readonly on: string; readonly page: string } | null
}

/** When and in which texts of the law, or pages of an authority, sections were looked up; the others were not. */
export type LawCheck = {
  /** Day in the form 2026-11-21. */
  readonly on: string
  /** `address` is null for a copy that was found by its words and cannot be linked. */
  readonly against: readonly { readonly title: string; readonly address: string | null }[]
  /** Those of the law's sections that were found to say what is said here. */
  readonly sections: readonly string[]
}

export type Regulation = {
  readonly id: string
  readonly title: string
  /** As people call it. */
  readonly short: string
  readonly region: string
  readonly jurisdiction: string
  readonly citation: string
  /** The official text. */
  readonly address: string
  readonly subject: string
  readonly appliesTo: string
  /** What each section that is cited anywhere is about, in the law's own order. */
  readonly sections: Readonly<Record<string, string>>
  /** Ids of agencies. Empty where only courts apply it. */
  readonly authorities: readonly string[]
  /** Whom alone it protects, where it does not protect everybody. */
  readonly protects: 'consumers' | 'businesses' | null
  readonly answerTimes: readonly AnswerTime[]
  /** Null where nobody held the sections against a text of the law. */
  readonly checked: LawCheck | null
}

export type LegalQuestion = {
  /** Id of a regulation. */
  readonly regulation: string
  /** All have to hold of a wording for the question to be asked; empty: of every one. */
  readonly when: readonly Condition[]
  readonly sections: readonly string[]
  /** Why the law may matter for such a provision, as something to look into. */
  readonly question: string
}

/** Words about one wording: `{data}` and the like are filled from it, and a sentence that cannot be filled is left out. */
export type ReadingTexts = {
  readonly whatItIs?: string
  readonly whyItMatters?: string
  readonly consumers?: string
  readonly businesses?: string
  readonly researchers?: string
  readonly endUsers?: string
  readonly contract?: string
  readonly compliance?: string
  readonly exposure?: { readonly rating: Severity; readonly reason: string }
  /** Things to do before relying on the platform. */
  readonly checks?: readonly string[]
}
/** What can be said once all of `when` holds of a wording. */
export type Reading = ReadingTexts & { readonly when: readonly Condition[] }

/** What differs in an action for wordings of which all of `when` holds. */
export type ActionVariant = {
  readonly when: readonly Condition[]
  readonly what?: string
  readonly route?: string
  readonly deadline?: string
  readonly request?: string
  readonly whoCanUseIt?: string
  readonly caveat?: string
}

export type Action = {
  readonly id: string
  readonly title: string
  /** All have to hold of a wording for the action to be offered; empty: of every one. */
  readonly when: readonly Condition[]
  readonly who: readonly ('consumer' | 'business' | 'researcher' | 'end-user')[]
  readonly what: string
  readonly route: string
  readonly deadline: string
  /** Text to copy; `[…]` marks what the writer fills in. Null where nothing is written. */
  readonly request: string | null
  readonly outcomes: readonly string[]
  /** Laws that set a time to answer, for which request, and of which wordings. */
  readonly answers: readonly {
    readonly regulation: string
    readonly request: RequestKind
    readonly when: readonly Condition[]
  }[]
  /** Who can really use it, and what it depends on. */
  readonly caveat: string
  /** Of each part the first variant that fits counts. */
  readonly variants: readonly ActionVariant[]
}

export type ProvisionKnowledge = {
  readonly type: ProvisionType
  readonly title: string
  readonly definition: string
  readonly whatItIs: string
  readonly whyItMatters: string
  readonly impact: {
    readonly consumers: string
    readonly businesses: string
    readonly researchers: string
    /** People who use an application that was built on the platform. */
    readonly endUsers: string
  }
  readonly severity: Readonly<Record<Severity, string>>
  /** Exposure of the platform and of those who rely on it, apart from how hard the wording is on its reader. */
  readonly exposure: { readonly rating: Severity; readonly reason: string }
  readonly contract: string
  readonly compliance: string
  /** Due diligence, one action a line. */
  readonly checks: readonly string[]
  readonly related: readonly ProvisionType[]
  readonly regulations: readonly LegalQuestion[]
  /** Of each part the first reading that fits takes the place of the text above. */
  readonly readings: readonly Reading[]
  /** Every one that fits adds to it. */
  readonly additions: readonly Reading[]
  /** Ids of actions, the most useful first. */
  readonly actions: readonly string[]
}

/** Everything by its id; every reference between the parts resolves. */
export type Knowledge = {
  readonly types: Readonly<Record<ProvisionType, ProvisionKnowledge>>
  readonly regulations: ReadonlyMap<string, Regulation>
  readonly agencies: ReadonlyMap<string, Agency>
  readonly actions: ReadonlyMap<string, Action>
  readonly regions: ReadonlyMap<string, Region>
  readonly sectors: ReadonlyMap<string, Sector>
}
