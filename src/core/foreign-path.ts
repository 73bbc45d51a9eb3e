/**
 * What a path in an Open Terms Archive repository says: `Service/Terms type.md` (versions) or
 * `Service/Terms type.html|pdf` (snapshots); a snapshot of one of several sources carries its name after ` #`.
 * Names hold spaces, dots and `·`.
 */
import { type DocumentType, type Platform, type PolicyDocument, toSlug } from './document.ts'

/** Types of Open Terms Archive (OpenTermsArchive/terms-types) as ours. What is not listed keeps its title and is `other`. */
const TYPES: Readonly<Record<string, DocumentType>> = {
  'terms of service': 'terms-of-service',
  'privacy policy': 'privacy-policy',
  'business privacy policy': 'business-privacy-policy',
  'acceptable use policy': 'acceptable-use-policy',
  'developer terms': 'developer-terms',
  'commercial terms': 'commercial-terms',
  'business terms': 'commercial-terms',
  'data processor agreement': 'data-processing-agreement',
  'data controller agreement': 'data-processing-agreement',
  'trackers policy': 'cookie-policy',
  'community guidelines': 'community-guidelines',
  'in-app purchases policy': 'payment-terms',
  'seller warranty': 'payment-terms',
  'terms and conditions of sale': 'payment-terms',
  'platform to business notice': 'transparency-notice',
  'service level agreement': 'service-level-agreement',
  'vulnerability disclosure policy': 'vulnerability-disclosure',
  'law enforcement guidelines': 'law-enforcement-guidelines',
  'brand guidelines': 'brand-guidelines',
  'copyright claims policy': 'copyright-policy',
  imprint: 'imprint',
  'legal notice': 'imprint',
  'single sign-on policy': 'developer-terms',
  'ranking parameters description': 'transparency-notice',
  'review guidelines': 'content-policy',
  'restricted use policy': 'acceptable-use-policy',
  'editorial policy': 'content-policy',
}

const DEFAULT_CHECK_MINUTES = 720

export function foreignDocumentType(title: string): DocumentType {
  return TYPES[title.toLowerCase()] ?? 'other'
}

export type ForeignPath = {
  readonly platform: Platform
  readonly document: PolicyDocument
  readonly part: string | null
  readonly mediaType: string
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  htm: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
}

/** Null for files that are no record of a document (README, LICENSE, metadata). */
export function parseForeignPath(path: string): ForeignPath | null {
  const match = /^([^/]+)\/([^/]+?)(?:\.?\s*#([^/]+))?\.(md|html?|pdf|txt)$/i.exec(path)
  if (!match) return null
  const [, name, title, part, extension] = match
  const platform: Platform = { slug: toSlug(name!), name: name!, website: null }
  if (name!.startsWith('.') || platform.slug === '' || toSlug(title!) === '') return null
  return {
    platform,
    document: {
      platformSlug: platform.slug,
      slug: toSlug(title!),
      title: title!,
      type: foreignDocumentType(title!),
      locale: 'en',
      governs: [],
      checkEveryMinutes: DEFAULT_CHECK_MINUTES,
      sources: [],
    },
    part: part ?? null,
    mediaType: MEDIA_TYPES[extension!.toLowerCase()]!,
  }
}
