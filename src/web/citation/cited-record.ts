/** What every form of a citation says of a record: nothing but what the archive knows. */
import { formatId } from '../../core/id.ts'
import type { TrackKind } from '../../store/track.ts'
import type { SeenChange } from '../../store/view/change.ts'
import type { SeenProvision } from '../../store/view/provision.ts'
import type { SeenVersion } from '../../store/view/version.ts'
import { changePath, idPath, versionPath } from '../address.ts'
import { dayWords } from '../date.ts'
import { provisionTitle } from '../provision-address.ts'

export type CitedRecord = {
  readonly kind: 'version' | 'change' | 'provision' | 'document'
  readonly id: string
  readonly path: string
  readonly title: string
  readonly platform: string
  /** When it was observed: RFC 3339, UTC. */
  readonly at: string
  /** How, and by whom where not by us: "Captured". */
  readonly observed: string
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
    observed: observation(version.trackKind, version.trackLabel),
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
    observed: observation(change.trackKind, change.trackLabel),
    sha256: change.to.sha256,
    language: null,
  }
}

/** `version`: the newest one in which it stands. */
export function citedProvision({ number, place }: SeenProvision, version: SeenVersion): CitedRecord {
  return {
    ...citedVersion(version),
    kind: 'provision',
    id: formatId('provision', number),
    path: idPath('provision', number),
    title: `${provisionTitle(place.wording)}, in ${version.documentTitle}`,
  }
}

/** As it is now: `current` is the version on display. */
export function citedDocument(number: number, current: SeenVersion): CitedRecord {
  return {
    ...citedVersion(current),
    kind: 'document',
    id: formatId('document', number),
    path: idPath('document', number),
    title: current.documentTitle,
  }
}

/** One line for forms that have no place for a moment, an id and a hash. */
export function noteOf({ id, at, observed, sha256 }: CitedRecord): string {
  return `${id}. ${observed} ${at}. SHA-256 of the text: ${sha256}`
}

function observation(kind: TrackKind, label: string): string {
  if (kind === 'own') return 'Captured'
  return kind === 'supplied' ? 'Supplied by the operator as a file' : `Recorded by ${label}`
}
