/**
 * The evidence of a version, a change or a provision as one file (WACZ): the bytes received, the entries about them,
 * and the proof that these are in the signed log. The same archive and request give the same bytes.
 */
import { canonicalJson, sha256 } from '../../../core/canonical-json.ts'
import type { CaptureEntry, Entry, ImportEntry, ReadingEntry } from '../../../core/entry.ts'
import { ClausewatchError } from '../../../core/error.ts'
import type { Archive } from '../archive.ts'
import { spkiPem } from '../log/log-key.ts'
import { parseCheckpoint } from '../verify/checkpoint.ts'
import * as names from '../verify/manifest.ts'
import { isSignedBy, parseVerifierKey } from '../verify/signed-note.ts'
import { writeZip } from '../verify/zip.ts'
import { indexLines, packageFiles, pageLines } from './package.ts'
import { bundleReadme } from './readme.ts'
import type { PackageSigner } from './sign-package.ts'
import { WarcFile } from './warc.ts'

export type EvidenceSide = {
  readonly label: names.Side['label']
  /** Position of the reading entry that the version rests on. */
  readonly reading: number
  /** The RFC 8785 form of the policy text; null where it was withdrawn. */
  readonly policyText: Uint8Array | null
}

export type EvidenceRequest = {
  readonly subject: names.Subject
  readonly sides: readonly EvidenceSide[]
  /** A passage that must occur verbatim in the last side's text. */
  readonly quotation?: string
  /** Signs the file as a whole. ECDSA takes a random number: the digest file is then another each time. */
  readonly signer?: PackageSigner | null
}

/** @throws ClausewatchError `evidence-not-published`, `entry-missing`, `snapshot-damaged` */
export async function createEvidence(archive: Archive, request: EvidenceRequest): Promise<Uint8Array> {
  const entries = await collectEntries(archive, request.sides)
  // The first one that others have signed too says more than the last one that nobody has.
  const size = Math.max(...entries.keys()) + 1
  const stamped = archive.log.stampedFrom(size)
  const checkpoint = stamped?.checkpoint ?? archive.log.cosignedFrom(size) ?? archive.log.checkpoint()
  const stamps = stamped?.stamps ?? []
  const signer = checkpoint === null ? null : await signerOf(checkpoint, archive.log.verifierKeys())
  if (checkpoint === null || signer === null) throw notPublished(archive)
  const { key, verifierKey } = signer
  const files = new Map<string, Uint8Array>()
  const warc = new WarcFile()
  const createdAt = lastMoment([...entries.values()])
  await warc.addInfo(createdAt)
  const parts = await addParts(archive, warc, entries)
  const policyTexts = await addPolicyTexts(warc, entries, request.sides)
  const manifest: names.Manifest = {
    format: names.BUNDLE_FORMAT,
    subject: request.subject,
    sides: request.sides.map(({ label, reading }) => {
      return { label, reading, policyText: (entries.get(reading) as ReadingEntry).policyText }
    }),
    quotation: request.quotation ?? null,
    entries: [...entries.keys()],
    parts,
    policyTexts,
    timestamps: stamps.map(({ authority }) => ({ authority })),
  }
  const basis = basisOf([...entries.values()])
  files.set(names.README_FILE, Buffer.from(bundleReadme({ manifest, origin: archive.origin, verifierKey, basis })))
  files.set(names.WARC_FILE, warc.bytes)
  files.set(names.INDEX_FILE, Buffer.from(indexLines(warc.places, names.WARC_FILE.replace('archive/', ''))))
  files.set(
    names.PAGES_FILE,
    Buffer.from(pageLines(warc.places, `${request.subject.platform}: ${request.subject.document}`)),
  )
  files.set(names.MANIFEST_FILE, Buffer.from(`${canonicalJson(manifest)}\n`))
  addProofs(archive, files, entries, checkpoint)
  files.set(names.KEY_FILE, Buffer.from(`${verifierKey}\n`))
  files.set(names.PEM_FILE, Buffer.from(spkiPem(key.publicKey)))
  for (const [i, { answer }] of stamps.entries()) files.set(names.timestampFile(i + 1), answer)
  const home = warc.places.find(({ isPage }) => isPage)
  return writeZip(new Map([...files, ...packageFiles(files, { ...request, createdAt, home })]))
}

function basisOf(entries: readonly Entry[]): 'captures' | 'import' | 'supplied' {
  if (entries.some(({ kind }) => kind === 'import')) return 'import'
  return entries.some((entry) => entry.kind === 'capture' && entry.supplied) ? 'supplied' : 'captures'
}

/** A stamped checkpoint may be older than the key in use. */
async function signerOf(checkpoint: string, verifierKeys: readonly string[]) {
  const note = parseCheckpoint(checkpoint)?.note
  for (const verifierKey of verifierKeys) {
    const key = await parseVerifierKey(verifierKey)
    if (note && key && (await isSignedBy(note, key))) return { key, verifierKey }
  }
  return null
}

/** The readings and what they read, by position, ascending. */
async function collectEntries(archive: Archive, sides: readonly EvidenceSide[]): Promise<ReadonlyMap<number, Entry>> {
  const entries = new Map<number, Entry>()
  for (const { reading } of sides) {
    const entry = await archive.entryAt(reading)
    if (entry.kind !== 'reading') throw new TypeError(`entry ${reading} is no reading`)
    entries.set(reading, entry)
    for (const position of entry.reads) entries.set(position, await archive.entryAt(position))
  }
  return new Map([...entries].sort(([a], [b]) => a - b))
}

async function addParts(
  archive: Archive,
  warc: WarcFile,
  entries: ReadonlyMap<number, Entry>,
): Promise<names.Manifest['parts']> {
  const parts: (names.Placed & { entry: number })[] = []
  for (const [position, entry] of entries) {
    if (entry.kind !== 'capture' && entry.kind !== 'import') continue
    for (const part of entry.kind === 'capture' ? entry.parts : entry.part ? [entry.part] : []) {
      const { sha256: name, sizeBytes } = part
      if (!(await archive.hasSnapshot(name))) {
        parts.push({ entry: position, sha256: name, sizeBytes, offset: null })
        continue
      }
      const bytes = await archive.readSnapshot(name)
      const place =
        entry.kind === 'capture' ? await warc.addCapture(entry, part, bytes) : await warc.addImport(entry, part, bytes)
      parts.push({ entry: position, sha256: name, sizeBytes, offset: place.payloadOffset })
    }
  }
  return parts
}

async function addPolicyTexts(
  warc: WarcFile,
  entries: ReadonlyMap<number, Entry>,
  sides: readonly EvidenceSide[],
): Promise<readonly names.Placed[]> {
  const placed = new Map<string, names.Placed>()
  for (const { reading, policyText } of sides) {
    const entry = entries.get(reading) as ReadingEntry
    if (entry.policyText === null || policyText === null || placed.has(entry.policyText)) continue
    if (sha256(policyText) !== entry.policyText) throw wrongText(reading)
    const place = await warc.addPolicyText(entry.policyText, entry.readAt, policyText)
    placed.set(entry.policyText, {
      sha256: entry.policyText,
      sizeBytes: policyText.length,
      offset: place.payloadOffset,
    })
  }
  return [...placed.values()]
}

function addProofs(
  archive: Archive,
  files: Map<string, Uint8Array>,
  entries: ReadonlyMap<number, Entry>,
  checkpoint: string,
): void {
  for (const [position, entry] of entries) {
    const proof = archive.log.inclusionProof(position, checkpoint)
    if (proof === null) throw notPublished(archive)
    files.set(names.entryFile(position), Buffer.from(canonicalJson(entry)))
    files.set(names.proofFile(position), Buffer.from(proof))
  }
  const { note } = parseCheckpoint(checkpoint)!
  files.set(names.CHECKPOINT_FILE, Buffer.from(checkpoint))
  files.set(names.SIGNED_TEXT_FILE, Buffer.from(note.text))
  files.set(names.SIGNATURE_FILE, note.signatures[0]!.signature)
}

function lastMoment(entries: readonly Entry[]): string {
  return entries.map(momentOf).sort().at(-1) ?? ''
}

function momentOf(entry: CaptureEntry | ImportEntry | ReadingEntry | Entry): string {
  if (entry.kind === 'capture') return entry.finishedAt
  if (entry.kind === 'import') return entry.importedAt
  return entry.kind === 'reading' ? entry.readAt : entry.ruledAt
}

function notPublished(archive: Archive): ClausewatchError {
  return new ClausewatchError(
    'evidence-not-published',
    `The log of ${archive.folder} has no checkpoint yet that covers this record.`,
    'Wait a second and try again, or close the program that writes the archive.',
    { kind: 'environment', retry: true },
  )
}

function wrongText(reading: number): ClausewatchError {
  return new ClausewatchError(
    'evidence-text-differs',
    `The policy text given is not the one that entry ${reading} names.`,
    'Run `clausewatch reprocess` to make the database again from the archive.',
    { kind: 'archive' },
  )
}
