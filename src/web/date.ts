/** Moments and plain dates as people read them: "12 March 2026", always UTC. */

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })

/** Of a moment or a plain date. What is no date is given back as it is. */
export function dayWords(at: string): string {
  const time = Date.parse(at)
  return Number.isNaN(time) ? at : DAY.format(time)
}

export function momentWords(at: string): string {
  const time = Date.parse(at)
  return Number.isNaN(time) ? at : `${DAY.format(time)}, ${CLOCK.format(time)} UTC`
}

export function monthWords(at: string): string {
  const time = Date.parse(at)
  return Number.isNaN(time) ? at : MONTH.format(time)
}

/** The plain date of a moment. */
export function dayOf(at: string): string {
  return at.slice(0, 10)
}

/** "2 days", "5 hours", "1 minute", of a number of minutes; the largest unit that fits. */
export function minutesWords(minutes: number): string {
  for (const [unit, size] of [
    ['day', 1440],
    ['hour', 60],
  ] as const) {
    if (minutes >= size && minutes % size === 0) return `${minutes / size} ${unit}${minutes === size ? '' : 's'}`
  }
  return `${minutes} minute${minutes === 1 ? '' : 's'}`
}
