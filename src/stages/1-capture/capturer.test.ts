import { describe, expect, test } from 'vitest'
import { type Answering, setUp, withRobots } from '../../../test/capture-site.ts'
import { serveRaw } from '../../../test/loopback.ts'

describe('a page that is received', () => {
  test('has its bytes, named by them, and the headers that matter', async () => {
    await using site = await setUp(
      withRobots(404, (_, response) => {
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          etag: '"v1"',
          'set-cookie': ['datadome=secret; Path=/; Expires=Sat, 21 Nov 2026 08:00:00 GMT', '__cf_bm=x'],
          'x-frame-options': 'DENY',
        })
        response.end('<p>Terms</p>')
      }),
    )
    const capture = await site.capture()
    expect(capture).toMatchObject({ outcome: 'received', status: 200, reason: '', retry: false })
    expect(capture.parts).toMatchObject([
      {
        kind: 'response',
        sizeBytes: 12,
        mediaType: 'text/html; charset=utf-8',
        sha256: '7ab9711360d35627a0cd1bb00efd7acca8dc1520989fde1e26f3f71a81db7655',
      },
    ])
    expect(capture.headers).toEqual({
      'content-type': 'text/html; charset=utf-8',
      etag: '"v1"',
      date: expect.any(String),
      'set-cookie': 'datadome=, __cf_bm=',
    })
  })

  test('was asked for by our name, with a contact, in the language of the edition', async () => {
    const seen: (string | undefined)[] = []
    await using site = await setUp((request, response) => {
      seen.push(request.headers['user-agent'], request.headers['accept-language'])
      response.end()
    })
    const capture = await site.capture({ locale: 'de-AT' })
    const us = 'Clausewatch/0.1 (+https://ops.example/)'
    expect(seen).toEqual([us, undefined, us, 'de-AT,de;q=0.9,en;q=0.8'])
    expect(capture.sent).toEqual({ userAgent: us, acceptLanguage: 'de-AT,de;q=0.9,en;q=0.8' })
  })

  test.each([401, 403, 404, 410, 451])(
    'may be refused by its server (%i): that is received, and not tried again',
    async (status) => {
      await using site = await setUp(withRobots('', (_, response) => response.writeHead(status).end('no')))
      expect(await site.capture()).toMatchObject({
        outcome: 'received',
        status,
        retry: false,
        parts: [{ sizeBytes: 2 }],
      })
      expect(site.log).toHaveLength(2)
    },
  )

  test('may lie behind redirects, also to another host whose robots.txt is asked first', async () => {
    await using site = await setUp(
      withRobots('', (request, response) => {
        if (request.url === '/end') response.end('text')
        else
          response.writeHead(301, { location: request.url === '/terms' ? '/next' : 'http://other.example/end' }).end()
      }),
    )
    expect(await site.capture()).toMatchObject({ outcome: 'received', finalUrl: 'http://other.example/end' })
    expect(site.log).toEqual([
      'site.example/robots.txt',
      'site.example/terms',
      'site.example/next',
      'other.example/robots.txt',
      'other.example/end',
    ])
  })
})

describe('conditional requests', () => {
  const answer: Answering = withRobots('', (request, response) => {
    const isKnown = request.headers['if-none-match'] === '"v1"' || request.headers['if-modified-since'] === 'then'
    response.writeHead(isKnown ? 304 : 200, { etag: '"v1"' }).end()
  })

  test.each([{ etag: '"v1"' }, { lastModified: 'then' }])(
    'with %j leave a capture without parts',
    async (conditional) => {
      await using site = await setUp(answer)
      expect(await site.capture({ conditional })).toMatchObject({ outcome: 'not-modified', status: 304, parts: [] })
    },
  )

  test('that no longer hold receive the page', async () => {
    await using site = await setUp(answer)
    expect(await site.capture({ conditional: { etag: '"v0"' } })).toMatchObject({ outcome: 'received', status: 200 })
  })

  test('"not modified" without a condition is no answer', async () => {
    await using site = await setUp(withRobots('', (_, response) => response.writeHead(304).end()))
    expect(await site.capture()).toMatchObject({
      outcome: 'unreachable',
      status: 304,
      parts: [],
      reason: 'answered "not modified" although it was not asked to compare',
    })
  })
})

describe('politeness to a host', () => {
  test('one request at a time, spaced; other hosts do not wait', async () => {
    let open = 0
    let most = 0
    await using site = await setUp(
      withRobots('', (_, response) => {
        open += 1
        most = Math.max(most, open)
        setTimeout(() => {
          open -= 1
          response.end('text')
        }, 30)
      }),
    )
    await site.capture()
    site.clock.advance(60_000)
    const before = site.clock.slept.length
    await Promise.all([1, 2, 3].map((page) => site.capture({ url: `http://site.example/${page}` })))
    expect(most).toBe(1)
    expect(site.clock.slept.slice(before)).toEqual([2000, 2000])
  })

  test('a wished delay widens the spacing', async () => {
    await using site = await setUp(withRobots('User-agent: *\nCrawl-delay: 10'))
    await site.capture()
    await site.capture()
    expect(site.clock.slept).toEqual([2000, 10_000])
  })

  test('Retry-After is waited for, then the page is asked for again', async () => {
    let count = 0
    await using site = await setUp(
      withRobots('', (_, response) => {
        count += 1
        if (count === 1) response.writeHead(429, { 'retry-after': '45' }).end()
        else response.end('text')
      }),
    )
    expect(await site.capture()).toMatchObject({ outcome: 'received', status: 200 })
    expect(site.clock.slept).toEqual([2000, 45_000])
  })

  test('a long Retry-After ends the attempt, and the host is left alone until then', async () => {
    await using site = await setUp(
      withRobots('', (_, response) =>
        response.writeHead(503, { 'retry-after': 'Sat, 21 Nov 2026 09:00:00 GMT' }).end(),
      ),
    )
    expect(await site.capture()).toMatchObject({ outcome: 'received', status: 503, retry: true })
    const asked = site.log.length
    expect(await site.capture()).toMatchObject({
      outcome: 'unreachable',
      reason: 'asked to be left alone until 2026-11-21T09:00:00Z',
      retry: true,
    })
    expect(site.log).toHaveLength(asked)
    site.clock.advance(3600_000)
    await site.capture()
    expect(site.log.length).toBeGreaterThan(asked)
  })

  test('transient failures are tried three times, with growing waits; then it is what it is', async () => {
    await using site = await setUp(withRobots('', (_, response) => response.writeHead(502).end('bad')))
    expect(await site.capture()).toMatchObject({ outcome: 'received', status: 502, retry: true })
    expect(site.log.filter((line) => line.endsWith('/terms'))).toHaveLength(3)
    // 1.5 s of back-off lies within the spacing of 2 s.
    expect(site.clock.slept).toEqual([2000, 2000, 3000])
  })

  test('a broken connection is tried again', async () => {
    let count = 0
    await using site = await setUp(
      withRobots('', (_, response) => {
        count += 1
        if (count < 3) response.destroy()
        else response.end('text')
      }),
    )
    expect(await site.capture()).toMatchObject({ outcome: 'received', status: 200 })
    expect(count).toBe(3)
  })
})

describe('what is not received', () => {
  test.each([
    ['http://10.0.0.5/terms', 'is 10.0.0.5, a private address'],
    ['http://unknown.example/', 'never public sites'],
    ['file:///etc/passwd', 'not http: or https:'],
    ['http://user@site.example/', 'credentials'],
    ['http://site.example\\terms', 'backslash'],
    ['http:site.example/terms', 'does not begin'],
    ['no address', 'space'],
    ['', 'does not begin'],
  ])('%j is refused by the guard', async (url, reason) => {
    await using site = await setUp(withRobots(''))
    expect(await site.capture({ url })).toMatchObject({
      outcome: 'refused-by-guard',
      reason: expect.stringContaining(reason),
      retry: false,
    })
    expect(site.log).toEqual([])
  })

  test('a redirect into a private network says where it led', async () => {
    await using site = await setUp(
      withRobots('', (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end()),
    )
    expect(await site.capture()).toMatchObject({
      outcome: 'refused-by-guard',
      reason: 'redirects to http://169.254.169.254/, which is 169.254.169.254, the address of cloud metadata',
    })
  })

  test('a circle of redirects ends', async () => {
    await using site = await setUp(
      withRobots('', (request, response) =>
        response.writeHead(302, { location: request.url === '/a' ? '/terms' : '/a' }).end(),
      ),
    )
    expect(await site.capture()).toMatchObject({
      outcome: 'unreachable',
      reason: 'redirects in a circle',
      retry: false,
    })
  })

  test('a page without end is too large', async () => {
    await using site = await setUp(withRobots('', (_, response) => response.end('x'.repeat(200_000))))
    expect(await site.capture()).toMatchObject({ outcome: 'too-large', parts: [], retry: false })
  })

  test('a server that is silent is unreachable, within its limits', async () => {
    await using site = await setUp(await serveRaw(() => {}), { maxAttempts: 1 })
    expect(await site.capture()).toMatchObject({ outcome: 'unreachable', retry: true, status: null })
  })

  test('a stop by the caller is an outcome, too', async () => {
    await using site = await setUp(await serveRaw(() => {}))
    expect(await site.capture({ signal: AbortSignal.timeout(50) })).toMatchObject({
      outcome: 'unreachable',
      reason: expect.stringContaining('stopped'),
    })
  })
})
