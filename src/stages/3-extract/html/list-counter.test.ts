import { expect, test } from 'vitest'
import { formatCounter } from './list-counter.ts'

test.each([
  [1, 'decimal', '1'],
  [-3, 'decimal', '-3'],
  [1, 'lower-alpha', 'a'],
  [26, 'upper-alpha', 'Z'],
  [27, 'lower-alpha', 'aa'],
  [702, 'lower-alpha', 'zz'],
  [703, 'lower-alpha', 'aaa'],
  [0, 'lower-alpha', '0'],
  [4, 'lower-roman', 'iv'],
  [1994, 'upper-roman', 'MCMXCIV'],
  [4000, 'lower-roman', '4000'],
  [5, 'none', null],
] as const)('%i as %s is %s', (value, style, text) => {
  expect(formatCounter(value, style)).toBe(text)
})
