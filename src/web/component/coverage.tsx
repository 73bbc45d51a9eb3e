/**
 * A strip of time that shows when a document was observed: one block a span, and nothing where nothing was observed.
 * A drawing of what the list beneath it says; positions are attributes, because the pages allow no inline style.
 */
import type { VersionLine } from '../../store/view/track.ts'
import { dayWords, monthWords } from '../date.ts'

const WIDTH = 720
const TOP = 14
const HEIGHT = 20
/** Narrower than this a span could not be seen. */
const MIN_WIDTH = 1.5

export function Coverage({ versions, label }: { versions: readonly VersionLine[]; label: string }) {
  const spans = versions.flatMap((version, at) => version.spans.map((span) => ({ ...span, at, version })))
  if (spans.length === 0) return null
  const start = Math.min(...spans.map((span) => Date.parse(span.from)))
  const end = Math.max(...spans.map((span) => Date.parse(span.to)), start + 86_400_000)
  const x = (at: string | number) => ((typeof at === 'number' ? at : Date.parse(at)) - start) * (WIDTH / (end - start))
  return (
    <section class="coverage" tabindex={0} aria-label={`${label}, as a strip of time`}>
      <svg viewBox={`0 0 ${WIDTH} 52`} role="img" aria-label={words(spans.length, versions.length, start, end)}>
        <rect class="coverage-gap" x="0" y={TOP} width={WIDTH} height={HEIGHT} />
        {spans.map((span) => (
          <rect
            class={span.at % 2 === 0 ? 'coverage-even' : 'coverage-odd'}
            x={round(x(span.from))}
            y={TOP}
            width={round(Math.max(MIN_WIDTH, x(span.to) - x(span.from)))}
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
    </section>
  )
}

function words(spans: number, versions: number, start: number, end: number): string {
  const [from, to] = [new Date(start).toISOString(), new Date(end).toISOString()]
  return `${versions} versions in ${spans} spans, from ${dayWords(from)} to ${dayWords(to)}`
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
