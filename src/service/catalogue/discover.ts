/** What a page's address and text say about the document on it, for `clausewatch add URL`. */

import { type Capture, preferredPart, type Verdict } from '../../core/capture.ts'
import { DOCUMENT_TYPES, type DocumentType, type Platform, type PolicyDocument, toSlug } from '../../core/document.ts'
import { ClausewatchError } from '../../core/error.ts'
import type { Extraction } from '../../core/reading.ts'
import { needsScripts } from '../../pipeline/ladder.ts'
import type { ReadPage } from '../../pipeline/reading/index.ts'
import type { Fetcher } from '../fetcher.ts'

/** Words that name a type, the more telling first: "Business Privacy Policy" is no "Privacy Policy". */
const TYPE_WORDS: readonly (readonly [RegExp, DocumentType])[] = [
  [/data[- ]process(ing|or)|\bdpa\b/i, 'data-processing-agreement'],
  [/sub-?processors?/i, 'subprocessors'],
  [/cookies?|trackers?/i, 'cookie-policy'],
  [/(business|enterprise|commercial).*privacy|privacy.*(business|enterprise)/i, 'business-privacy-policy'],
  [/privacy|data protection (notice|policy)/i, 'privacy-policy'],
  [/acceptable[- ]use|\baup\b|prohibited use|usage[- ]polic/i, 'acceptable-use-policy'],
  [/(usage|use)[- ]guidelines?|responsible use/i, 'usage-guidelines'],
  [/community (guidelines|standards|rules)/i, 'community-guidelines'],
  [/content[- ]polic/i, 'content-policy'],
  [/copyright|dmca|takedown/i, 'copyright-policy'],
  [/service[- ]level|\bsla\b/i, 'service-level-agreement'],
  [/(model|community) licen[cs]e|licen[cs]e agreement/i, 'model-licence'],
  [/developer|\bapi\b.*terms/i, 'developer-terms'],
  [/(commercial|business|enterprise|services?) (terms|agreement)|customer agreement/i, 'commercial-terms'],
  [/(service|product)[- ]specific/i, 'service-terms'],
  [/refund|cancellation/i, 'refund-policy'],
  [/payment|billing|purchase/i, 'payment-terms'],
  [/law[- ]enforcement/i, 'law-enforcement-guidelines'],
  [/vulnerability|responsible disclosure/i, 'vulnerability-disclosure'],
  [/security/i, 'security-policy'],
  [/brand|trademark guidelines/i, 'brand-guidelines'],
  [/imprint|impressum|legal notice/i, 'imprint'],
  [/age|minors|children/i, 'age-policy'],
  [/terms|conditions|user agreement|\btos\b|eula/i, 'terms-of-service'],
]

export type Discovery = {
  readonly platform: Platform
  readonly document: PolicyDocument
  readonly verdict: Verdict
  readonly reason: string
  /** Whether HTTP alone gave no text, so that the page was, or has to be, opened with a browser. */
  readonly needsScripts: boolean
  /** Addresses of pages that it shows in frames, where it is no policy itself. */
  readonly frames: readonly string[]
}

export type Wishes = {
  readonly platform?: string
  readonly title?: string
  readonly type?: DocumentType
  readonly needsBrowser: boolean
}

/** How pages are had and read. */
export type Discoverer = Pick<Fetcher, 'capturer' | 'hasBrowser'> & { readonly readPage: ReadPage }

type Looked = { readonly capture: Capture; readonly guess: DocumentType; readonly reading: Extraction }

/** @throws ClausewatchError `page-not-received` where the page could not be had. */
export async function discoverDocument(discoverer: Discoverer, url: string, wishes: Wishes): Promise<Discovery> {
  const first = await lookAt(discoverer, url, wishes, wishes.needsBrowser)
  const isShell = !wishes.needsBrowser && needsScripts(first.reading.verdict)
  const { capture, guess, reading } =
    isShell && discoverer.hasBrowser ? await lookAt(discoverer, url, wishes, true) : first
  // A wall's title speaks of cookies and browsers, and not of the document behind it.
  const isDocument = reading.verdict === 'policy' || reading.verdict === 'partial' || reading.verdict === 'other-locale'
  const names = splitTitle((isDocument && reading.title) || '')
  const name = wishes.platform ?? names.platform ?? platformOfHost(new URL(capture.finalUrl).hostname)
  const type = wishes.type ?? typeOf(names.title || '', guess)
  const title = wishes.title ?? (names.title || DOCUMENT_TYPES[type])
  const slug = toSlug(name)
  return {
    platform: { slug, name, website: new URL(capture.finalUrl).origin },
    document: {
      platformSlug: slug,
      slug: toSlug(title),
      title,
      type,
      locale: reading.language ?? 'en',
      governs: [],
      checkEveryMinutes: 720,
      sources: [
        {
          url,
          selectors: { select: [], remove: [], normalise: [] },
          position: 0,
          validFrom: null,
          validUntil: null,
          needsBrowser: wishes.needsBrowser,
        },
      ],
    },
    verdict: reading.verdict,
    reason: reading.reason,
    needsScripts: wishes.needsBrowser || isShell,
    frames: reading.verdict === 'policy' ? [] : framesOf(capture),
  }
}

async function lookAt(
  { capturer, readPage }: Discoverer,
  url: string,
  wishes: Wishes,
  needsBrowser: boolean,
): Promise<Looked> {
  const capture = await capturer.capture({ url, needsBrowser, locale: 'en' })
  const part = preferredPart(capture.parts)
  if (!part) {
    throw new ClausewatchError(
      'page-not-received',
      `${url} was not received: ${capture.reason}`,
      'check the address; nothing was added',
      { kind: 'environment', retry: capture.retry },
    )
  }
  const guess = typeOf(
    `${wishes.title ?? ''} ${new URL(capture.finalUrl).pathname.replace(/%[0-9a-f]{2}|[-_/]+/gi, ' ')}`,
  )
  const reading = await readPage({
    bytes: part.bytes,
    mediaType: part.mediaType || 'text/html',
    url: capture.finalUrl,
    declared: { platform: wishes.platform ?? '', title: wishes.title ?? '', type: wishes.type ?? guess },
    headers: capture.headers,
    ...(capture.status === null ? {} : { status: capture.status }),
  })
  return { capture, guess, reading }
}

const MAX_FRAMES = 3

function framesOf({ parts, finalUrl }: Capture): string[] {
  const html = parts.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join()
  const addresses = [...html.matchAll(/<i?frame\b[^>]*?\ssrc\s*=\s*["']?([^"'\s>]+)/gi)].flatMap(([, address]) => {
    const url = URL.parse(address!.replaceAll('&amp;', '&'), finalUrl)
    return url && /^https?:$/.test(url.protocol) ? [url.href] : []
  })
  return [...new Set(addresses)].slice(0, MAX_FRAMES)
}

function typeOf(words: string, fallback: DocumentType = 'other'): DocumentType {
  return TYPE_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? fallback
}

/** "Terms of Use | Lumenforge" and "Lumenforge – Terms of Use": which side names the document, which the platform. */
function splitTitle(title: string): { title: string; platform: string | null } {
  const sides = title
    .split(/\s+[|–—·-]\s+/)
    .map((side) => side.trim())
    .filter(Boolean)
  const at = sides.findIndex((side) => typeOf(side) !== 'other')
  if (sides.length < 2 || at < 0) return { title: title.trim(), platform: null }
  const other = sides.filter((_, index) => index !== at)
  return { title: sides[at]!, platform: other.at(-1) ?? null }
}

/** "www.lumenforge.example" is Lumenforge, as long as nobody says more. */
function platformOfHost(host: string): string {
  const labels = host.replace(/^(www|legal|policies|docs|help|support)\./, '').split('.')
  const label = labels.length > 1 ? labels[labels.length - 2]! : labels[0]!
  return label.charAt(0).toUpperCase() + label.slice(1)
}
