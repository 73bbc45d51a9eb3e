/** One track of a document as a timeline, newest first; what is muted stands behind a switch. */
import { formatId } from '../../core/id.ts'
import type { TrackKind } from '../../store/track.ts'
import type { Gap, MutedRecord, TrackLine, VersionLine } from '../../store/view/track.ts'
import { changePath, versionPath, withQuery } from '../address.ts'
import { count, OUTCOME_WORDS, VERDICT_WORDS } from '../words.ts'
import { DirectionChip, KindChip, SeverityChip } from './chip.tsx'
import { Coverage } from './coverage.tsx'
import { Separated } from './separated.tsx'
import { Day, DayRange } from './time.tsx'

type TrackProps = {
  readonly track: TrackLine
  readonly muted: readonly MutedRecord[]
  readonly address: string
  readonly showAll: boolean
}

/** Of an import the archive is named. */
const TITLES: Partial<Record<TrackKind, string>> = {
  own: 'History by our own captures',
  supplied: 'Files that were supplied',
}
const LABELS: Partial<Record<TrackKind, string>> = { own: 'Our own captures', supplied: 'Supplied files' }

export function Track({ track, muted, address, showAll }: TrackProps) {
  const id = `track-${track.id}`
  const own = track.kind === 'own'
  const shown = showAll ? track.versions : track.versions.filter((version) => !isMuted(version))
  const hidden = track.versions.length - track.versions.filter((version) => !isMuted(version)).length + track.muted
  const variants = new Set(track.versions.map(({ variant }) => variant)).size
  return (
    <section class="track" aria-labelledby={id} id={`${id}-section`}>
      <h2 id={id}>{TITLES[track.kind] ?? `History recorded by ${track.label}`}</h2>
      {track.kind === 'supplied' && (
        <p class="quiet">
          Files that the operator of this archive supplied. The archive did not receive them from the publisher, and
          cannot say when or where they were published; the dates are those on which they were supplied.
        </p>
      )}
      {track.kind === 'import' && (
        <p class="quiet">
          Another archive recorded this{track.path && <> as {track.path}</>}. Its dates are by its own clock, and
          nothing of it was seen by this archive.
        </p>
      )}
      {variants > 1 && (
        <p class="quiet">
          The page alternates between {variants} variants; versions are counted and compared within each of them.
        </p>
      )}
      {track.versions.length === 0 ? (
        <p class="empty">Nothing that could be read as the document has been observed in this track.</p>
      ) : (
        <Coverage versions={track.versions} gaps={track.gaps} label={LABELS[track.kind] ?? track.label} />
      )}
      <Gaps gaps={track.gaps} own={own} />
      {hidden > 0 && (
        <p class="switch">
          {showAll ? (
            <>
              {count(hidden, 'muted difference')} shown.{' '}
              <a href={`${address}#${id}-section`}>Show only changes of the document</a>
            </>
          ) : (
            <>
              {count(hidden, 'difference')} that the publisher did not make {hidden === 1 ? 'is' : 'are'} muted.{' '}
              <a href={`${withQuery(address, { all: '1' })}#${id}-section`}>Show {hidden === 1 ? 'it' : 'them'}</a>
            </>
          )}
        </p>
      )}
      <ol class="timeline" reversed>
        {entries(shown, muted).map((entry) =>
          entry.version ? (
            <VersionEntry version={entry.version} track={track} variants={variants} />
          ) : (
            <MutedEntry record={entry.record} />
          ),
        )}
      </ol>
    </section>
  )
}

/** Newest first. */
function Gaps({ gaps, own }: { gaps: readonly Gap[]; own: boolean }) {
  if (gaps.length === 0) return null
  return (
    <details class="gaps">
      <summary>{count(gaps.length, 'gap')} in which the document was not observed</summary>
      <ul>
        {gaps.toReversed().map((gap) => (
          <li>
            <DayRange from={gap.from} to={gap.to} />, {count(gap.attempts, own ? 'attempt' : 'record')}:{' '}
            {gap.verdict ? VERDICT_WORDS[gap.verdict] : OUTCOME_WORDS[gap.outcome]}.{' '}
            <span class="quiet">{gap.reason}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

type Entry =
  | { readonly order: number; readonly version: VersionLine; readonly record?: never }
  | { readonly order: number; readonly version?: never; readonly record: MutedRecord }

/** Newest first, in the order of records: the dates of another archive may run backwards. */
function entries(versions: readonly VersionLine[], muted: readonly MutedRecord[]): readonly Entry[] {
  return [
    ...versions.map((version) => ({ order: version.firstRecord, version })),
    ...muted.map((record) => ({ order: record.record, record })),
  ].sort((a, b) => b.order - a.order)
}

function isMuted({ change }: VersionLine): boolean {
  return change !== null && (change.kind === 'noise' || change.kind === 'broken-capture')
}

function VersionEntry({ version, track, variants }: { version: VersionLine; track: TrackLine; variants: number }) {
  const { change } = version
  return (
    <li class={`entry entry-${change?.kind ?? 'baseline'}`}>
      <p class="entry-date">
        <Day at={change?.detectedAt ?? version.spans[0]!.from} />
      </p>
      <div class="entry-body">
        {change ? (
          <>
            <p class="entry-summary">
              <a href={changePath(change.number)}>{change.summary}</a>
            </p>
            <p class="change-marks">
              {change.kind === 'substantive' ? (
                <>
                  <SeverityChip severity={change.severity} /> <DirectionChip direction={change.direction} />
                </>
              ) : (
                <KindChip kind={change.kind} />
              )}
              <span class="change-dates">
                <span class="id">{formatId('change', change.number)}</span>
                {change.effectiveOn && (
                  <span>
                    effective <Day at={change.effectiveOn} />
                  </span>
                )}
              </span>
            </p>
          </>
        ) : (
          <p class="entry-summary">
            {version.ordinal === 1 ? 'First version: the baseline' : 'A version without a change of the publisher'}
          </p>
        )}
        <p class="entry-version">
          <a href={versionPath(version.number)}>
            Version {version.ordinal}
            {variants > 1 && `, variant ${version.variant + 1}`}
          </a>
          {version.number === track.current && <span class="chip chip-current">Newest</span>}
          <span class="quiet">
            {' '}
            observed <Separated by="; " of={version.spans.slice(0, 3).map((span) => <DayRange {...span} />)} />
            {version.spans.length > 3 && ` and in ${version.spans.length - 3} more spans`}
          </span>
        </p>
      </div>
    </li>
  )
}

function MutedEntry({ record }: { record: MutedRecord }) {
  return (
    <li class="entry entry-muted">
      <p class="entry-date">
        <Day at={record.observedAt} />
      </p>
      <div class="entry-body">
        <p>
          <KindChip kind={record.kind} />{' '}
          {record.verdict !== 'policy' && <span>Received {VERDICT_WORDS[record.verdict]}. </span>}
          <span class="quiet">{record.reason}</span>
        </p>
      </div>
    </li>
  )
}
