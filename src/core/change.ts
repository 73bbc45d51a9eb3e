/** What differs between two consecutive versions of a track and variant (DESIGN sections 1 and 6). */
import type { ProvisionType } from './provision.ts'

export const CHANGE_KINDS = ['substantive', 'administrative', 'noise', 'broken-capture'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export const EFFECT_KINDS = ['added', 'removed', 'modified', 'moved', 'split', 'merged', 'replaced'] as const
export type EffectKind = (typeof EFFECT_KINDS)[number]

export const SEVERITIES = ['high', 'medium', 'low'] as const
export type Severity = (typeof SEVERITIES)[number]

export const DIRECTIONS = ['more-protective', 'neutral', 'less-protective'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const AFFECTED_USERS = [
  'consumers',
  'developers',
  'business-customers',
  'end-users-of-applications',
  'researchers',
  'children',
] as const
export type AffectedUsers = (typeof AFFECTED_USERS)[number]

export const REVISION_CAUSES = ['capture', 'sibling', 'variant', 'backfill', 'reprocess', 'review'] as const
export type RevisionCause = (typeof REVISION_CAUSES)[number]

/** W3C Web Annotation selectors of one quotation; positions in code points of the version's canonical string. */
export type Quotation = {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  readonly end: number
}

export type Effect = {
  readonly effect: EffectKind
  /** Block positions in the old and new version. */
  readonly oldBlocks: readonly number[]
  readonly newBlocks: readonly number[]
  readonly before: Quotation | null
  readonly after: Quotation | null
  /** The heading path it stands under (new side, or old side for a removal), joined for display by ` › `. */
  readonly heading: string
  readonly types: readonly ProvisionType[]
  readonly severity: Severity
  readonly direction: Direction
  /** One sentence on what it does for the reader bound by it. */
  readonly meaning: string
  /** Of a passage that moved between two documents of the platform: the change at its other end, and that document's title. */
  readonly sibling?: { readonly change: number; readonly title: string }
}

/** The content of a change; its id, dates, hashes and revisions are the store's. */
export type ChangeDescription = {
  readonly kind: ChangeKind
  readonly severity: Severity
  readonly direction: Direction
  /** In words: "only link targets changed: 14 redirect ids". Never empty. */
  readonly reasons: readonly string[]
  readonly effects: readonly Effect[]
  readonly sentences: { readonly added: number; readonly removed: number; readonly modified: number }
  readonly affected: readonly AffectedUsers[]
  /** Regions named in what changed ("European Economic Area", "California"). */
  readonly regions: readonly string[]
  /** One to three sentences; the first at most 280 characters. */
  readonly summary: string
  readonly whatToDo: string
  readonly ifNothingIsDone: string
  /** Ids of normalisers that hid a difference, with how often. */
  readonly hiddenBy: readonly { readonly normaliser: string; readonly count: number }[]
}
