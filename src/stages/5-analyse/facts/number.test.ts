import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NUMBER, parseNumber } from './number.ts'

test.each([
  ['30', 30],
  ['thirty', 30],
  ['thirty (30)', 30],
  ['30 (thirty)', 30],
  ['twenty-one', 21],
  ['forty five', 45],
  ['one hundred', 100],
  ['a hundred', 100],
  ['two hundred and fifty', 250],
  ['one thousand', 1000],
  ['five hundred thousand', 500_000],
  ['1,000', 1000],
  ['12,345,678', 12_345_678],
])('"%s" is %d', (text, value) => {
  expect(parseNumber(text)).toBe(value)
  expect(new RegExp(`^(?:${NUMBER})$`).test(text)).toBe(true)
})

test.each(['', 'soon', 'thirty apples', 'and'])('"%s" is no number', (text) => {
  expect(parseNumber(text)).toBeNull()
})

test('any number in digits reads as itself, with or without separators', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
      expect(parseNumber(String(value))).toBe(value)
      expect(parseNumber(value.toLocaleString('en-US'))).toBe(value)
    }),
  )
})
