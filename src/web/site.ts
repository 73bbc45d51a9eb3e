/** What the pages are made from, and the forms in which a page answers. */
import type { Child } from 'hono/jsx'
import type { EvidenceDesk } from '../service/evidence/index.ts'
import type { ChangeRedline, RedlineRequest } from '../service/redline/index.ts'
import type { Db } from '../store/index.ts'

export type WebOptions = {
  /** A connection that only reads. */
  readonly db: Db
  readonly operator: { readonly name: string; readonly contact: string | null }
  /** `simulated`: fictional platforms and simulated dates, which every page must say. */
  readonly archive: { readonly name: string; readonly origin: string; readonly simulated: boolean }
  /** Computed outside of the thread that serves pages; null where one of the versions does not exist. */
  readonly redline: (request: RedlineRequest) => Promise<ChangeRedline | null>
  /** Reads the archive outside of the thread that serves pages; null where pages are served without one. */
  readonly evidence: EvidenceDesk | null
  /** Where readers find this site (`https://archive.example`); null: as they asked for it. */
  readonly address: string | null
  /** Origin at which received pages are shown (`createReplay`), never the site's own; absent or null: they are not. */
  readonly replay?: string | null
  readonly now: () => Date
  /** Told about every failure that a reader gets as "something went wrong". */
  readonly onFailure?: (cause: unknown, path: string) => void
}

export type Crumb = { readonly label: string; readonly href: string }

export type Page = {
  readonly kind: 'page'
  /** Without the archive's name. */
  readonly title: string
  readonly description: string
  /** The one address of this page, without host: `/changes/CW-C-000001`. */
  readonly canonical: string
  /** An address that keeps its meaning whatever happens to slugs (RFC 8574), where it is not the canonical one. */
  readonly citeAs?: string
  readonly crumbs: readonly Crumb[]
  /** Of the navigation: where the reader is. */
  readonly section: 'home' | 'changes' | 'platforms' | 'comparison' | 'search' | 'status' | 'methodology' | null
  readonly jsonLd?: Readonly<Record<string, unknown>>
  readonly wide?: boolean
  /** Path of a module of its own, for a page that does something. */
  readonly script?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: Child
}

/** `permanent`: nobody needs to ask at the old address again. What an id leads to may get another address. */
export type Moved = { readonly kind: 'moved'; readonly to: string; readonly permanent: boolean }

/** Nothing is there; says what was looked for and where to go on. */
export type Missing = { readonly kind: 'missing'; readonly what: string }

export type PageAnswer = Page | Moved | Missing
