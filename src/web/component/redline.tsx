/**
 * The redline: words, not lines. What was inserted is underlined and what was deleted is struck through, in `ins` and
 * `del`, and both are said in words for those who hear the page.
 */
import { NORMALISER_DESCRIPTIONS } from '../../service/normaliser.ts'
import { shortPath } from '../heading-path.ts'
import type { Segment, ShownRow, Stretch } from '../redline-model.ts'
import { count } from '../words.ts'
import { Icon } from './icon.tsx'

const ROW_MARKS = { same: '', inserted: '+', deleted: '−', edited: '±' } as const
const ROW_WORDS = {
  inserted: 'Inserted passage: ',
  deleted: 'Deleted passage: ',
  edited: 'Edited passage: ',
} as const

export function Redline({ stretches, unfolded }: { stretches: readonly Stretch[]; unfolded: boolean }) {
  return (
    <div class="redline" data-redline="">
      {stretches.map((stretch, at) =>
        stretch.kind === 'hunk' ? (
          <Hunk stretch={stretch} repeated={stretches[at - 1]?.heading === stretch.heading} />
        ) : (
          <Fold stretch={stretch} unfolded={unfolded} />
        ),
      )}
    </div>
  )
}

function Hunk({ stretch, repeated }: { stretch: Stretch; repeated: boolean }) {
  return (
    <div class="hunk">
      <p class="hunk-heading">{repeated ? '' : shortPath(stretch.heading)}</p>
      <div class="hunk-rows">
        {stretch.rows.map((shown) => (
          <Row shown={shown} />
        ))}
      </div>
    </div>
  )
}

function Fold({ stretch, unfolded }: { stretch: Stretch; unfolded: boolean }) {
  const headings = stretch.rows.filter(({ row }) => row.block === 'heading')
  const names = headings.map(({ row }) => row.segments.map(textOf).join(''))
  return (
    <details class="fold" open={unfolded}>
      <summary>
        {count(stretch.rows.length, 'unchanged passage')}
        {names.length > 0 && (
          <span class="quiet"> · {names.length > 2 ? `${names[0]} … ${names.at(-1)}` : names.join(', ')}</span>
        )}
      </summary>
      <div class="hunk">
        <p class="hunk-heading">{shortPath(stretch.heading)}</p>
        <div class="hunk-rows">
          {stretch.rows.map((shown) => (
            <Row shown={shown} />
          ))}
        </div>
      </div>
    </details>
  )
}

function Row({ shown }: { shown: ShownRow }) {
  const { row, oldNumber, movedFrom, links, different } = shown
  const depth = row.block === 'item' ? Math.min(row.depth, 4) : 0
  const mark = row.moved && row.kind === 'same' ? '↕' : ROW_MARKS[row.kind]
  return (
    <div
      class={`row row-${row.kind} row-${row.block}${depth > 1 ? ` indent-${depth}` : ''}`}
      id={rowId(shown)}
      {...(different ? { 'data-difference': '', tabindex: -1 } : {})}
    >
      {mark !== '' && (
        <span class="row-mark" aria-hidden="true">
          {mark}
        </span>
      )}
      <div class="row-text">
        {row.moved && (
          <p class="row-note">
            <Icon name="moved" />{' '}
            {movedFrom === null ? 'Moved within its section' : `Moved here from “${shortPath(movedFrom)}”`}
          </p>
        )}
        <p>
          {row.kind !== 'same' && <span class="sr">{ROW_WORDS[row.kind]}</span>}
          {oldNumber !== null && (
            <>
              <del>{oldNumber}</del>{' '}
            </>
          )}
          {row.number !== null && (
            <span class="number">{oldNumber === null ? row.number : <ins>{row.number}</ins>} </span>
          )}
          <Segments segments={row.segments} whole={row.kind !== 'edited'} />
        </p>
        {links.length > 0 && (
          <ul class="row-links">
            {links.map(({ before, after }) => (
              <li>
                Link target: {before !== null && <del>{before}</del>} {after !== null && <ins>{after}</ins>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

/** The anchor of a block of the new version, or of the old one where it is gone. */
function rowId({ row }: ShownRow): string | undefined {
  if (row.newBlocks[0] !== undefined) return `n${row.newBlocks[0]}`
  return row.oldBlocks[0] === undefined ? undefined : `o${row.oldBlocks[0]}`
}

/** `whole`: the row's own words have said already what happened to it. */
function Segments({ segments, whole }: { segments: readonly Segment[]; whole: boolean }) {
  return (
    <>
      {segments.map((segment) => {
        if (segment.kind === 'same') return segment.text
        if (segment.kind === 'hidden') return <Hidden segment={segment} />
        const Mark = segment.kind === 'inserted' ? 'ins' : 'del'
        return (
          <Mark>
            {!whole && <span class="sr">{segment.kind === 'inserted' ? '[inserted: ' : '[deleted: '}</span>}
            {segment.text}
            {!whole && <span class="sr">] </span>}
          </Mark>
        )
      })}
    </>
  )
}

/** What the comparison holds for equal: shown as it stands now, and what stood there before on asking. */
function Hidden({ segment }: { segment: Extract<Segment, { kind: 'hidden' }> }) {
  const rule = NORMALISER_DESCRIPTIONS[segment.normaliser] ?? segment.normaliser
  return (
    <span class="hidden-difference" title={`Before: “${segment.before}”. Hidden: ${rule}`}>
      {segment.after}
    </span>
  )
}

function textOf(segment: Segment): string {
  return segment.kind === 'hidden' ? segment.after : segment.kind === 'deleted' ? '' : segment.text
}
