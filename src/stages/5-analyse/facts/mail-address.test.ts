import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailAddressesIn } from './mail-address.ts'

test('addresses are found with their place, in lower case', () => {
  const text = 'Write to Privacy@Quillfern.example or dpo+eu@mail.quillfern.example.'
  const found = mailAddressesIn(text)
  expect(found.map((one) => one.address)).toEqual(['privacy@quillfern.example', 'dpo+eu@mail.quillfern.example'])
  expect(found.map((one) => text.slice(one.start, one.end))).toEqual([
    'Privacy@Quillfern.example',
    'dpo+eu@mail.quillfern.example',
  ])
})

test('an address that hides its signs is read', () => {
  expect(mailAddressesIn('privacy [at] quillfern [dot] example').map((one) => one.address)).toEqual([
    'privacy@quillfern.example',
  ])
})

test.each(['@Creators', 'a username such as @quill', 'me@home', 'one@two.com@three.com'])(
  '"%s" holds no clear address',
  (text) => {
    expect(mailAddressesIn(text).map((one) => one.address)).not.toContain('one@two.com')
    if (!text.includes('three')) expect(mailAddressesIn(text)).toEqual([])
  },
)

test('any text is read in good time and every place is inside of it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      for (const { start, end } of mailAddressesIn(text))
        expect(start >= 0 && end <= text.length && start < end).toBe(true)
    }),
  )
})
