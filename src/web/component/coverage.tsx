/**
 * A strip of time that shows when a document was observed, and hatched where it was not.
 * A drawing of what the list beneath it says; positions are attributes, because the pages allow no inline style.
 */
import type { Gap, VersionLine } from '../../store/view/track.ts'
import { coverageBlocks } from '../coverage.ts'
import { dayWords, monthWords } from '../date.ts'
import { count } from '../words.ts'

const WIDTH = 720
const TOP = 14
const HEIGHT = 20
/** Narrower than this a span could not be seen. */
const MIN_WIDTH = 1.5

type CoverageProps = {
  readonly versions: readonly VersionLine[]
  readonly gaps: readonly Gap[]
  readonly label: string
}

export function Coverage({ versions, gaps, label }: CoverageProps) {
  const blocks = coverageBlocks(versions)
  const first = blocks[0]
  if (!first) return null
  const ends = [...blocks, ...gaps].map((block) => Date.parse(block.to))
  const start = Math.min(Date.parse(first.from), ...gaps.map((gap) => Date.parse(gap.from)))
  const end = Math.max(...ends, start + 86_400_000)
  const x = (at: string | number) => ((typeof at === 'number' ? at : Date.parse(at)) - start) * (WIDTH / (end - start))
  return (
    <section class="coverage" tabindex={0} aria-label={`${label}, as a strip of time`}>
      <svg viewBox={`0 0 ${WIDTH} 52`} role="img" aria-label={words(versions.length, gaps.length, start, end)}>
        <rect class="coverage-gap" x="0" y={TOP} width={WIDTH} height={HEIGHT} />
        {blocks.map((block) => (
          <rect
            class={block.edition % 2 === 0 ? 'coverage-even' : 'coverage-odd'}
            x={round(x(block.from))}
            y={TOP}
            width={round(Math.max(MIN_WIDTH, x(block.to) - x(block.from)))}
            height={HEIGHT}
          />
        ))}
        {gaps.map((gap) => (
          <rect
            class="coverage-missed"
            x={round(x(gap.from))}
            y={TOP}
            width={round(Math.max(MIN_WIDTH, x(gap.to) - x(gap.from)))}
            height={HEIGHT}
          />
        ))}
        {versions.flatMap((version) =>
          version.change?.kind === 'substantive'
            ? [<path class="coverage-change" d={`M${round(x(version.change.detectedAt))} 12l-4-7h8z`} />]
            : [],
        )}
        {years(start, end).map((year) => (
          <>
            <path class="coverage-tick" d={`M${round(x(year.at))} ${TOP}v26`} />
            <text class="coverage-year" x={round(x(year.at)) + 3} y="48">
              {year.name}
            </text>
          </>
        ))}
      </svg>
      <p class="coverage-key">
        Blocks: the document was observed, in another tone from each change on. Light: not observed. Triangles:
        substantive changes.
      </p>
    </section>
  )
}

function words(versions: number, gaps: number, start: number, end: number): string {
  const [from, to] = [new Date(start).toISOString(), new Date(end).toISOString()]
  return `${count(versions, 'version')} and ${count(gaps, 'gap')}, from ${dayWords(from)} to ${dayWords(to)}`
}

function years(start: number, end: number): { at: number; name: string }[] {
  const first = new Date(start).getUTCFullYear() + 1
  const last = new Date(end).getUTCFullYear()
  if (last < first) return [{ at: start, name: monthWords(new Date(start).toISOString()) }]
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    at: Date.UTC(first + at, 0, 1),
    name: `${first + at}`,
  }))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
