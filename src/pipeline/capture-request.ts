/** What is asked of a source: with conditions, unless the last whole answer is too old. */
import type { CaptureRequest } from '../stages/1-capture/index.ts'
import type { StoredDocument } from '../store/document.ts'
import type { StoredSource } from '../store/source.ts'

/** A request without conditions is made at least this often, so that the bytes of a page stay evidence. */
const UNCONDITIONAL_EVERY_MS = 7 * 86_400_000
/** A page that was found to need scripts is tried without them again after this time: sites change. */
const TRY_HTTP_AFTER_MS = 30 * 86_400_000

export function captureRequest(
  document: StoredDocument,
  { url, needsBrowser, renderedSince, etag, lastModified, lastUnconditionalAt }: StoredSource,
  now: Date,
): CaptureRequest {
  const fullAt = lastUnconditionalAt === null ? Number.NEGATIVE_INFINITY : Date.parse(lastUnconditionalAt)
  const recent = now.getTime() - fullAt < UNCONDITIONAL_EVERY_MS
  return {
    url,
    needsBrowser:
      needsBrowser || (renderedSince !== null && now.getTime() - Date.parse(renderedSince) < TRY_HTTP_AFTER_MS),
    locale: document.locale,
    ...(recent && (etag || lastModified)
      ? { conditional: { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) } }
      : {}),
  }
}
