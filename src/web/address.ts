/** The addresses of pages, in one place so that they cannot drift apart. */
import { formatId, type IdKind } from '../core/id.ts'

export const platformsPath = '/platforms'
export const changesPath = '/changes'
export const comparisonPath = '/comparison'
export const evidenceCheckPath = '/evidence-check'
export const methodologyPath = '/methodology'

export function platformPath(slug: string): string {
  return `/platforms/${slug}`
}

export function documentPath(platformSlug: string, slug: string): string {
  return `/platforms/${platformSlug}/${slug}`
}

export function versionPath(number: number, block?: number): string {
  return `/versions/${formatId('version', number)}${block === undefined ? '' : `#b${block}`}`
}

export function changePath(number: number): string {
  return `/changes/${formatId('change', number)}`
}

/** The address of whatever has this id; it leads to where that is found now. */
export function idPath(kind: IdKind, number: number): string {
  return `/${formatId(kind, number)}`
}

/** A path with the parameters that are not empty, in the order given. */
export function withQuery(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The address itself where a browser may follow it from a page, else null: texts of others hold anything. */
export function safeHref(href: string): string | null {
  return /^(https?:\/\/|mailto:)/i.test(href) ? href : null
}
