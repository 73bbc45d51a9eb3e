import { describe, expect, test } from 'vitest'
import refusedUrls from './fixtures/refused-urls.json' with { type: 'json' }
import { checkUrl, createGuard, type Lookup } from './guard.ts'

const knownNames: Readonly<Record<string, readonly string[]>> = {
  'public.clausewatch.org': ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'inside.clausewatch.org': ['10.0.0.5'],
  'both.clausewatch.org': ['93.184.215.14', '192.168.0.1'],
  'six.clausewatch.org': ['93.184.215.14', '::ffff:127.0.0.1'],
  'zone.clausewatch.org': ['fe80::1%eth0'],
  'meta.clausewatch.org': ['169.254.169.254'],
  'nobody.clausewatch.org': [],
}
const lookup: Lookup = async (host) =>
  (knownNames[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

describe('an address as it is written', () => {
  const guard = createGuard()

  test.each(refusedUrls as [string, string][])('%j is refused and says why: %s', (url, why) => {
    expect(guard.check(url)).toMatchObject({ kind: 'refused', reason: expect.stringContaining(why) })
  })

  test('the table holds at least 150 different spellings', () => {
    expect(new Set(refusedUrls.map(([url]) => url)).size).toBeGreaterThanOrEqual(150)
  })

  test.each([
    'http://www.clausewatch.org/',
    'https://www.clausewatch.org./terms?x=1#y',
    'https://WWW.Clausewatch.ORG:443/',
    'https://www.clausewatch.org:8443/@user/terms',
    'https://bücher.clausewatch.org/',
    'https://93.184.215.14/',
    'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
    'https://localhost.clausewatch.org/',
    'https://www.clausewatch.org/?next=http://127.0.0.1/',
    'http://172.32.0.1/',
    'http://11.0.0.1/',
    'http://100.128.0.1/',
  ])('%s is let through', (url) => {
    expect(guard.check(url)).toMatchObject({ kind: 'target' })
  })

  test('an address longer than any real one is refused', () => {
    expect(checkUrl(`https://www.clausewatch.org/${'a'.repeat(9000)}`)).toMatchObject({ kind: 'refused' })
  })
})

describe('the addresses that a name leads to', () => {
  const guard = createGuard({}, lookup)

  test('a public name gives all its addresses', async () => {
    expect(await guard.resolve('public.clausewatch.org', 443)).toEqual({
      kind: 'resolved',
      port: 443,
      addresses: [
        { address: '93.184.215.14', family: 4 },
        { address: '2606:2800:21f:cb07:6820:80da:af6b:8b2c', family: 6 },
      ],
    })
  })

  test.each([
    ['inside.clausewatch.org', 'resolves to 10.0.0.5, a private address'],
    ['both.clausewatch.org', 'resolves to 192.168.0.1, a private address'],
    ['six.clausewatch.org', 'resolves to ::ffff:127.0.0.1, an IPv4 address mapped into IPv6 that carries 127.0.0.1'],
    ['zone.clausewatch.org', 'resolves to "fe80::1%eth0", which is not a plain IP address'],
    ['meta.clausewatch.org', 'resolves to 169.254.169.254, the address of cloud metadata'],
    ['nobody.clausewatch.org', 'resolves to no address'],
  ])('%s: one bad address is enough', async (host, reason) => {
    expect(await guard.resolve(host, 443)).toEqual({ kind: 'refused', reason })
  })
})

describe('what an operator allows', () => {
  const guard = createGuard(
    {
      allowPrivateHosts: ['inside.clausewatch.org', 'localhost:11434', '10.0.0.7', 'meta.clausewatch.org', '::1'],
      hostAddresses: new Map([['www.something.example', { address: '127.0.0.1', port: 41_234 }]]),
    },
    lookup,
  )

  test('a named host may be private, on any port', async () => {
    expect(guard.check('http://inside.clausewatch.org:9000/')).toMatchObject({ kind: 'target' })
    expect(await guard.resolve('inside.clausewatch.org', 9000)).toMatchObject({ kind: 'resolved', port: 9000 })
    expect(guard.check('http://10.0.0.7/')).toMatchObject({ kind: 'target' })
    expect(guard.check('http://[::1]:3000/')).toMatchObject({ kind: 'target' })
    expect(await guard.resolve('::1', 3000)).toMatchObject({ kind: 'resolved' })
  })

  test('an allowance with a port is for that port', () => {
    expect(guard.check('http://localhost:11434/v1')).toMatchObject({ kind: 'target' })
    expect(guard.check('http://localhost:11435/v1')).toMatchObject({ kind: 'refused' })
    expect(guard.check('http://localhost/')).toMatchObject({ kind: 'refused' })
  })

  test('its neighbours stay refused', async () => {
    expect(guard.check('http://10.0.0.8/')).toMatchObject({ kind: 'refused' })
    expect(guard.check('http://sub.inside.clausewatch.org:9000/')).toMatchObject({ kind: 'refused' })
    expect(await guard.resolve('both.clausewatch.org', 80)).toMatchObject({ kind: 'refused' })
  })

  test('no allowance reaches cloud metadata', async () => {
    expect(await guard.resolve('meta.clausewatch.org', 80)).toMatchObject({
      reason: 'resolves to 169.254.169.254, the address of cloud metadata',
    })
  })

  test('a public page cannot send us to an allowed private host, another allowed one can', () => {
    const to = 'http://localhost:11434/api/delete'
    expect(guard.check(to, 'https://public.clausewatch.org/')).toMatchObject({
      reason: 'is a private host (localhost) to which a public page redirects',
    })
    expect(guard.check(to, 'http://10.0.0.7/')).toMatchObject({ kind: 'target' })
  })

  test('a fictional host leads to exactly its address, and its siblings nowhere', async () => {
    expect(guard.check('http://www.something.example/terms')).toMatchObject({ kind: 'target' })
    expect(await guard.resolve('www.something.example', 80)).toEqual({
      kind: 'resolved',
      port: 41_234,
      addresses: [{ address: '127.0.0.1', family: 4 }],
    })
    expect(guard.check('http://www.other.example/')).toMatchObject({ kind: 'refused' })
    expect(guard.check('http://127.0.0.1:41234/')).toMatchObject({ kind: 'refused' })
  })
})
