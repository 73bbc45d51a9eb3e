/** One document: what it is, where it is published, how it fares, and its tracks as timelines, kept apart. */
import { SEVERITIES } from '../../core/change.ts'
import { DOCUMENT_TYPES } from '../../core/document.ts'
import { formatId } from '../../core/id.ts'
import { documentSources, movedDocument, readDocument } from '../../store/view/document.ts'
import { mementoDocument } from '../../store/view/memento.ts'
import { type ProvisionPlace, provisionsOfVersion } from '../../store/view/provision.ts'
import { documentTracks, mutedRecords, type TrackLine } from '../../store/view/track.ts'
import { readVersion } from '../../store/view/version.ts'
import { documentPath, idPath, platformPath, platformsPath, safeHref, versionPath, withQuery } from '../address.ts'
import { citedDocument } from '../citation/cited-record.ts'
import { Fact, Facts } from '../component/facts.tsx'
import { HealthPanel } from '../component/health.tsx'
import { HowToCite } from '../component/how-to-cite.tsx'
import { OutsideLink } from '../component/outside-link.tsx'
import { ProvisionLine } from '../component/provision-parts.tsx'
import { DayRange } from '../component/time.tsx'
import { Track } from '../component/track.tsx'
import { documentLinks } from '../memento.ts'
import type { PageAnswer, WebOptions } from '../site.ts'
import { count } from '../words.ts'

const MUTED = 500
/** So many provisions stand open. */
const SHOWN_PROVISIONS = 16

export async function documentPage(
  { db, archive, address: site, now }: WebOptions,
  platformSlug: string,
  slug: string,
  showAll: boolean,
): Promise<PageAnswer> {
  const document = await readDocument(db, platformSlug, slug)
  if (!document) {
    const moved = await movedDocument(db, platformSlug, slug)
    if (moved) return { kind: 'moved', to: documentPath(moved.platformSlug, moved.slug), permanent: true }
    return { kind: 'missing', what: `no document "${slug}" of a platform "${platformSlug}"` }
  }
  const [sources, tracks, original] = await Promise.all([
    documentSources(db, document.number),
    documentTracks(db, document.number),
    mementoDocument(db, document.number),
  ])
  const current = tracks.find((track) => track.current !== null)?.current ?? null
  const shown = current === null ? null : await readVersion(db, current)
  const provisions = current === null ? null : await provisionsOfVersion(db, current)
  const muted = new Map(
    await Promise.all(tracks.map(async ({ id }) => [id, showAll ? await mutedRecords(db, id, MUTED) : []] as const)),
  )
  const address = documentPath(platformSlug, slug)
  const description = `${document.title} of ${document.platformName}: ${count(document.versions, 'version')}, ${count(document.substantive, 'substantive change')}, with every text.`
  return {
    kind: 'page',
    title: `${document.title}, ${document.platformName}`,
    description,
    canonical: withQuery(address, { all: showAll ? '1' : undefined }),
    citeAs: idPath('document', document.number),
    ...(original ? { headers: { Link: documentLinks(original).join(', ') } } : {}),
    crumbs: [
      { label: 'Platforms', href: platformsPath },
      { label: document.platformName, href: platformPath(platformSlug) },
    ],
    section: 'platforms',
    jsonLd: {
      '@type': 'CreativeWork',
      name: document.title,
      genre: DOCUMENT_TYPES[document.type],
      inLanguage: document.locale,
      identifier: formatId('document', document.number),
      publisher: { '@type': 'Organization', name: document.platformName },
    },
    body: (
      <>
        <p class="eyebrow">{document.platformName}</p>
        <h1>{document.title}</h1>
        <Facts>
          <Fact term="Type">{DOCUMENT_TYPES[document.type]}</Fact>
          <Fact term="Edition">{document.locale}</Fact>
          {document.governs.length > 0 && <Fact term="Governs">{document.governs.join(', ')}</Fact>}
          <Fact term="Published at">
            <Sources sources={sources} />
          </Fact>
          <Current tracks={tracks} />
          <Fact term="Id">
            <span class="id">{formatId('document', document.number)}</span>
          </Fact>
        </Facts>
        <HealthPanel health={document.health} />
        <Provisions places={provisions} document={{ platformSlug, documentSlug: slug }} />
        {tracks.length === 0 && <p class="empty">No version has been read yet.</p>}
        {tracks.map((track) => (
          <Track track={track} muted={muted.get(track.id)!} address={address} showAll={showAll} />
        ))}
        {shown && (
          <HowToCite
            cited={citedDocument(document.number, shown)}
            archive={archive.name}
            now={now()}
            original={original?.url ?? null}
            address={site}
          />
        )}
      </>
    ),
  }
}

type ProvisionsProps = {
  readonly places: readonly ProvisionPlace[] | null
  readonly document: { readonly platformSlug: string; readonly documentSlug: string }
}

/** Of the newest version. The gravest stand first; a reader finds the order of the text in the version. */
function Provisions({ places, document }: ProvisionsProps) {
  if (places === null || places.length === 0) return null
  const sorted = SEVERITIES.flatMap((severity) => places.filter(({ wording }) => wording.severity === severity))
  const [shown, rest] = [sorted.slice(0, SHOWN_PROVISIONS), sorted.slice(SHOWN_PROVISIONS)]
  return (
    <section aria-labelledby="provisions">
      <h2 id="provisions">What it says</h2>
      <p class="quiet">
        {count(places.length, 'provision')} of the newest version,{' '}
        {SEVERITIES.map(
          (severity) => `${places.filter((one) => one.wording.severity === severity).length} ${severity}`,
        ).join(', ')}
        .
      </p>
      <ProvisionList places={shown} document={document} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <ProvisionList places={rest} document={document} />
        </details>
      )}
    </section>
  )
}

function ProvisionList({
  places,
  document,
}: Pick<ProvisionsProps, 'document'> & { places: readonly ProvisionPlace[] }) {
  return (
    <ul class="provisions">
      {places.map((place) => (
        <li>
          <ProvisionLine place={place} document={document} withWords />
        </li>
      ))}
    </ul>
  )
}

function Sources({ sources }: { sources: Awaited<ReturnType<typeof documentSources>> }) {
  if (sources.length === 0) return <span class="quiet">not stated by the archive that recorded it</span>
  return (
    <ul class="plain">
      {sources.map(({ url, validFrom, validUntil }) => (
        <li>
          {safeHref(url) ? <OutsideLink href={url}>{url}</OutsideLink> : url}
          {validFrom && validUntil ? (
            <span class="quiet">
              {' '}
              (<DayRange from={validFrom} to={validUntil} />)
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** Of our own captures where there are any, because those are what this archive saw. */
function Current({ tracks }: { tracks: readonly TrackLine[] }) {
  const track = tracks.find(({ current }) => current !== null)
  const version = track?.versions.find(({ number }) => number === track.current)
  const span = version?.spans.at(-1)
  return (
    <Fact term="Newest version">
      {version && track && span ? (
        <>
          <a href={versionPath(version.number)}>Read version {version.ordinal}</a>, observed <DayRange {...span} />
          {track.kind === 'import' && <span class="quiet">, as another archive recorded it</span>}
          {track.kind === 'supplied' && <span class="quiet">, as the operator supplied it</span>}
        </>
      ) : (
        <span class="quiet">none yet</span>
      )}
    </Fact>
  )
}
