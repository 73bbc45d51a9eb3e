/**
 * Objects in a bucket of any store that speaks S3, by its get, put and list alone. The client of the store signs and
 * reads messages; what goes out goes through the guarded HTTP client like everything else.
 */
import { Readable } from 'node:stream'
import { ClausewatchError } from '../../../core/error.ts'
import type { HttpClient } from '../../../core/http-client.ts'
import type { Objects } from './object-store.ts'

/** A pack is the largest object there is, unless one capture is larger. */
const MAX_OBJECT_BYTES = 256 << 20
const REQUEST_MS = 120_000
/** With growing pauses between them: some ten seconds of a store that is away. */
const ATTEMPTS = 5

/** What the HTTP client says by itself, or cannot say (`expect`, which is no part of the signature). */
const SET_BY_HTTP: readonly string[] = ['host', 'content-length', 'expect']

/** Name of the error where the guard does not let a request out. */
const REFUSED = 'RefusedByGuard'

export type S3Place = {
  readonly bucket: string
  /** Before every key; without slashes at its ends, empty for none. */
  readonly prefix: string
  readonly region: string
  /** `http://minio.lan:9000`; null: Amazon's own. */
  readonly endpoint: string | null
  readonly credentials: {
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly sessionToken?: string
  }
}

/** @throws ClausewatchError (from every call) `object-store-unreachable`, `object-store-refused` */
export async function openS3Objects(
  place: S3Place,
  http: HttpClient & Partial<AsyncDisposable>,
): Promise<Objects & AsyncDisposable> {
  // Loaded when it is needed: a third of a second that archives in a folder need not wait.
  const { GetObjectCommand, ListObjectsCommand, PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3')
  const { bucket: Bucket, prefix, region, endpoint, credentials } = place
  const client = new S3Client({
    region,
    credentials,
    ...(endpoint === null ? {} : { endpoint }),
    // A store at an address of its own seldom has a name for every bucket.
    forcePathStyle: endpoint !== null,
    maxAttempts: ATTEMPTS,
    retryMode: 'standard',
    // Names are checksums already, and other stores stumble over what Amazon has added.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: guardedRequests(http),
  })
  const root = prefix === '' ? '' : `${prefix}/`
  const where = `s3://${Bucket}${prefix && `/${prefix}`}${endpoint === null ? '' : ` at ${endpoint}`}`
  return {
    where,
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: root + key }))
        return Body ? await Body.transformToByteArray() : null
      } catch (cause) {
        if (cause instanceof Error && cause.name === 'NoSuchKey') return null
        throw toStoreError(cause, where)
      }
    },
    async put(key, bytes) {
      try {
        await client.send(new PutObjectCommand({ Bucket, Key: root + key, Body: bytes, ContentLength: bytes.length }))
      } catch (cause) {
        throw toStoreError(cause, where)
      }
    },
    async *list(start) {
      // The older call: keys come in order, and the last one says where to go on, which no store does otherwise.
      let last: string | undefined
      for (;;) {
        const { Contents = [], IsTruncated } = await listPage(last)
        for (const { Key = '', Size = 0 } of Contents) {
          yield { key: Key.slice(root.length), sizeBytes: Size }
          last = Key
        }
        if (!IsTruncated || Contents.length === 0) return
      }

      async function listPage(from: string | undefined) {
        try {
          const resume = from === undefined ? {} : { Marker: from }
          return await client.send(new ListObjectsCommand({ Bucket, Prefix: root + start, ...resume }))
        } catch (cause) {
          throw toStoreError(cause, where)
        }
      }
    },
    async [Symbol.asyncDispose]() {
      client.destroy()
      await http[Symbol.asyncDispose]?.()
    },
  }
}

/** As the client hands a request over. */
type SignedRequest = {
  readonly method: string
  readonly protocol: string
  readonly hostname: string
  readonly port?: number
  readonly path: string
  readonly query?: Readonly<Record<string, string | readonly string[] | null | undefined>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

function guardedRequests(http: HttpClient) {
  return {
    async handle(request: SignedRequest, { abortSignal }: { abortSignal?: AbortSignal } = {}) {
      const headers = Object.fromEntries(
        Object.entries(request.headers).filter(([name]) => !SET_BY_HTTP.includes(name.toLowerCase())),
      )
      const body = bodyOf(request.body)
      const answer = await http.request({
        url: addressOf(request),
        method: methodOf(request.method),
        headers: { ...headers, 'accept-encoding': 'identity' },
        // Whoever redirects says so to the client, whose signature holds for one address only.
        maxRedirects: 0,
        maxBytes: MAX_OBJECT_BYTES,
        timeoutMs: REQUEST_MS,
        ...(body ? { body } : {}),
        ...(abortSignal ? { signal: abortSignal } : {}),
      })
      if (answer.kind === 'received') {
        const response = { statusCode: answer.status, headers: answer.headers, body: Readable.from([answer.body]) }
        return { response }
      }
      const failure = new Error(answer.reason)
      if (answer.kind === 'refused-by-guard') failure.name = REFUSED
      // The name by which the client knows that another attempt may help.
      if (answer.kind === 'unreachable' && answer.retry) failure.name = 'TimeoutError'
      throw failure
    },
  }
}

function methodOf(method: string): 'GET' | 'PUT' {
  if (method === 'GET' || method === 'PUT') return method
  throw new TypeError(`only get, put and list are used, not ${method}`)
}

function bodyOf(body: unknown): Uint8Array | string | null {
  if (body === undefined || body === null) return null
  if (body instanceof Uint8Array || typeof body === 'string') return body
  throw new TypeError('bodies are given whole')
}

/** Spelled as it was signed: the path is escaped already, the query in the order of its names. */
function addressOf({ protocol, hostname, port, path, query = {} }: SignedRequest): string {
  const pairs = Object.keys(query)
    .sort()
    .flatMap((name) => {
      const value = query[name]
      const values = Array.isArray(value) ? value : [value ?? '']
      return values.map((one) => `${escapeStrictly(name)}=${escapeStrictly(String(one))}`)
    })
  const search = pairs.length === 0 ? '' : `?${pairs.join('&')}`
  return `${protocol}//${hostname}${port ? `:${port}` : ''}${path}${search}`
}

/** RFC 3986, as signatures of version 4 demand it. */
function escapeStrictly(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** What the store said no to (no such bucket, a wrong key) stays so until somebody changes it. */
function toStoreError(cause: unknown, where: string): ClausewatchError {
  const { name, message, status } = saidBy(cause)
  if (name === REFUSED || (status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429)) {
    return new ClausewatchError(
      'object-store-refused',
      `${where} refused: ${name}${message && message !== name ? ` (${message})` : ''}.`,
      'Check bucket and prefix in SNAPSHOTS, AWS_ENDPOINT_URL_S3, AWS_REGION, and that the key may get, put and list there.',
      { kind: 'environment', fatal: true, cause },
    )
  }
  return new ClausewatchError(
    'object-store-unreachable',
    `${where} did not answer: ${message || name}.`,
    'Check AWS_ENDPOINT_URL_S3 and that the store is up, then start again; nothing acknowledged is lost.',
    { kind: 'environment', retry: true, fatal: true, cause },
  )
}

function saidBy(cause: unknown): { name: string; message: string; status: number | undefined } {
  if (!(cause instanceof Error)) return { name: String(cause), message: '', status: undefined }
  const { $metadata } = cause as Error & { $metadata?: { httpStatusCode?: number } }
  return { name: cause.name, message: cause.message, status: $metadata?.httpStatusCode }
}
