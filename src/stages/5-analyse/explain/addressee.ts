/** For whom documents are written: what binds organisations alone helps no private person. */
import type { DocumentType } from '../../../core/document.ts'

/** Types of document that are concluded with organisations alone. */
export const FOR_ORGANISATIONS: ReadonlySet<DocumentType> = new Set([
  'commercial-terms',
  'developer-terms',
  'business-privacy-policy',
  'data-processing-agreement',
  'subprocessors',
  'service-level-agreement',
])

/** Whether both speak to the same readers: a setting for private accounts is none for customers by contract, nor the other way round. */
export function sharesReaders(sibling: DocumentType, own: DocumentType): boolean {
  return FOR_ORGANISATIONS.has(sibling) === FOR_ORGANISATIONS.has(own)
}
