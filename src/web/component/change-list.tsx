/** Lists of changes, grouped by the day on which they were detected; the same edit on many documents stands once. */
import { formatId } from '../../core/id.ts'
import { type ChangeGroup, type ChangeLine, groupLines } from '../../store/view/change.ts'
import { changePath, documentPath, platformPath } from '../address.ts'
import { dayOf } from '../date.ts'
import { DirectionChip, KindChip, SeverityChip } from './chip.tsx'
import { Separated } from './separated.tsx'
import { Day } from './time.tsx'

export function ChangeList({ lines, level = 3 }: { lines: readonly ChangeLine[]; level?: 2 | 3 }) {
  const days = Map.groupBy(groupLines(lines), ({ first }) => dayOf(first.detectedAt))
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div class="days">
      {[...days].map(([day, groups]) => (
        <section class="day">
          <Heading class="day-name">
            <Day at={day} />
          </Heading>
          <ul class="changes">
            {groups.map((group) => (
              <ChangeItem group={group} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function ChangeItem({ group: { first, others } }: { group: ChangeGroup }) {
  return (
    <li class={`change severity-${first.kind === 'substantive' ? first.severity : 'none'}`}>
      <p class="change-where">
        <a href={platformPath(first.platformSlug)}>{first.platformName}</a>
        <span aria-hidden="true"> · </span>
        <a href={documentPath(first.platformSlug, first.documentSlug)}>{first.documentTitle}</a>
        {first.trackKind === 'import' && <span class="quiet"> · as another archive recorded it</span>}
        {first.trackKind === 'supplied' && <span class="quiet"> · between files that the operator supplied</span>}
      </p>
      <p class="change-summary">
        <a href={changePath(first.number)}>{first.summary}</a>
      </p>
      <p class="change-marks">
        {first.kind === 'substantive' ? (
          <>
            <SeverityChip severity={first.severity} /> <DirectionChip direction={first.direction} />
          </>
        ) : (
          <KindChip kind={first.kind} />
        )}
        <span class="change-dates">
          <span class="id">{formatId('change', first.number)}</span>
          {first.effectiveOn && (
            <span>
              effective <Day at={first.effectiveOn} />
            </span>
          )}
        </span>
      </p>
      {others.length > 0 && (
        <p class="change-others">
          The same edit also on{' '}
          <Separated of={others.map((other) => <a href={changePath(other.number)}>{other.documentTitle}</a>)} />
        </p>
      )}
    </li>
  )
}
