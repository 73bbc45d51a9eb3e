/**
 * `evidence/evidence.json`: what a bundle is about and where its parts are. Everything in it is checked against the
 * entries of the log; nothing is believed because it stands here.
 */
export const BUNDLE_FORMAT = 1

/** Names of the files of a bundle. */
export const WARC_FILE = 'archive/evidence.warc'
export const INDEX_FILE = 'indexes/index.cdxj'
export const PAGES_FILE = 'pages/pages.jsonl'
export const PACKAGE_FILE = 'datapackage.json'
export const DIGEST_FILE = 'datapackage-digest.json'
export const README_FILE = 'README.md'
export const MANIFEST_FILE = 'evidence/evidence.json'
export const CHECKPOINT_FILE = 'evidence/checkpoint'
export const KEY_FILE = 'evidence/verifier-key'
export const PEM_FILE = 'evidence/public-key.pem'
/** Text and signature of the checkpoint apart, as `openssl` takes them. */
export const SIGNED_TEXT_FILE = 'evidence/checkpoint.text'
export const SIGNATURE_FILE = 'evidence/checkpoint.sig'
export const entryFile = (position: number): string => `evidence/entry-${position}.json`
export const proofFile = (position: number): string => `evidence/entry-${position}.tlog-proof`
export const timestampFile = (number: number): string => `evidence/timestamp-${number}.tsr`

export type Subject = {
  readonly kind: 'version' | 'change' | 'provision'
  readonly id: string
  readonly platform: string
  readonly document: string
}

export type Side = {
  readonly label: 'version' | 'before' | 'after'
  /** Position of the reading that the text rests on. */
  readonly reading: number
  readonly policyText: string | null
}

/** Bytes in the WARC file: `[offset, offset + sizeBytes)`; `offset` is null where the archive no longer holds them. */
export type Placed = { readonly sha256: string; readonly offset: number | null; readonly sizeBytes: number }

export type Manifest = {
  readonly format: number
  readonly subject: Subject
  readonly sides: readonly Side[]
  readonly quotation: string | null
  /** Positions of the entries: readings and what they read, ascending. */
  readonly entries: readonly number[]
  /** What captures and imports hold, by entry. */
  readonly parts: readonly (Placed & { readonly entry: number })[]
  readonly policyTexts: readonly Placed[]
  readonly timestamps: readonly { readonly authority: string }[]
}

/** Null for what is not a manifest of a format that is known. */
export function parseManifest(text: string): Manifest | null {
  const value = parseObject(text)
  if (!value || value.format !== BUNDLE_FORMAT) return null
  const { subject, sides, entries, parts, policyTexts, timestamps, quotation } = value
  const isWhole =
    isObject(subject) &&
    ['kind', 'id', 'platform', 'document'].every((name) => typeof subject[name] === 'string') &&
    isArrayOf(sides, (side) => isPosition(side.reading) && isHashOrNull(side.policyText)) &&
    Array.isArray(entries) &&
    entries.every(isPosition) &&
    isArrayOf(parts, (part) => isPlaced(part) && isPosition(part.entry)) &&
    isArrayOf(policyTexts, isPlaced) &&
    isArrayOf(timestamps, (timestamp) => typeof timestamp.authority === 'string') &&
    (quotation === null || typeof quotation === 'string')
  return isWhole ? (value as unknown as Manifest) : null
}

/** Null for what is not a JSON object. */
export function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isArrayOf(value: unknown, holds: (item: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isObject(item) && holds(item))
}

function isPosition(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isHashOrNull(value: unknown): boolean {
  return value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))
}

function isPlaced(value: Record<string, unknown>): boolean {
  return (
    isHashOrNull(value.sha256) &&
    value.sha256 !== null &&
    isPosition(value.sizeBytes) &&
    (value.offset === null || isPosition(value.offset))
  )
}
