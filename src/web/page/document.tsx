/** One document: what it is, where it is published, how it fares, and its tracks as timelines, kept apart. */
import { DOCUMENT_TYPES } from '../../core/document.ts'
import { formatId } from '../../core/id.ts'
import { documentSources, movedDocument, readDocument } from '../../store/view/document.ts'
import { mementoDocument } from '../../store/view/memento.ts'
import { documentTracks, mutedRecords, type TrackLine } from '../../store/view/track.ts'
import { documentPath, idPath, platformPath, platformsPath, safeHref, versionPath, withQuery } from '../address.ts'
import { Citation } from '../component/citation.tsx'
import { Fact, Facts } from '../component/facts.tsx'
import { HealthPanel } from '../component/health.tsx'
import { DayRange } from '../component/time.tsx'
import { Track } from '../component/track.tsx'
import { documentLinks } from '../memento.ts'
import type { PageAnswer, WebOptions } from '../site.ts'
import { count } from '../words.ts'

const MUTED = 500

export async function documentPage(
  { db, archive }: WebOptions,
  platformSlug: string,
  slug: string,
  showAll: boolean,
): Promise<PageAnswer> {
  const document = await readDocument(db, platformSlug, slug)
  if (!document) {
    const now = await movedDocument(db, platformSlug, slug)
    if (now) return { kind: 'moved', to: documentPath(now.platformSlug, now.slug), permanent: true }
    return { kind: 'missing', what: `no document "${slug}" of a platform "${platformSlug}"` }
  }
  const [sources, tracks, original] = await Promise.all([
    documentSources(db, document.number),
    documentTracks(db, document.number),
    mementoDocument(db, document.number),
  ])
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
        {tracks.length === 0 && <p class="empty">No version has been read yet.</p>}
        {tracks.map((track) => (
          <Track track={track} muted={muted.get(track.id)!} address={address} showAll={showAll} />
        ))}
        <Citation
          text={`${document.platformName}, “${document.title}”, all versions`}
          archive={archive.name}
          id={formatId('document', document.number)}
          path={idPath('document', document.number)}
        />
      </>
    ),
  }
}

function Sources({ sources }: { sources: Awaited<ReturnType<typeof documentSources>> }) {
  if (sources.length === 0) return <span class="quiet">not stated by the archive that recorded it</span>
  return (
    <ul class="plain">
      {sources.map(({ url, validFrom, validUntil }) => (
        <li>
          {safeHref(url) ? (
            <a href={url} rel="external nofollow noreferrer">
              {url}
            </a>
          ) : (
            url
          )}
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
        </>
      ) : (
        <span class="quiet">none yet</span>
      )}
    </Fact>
  )
}
