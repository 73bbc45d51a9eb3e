/**
 * Checks the evidence of a record: offline, without a database, in Node as in a browser. What a bundle says of itself
 * is believed nowhere; the signature of the checkpoint is where trust begins, and whether that key is the archive's is
 * for the reader to compare.
 */
import type { PartKind } from '../../../core/capture.ts'
import type { CaptureEntry, Entry, ImportEntry, ReadingEntry, SuppliedFile } from '../../../core/entry.ts'
import { BrokenPart } from './broken-part.ts'
import { equalBytes, fromUtf8, sha256Hex } from './bytes.ts'
import { parseCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import * as names from './manifest.ts'
import { checkPackage } from './package.ts'
import { keyFingerprint, type SignedData } from './package-signature.ts'
import { isSignedBy, parseVerifierKey, type VerifierKey } from './signed-note.ts'
import { parseTlogProof, verifyTlogProof } from './tlog-proof.ts'
import { readWarcRecords, type WarcRecord } from './warc-records.ts'
import { type Files, readZip } from './zip.ts'

/** What holds: said of what, by whom, as of when (a moment by the clock of the one who says it). */
export type Statement = { readonly text: string; readonly by: string; readonly at: string | null }

export type BundleVerdict =
  | {
      readonly kind: 'holds'
      readonly subject: names.Subject
      readonly checkpoint: { readonly origin: string; readonly size: number; readonly text: string }
      readonly verifierKey: string
      /** Whether the key is one that the caller trusts; without such, it is the one in the file. */
      readonly isKeyTrusted: boolean
      readonly statements: readonly Statement[]
      /** Tokens that are there and are for `verifyTimestamp` to check. */
      readonly timestamps: readonly { readonly file: string; readonly authority: string; readonly token: Uint8Array }[]
    }
  /** The first part that does not hold, as the path of a file in the bundle (`ZIP` for the container). */
  | { readonly kind: 'broken'; readonly part: string; readonly reason: string }

export type VerifyOptions = {
  /** Keys that the reader trusts, as `name+id+key`; the bundle's must be one of them. */
  readonly trustedKeys?: readonly string[]
}

export async function verifyBundle(bytes: Uint8Array, options: VerifyOptions = {}): Promise<BundleVerdict> {
  try {
    return await verifyFiles(bytes, options)
  } catch (error) {
    if (error instanceof BrokenPart) return { kind: 'broken', part: error.part, reason: error.message }
    throw error
  }
}

async function verifyFiles(bytes: Uint8Array, options: VerifyOptions): Promise<BundleVerdict> {
  const zip = readZip(bytes)
  if (zip.kind === 'broken') throw new BrokenPart(zip.name ?? 'ZIP', zip.reason)
  const files = zip.files
  const signed = await checkPackage(files, zip.checksums)
  const manifest = names.parseManifest(textOf(files, names.MANIFEST_FILE))
  if (!manifest)
    throw new BrokenPart(names.MANIFEST_FILE, 'it is not a list of evidence of a format that this program knows')
  const { key, text: verifierKey } = await readKey(files, options.trustedKeys)
  const checkpoint = await readCheckpoint(files, key)
  const entries = await readEntries(files, manifest, key)
  const records = readWarcRecords(fileOf(files, names.WARC_FILE))
  if (!records) throw new BrokenPart(names.WARC_FILE, 'it is not made of whole WARC records')
  await checkParts(files, manifest, entries, records)
  const texts = await checkPolicyTexts(files, manifest, entries, records)
  checkQuotation(manifest, texts)
  return {
    kind: 'holds',
    subject: manifest.subject,
    checkpoint: { origin: checkpoint.origin, size: checkpoint.size, text: textOf(files, names.CHECKPOINT_FILE) },
    verifierKey,
    isKeyTrusted: options.trustedKeys !== undefined,
    statements: [
      ...statementsOf(manifest, entries, checkpoint, texts),
      ...(signed ? [await signatureStatement(signed)] : []),
    ],
    timestamps: manifest.timestamps.map(({ authority }, i) => {
      const file = names.timestampFile(i + 1)
      return { file, authority, token: fileOf(files, file) }
    }),
  }
}

async function readKey(
  files: Files,
  trusted: readonly string[] | undefined,
): Promise<{ key: VerifierKey; text: string }> {
  const text = textOf(files, names.KEY_FILE).trim()
  const key = await parseVerifierKey(text)
  if (!key) throw new BrokenPart(names.KEY_FILE, 'it is not a verifier key')
  if (trusted && !trusted.includes(text)) throw new BrokenPart(names.KEY_FILE, 'it is not the key that you trust')
  return { key, text }
}

async function readCheckpoint(files: Files, key: VerifierKey): Promise<SignedCheckpoint> {
  const checkpoint = parseCheckpoint(textOf(files, names.CHECKPOINT_FILE))
  if (!checkpoint) throw new BrokenPart(names.CHECKPOINT_FILE, 'it is not a checkpoint')
  if (checkpoint.origin !== key.name)
    throw new BrokenPart(names.CHECKPOINT_FILE, `it is of ${checkpoint.origin}, the key of ${key.name}`)
  if (!(await isSignedBy(checkpoint.note, key)))
    throw new BrokenPart(names.CHECKPOINT_FILE, 'the key has not signed it')
  if (textOf(files, names.SIGNED_TEXT_FILE) !== checkpoint.note.text) {
    throw new BrokenPart(names.SIGNED_TEXT_FILE, 'it is not the text of the checkpoint')
  }
  const signature = fileOf(files, names.SIGNATURE_FILE)
  if (!checkpoint.note.signatures.some((one) => equalBytes(one.signature, signature))) {
    throw new BrokenPart(names.SIGNATURE_FILE, 'it is not a signature of the checkpoint')
  }
  return checkpoint
}

/** The entries by position, each proven to be in the log. */
async function readEntries(
  files: Files,
  manifest: names.Manifest,
  key: VerifierKey,
): Promise<ReadonlyMap<number, Entry>> {
  const checkpointText = textOf(files, names.CHECKPOINT_FILE)
  const entries = new Map<number, Entry>()
  for (const position of manifest.entries) {
    const leaf = fileOf(files, names.entryFile(position))
    const proofText = textOf(files, names.proofFile(position))
    const proof = parseTlogProof(proofText)
    if (!proof || !proofText.endsWith(`\n\n${checkpointText}`)) {
      throw new BrokenPart(names.proofFile(position), 'it is not a proof for the checkpoint in this file')
    }
    if (proof.index !== position)
      throw new BrokenPart(names.proofFile(position), `it is a proof for entry ${proof.index}`)
    const verdict = await verifyTlogProof(proof, leaf, key)
    if (verdict !== 'holds')
      throw new BrokenPart(names.entryFile(position), 'the log of the checkpoint does not contain it')
    const entry = names.parseObject(fromUtf8(leaf) ?? '')
    if (!entry) throw new BrokenPart(names.entryFile(position), 'it is not an entry')
    entries.set(position, entry as unknown as Entry)
  }
  return entries
}

async function checkParts(
  files: Files,
  manifest: names.Manifest,
  entries: ReadonlyMap<number, Entry>,
  records: readonly WarcRecord[],
): Promise<void> {
  for (const [position, entry] of entries) {
    for (const part of partsOf(entry)) {
      const placed = manifest.parts.find((one) => one.entry === position && one.sha256 === part.sha256)
      if (!placed) throw new BrokenPart(names.MANIFEST_FILE, `part ${part.sha256} of entry ${position} is not listed`)
      if (placed.offset !== null) await checkPlaced(files, placed, records, `of entry ${position}`)
    }
  }
  for (const { entry, sha256 } of manifest.parts) {
    if (partsOf(entries.get(entry)).some((part) => part.sha256 === sha256)) continue
    throw new BrokenPart(names.MANIFEST_FILE, `entry ${entry} names no part ${sha256}`)
  }
}

async function checkPolicyTexts(
  files: Files,
  manifest: names.Manifest,
  entries: ReadonlyMap<number, Entry>,
  records: readonly WarcRecord[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const { label, reading, policyText } of manifest.sides) {
    const entry = entries.get(reading)
    if (entry?.kind !== 'reading' || entry.policyText !== policyText) {
      throw new BrokenPart(names.MANIFEST_FILE, `entry ${reading} is not the reading of the side "${label}"`)
    }
    if (!entry.reads.every((position) => entries.has(position))) {
      throw new BrokenPart(names.MANIFEST_FILE, `what entry ${reading} was read from is missing`)
    }
    const placed = manifest.policyTexts.find(({ sha256 }) => sha256 === policyText)
    if (placed && placed.offset !== null) {
      texts.set(label, canonicalTextOf(await checkPlaced(files, placed, records, `(policy text of "${label}")`)))
    }
  }
  return texts
}

/** The bytes are the whole payload of one record, and have the hash that names them. */
async function checkPlaced(
  files: Files,
  placed: names.Placed,
  records: readonly WarcRecord[],
  what: string,
): Promise<Uint8Array> {
  const start = placed.offset ?? 0
  const end = start + placed.sizeBytes
  if (!records.some((record) => record.payloadStart === start && record.end === end)) {
    throw new BrokenPart(names.WARC_FILE, `no record has the part ${placed.sha256} ${what}`)
  }
  const bytes = fileOf(files, names.WARC_FILE).subarray(start, end)
  if ((await sha256Hex(bytes)) !== placed.sha256) {
    throw new BrokenPart(names.WARC_FILE, `the bytes of part ${placed.sha256} ${what} have another hash`)
  }
  return bytes
}

function checkQuotation({ quotation, sides }: names.Manifest, texts: ReadonlyMap<string, string>): void {
  if (quotation === null) return
  const text = texts.get(sides.at(-1)?.label ?? '')
  if (text === undefined) throw new BrokenPart(names.MANIFEST_FILE, 'the text that the quotation is from is not there')
  if (!text.includes(quotation)) throw new BrokenPart(names.MANIFEST_FILE, 'the quotation does not occur in the text')
}

function statementsOf(
  manifest: names.Manifest,
  entries: ReadonlyMap<number, Entry>,
  checkpoint: SignedCheckpoint,
  texts: ReadonlyMap<string, string>,
): readonly Statement[] {
  const by = checkpoint.origin
  const statements: Statement[] = []
  for (const [position, entry] of entries) {
    if (entry.kind === 'capture') statements.push({ by, at: entry.finishedAt, text: captureStatement(entry) })
    if (entry.kind === 'import') statements.push({ by, at: entry.importedAt, text: importStatement(entry) })
    if (entry.kind === 'reading')
      statements.push({ by, at: entry.readAt, text: readingStatement(position, entry, texts) })
  }
  for (const { sha256, offset, entry } of manifest.parts) {
    if (offset === null)
      statements.push({
        by,
        at: null,
        text: `The bytes ${sha256} of entry ${entry} are no longer held; their hash is.`,
      })
  }
  if (manifest.quotation !== null)
    statements.push({ by, at: null, text: 'The quotation stands word for word in the text.' })
  const log = `All entries are in the log of ${checkpoint.origin} as of its checkpoint of ${checkpoint.size} entries, which its key has signed.`
  return [...statements, { by, at: null, text: log }]
}

/** By whoever has the key; the signature covers the hash of everything, and not the moment beside it. */
async function signatureStatement({ publicKey, created }: SignedData): Promise<Statement> {
  const by = `the key with the SHA-256 ${await keyFingerprint(publicKey)}`
  const text = `The file as a whole is signed (WACZ-Auth); whose key it is, is for you to compare. When, it says itself: ${created}.`
  return { by, at: null, text }
}

function captureStatement({ finalUrl, parts, foreign, supplied }: CaptureEntry): string {
  const what = parts.map(({ sha256 }) => sha256).join(', ')
  if (supplied) return suppliedStatement(what, supplied)
  if (foreign)
    return `The archive ${foreign.archive} states that it recorded ${what} from ${finalUrl} on ${foreign.recordedAt}.`
  const named = (kind: PartKind) => parts.flatMap((part) => (part.kind === kind ? [part.sha256] : [])).join(', ')
  const [received, rendered] = [named('response'), named('rendered-dom')]
  const drawn = `The browser of the archive wrote out what ${finalUrl} showed: ${rendered}.`
  if (rendered === '') return `These bytes were received from ${finalUrl}: ${what}.`
  return received === '' ? drawn : `These bytes were received from ${finalUrl}: ${received}. ${drawn}`
}

function suppliedStatement(what: string, { name, note }: SuppliedFile): string {
  const words = note === '' ? '' : `, with the words "${note}"`
  return `Whoever runs the archive supplied these bytes as the file "${name}"${words}: ${what}. That anybody published them is not proven.`
}

function importStatement({ foreign, part }: ImportEntry): string {
  const what = part ? `the text ${part.sha256}` : 'that the document was removed'
  return `The archive ${foreign.archive} states ${what} as of ${foreign.recordedAt} (${foreign.repository}, ${foreign.commit}, ${foreign.path}). That the page was seen is not proven.`
}

function readingStatement(position: number, entry: ReadingEntry, texts: ReadonlyMap<string, string>): string {
  const shown = texts.size > 0 ? '' : ' The text itself is not in this file.'
  return `Read from entries ${entry.reads.join(', ')} (entry ${position}): ${entry.verdict}, policy text ${entry.policyText ?? 'none'}.${shown}`
}

function partsOf(entry: Entry | undefined): readonly { readonly sha256: string }[] {
  if (entry?.kind === 'capture') return entry.parts
  return entry?.kind === 'import' && entry.part ? [entry.part] : []
}

/** The blocks of a policy text joined by one newline (core/policy-text.ts). */
function canonicalTextOf(json: Uint8Array): string {
  const blocks = names.parseObject(fromUtf8(json) ?? '')?.blocks
  if (!Array.isArray(blocks)) return ''
  return blocks.map((block: { readonly text?: unknown }) => String(block?.text ?? '')).join('\n')
}

function fileOf(files: Files, name: string): Uint8Array {
  const bytes = files.get(name)
  if (!bytes) throw new BrokenPart(name, 'it is missing')
  return bytes
}

function textOf(files: Files, name: string): string {
  const text = fromUtf8(fileOf(files, name))
  if (text === null) throw new BrokenPart(name, 'it is not UTF-8')
  return text
}
