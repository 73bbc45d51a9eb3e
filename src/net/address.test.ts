import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, test } from 'vitest'
import { checkAddress, isSameAddress } from './address.ts'
import { checkUrl, createGuard } from './guard.ts'
import { SPECIAL_RANGES } from './special-ranges.ts'

describe('the table of ranges', () => {
  test.each(SPECIAL_RANGES.map((range) => [range.cidr, range] as const))(
    '%s is refused from end to end',
    (cidr, range) => {
      const [address, bits] = ipaddr.parseCIDR(cidr)
      const width = address.kind() === 'ipv6' ? 128 : 32
      const first = BigInt(`0x${Buffer.from(address.toByteArray()).toString('hex')}`)
      const last = first | ((1n << BigInt(width - bits)) - 1n)
      for (const value of [first, (first + last) / 2n, last]) {
        expect(checkAddress(toText(value, width)), `${value}`).toMatchObject({
          kind: expect.stringMatching(/private|never/),
        })
      }
      // More exact ranges inside a bigger one may be stricter, never more lenient.
      if (!range.allowable) expect(checkAddress(toText(last, width)).kind).toBe('never')
    },
  )

  test.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '191.255.255.255',
    '192.0.1.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2001:200::1',
    '2606:4700::1111',
    '2a00:1450:4001:80b::200e',
    '3ffe::1',
  ])('%s, an ordinary neighbour, is public', (ip) => {
    expect(checkAddress(ip)).toEqual({ kind: 'public' })
  })

  test.each(['', '127.1', '0177.0.0.1', '0x7f.1', '2130706433', '::1%lo', 'localhost', '1.2.3.4 ', '[::1]', '1.2.3'])(
    '%j is no address as a socket gives it, and refused',
    (ip) => {
      expect(checkAddress(ip).kind).toBe('never')
    },
  )
})

describe('however an address is spelled', () => {
  const part = (radix: 'decimal' | 'octal' | 'hex', value: number) =>
    radix === 'decimal' ? String(value) : radix === 'octal' ? `0${value.toString(8)}` : `0x${value.toString(16)}`
  const radix = fc.constantFrom('decimal' as const, 'octal' as const, 'hex' as const)
  const privateAddress = fc.oneof(
    fc.tuple(fc.constantFrom(0, 10, 127), fc.nat(255), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(169), fc.constant(254), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.integer({ min: 224, max: 255 }), fc.nat(255), fc.nat(255), fc.nat(255)),
  )
  const guard = createGuard()

  test('parts in any base, the last ones run together, are refused', () => {
    fc.assert(
      fc.property(
        privateAddress,
        fc.array(radix, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (bytes, radices, parts) => {
          const tail = bytes.slice(parts - 1).reduce((sum, byte) => sum * 256 + byte, 0)
          const host = [...bytes.slice(0, parts - 1), tail]
            .map((value, index) => part(radices[index]!, value))
            .join('.')
          expect(guard.check(`http://${host}/`), host).toMatchObject({ kind: 'refused' })
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('hidden in IPv6 by any of the known ways, it is refused', () => {
    fc.assert(
      fc.property(
        privateAddress,
        fc.constantFrom('::', '::ffff:', '::ffff:0:', '64:ff9b::', '64:ff9b:1::'),
        (bytes, prefix) => {
          expect(guard.check(`http://[${prefix}${bytes.join('.')}]/`)).toMatchObject({ kind: 'refused' })
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('no text whatever makes the check throw, and what passes reads the same a second time', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.webUrl(),
          fc.string().map((text) => `http://${text}/`),
        ),
        (text) => {
          const check = checkUrl(text)
          if (check.kind === 'target')
            expect(checkUrl(check.url.href)).toMatchObject({ kind: 'target', host: check.host })
        },
      ),
      { numRuns: 5000 },
    )
  })
})

test('two spellings of one address are the same', () => {
  expect(isSameAddress('::1', '0:0:0:0:0:0:0:1')).toBe(true)
  expect(isSameAddress('::ffff:10.0.0.5', '10.0.0.5')).toBe(true)
  expect(isSameAddress('10.0.0.5', '10.0.0.6')).toBe(false)
  expect(isSameAddress('', '')).toBe(false)
})

function toText(value: bigint, width: number): string {
  const bytes = Buffer.from(value.toString(16).padStart(width / 4, '0'), 'hex')
  return ipaddr.fromByteArray([...bytes]).toString()
}
