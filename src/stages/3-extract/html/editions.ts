/** What a page says about its own address and about its editions for other places: `canonical` and `hreflang`. */
import { attribute, isElement } from './element.ts'
import type { Element } from './parse.ts'

export type Editions = {
  /** The address that the page calls its own; null where it names none. */
  readonly canonical: string | null
  /** Addresses by their BCP 47 tags in lower case, as the page lists them. */
  readonly alternates: readonly { readonly locale: string; readonly href: string }[]
}

/** More than any site has; a hostile page may list a million. */
const MAX_ALTERNATES = 400

export function editionsOf(head: Element | null, resolve: (href: string) => string): Editions {
  let canonical: string | null = null
  const alternates: { locale: string; href: string }[] = []
  for (const child of head?.childNodes ?? []) {
    if (!isElement(child) || child.tagName !== 'link') continue
    const href = attribute(child, 'href')
    const rel = attribute(child, 'rel')?.toLowerCase()
    if (!href) continue
    if (rel === 'canonical') canonical ??= resolve(href)
    const locale = rel === 'alternate' ? attribute(child, 'hreflang') : null
    if (locale && alternates.length < MAX_ALTERNATES)
      alternates.push({ locale: locale.toLowerCase(), href: resolve(href) })
  }
  return { canonical, alternates }
}
