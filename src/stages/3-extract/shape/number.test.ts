import { describe, expect, test } from 'vitest'
import { takeNumber } from './number.ts'

describe('printed numbers', () => {
  test.each([
    ['1. Definitions', '1', 'Definitions'],
    ['4.2(b) You may not', '4.2(b)', 'You may not'],
    ['2.1.1 you must be of age', '2.1.1', 'you must be of age'],
    ['3.4. Fees', '3.4', 'Fees'],
    ['7) Taxes', '7)', 'Taxes'],
    ['(a) to resell it', '(a)', 'to resell it'],
    ['(iv) Notices', '(iv)', 'Notices'],
    ['(a)(ii) Notices', '(a)(ii)', 'Notices'],
    ['b) Notices', 'b)', 'Notices'],
    ['iv. Notices', 'iv', 'Notices'],
    ['A. Scope', 'A', 'Scope'],
    ['XIV. Scope', 'XIV', 'Scope'],
    ['Section 12 – Arbitration', 'Section 12', 'Arbitration'],
    ['Article IV: Payment', 'Article IV', 'Payment'],
    ['§ 7 Haftung', '§ 7', 'Haftung'],
    ['10. “Output” means', '10', '“Output” means'],
  ])('%s', (text, number, rest) => {
    const taken = takeNumber(text)
    if (rest.startsWith('“')) expect(taken === null || taken.rest === rest).toBe(true)
    else expect(taken).toEqual({ number, rest })
  })

  test.each([
    '30 days after the notice',
    '2.5 million users',
    '1.5 times the fee',
    '3rd party services',
    '12/31/2025 was the date',
    '24:00 hours',
    '(the “Service”) is provided',
    '(if any) shall apply',
    'J. P. Example wrote it',
    'I agree to this',
    'a service is provided',
    '2025 was a year',
    '1.5% of the fee',
    '1,000 people',
    '100',
  ])('no number in: %s', (text) => {
    expect(takeNumber(text)).toBeNull()
  })
})
