import { describe, expect, test } from 'vitest'
import { backoffMs, isTransient, MAX_RETRY_AFTER_MS, parseRetryAfter } from './retry.ts'

const NOW = new Date('2026-11-21T08:00:00Z')

describe('Retry-After', () => {
  test.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Sat, 21 Nov 2026 08:01:30 GMT', 90_000],
    ['Saturday, 21-Nov-26 08:01:30 GMT', 90_000],
    ['Sat Nov 21 08:01:30 2026', 90_000],
    ['Sat, 21 Nov 2026 07:00:00 GMT', 0],
    ['99999999', MAX_RETRY_AFTER_MS],
    ['Fri, 31 Dec 2100 23:59:59 GMT', MAX_RETRY_AFTER_MS],
  ])('%s is %i ms', (value, expected) => {
    expect(parseRetryAfter(value, NOW)).toBe(expected)
  })

  test.each(['', '-5', '1.5', '2 minutes', 'soon', '2026-11-21', 'Sat, 21 Nov 2026 08:01:30 +0100', undefined])(
    '%s says nothing',
    (value) => {
      expect(parseRetryAfter(value, NOW)).toBeNull()
    },
  )
})

test.each([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529, 530])('%i may pass by itself', (status) => {
  expect(isTransient(status, {})).toBe(true)
})

test.each([200, 301, 304, 400, 401, 403, 404, 405, 410, 451, 501, 505, 511, 526])('%i stays', (status) => {
  expect(isTransient(status, {})).toBe(false)
})

test('a wall that says it is one is not tried again', () => {
  expect(isTransient(503, { 'cf-mitigated': 'challenge' })).toBe(false)
  expect(isTransient(429, { 'x-vercel-mitigated': 'challenge' })).toBe(false)
})

test('waits double, with room for chance, and have an end', () => {
  expect([1, 2, 3].map((attempt) => backoffMs(attempt, () => 0))).toEqual([1000, 2000, 4000])
  expect([1, 2, 3].map((attempt) => backoffMs(attempt, () => 0.999999))).toEqual([2000, 4000, 8000])
  expect(backoffMs(30, () => 0.999999)).toBe(60_000)
})
