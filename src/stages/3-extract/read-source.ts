/** Bytes of any media type to raw blocks and what was seen around them. One parse serves text and verdict. */
import type { ExtractInput } from '../../core/reading.ts'
import { decodeBytes } from './decode.ts'
import type { Editions } from './html/editions.ts'
import { readHtml } from './html/read.ts'
import { readMarkdown } from './markdown/read.ts'
import { isPdf, type PdfText, readPdf } from './pdf/read.ts'
import { readPlainText } from './plain-text.ts'
import type { RawBlock } from './shape/raw-block.ts'

export type ReadSource = {
  readonly blocks: readonly RawBlock[]
  readonly pageTitle: string | null
  readonly claimedLanguage: string | null
  readonly visible: string
  readonly visibleUnits: number
  readonly markup: string
  readonly hasPasswordField: boolean
  readonly fieldCount: number
  readonly isCut: boolean
  readonly editions: Editions
  readonly anchors: { readonly total: number; readonly missing: number }
  readonly controls: readonly { readonly label: string; readonly href: string | null }[]
}

/** Text that could not be read at all, with the reason for a person. */
export type Unreadable = { readonly unreadable: string }

/** Larger than any policy page; the capture stage refuses larger ones before. */
const MAX_BYTES = 32 * 1024 * 1024
const VISIBLE_UNITS = 6000

export async function readSource(input: ExtractInput): Promise<ReadSource | Unreadable> {
  const mediaType = input.mediaType.split(';')[0]!.trim().toLowerCase()
  if (input.bytes.length > MAX_BYTES)
    return { unreadable: `the page has ${input.bytes.length} bytes, too many to read` }
  if (isPdf(input.bytes)) return fromPdf(await readPdf(input.bytes))
  const binary = binaryKind(input.bytes)
  if (binary) return { unreadable: `what was received is ${binary}, not text` }
  if (/^(?:image|audio|video|font)\//.test(mediaType))
    return { unreadable: `what was received is ${mediaType}, not text` }
  const source = decodeBytes(input.bytes, input.mediaType)
  if (mediaType === 'text/markdown') return fromBlocks(readMarkdown(source), source)
  if (mediaType === 'text/plain' && !looksLikeHtml(source)) return fromBlocks(readPlainText(source), source)
  if (/json|javascript|ecmascript|^text\/css/.test(mediaType))
    return fromBlocks(readPlainText(source.slice(0, 20_000)), source)
  return fromHtml(source, input)
}

function fromHtml(source: string, input: ExtractInput): ReadSource | Unreadable {
  const read = readHtml(source, input)
  if (read.tooLarge) return { unreadable: 'the page has too many elements to read' }
  return {
    blocks: read.blocks,
    pageTitle: read.title,
    claimedLanguage: read.declaredLanguage,
    ...visibleOf(read.page.blocks),
    markup: source,
    hasPasswordField: read.page.hasPasswordField,
    fieldCount: read.page.fieldCount,
    isCut: endsInTag(source),
    editions: read.editions,
    anchors: read.anchors,
    controls: read.controls,
  }
}

function fromPdf(read: PdfText | Unreadable): ReadSource | Unreadable {
  if ('unreadable' in read) return read
  const source = fromBlocks(read.blocks, '')
  return {
    ...source,
    pageTitle: read.title ?? source.pageTitle,
    claimedLanguage: read.language,
    isCut: read.isCut,
  }
}

function fromBlocks(blocks: readonly RawBlock[], source: string): ReadSource {
  const title = blocks.find((block) => block.kind === 'heading')?.text ?? null
  return {
    blocks,
    pageTitle: title,
    claimedLanguage: null,
    ...visibleOf(blocks),
    markup: source,
    hasPasswordField: false,
    fieldCount: 0,
    isCut: false,
    editions: { canonical: null, alternates: [] },
    anchors: { total: 0, missing: 0 },
    controls: [],
  }
}

function visibleOf(blocks: readonly RawBlock[]): { visible: string; visibleUnits: number } {
  let visible = ''
  let visibleUnits = 0
  for (const block of blocks) {
    visibleUnits += block.text.length
    if (visible.length < VISIBLE_UNITS) visible += `${block.text.slice(0, VISIBLE_UNITS)}\n`
  }
  return { visible, visibleUnits }
}

function looksLikeHtml(source: string): boolean {
  return /^\s*(?:<!doctype html|<html|<head|<body)/i.test(source.slice(0, 500))
}

/** A transfer that broke off leaves an open tag or an open script at the end. */
function endsInTag(source: string): boolean {
  const tail = source.slice(-2000)
  if (/<\/(?:body|html)\s*>/i.test(tail)) return false
  const open = tail.lastIndexOf('<')
  return open > tail.lastIndexOf('>') && /^<[a-z/!][^<>]*$/i.test(tail.slice(open))
}

const MAGIC: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'a ZIP archive or office file'],
  ['\u0089PNG', 'an image'],
  ['\u00ff\u00d8\u00ff', 'an image'],
  ['GIF8', 'an image'],
  ['\u001f\u008b', 'compressed data'],
  ['\u00d0\u00cf\u0011\u00e0', 'an office file'],
  ['wOF', 'a font'],
]

function binaryKind(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.length)).toString('latin1')
  for (const [magic, kind] of MAGIC) if (start.startsWith(magic)) return kind
  return null
}
