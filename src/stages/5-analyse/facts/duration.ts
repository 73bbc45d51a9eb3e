/** Spans of time as policies write them: "thirty (30) days", "12-month period", "two years". */
import { NUMBER, parseNumber } from './number.ts'

export type DurationUnit = 'hour' | 'day' | 'week' | 'month' | 'year' | 'minute'
export type Duration = {
  readonly count: number
  readonly unit: DurationUnit
  readonly qualifier: 'business' | 'calendar' | 'rolling' | null
}

/** Source of a pattern of one duration in folded text; no capture groups. */
export const DURATION = `(?:${NUMBER})(?: |-)?(?: ?(?:full|consecutive|additional|rolling|business|working|calendar))?(?: |-)?(?:minute|hour|day|week|month|year)s?`

const PARTS = new RegExp(
  `^(${NUMBER})(?: |-)?(?: ?(full|consecutive|additional|rolling|business|working|calendar))?(?: |-)?(minute|hour|day|week|month|year)s?`,
)

/** A match of `DURATION` as a number and its unit; null when it is none. */
export function parseDuration(folded: string): Duration | null {
  const match = PARTS.exec(folded.trim())
  const count = match?.[1] === undefined ? null : parseNumber(match[1])
  if (!match || count === null) return null
  const word = match[2]
  const qualifier =
    word === 'working' || word === 'business' ? 'business' : word === 'calendar' || word === 'rolling' ? word : null
  return { count, unit: match[3] as DurationUnit, qualifier }
}

/** "30 days", "1 year", "5 business days". */
export function durationText({ count, unit, qualifier }: Duration): string {
  return `${count} ${qualifier ? `${qualifier} ` : ''}${unit}${count === 1 ? '' : 's'}`
}

/** Whole days; null for units that have no fixed number of days, and months count 30 and years 365 as notices do. */
export function inDays({ count, unit }: Duration): number | null {
  const days = { minute: null, hour: null, day: 1, week: 7, month: 30, year: 365 }[unit]
  return days === null ? null : count * days
}
