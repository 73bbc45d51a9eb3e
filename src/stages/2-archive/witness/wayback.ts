/**
 * The Wayback Machine as a second witness: what it holds of an address (CDX server), and the wish that it capture one
 * now (Save Page Now 2). One request after another, slower than its limits; what it says no to is a value with its name.
 */
import { hash } from 'node:crypto'
import type { Clock } from '../../../core/clock.ts'
import type { Answer, HttpClient } from '../../../core/http-client.ts'

export const WAYBACK = 'https://web.archive.org'
/** Its limits: some 60 look-ups and 7 captures a minute for those who have a key. */
const LOOKUP_SPACING_MS = 2_000
const SAVE_SPACING_MS = 10_000
/** A capture takes seconds to minutes. */
const POLL_MS = 5_000
const MAX_POLLS = 36
const MAX_ANSWER_BYTES = 1 << 20
const MAX_LINES = 50

export type Memento = {
  /** RFC 3339, UTC, by its clock. */
  readonly at: string
  /** Where a reader finds it. */
  readonly address: string
  /** Base32 of the SHA-1 of what it received; null where it does not say. */
  readonly digest: string | null
}

/** `never`: it will not take this address. `later`: another day. `stop`: nothing more now, for any address. */
export type WitnessRefusal = {
  readonly kind: 'refused'
  readonly when: 'never' | 'later' | 'stop'
  /** Its own name for it (`error:blocked-url`), or ours. */
  readonly code: string
  readonly reason: string
}

export type Wayback = {
  /** What it holds nearest to a moment, within some days of it; null for nothing. */
  lookUp(url: string, at: Date, withinDays: number): Promise<Memento | null | WitnessRefusal>
  /** Has it capture the address now. */
  save(url: string): Promise<Memento | WitnessRefusal>
}

export type WaybackOptions = {
  readonly http: HttpClient
  readonly clock: Clock
  /** `access:secret` of an account there; null: look-ups only. */
  readonly key: string | null
  readonly origin?: string
  readonly signal?: AbortSignal
}

/** Errors of the target or of the address that stay so (the names are those of Save Page Now's documentation). */
const NEVER: readonly string[] = [
  'error:bad-request',
  'error:blocked-url',
  'error:filesize-limit',
  'error:forbidden',
  'error:ftp-access-denied',
  'error:invalid-host-resolution',
  'error:invalid-url-syntax',
  'error:method-not-allowed',
  'error:no-access',
  'error:not-found',
  'error:not-implemented',
  'error:unauthorized',
]
/** Errors about us: whatever comes next would get them, too. */
const STOP: readonly string[] = ['error:blocked-client-ip', 'error:user-session-limit']

export function openWayback({ http, clock, key, origin = WAYBACK, signal }: WaybackOptions): Wayback {
  let lastAt = Number.NEGATIVE_INFINITY
  const ask = async (path: string, spacingMs: number, form?: URLSearchParams): Promise<Answer> => {
    const wait = lastAt + spacingMs - clock.now().getTime()
    if (wait > 0) await clock.sleep(wait, signal)
    lastAt = clock.now().getTime()
    return http.request({
      url: `${origin}${path}`,
      method: form ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        ...(key === null ? {} : { authorization: `LOW ${key}` }),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { body: form.toString() } : {}),
      ...(signal ? { signal } : {}),
      maxBytes: MAX_ANSWER_BYTES,
      maxRedirects: 0,
    })
  }
  return {
    async lookUp(url, at, withinDays) {
      const [from, to] = [-withinDays, withinDays].map((days) => stampOf(new Date(at.getTime() + days * 86_400_000)))
      const query = new URLSearchParams({ url, output: 'json', from: from!, to: to!, filter: 'statuscode:200' })
      query.append('fl', 'timestamp,original,digest')
      query.append('limit', String(MAX_LINES))
      const answer = await ask(`/cdx/search/cdx?${query}`, LOOKUP_SPACING_MS)
      const lines = readJson(answer)
      if (isRefusal(lines)) return lines
      if (!Array.isArray(lines)) return unreadable()
      // The first line names the fields; nothing at all is an empty list.
      const found = lines.slice(1).flatMap((line: unknown) => mementoOf(line, origin))
      return nearest(found, at)
    },

    async save(url) {
      if (key === null)
        return { kind: 'refused', when: 'stop', code: 'no-key', reason: 'captures take a key of an account there' }
      const form = new URLSearchParams({ url, skip_first_archive: '1' })
      const job = readJson(await ask('/save', SAVE_SPACING_MS, form))
      if (isRefusal(job)) return job
      const id = fieldOf(job, 'job_id')
      if (id === null) return refusalIn(job)
      for (let i = 0; i < MAX_POLLS; i++) {
        const status = readJson(await ask(`/save/status/${encodeURIComponent(id)}`, POLL_MS))
        if (isRefusal(status)) return status
        const state = fieldOf(status, 'status')
        const stamp = fieldOf(status, 'timestamp')
        if (state === 'success' && stamp !== null)
          return mementoOf([stamp, fieldOf(status, 'original_url') ?? url, null], origin)[0] ?? unreadable()
        if (state !== 'pending') return refusalIn(status)
      }
      return { kind: 'refused', when: 'later', code: 'no-end', reason: 'it had not finished after three minutes' }
    },
  }
}

/** As CDX names contents: the SHA-1 in the 32 letters of RFC 4648. */
export function base32Sha1(bytes: Uint8Array): string {
  const bits = [...hash('sha1', bytes, 'buffer')].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits.replace(/.{5}/g, (five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five, 2)]!)
}

function readJson(answer: Answer): unknown {
  if (answer.kind !== 'received') return refused('later', answer.kind, answer.reason)
  const { status, body } = answer
  if (status === 401 || status === 403) return refused('stop', `status-${status}`, 'it does not accept the key')
  if (status === 429) return refused('stop', 'status-429', 'it asks for fewer requests')
  if (status >= 500) return refused('later', `status-${status}`, `it answered with status ${status}`)
  try {
    const text = Buffer.from(body).toString('utf8').trim()
    const value: unknown = text === '' ? [] : JSON.parse(text)
    return status === 200 ? value : refusalIn(value)
  } catch {
    return unreadable()
  }
}

function refusalIn(value: unknown): WitnessRefusal {
  const code = fieldOf(value, 'status_ext') ?? 'error:unknown'
  const when = NEVER.includes(code) ? 'never' : STOP.includes(code) ? 'stop' : 'later'
  return refused(when, code, fieldOf(value, 'message') ?? 'it did not say why')
}

function unreadable(): WitnessRefusal {
  return refused('later', 'unreadable', 'its answer is not in a form that is known')
}

function refused(when: WitnessRefusal['when'], code: string, reason: string): WitnessRefusal {
  return { kind: 'refused', when, code, reason: reason.slice(0, 300) }
}

function isRefusal(value: unknown): value is WitnessRefusal {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused'
}

function fieldOf(value: unknown, name: string): string | null {
  const field = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null
  return typeof field === 'string' && field !== '' ? field : null
}

function mementoOf(line: unknown, origin: string): readonly Memento[] {
  if (!Array.isArray(line)) return []
  const [stamp, original, digest] = line as readonly unknown[]
  const parts = typeof stamp === 'string' ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp) : null
  if (!parts || typeof original !== 'string') return []
  const [, year, month, day, hour, minute, second] = parts
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
  if (Number.isNaN(Date.parse(at))) return []
  return [{ at, address: `${origin}/web/${stamp}/${original}`, digest: typeof digest === 'string' ? digest : null }]
}

function nearest(found: readonly Memento[], at: Date): Memento | null {
  const distance = (memento: Memento) => Math.abs(Date.parse(memento.at) - at.getTime())
  return found.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

function stampOf(date: Date): string {
  return date.toISOString().replace(/\D/g, '').slice(0, 14)
}
