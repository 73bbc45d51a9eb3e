/** Entries as the pipeline writes them, and what it reads off them. */
import type { Capture, Part } from '../core/capture.ts'
import type { Platform, PolicyDocument } from '../core/document.ts'
import type { CaptureEntry, DocumentKey, ForeignRecord } from '../core/entry.ts'

type CaptureSource = { readonly url: string; readonly position: number }

export function captureEntry(
  key: DocumentKey,
  { url, position }: CaptureSource,
  capture: Capture,
  parts: readonly Part[],
): CaptureEntry {
  const { outcome, finalUrl, status, headers, reason, startedAt, finishedAt, sent } = capture
  return {
    kind: 'capture',
    key,
    source: { url, position },
    outcome,
    finalUrl,
    status,
    headers,
    parts,
    reason,
    startedAt,
    finishedAt,
    acceptLanguage: sent?.acceptLanguage ?? '',
    userAgent: sent?.userAgent ?? '',
  }
}

/** A raw capture that another archive made. Its own moment is `recordedAt`, by that archive's clock. */
export function foreignCaptureEntry(
  key: DocumentKey,
  source: CaptureSource,
  part: Part,
  foreign: ForeignRecord,
): CaptureEntry {
  return {
    kind: 'capture',
    key,
    source,
    outcome: 'received',
    finalUrl: source.url,
    status: null,
    headers: {},
    parts: [part],
    reason: '',
    startedAt: foreign.recordedAt,
    finishedAt: foreign.recordedAt,
    acceptLanguage: '',
    userAgent: '',
    foreign,
  }
}

/** A document of which only the key is left: its catalogue file describes it again. */
export function undescribed({ platform, document }: DocumentKey): { platform: Platform; document: PolicyDocument } {
  return {
    platform: { slug: platform, name: platform, website: null },
    document: {
      platformSlug: platform,
      slug: document,
      title: document,
      type: 'other',
      locale: 'en',
      governs: [],
      checkEveryMinutes: 720,
      sources: [],
    },
  }
}
