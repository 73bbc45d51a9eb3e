import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DATE, parseDate } from './date.ts'

test.each([
  ['march 3, 2025', '2025-03-03'],
  ['mar. 3, 2025', '2025-03-03'],
  ['3 march 2025', '2025-03-03'],
  ['3rd of march, 2025', '2025-03-03'],
  ['sept 14, 2024', '2024-09-14'],
  ['may 27 2025', '2025-05-27'],
  ['2025-03-03', '2025-03-03'],
  ['2025/3/3', '2025-03-03'],
  ['3.4.2025', '2025-04-03'],
  ['3/4/2025', '2025-03-04'],
  ['23/4/2025', '2025-04-23'],
  ['6/18/25', '2025-06-18'],
  ['12-feb-2023', '2023-02-12'],
  ['february 29, 2024', '2024-02-29'],
])('"%s" is %s', (text, date) => {
  expect(parseDate(text)).toBe(date)
})

test.each([
  'february 29, 2023',
  'april 31, 2024',
  '2025-13-01',
  'march 2025',
  '31.31.2025',
  'march 3',
  'tomorrow',
  '45 may 2024',
])('"%s" is no date', (text) => {
  expect(parseDate(text)).toBeNull()
})

test('every day of the calendar survives being written and read', () => {
  const names = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ]
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 14_000 }), (offset) => {
      const iso = new Date(Date.UTC(1995, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10)
      const [year = '', month = '', day = ''] = iso.split('-')
      const name = (names[Number(month) - 1] ?? '').toLowerCase()
      expect(parseDate(iso)).toBe(iso)
      expect(parseDate(`${name} ${Number(day)}, ${year}`)).toBe(iso)
      expect(parseDate(`${Number(day)} ${name} ${year}`)).toBe(iso)
      expect(parseDate(`${Number(day)}.${Number(month)}.${year}`)).toBe(iso)
      expect(new RegExp(`^(?:${DATE})$`).test(iso)).toBe(true)
    }),
  )
})
