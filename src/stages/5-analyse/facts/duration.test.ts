import { expect, test } from 'vitest'
import { DURATION, durationText, inDays, parseDuration } from './duration.ts'

test.each([
  ['30 days', '30 days', 30],
  ['thirty (30) days', '30 days', 30],
  ['12-month', '12 months', 360],
  ['one year', '1 year', 365],
  ['five (5) business days', '5 business days', 5],
  ['thirty (30) rolling days', '30 rolling days', 30],
  ['two weeks', '2 weeks', 14],
  ['seven calendar days', '7 calendar days', 7],
])('"%s" is %s', (text, printed, days) => {
  const duration = parseDuration(text)
  expect(duration && durationText(duration)).toBe(printed)
  expect(duration && inDays(duration)).toBe(days)
  expect(new RegExp(`^(?:${DURATION})$`).test(text)).toBe(true)
})

test('hours are no days', () => {
  const duration = parseDuration('24 hours')
  expect(duration?.unit).toBe('hour')
  expect(duration && inDays(duration)).toBeNull()
})

test.each(['a while', 'days', '30', 'thirty'])('"%s" is no duration', (text) => {
  expect(parseDuration(text)).toBeNull()
})
