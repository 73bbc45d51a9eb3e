/** What a provision is called on pages, and its address: the slugs of platform, document and title, and the id. */
import { toSlug } from '../core/document.ts'
import { formatId, parseId } from '../core/id.ts'
import type { SeenWording } from '../store/view/provision.ts'
import { documentPath } from './address.ts'
import { PROVISION_WORDS } from './provision-words.ts'

type Titled = Pick<SeenWording, 'title' | 'types'>

export function provisionTitle({ title, types }: Titled): string {
  return title ?? PROVISION_WORDS[types[0]!]
}

export function provisionPath(
  document: { readonly platformSlug: string; readonly documentSlug: string },
  number: number,
  wording: Titled,
): string {
  const slug = toSlug(provisionTitle(wording)).slice(0, 60).replace(/-+$/, '')
  const id = formatId('provision', number)
  return `${documentPath(document.platformSlug, document.documentSlug)}/${slug === '' ? id : `${slug}-${id}`}`
}

/** The number at the end of the last part of such an address; null for anything else. */
export function provisionOfPath(last: string): number | null {
  const id = parseId(/cw-p-\d+$/i.exec(last)?.[0] ?? '')
  return id?.kind === 'provision' ? id.number : null
}
