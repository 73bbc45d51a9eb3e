import { describe, expect, test } from 'vitest'
import { ask, SMALL_LIMITS as LIMITS, textOf } from '../../test/ask.ts'
import { serveHttp, serveRaw } from '../../test/loopback.ts'
import refusedUrls from './fixtures/refused-urls.json' with { type: 'json' }
import { createHttpClient } from './http-client.ts'

describe('redirects', () => {
  const hops: Readonly<Record<string, string>> = {
    '/relative': 'end?x=1#part',
    '/other-host': 'http://other.example/end',
    '/circle': '/circle-2',
    '/circle-2': '/circle',
    '/self': '/self',
    '/private': 'http://10.0.0.5/',
    '/loopback': 'http://127.0.0.1/',
    '/by-name': 'https://localhost/admin',
    '/octal': '//0177.0.0.1/',
    '/metadata': 'http://[::ffff:169.254.169.254]/latest/',
    '/scheme': 'file:///etc/passwd',
    '/script': 'javascript:alert(1)',
    '/credentials': 'http://a:b@other.example/end',
    '/empty-credentials': 'http://@other.example/end',
    '/backslash': 'http://other.example\\@10.0.0.5/',
    '/port': 'http://www.clausewatch.org:6379/',
    '/broken': 'http://[::1',
  }
  const serve = () =>
    serveHttp((request, response) => {
      const step = /^\/chain-(\d+)$/.exec(request.url!)
      const location = step ? `/chain-${Number(step[1]) - 1}` : hops[request.url!]
      if (location && request.url !== '/chain-0') response.writeHead(302, { location }).end('moved')
      else
        response.end(`${request.method} ${request.headers.host}${request.url} ${request.headers.authorization ?? '-'}`)
    })

  test('are followed, and the way is told', async () => {
    await using server = await serve()
    const answer = await ask(server, { url: 'http://site.example/relative' })
    expect(answer).toMatchObject({
      kind: 'received',
      url: 'http://site.example/relative',
      finalUrl: 'http://site.example/end?x=1#part',
      redirects: ['http://site.example/relative'],
    })
    expect(textOf(answer)).toContain('/end?x=1 ')
  })

  test('keep the part of a page that was meant', async () => {
    await using server = await serve()
    expect(await ask(server, { url: 'http://site.example/other-host#privacy' })).toMatchObject({
      finalUrl: 'http://other.example/end#privacy',
    })
  })

  test('are understood when they are written in raw UTF-8', async () => {
    await using server = await serveRaw((socket, request) => {
      const isFirst = request.startsWith('GET / ')
      const head = isFirst ? 'HTTP/1.1 302 Found\r\nlocation: /bedingungen-für-alle' : 'HTTP/1.1 200 OK'
      socket.end(`${head}\r\ncontent-length: 0\r\n\r\n`)
    })
    expect(await ask(server)).toMatchObject({ finalUrl: 'http://site.example/bedingungen-f%C3%BCr-alle' })
  })

  test('lead to no spelling of the table, whatever it is read as', async () => {
    const location = new Map(refusedUrls.map(([url], index) => [`/${index}`, url!]))
    await using server = await serveRaw((socket, request) => {
      const to = location.get(/^GET (\S+)/.exec(request)?.[1] ?? '')
      const line = to === undefined ? '' : `location: ${to}\r\n`
      socket.end(`HTTP/1.1 ${to === undefined ? 200 : 302} OK\r\n${line}content-length: 0\r\n\r\n`)
    })
    await using client = createHttpClient({
      userAgent: 'Test/1',
      limits: LIMITS,
      hostAddresses: new Map([['site.example', server]]),
    })
    for (const [path, to] of location) {
      expect(await client.request({ url: to }), to).toMatchObject({ kind: 'refused-by-guard' })
      const answer = await client.request({ url: `http://site.example${path}` })
      // Written without a scheme and host of their own, some are paths of the site itself.
      if (answer.kind === 'received') expect(URL.parse(answer.finalUrl)?.host, to).toBe('site.example')
      else expect(['refused-by-guard', 'unreachable'], to).toContain(answer.kind)
      if (/^https?:\/\/[^\0-\x20\x7f]*$/i.test(to)) expect(answer, to).toMatchObject({ kind: 'refused-by-guard' })
    }
  })

  test('keep keys from other hosts', async () => {
    await using server = await serve()
    const headers = { authorization: 'Bearer secret' }
    expect(textOf(await ask(server, { url: 'http://site.example/relative', headers }))).toContain('secret')
    expect(textOf(await ask(server, { url: 'http://site.example/other-host', headers }))).toBe(
      'GET other.example/end -',
    )
  })

  test('a POST becomes a GET, as every browser does it', async () => {
    await using server = await serve()
    const answer = await ask(server, { url: 'http://site.example/relative', method: 'POST', body: 'x' })
    expect(textOf(answer)).toMatch(/^GET /)
  })

  test('are handed over where the caller follows them', async () => {
    await using server = await serve()
    expect(await ask(server, { url: 'http://site.example/relative', maxRedirects: 0 })).toMatchObject({
      status: 302,
      redirectsTo: 'http://site.example/end?x=1#part',
    })
  })

  test('as many as allowed pass, one more does not', async () => {
    await using server = await serve()
    expect(await ask(server, { url: 'http://site.example/chain-5' })).toMatchObject({ kind: 'received' })
    expect(await ask(server, { url: 'http://site.example/chain-6' })).toMatchObject({
      kind: 'unreachable',
      cause: 'redirects',
      reason: 'redirects more than 5 times',
    })
  })

  test.each(['/circle', '/self'])('%s ends', async (path) => {
    await using server = await serve()
    expect(await ask(server, { url: `http://site.example${path}` })).toMatchObject({
      kind: 'unreachable',
      reason: 'redirects in a circle',
      retry: false,
    })
  })

  test.each([
    ['/private', 'redirects to http://10.0.0.5/, which is 10.0.0.5, a private address'],
    ['/loopback', 'a loopback address'],
    ['/by-name', 'names under "localhost"'],
    ['/octal', 'is 127.0.0.1, a loopback address'],
    ['/metadata', 'mapped into IPv6 that carries 169.254.169.254'],
    ['/scheme', 'not http: or https:'],
    ['/script', 'not http: or https:'],
    ['/credentials', 'credentials'],
    ['/empty-credentials', 'credentials'],
    ['/backslash', 'backslash'],
    ['/port', 'has the port 6379'],
    ['/broken', 'not an address that can be read'],
  ])('%s is refused at the second hop', async (path, why) => {
    await using server = await serve()
    expect(await ask(server, { url: `http://site.example${path}` })).toMatchObject({
      kind: 'refused-by-guard',
      url: `http://site.example${path}`,
      reason: expect.stringContaining(why),
    })
  })
})

describe('names that change their address', () => {
  /** Answers each look-up with the next address; the last one stays. */
  const lookupInTurn = (...addresses: string[]) => {
    let count = 0
    return {
      lookup: async () => [{ address: addresses[Math.min(count++, addresses.length - 1)]!, family: 4 }],
      count: () => count,
    }
  }

  test('a name that is public at first and private on the next look-up reaches nothing private', async () => {
    await using server = await serveHttp((_, response) => response.setHeader('connection', 'close').end('inside'))
    const names = lookupInTurn('192.0.2.1', '127.0.0.1')
    await using client = createHttpClient({ userAgent: 'Test/1', limits: LIMITS, lookup: names.lookup })
    for (let round = 0; round < 3; round += 1) {
      const answer = await client.request({ url: `http://rebind.clausewatch.org:8080/` })
      expect(answer).toMatchObject({ kind: 'refused-by-guard' })
    }
    expect(names.count()).toBe(3)
    expect(server.connections()).toBe(0)
  })

  test('there is one look-up for the judgement and the connection: the second answer is never asked for', async () => {
    await using server = await serveHttp((_, response) => response.end('inside'))
    const names = lookupInTurn('127.0.0.1', '10.0.0.1')
    await using client = createHttpClient({
      userAgent: 'Test/1',
      limits: LIMITS,
      lookup: names.lookup,
      allowPrivateHosts: ['rebind.clausewatch.org'],
    })
    const url = `http://rebind.clausewatch.org:${server.port}/`
    expect(textOf(await client.request({ url }))).toBe('inside')
    expect(names.count()).toBe(1)
  })

  test('an allowed host that turns to cloud metadata is refused all the same', async () => {
    const names = lookupInTurn('169.254.169.254')
    await using client = createHttpClient({
      userAgent: 'Test/1',
      limits: LIMITS,
      lookup: names.lookup,
      allowPrivateHosts: ['inside.clausewatch.org'],
    })
    expect(await client.request({ url: 'http://inside.clausewatch.org/' })).toEqual({
      kind: 'refused-by-guard',
      url: 'http://inside.clausewatch.org/',
      reason: 'resolves to 169.254.169.254, the address of cloud metadata',
    })
  })

  test('a name that cannot be looked up is said so, with whether to come again', async () => {
    for (const [code, retry] of [
      ['ENOTFOUND', false],
      ['EAI_AGAIN', true],
    ] as const) {
      const lookup = () => Promise.reject(Object.assign(new Error(code), { code }))
      await using client = createHttpClient({ userAgent: 'Test/1', limits: LIMITS, lookup })
      const answer = await client.request({ url: 'https://gone.clausewatch.org/' })
      expect(answer).toMatchObject({ kind: 'unreachable', cause: 'name', retry })
    }
  })
})
