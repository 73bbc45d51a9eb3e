import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MONEY, moneyText, parseMoney } from './money.ts'

test.each([
  ['$100', 'USD 100'],
  ['us$1,000.00', 'USD 1000'],
  ['u.s. $50', 'USD 50'],
  ['usd 250', 'USD 250'],
  ['250 usd', 'USD 250'],
  ['one hundred dollars ($100)', 'USD 100'],
  ['one hundred us dollars', 'USD 100'],
  ['€50', 'EUR 50'],
  ['100 euros', 'EUR 100'],
  ['£20', 'GBP 20'],
  ['cad $75', 'CAD 75'],
  ['a$40', 'AUD 40'],
  ['$2 million', 'USD 2000000'],
  ['chf 300', 'CHF 300'],
  ['sek 60', 'SEK 60'],
  ['€214.410,50', 'EUR 214410.5'],
  ['$1.000', 'USD 1000'],
])('"%s" is %s', (text, printed) => {
  const money = parseMoney(text)
  expect(money && moneyText(money)).toBe(printed)
  expect(new RegExp(`^(?:${MONEY})`).test(text)).toBe(true)
})

test('an amount without a number is none', () => {
  expect(parseMoney('dollars')).toBeNull()
})

test.each(['limited to one audit per year', 'a standalone audio file', 'we seek 60 days', 'sixty (60) days'])(
  'no amount stands in "%s"',
  (text) => {
    expect(new RegExp(MONEY).test(text)).toBe(false)
  },
)

test('a letter before the sign belongs to the word before', () => {
  expect(new RegExp(MONEY).exec('exceeds $10,000')?.[0].trim()).toBe('$10,000')
})

test('whole dollars read as themselves', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999 }), (amount) => {
      expect(parseMoney(`$${amount.toLocaleString('en-US')}`)?.amount).toBe(amount)
    }),
  )
})
