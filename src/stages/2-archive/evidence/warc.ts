/**
 * The WARC file of a bundle: request and response of every capture, and resource records for what was not received
 * over HTTP. Not compressed, so that the bytes of every part can be cut out and hashed with tools that everybody has.
 */
import { WARCRecord, WARCSerializer } from 'warcio'
import { sha256 } from '../../../core/canonical-json.ts'
import type { Part } from '../../../core/capture.ts'
import type { CaptureEntry, ImportEntry } from '../../../core/entry.ts'

const WARC_VERSION = 'WARC/1.1'
/** Headers that speak of the transfer, not of the bytes kept. */
const TRANSFER_HEADERS = new Set(['content-encoding', 'transfer-encoding', 'content-length', 'connection'])

export type WarcRecordPlace = {
  readonly url: string
  readonly date: string
  readonly mediaType: string
  readonly status: number
  readonly sha256: string
  /** Of the record in the file. */
  readonly offset: number
  readonly length: number
  /** Of the payload in the file. */
  readonly payloadOffset: number
  readonly payloadBytes: number
  readonly isPage: boolean
}

/** Puts records one after another and remembers where they are. */
export class WarcFile {
  readonly places: WarcRecordPlace[] = []
  readonly #chunks: Uint8Array[] = []
  #sizeBytes = 0

  get bytes(): Uint8Array {
    return Buffer.concat(this.#chunks)
  }

  async addInfo(date: string): Promise<void> {
    const record = WARCRecord.createWARCInfo(
      { warcVersion: WARC_VERSION, date, warcHeaders: { 'WARC-Record-ID': recordId('warcinfo', date) } },
      { software: 'Clausewatch', format: 'WARC File Format 1.1' },
    )
    await this.#add(record)
  }

  async addCapture(entry: CaptureEntry, part: Part, bytes: Uint8Array): Promise<WarcRecordPlace> {
    const common = { warcVersion: WARC_VERSION, date: entry.finishedAt } as const
    if (part.kind !== 'response') {
      const url = part.kind === 'rendered-dom' ? `urn:rendered:${entry.finalUrl}` : `urn:supplied:${part.sha256}`
      return this.#addResource(url, entry.finishedAt, part.mediaType || 'text/html', bytes, part.sha256, true)
    }
    const target = new URL(entry.finalUrl)
    await this.#add(
      WARCRecord.create(
        {
          ...common,
          type: 'request',
          url: entry.finalUrl,
          statusline: `GET ${target.pathname}${target.search} HTTP/1.1`,
          httpHeaders: { Host: target.host, 'User-Agent': entry.userAgent, 'Accept-Language': entry.acceptLanguage },
          warcHeaders: { 'WARC-Record-ID': recordId('request', entry.finishedAt, part.sha256) },
        },
        [],
      ),
    )
    const kept = Object.entries(entry.headers).filter(([name]) => !TRANSFER_HEADERS.has(name))
    const httpHeaders = { ...Object.fromEntries(kept), 'content-length': String(bytes.length) }
    const place = await this.#add(
      WARCRecord.create(
        {
          ...common,
          type: 'response',
          url: entry.finalUrl,
          statusline: `HTTP/1.1 ${entry.status ?? 200}`,
          httpHeaders,
          warcHeaders: { 'WARC-Record-ID': recordId('response', entry.finishedAt, part.sha256) },
        },
        [bytes],
      ),
    )
    const described = {
      mediaType: part.mediaType.split(';')[0] || 'text/html',
      status: entry.status ?? 200,
      isPage: true,
    }
    return this.#remember({ ...place, ...described, url: entry.finalUrl, date: entry.finishedAt }, part.sha256, bytes)
  }

  addImport(entry: ImportEntry, part: Part, bytes: Uint8Array): Promise<WarcRecordPlace> {
    const { archive, commit, path, recordedAt } = entry.foreign
    const url = `urn:import:${[archive, commit, ...path.split('/')].map(encodeURIComponent).join('/')}`
    return this.#addResource(url, recordedAt, part.mediaType || 'text/plain', bytes, part.sha256, true)
  }

  addPolicyText(sha256Name: string, date: string, bytes: Uint8Array): Promise<WarcRecordPlace> {
    return this.#addResource(`urn:policy-text:${sha256Name}`, date, 'application/json', bytes, sha256Name, false)
  }

  async #addResource(
    url: string,
    date: string,
    mediaType: string,
    bytes: Uint8Array,
    name: string,
    isPage: boolean,
  ): Promise<WarcRecordPlace> {
    const place = await this.#add(
      WARCRecord.create(
        {
          warcVersion: WARC_VERSION,
          date,
          type: 'resource',
          url,
          warcHeaders: { 'Content-Type': mediaType, 'WARC-Record-ID': recordId('resource', url, date) },
        },
        [bytes],
      ),
    )
    return this.#remember(
      { ...place, url, date, mediaType: mediaType.split(';')[0]!, status: 200, isPage },
      name,
      bytes,
    )
  }

  async #add(record: WARCRecord): Promise<{ offset: number; length: number }> {
    const bytes = await WARCSerializer.serialize(record, {
      gzip: false,
      digest: { algo: 'sha-256', prefix: 'sha256:' },
    })
    const offset = this.#sizeBytes
    this.#chunks.push(bytes)
    this.#sizeBytes += bytes.length
    return { offset, length: bytes.length }
  }

  #remember(
    place: Omit<WarcRecordPlace, 'sha256' | 'payloadOffset' | 'payloadBytes'>,
    name: string,
    bytes: Uint8Array,
  ): WarcRecordPlace {
    // A record ends with its payload and two line ends.
    const payloadOffset = place.offset + place.length - bytes.length - 4
    const whole = { ...place, sha256: name, payloadOffset, payloadBytes: bytes.length }
    this.places.push(whole)
    return whole
  }
}

/** A UUID made from what the record is, so that the same input gives the same file. */
function recordId(...what: readonly string[]): string {
  const hex = sha256(what.join('\n'))
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `<urn:uuid:${groups.join('-')}>`
}
