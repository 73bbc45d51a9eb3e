/**
 * What one provision means for whom, and what can be done about it (DESIGN section 7). Made by `explain` of stage
 * 5-analyse from the wording, the facts of its document and `knowledge/`; the same input gives the same words.
 *
 * Every link to a law is a question for review, never a verdict.
 */
import type { Severity } from './change.ts'
import type { DocumentType } from './document.ts'
import type { PolicyText } from './policy-text.ts'
import type { Fact, ProvisionType } from './provision.ts'

/** A document of the same platform that the archive follows; `href` is where its page stands. */
export type FollowedDocument = {
  readonly title: string
  readonly type: DocumentType
  readonly href: string
  /** What its newest version states; null where that was not assessed, absent where nobody looked. */
  readonly facts?: readonly Fact[] | null
}

/** What another document of the platform states; `text` goes on behind its title. */
export type SiblingStatement = { readonly text: string; readonly title: string; readonly href: string }

/** Another provision of the same version. */
export type NeighbourProvision = {
  /** Public id. */
  readonly id: string
  readonly title: string
  readonly types: readonly ProvisionType[]
  readonly quote: string
  readonly href: string
}

export type ExplainInput = {
  /** Name of the platform as people know it. */
  readonly platform: string
  readonly document: { readonly title: string; readonly type: DocumentType }
  /** The whole version that the wording stands in. */
  readonly text: PolicyText
  /** Positions of its first and last block, both inside. */
  readonly blocks: { readonly first: number; readonly last: number }
  /** Exact wording of the provision. */
  readonly quote: string
  /** Most important first, never empty. */
  readonly types: readonly ProvisionType[]
  readonly severity: Severity
  /** Stated facts of this version; null where it was not assessed. */
  readonly facts: readonly Fact[] | null
  /** Other provisions of this version; empty where they are not known. */
  readonly provisions: readonly NeighbourProvision[]
  /** Documents of this platform that are followed, without this one. */
  readonly documents: readonly FollowedDocument[]
}

/** How long a platform has to answer a request under one law. */
export type ExplainedAnswer = {
  /** Id and usual name of the law. */
  readonly regulation: string
  readonly short: string
  readonly section: string
  /** "1 month, and up to 2 months longer where the law allows it". */
  readonly period: string
}

/** Something that a reader can do. */
export type ExplainedAction = {
  readonly id: string
  readonly title: string
  readonly who: readonly ('consumer' | 'business' | 'researcher' | 'end-user')[]
  readonly what: string
  /** Where and how; names the contact or the setting where the document states one. */
  readonly route: string
  readonly deadline: string
  /** Text to copy; `[…]` marks what the writer fills in. Null where nothing is written. */
  readonly request: string | null
  readonly outcomes: readonly string[]
  readonly answers: readonly ExplainedAnswer[]
  /** Who can really use it, where the document narrows that down. */
  readonly whoCanUseIt: string | null
  readonly caveat: string
}

/** Why a region's law is looked at: the passage or its heading names the region, the document does, its law governs, or it is among the regions that are looked at for every document. */
export type RegionReason = 'named-here' | 'named-in-document' | 'governing-law' | 'by-default'

export type ExplainedLaw = {
  /** Id of the regulation. */
  readonly regulation: string
  readonly title: string
  readonly short: string
  readonly citation: string
  readonly jurisdiction: string
  readonly region: string
  readonly regionReason: RegionReason
  readonly sections: readonly { readonly section: string; readonly subject: string }[]
  /** A question to look into. */
  readonly why: string
  /** Names of who enforces it; empty where only courts do. */
  readonly enforcedBy: readonly string[]
}

export type ExplainedFlag = {
  readonly kind: 'region' | 'sector'
  readonly id: string
  readonly title: string
  readonly question: string
  /** Usual names of the laws behind it. */
  readonly regulations: readonly string[]
}

export type ExplainedAgency = {
  readonly id: string
  readonly name: string
  readonly jurisdiction: string
  readonly authority: string
  /** Usual names of the laws of this explanation that it enforces. */
  readonly regulations: readonly string[]
  /** Official address where to complain, and what happens then. */
  readonly address: string
  readonly how: string
}

/** A document that the passage makes part of the contract or points to. */
export type Incorporated = {
  /** As the text names it. */
  readonly name: string
  /** `followed`: has a page here. `public`: the text links to it, it is not followed. `unseen`: no link, not followed. `not-public`: made with single customers. */
  readonly state: 'followed' | 'public' | 'unseen' | 'not-public'
  readonly href: string | null
  /** Whether this passage names it, or only another one of the same document. */
  readonly here: boolean
}

export type Explanation = {
  readonly whatItIs: string
  readonly whyItMatters: string
  readonly impact: {
    readonly consumers: string
    readonly businesses: string
    readonly researchers: string
    /** People who use an application that was built on the platform. */
    readonly endUsers: string
  }
  readonly actions: readonly ExplainedAction[]
  readonly law: readonly ExplainedLaw[]
  readonly exposure: { readonly rating: Severity; readonly reason: string; readonly enforcers: readonly string[] }
  readonly flags: readonly ExplainedFlag[]
  readonly contract: string
  readonly compliance: string
  /** Things to do before relying on the platform, one a line. */
  readonly dueDiligence: readonly string[]
  readonly agencies: readonly ExplainedAgency[]
  /** What cannot be known from here, because the text points to something that is not public or not archived. */
  readonly note: string | null
  /** What breach of the provision leads to; `provision` is the one that says so, where it is known. */
  readonly breach: { readonly meaning: string; readonly provision: NeighbourProvision | null } | null
  readonly incorporated: readonly Incorporated[]
  /** What other documents of the platform state where this one states nothing. */
  readonly elsewhere: readonly SiblingStatement[]
}
