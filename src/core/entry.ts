/**
 * Entries of the log (DESIGN section 4): canonical JSON of at most 16 KiB each, in four kinds, append-only.
 * Everything else in the archive can be made again from entries, snapshots, register and catalogue.
 */
import type { Headers, Outcome, Part, Verdict } from './capture.ts'
import type { ChangeKind, Direction, Severity } from './change.ts'
import type { ChoiceControl, PrintedDate } from './reading.ts'

export const MAX_ENTRY_BYTES = 16 * 1024

/** Where an entry belongs: slugs, because ids are made after entries. */
export type DocumentKey = { readonly platform: string; readonly document: string }

/** What was requested, from where, when, and what was received; written for every attempt. */
export type CaptureEntry = {
  readonly kind: 'capture'
  readonly key: DocumentKey
  readonly source: { readonly url: string; readonly position: number }
  readonly outcome: Outcome
  readonly finalUrl: string
  readonly status: number | null
  readonly headers: Headers
  readonly parts: readonly Part[]
  readonly reason: string
  readonly startedAt: string
  readonly finishedAt: string
  /** Locale, agent and region that the request was made with. */
  readonly acceptLanguage: string
  readonly userAgent: string
  /** For a foreign raw capture that is replayed: the archive that made it. */
  readonly foreign?: ForeignRecord
  /** For a file that a person handed in: nothing was requested, and its one part is `supplied`. */
  readonly supplied?: SuppliedFile
}

/** `name` without folders; `note`: where it is from, in the words of who handed it in, empty where nothing was said. */
export type SuppliedFile = { readonly name: string; readonly note: string }

/** What another archive states. `path` inside its repository, `recordedAt` by its own clock. */
export type ForeignRecord = {
  readonly archive: string
  readonly repository: string
  readonly commit: string
  readonly path: string
  /** The path until this record, where the other archive renamed it. */
  readonly previousPath?: string
  readonly recordedAt: string
  /** Of a record that was taken in after later ones: the record of the same document that comes next in its archive. */
  readonly before?: { readonly commit: string; readonly path: string }
  /** Commits of the raw captures that the other archive says it rests on. */
  readonly snapshots: readonly string[]
  /** Whether the other archive changed its software or declaration rather than saw a change. */
  readonly technical: boolean
}

/** One version recorded by another archive; never a claim that we saw the page. */
export type ImportEntry = {
  readonly kind: 'import'
  readonly key: DocumentKey
  readonly foreign: ForeignRecord
  /** Null: the other archive removed the document at this record. */
  readonly part: Part | null
  readonly importedAt: string
}

/** What the stages made of one or several captures, or of one import. */
export type ReadingEntry = {
  readonly kind: 'reading'
  readonly key: DocumentKey
  /** Positions of the entries read, in the order in which their texts were joined. */
  readonly reads: readonly number[]
  readonly verdict: Verdict
  readonly reason: string
  /** Name of the policy text; null where the verdict left none. */
  readonly policyText: string | null
  /** Of a reading that reprocessing made: the position of the first reading of the same entries. */
  readonly repeats?: number
  readonly stages: Readonly<Record<string, string>>
  readonly readAt: string
  /** Absent in entries from before it was kept. */
  readonly found?: ReadingFindings
}

/** What a reading found beside the words of the text, so that its rows can be made again where the bytes are released. */
export type ReadingFindings = {
  readonly title: string | null
  readonly language: string | null
  readonly stated: PrintedDate | null
  readonly effective: PrintedDate | null
  readonly choiceControls: readonly ChoiceControl[]
  /** Name of the comparison text; null where there is no text. */
  readonly comparison: string | null
  /** Length of the canonical string in code points. */
  readonly chars: number
  /** SHA-256 of what the stage was told of the document: names, type, locale, selectors. */
  readonly declared?: string
}

export const RULINGS = ['retired', 'corrected', 'released', 'withdrawn', 'key-rotated', 'successor'] as const
export type Correction = { readonly kind?: ChangeKind; readonly severity?: Severity; readonly summary?: string }

export type RulingEntry = {
  readonly kind: 'ruling'
  readonly ruling: (typeof RULINGS)[number]
  /** What it is about: a public id or a SHA-256. */
  readonly subject: string
  readonly reason: string
  readonly ruledAt: string
  /** Of a change that a version between its own split: the public ids of its parts. */
  readonly parts?: readonly string[]
  /** Of a change that a person corrected: what it is now called. */
  readonly correction?: Correction
  /** Of a change whose words went with a text that was withdrawn: what is still said of it. */
  readonly change?: { readonly kind: ChangeKind; readonly severity: Severity; readonly direction: Direction }
}

export type Entry = CaptureEntry | ImportEntry | ReadingEntry | RulingEntry
