import { describe, expect, test } from 'vitest'
import { setUp, withRobots } from '../../../test/capture-site.ts'

describe('robots.txt', () => {
  test('that says no is obeyed, and its line is the reason', async () => {
    await using site = await setUp(withRobots('User-agent: *\nDisallow: /terms'))
    expect(await site.capture()).toMatchObject({
      outcome: 'refused-by-robots',
      status: null,
      reason: 'robots.txt line 2: Disallow: /terms',
      retry: false,
    })
    expect(site.log).toEqual(['site.example/robots.txt'])
  })

  test('of the host that a redirect leads to is obeyed, too', async () => {
    await using site = await setUp((request, response) => {
      const isOther = request.headers.host === 'other.example'
      if (request.url === '/robots.txt') response.end(isOther ? 'User-agent: clausewatch\nDisallow: /' : '')
      else response.writeHead(302, { location: 'http://other.example/terms' }).end()
    })
    expect(await site.capture()).toMatchObject({
      outcome: 'refused-by-robots',
      finalUrl: 'http://other.example/terms',
      reason: 'redirects to http://other.example/terms; robots.txt line 2: Disallow: /',
    })
    expect(site.log).not.toContain('other.example/terms')
  })

  test.each([
    [404, 'received'],
    [401, 'received'],
    [403, 'received'],
    [429, 'refused-by-robots'],
    [500, 'refused-by-robots'],
    [503, 'refused-by-robots'],
  ])('answered by %i: %s', async (status, outcome) => {
    await using site = await setUp(withRobots(status))
    expect(await site.capture()).toMatchObject({ outcome, retry: outcome !== 'received' })
  })

  test('that asks for time gets it', async () => {
    let status = 503
    await using site = await setUp((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(status, { 'retry-after': '700' }).end()
      else response.end('text')
    })
    await site.capture()
    status = 404
    site.clock.advance(650_000)
    expect(await site.capture()).toMatchObject({ outcome: 'received' })
    expect(site.clock.slept[0]).toBe(50_000)
  })

  test('that cannot be reached allows nothing, and the reason is the true one', async () => {
    await using site = await setUp((request, response) => {
      if (request.url === '/robots.txt') response.destroy()
      else response.end('text')
    })
    expect(await site.capture()).toMatchObject({
      outcome: 'unreachable',
      reason: expect.stringContaining('when asked for its robots.txt'),
      retry: true,
    })
    expect(site.log).not.toContain('site.example/terms')
  })

  test('is found behind five redirects, and is taken for absent behind six', async () => {
    for (const [hops, outcome] of [
      [5, 'refused-by-robots'],
      [6, 'received'],
    ] as const) {
      await using site = await setUp((request, response) => {
        if (request.url === '/terms') return response.end('text')
        const step = Number(/\d+/.exec(request.url!)?.[0] ?? 0)
        if (step === hops) response.end('User-agent: *\nDisallow: /')
        else response.writeHead(301, { location: `/step-${step + 1}` }).end()
      })
      expect(await site.capture()).toMatchObject({ outcome })
    }
  })

  test('that leads into a private network is refused by the guard', async () => {
    await using site = await setUp((_, response) => response.writeHead(302, { location: 'http://10.0.0.5/' }).end())
    expect(await site.capture()).toMatchObject({
      outcome: 'refused-by-guard',
      reason: expect.stringContaining('10.0.0.5, a private address'),
    })
  })

  test('is asked for once a day, and the last good one holds while it cannot be read', async () => {
    let status = 200
    await using site = await setUp((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(status).end('User-agent: *\nDisallow: /private')
      else response.end('text')
    })
    await site.capture()
    site.clock.advance(23 * 3600_000)
    await site.capture()
    expect(site.log.filter((line) => line.endsWith('/robots.txt'))).toHaveLength(1)
    status = 503
    site.clock.advance(2 * 3600_000)
    expect(await site.capture()).toMatchObject({ outcome: 'received' })
    expect(await site.capture({ url: 'http://site.example/private' })).toMatchObject({ outcome: 'refused-by-robots' })
    expect(site.log.filter((line) => line.endsWith('/robots.txt'))).toHaveLength(2)
    site.clock.advance(31 * 24 * 3600_000)
    expect(await site.capture()).toMatchObject({ outcome: 'refused-by-robots', retry: true })
  })

  test('is not asked for where the operator says so', async () => {
    await using site = await setUp(withRobots('User-agent: *\nDisallow: /'), { robots: false })
    expect(await site.capture()).toMatchObject({ outcome: 'received' })
    expect(site.log).toEqual(['site.example/terms'])
  })
})
