/** What every layout gets and gives: a page of a platform in, a whole HTML page out. */
import type { PageBlock } from '../site/block.ts'
import type { PageLink, Platform } from '../site/platform.ts'

export type PageView = {
  readonly platform: Platform
  /** The company's name and the line under the page, as they are on this day. */
  readonly company: string
  readonly footer: string
  readonly title: string
  readonly path: string
  /** BCP 47, of the text. */
  readonly language: string
  readonly blocks: readonly PageBlock[]
  /** `2025-03-01`: the day on which the page is looked at. */
  readonly day: string
  readonly isCookieDialogOpen: boolean
  readonly optOut: PageLink | null
  /** Articles shown beside the document, in the order of this load. */
  readonly related: readonly PageLink[]
  /** Policies of the platform, for menus and footers. */
  readonly policies: readonly PageLink[]
  /** Other editions of this page: label and address. */
  readonly editions: readonly PageLink[]
}

export type Layout = (page: PageView) => string

/** Replaced by another value at every load (see `site/answer.ts`). */
export const NONCE = '%NONCE%'
