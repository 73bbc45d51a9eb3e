/** Arguments parsed once, at the edge. What does not fit is a usage error that names the option. */
import { InvalidArgumentError } from 'commander'

/** A plain date that exists. */
export function parseDay(text: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('Write a date as YYYY-MM-DD.')
  return text
}

export function parseLimit(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Write a whole number from 1.')
  return value
}

export function parsePort(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('Write a port from 0 (any free one) to 65535.')
  return value
}
