/** Platforms, their documents, and where those are published (DESIGN section 1). */
/** Types of policy document, as public slugs. The titles are the plain ones; a document's own title may differ. */
export const DOCUMENT_TYPES = {
  'terms-of-service': 'Terms of Service',
  'commercial-terms': 'Commercial Terms',
  'developer-terms': 'Developer Terms',
  'service-terms': 'Service-Specific Terms',
  'privacy-policy': 'Privacy Policy',
  'business-privacy-policy': 'Business Privacy Policy',
  'acceptable-use-policy': 'Acceptable Use Policy',
  'usage-guidelines': 'Usage Guidelines',
  'community-guidelines': 'Community Guidelines',
  'data-processing-agreement': 'Data Processing Agreement',
  subprocessors: 'List of Sub-processors',
  'cookie-policy': 'Cookie Policy',
  'copyright-policy': 'Copyright Policy',
  'content-policy': 'Content Policy',
  'model-licence': 'Model Licence',
  'service-level-agreement': 'Service Level Agreement',
  'security-policy': 'Security Policy',
  'payment-terms': 'Payment Terms',
  'refund-policy': 'Refund Policy',
  'law-enforcement-guidelines': 'Law Enforcement Guidelines',
  'transparency-notice': 'Transparency Notice',
  'age-policy': 'Age and Minors Policy',
  'vulnerability-disclosure': 'Vulnerability Disclosure Policy',
  'brand-guidelines': 'Brand Guidelines',
  imprint: 'Legal Notice',
  other: 'Other Document',
} as const
export type DocumentType = keyof typeof DOCUMENT_TYPES

/** A range of a page: from one selected element to another, each with whether it is itself inside. */
export type RangeSelector = {
  readonly from: { readonly selector: string; readonly side: 'before' | 'after' }
  readonly to: { readonly selector: string; readonly side: 'before' | 'after' }
}
export type Selector = string | RangeSelector

/** How the text of a page is picked where its declaration says so (Open Terms Archive's format). Empty `select`: found by the stage itself. */
export type DeclaredSelectors = {
  readonly select: readonly Selector[]
  readonly remove: readonly Selector[]
  /** Ids of declarative normalisers of stage 3-extract that run on the tree before the text is taken. */
  readonly normalise: readonly string[]
}

export type Platform = {
  readonly slug: string
  readonly name: string
  readonly website: string | null
}

/** One address of a document, or of a part of it, with the time in which it is valid (moments; null: open). */
export type Source = {
  readonly url: string
  readonly selectors: DeclaredSelectors
  /** Sources valid at the same time are assembled in order of `position`. */
  readonly position: number
  readonly validFrom: string | null
  readonly validUntil: string | null
  /** Whether the page is known to need scripts. */
  readonly needsBrowser: boolean
}

/** Named so that it does not shadow the DOM's `Document`. */
export type PolicyDocument = {
  readonly platformSlug: string
  readonly slug: string
  readonly title: string
  readonly type: DocumentType
  /** BCP 47, of the edition that is followed. */
  readonly locale: string
  /** Names of products or services that it governs, where they are not the platform itself. */
  readonly governs: readonly string[]
  /** Minutes between two checks. */
  readonly checkEveryMinutes: number
  readonly sources: readonly Source[]
}

/** "ChatGPT & DALL·E" -> "chatgpt-dall-e". Empty when nothing of the name is left. */
export function toSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
