/** What every form of a citation says of a version or a change: nothing but what the archive knows. */
import { formatId } from '../../core/id.ts'
import type { SeenChange } from '../../store/view/change.ts'
import type { SeenVersion } from '../../store/view/version.ts'
import { changePath, versionPath } from '../address.ts'
import { dayWords } from '../date.ts'

export type CitedRecord = {
  readonly kind: 'version' | 'change'
  readonly id: string
  readonly path: string
  readonly title: string
  readonly platform: string
  /** When it was captured: RFC 3339, UTC. */
  readonly at: string
  /** Whose clock that was, where it was not ours. */
  readonly recordedBy: string | null
  readonly sha256: string
  readonly language: string | null
}

/** Where a reader finds it, and on which day somebody did. */
export type Cited = CitedRecord & { readonly archive: string; readonly url: string; readonly accessedOn: string }

export function citedVersion(version: SeenVersion): CitedRecord {
  const at = version.spans[0]!.from
  return {
    kind: 'version',
    id: formatId('version', version.number),
    path: versionPath(version.number),
    title: `${version.documentTitle}, version observed from ${dayWords(at)}`,
    platform: version.platformName,
    at,
    recordedBy: version.trackKind === 'own' ? null : version.trackLabel,
    sha256: version.sha256,
    language: version.language,
  }
}

export function citedChange(change: SeenChange): CitedRecord {
  return {
    kind: 'change',
    id: formatId('change', change.number),
    path: changePath(change.number),
    title: `${change.documentTitle}, change detected ${dayWords(change.detectedAt)}`,
    platform: change.platformName,
    at: change.detectedAt,
    recordedBy: change.trackKind === 'own' ? null : change.trackLabel,
    sha256: change.to.sha256,
    language: null,
  }
}

/** One line for forms that have no place for a moment, an id and a hash. */
export function noteOf({ id, at, recordedBy, sha256 }: CitedRecord): string {
  const captured = recordedBy === null ? `Captured ${at}` : `Recorded by ${recordedBy} ${at}`
  return `${id}. ${captured}. SHA-256 of the text: ${sha256}`
}
