/** Dates with their machine-readable form. A date that is not known is said to be absent, never guessed. */
import type { PrintedDate } from '../../core/reading.ts'
import { dayOf, dayWords, momentWords } from '../date.ts'

export function Day({ at }: { at: string }) {
  return <time datetime={dayOf(at)}>{dayWords(at)}</time>
}

export function Moment({ at }: { at: string }) {
  return <time datetime={at}>{momentWords(at)}</time>
}

/** One day, or from one to another. */
export function DayRange({ from, to }: { from: string; to: string }) {
  if (dayOf(from) === dayOf(to)) return <Day at={from} />
  return (
    <>
      <Day at={from} /> to <Day at={to} />
    </>
  )
}

export function Printed({ date }: { date: PrintedDate | null }) {
  if (date === null) return <span class="quiet">none found in the text</span>
  if (date.kind === 'exact') return <Day at={date.on} />
  return (
    <>
      “{date.printed}”, <span class="quiet">approximately</span> <DayRange from={date.from} to={date.to} />
    </>
  )
}
