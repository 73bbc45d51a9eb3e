/** The kinds of rule that the product knows; slugs are public and keep their meaning. */
import type { Severity } from './change.ts'

export const PROVISION_TYPES = [
  'data-collection',
  'data-use',
  'model-training',
  'data-sharing',
  'advertising-sale',
  'government-access',
  'retention-deletion',
  'privacy-rights',
  'cross-border-transfer',
  'security-breach',
  'cookies-tracking',
  'sensitive-data',
  'children-age',
  'automated-decisions',
  'processor-terms',
  'monitoring-review',
  'content-license',
  'output-ownership',
  'provider-ip',
  'ip-complaints',
  'prohibited-use',
  'competitive-use',
  'scraping-reverse-engineering',
  'ai-disclosure',
  'high-risk-use',
  'content-moderation',
  'account-duties',
  'export-sanctions',
  'changes-to-terms',
  'termination-suspension',
  'service-changes',
  'fees-payment',
  'refunds-cancellation',
  'incorporation',
  'acceptance',
  'third-party-services',
  'confidentiality',
  'warranty-disclaimer',
  'output-accuracy',
  'liability-limit',
  'indemnification',
  'provider-indemnity',
  'arbitration',
  'class-action-waiver',
  'governing-law',
  'general-terms',
] as const
export type ProvisionType = (typeof PROVISION_TYPES)[number]

/** How sure an answer is. */
export type Confidence = 'high' | 'medium' | 'low'

/** What the classifier says of one block; empty `types` and null severity: it states no provision. */
export type Classification = {
  /** At most three, most important first. */
  readonly types: readonly ProvisionType[]
  readonly severity: Severity | null
  readonly confidence: Confidence
}

/** Whether the quotation itself says it, or its sense comes from the heading or lead-in above it. */
export type Basis = 'explicit' | 'inferred'

/** What one text of a provision says, as the analysis of one stage version sees it. */
export type Wording = {
  /** From a heading or a run-in heading of the document; null where the first type names it best. */
  readonly title: string | null
  /** One to three, most important first. */
  readonly types: readonly ProvisionType[]
  readonly severity: Severity
  /** Why that severity, in words, what weighs most first; never empty. */
  readonly reasons: readonly string[]
  readonly confidence: Confidence
  readonly basis: Basis
  /** The text of its blocks, joined by one newline: a verbatim substring of the version's canonical string. */
  readonly exact: string
}

/** Blocks from `first` to `last`, both included. */
export type BlockRange = { readonly first: number; readonly last: number }

/** The structured answers of FACTS; more may be added, these keep their meaning. */
export const FACTS = [
  'dates.stated',
  'dates.effective',
  'training.stance',
  'training.optOutRoute',
  'changes.noticeDays',
  'changes.noticeChannel',
  'changes.continuedUseAccepts',
  'law.governing',
  'arbitration.mandatory',
  'arbitration.optOutDays',
  'arbitration.classWaiver',
  'liability.cap',
  'age.minimum',
  'output.ownership',
  'competition.ban',
  'indemnity.byUser',
  'indemnity.byProvider',
  'termination.anytime',
  'retention.periods',
  'transfer.mechanisms',
  'contact.privacy',
  'contact.general',
  'contact.safety',
] as const
export type FactName = (typeof FACTS)[number]

export type FactValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly { readonly what: string; readonly period: string }[]

/** A stated fact: its quotation is an exact substring of the block at position `block`. */
export type Fact = {
  readonly fact: FactName
  readonly value: FactValue
  readonly quote: string
  readonly block: number
}
