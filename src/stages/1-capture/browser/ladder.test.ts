/** The capturer with both rungs: by HTTP, and through a real browser behind the proxy. */
import { afterAll, describe, expect, test } from 'vitest'
import { findTestBrowser } from '../../../../test/browser.ts'
import { type Answering, HOSTS, setUp, withRobots } from '../../../../test/capture-site.ts'
import { type HostAddress, openGuardedProxy } from '../../../net/index.ts'
import { createBrowserRenderer } from './browser-renderer.ts'

const executablePath = await findTestBrowser()
let server: HostAddress
const renderer = createBrowserRenderer({
  executablePath: executablePath ?? '',
  openProxy: (url) => openGuardedProxy({ hostAddresses: new Map(HOSTS.map((host) => [host, server])) }, url),
  limits: { timeoutMs: 15_000, quietMs: 700 },
})
afterAll(() => renderer[Symbol.asyncDispose]())

async function open(answer: Answering) {
  const site = await setUp(answer, { renderer, maxAttempts: 2 })
  server = site.server
  return site
}

const page: Answering = (request, response) => {
  const isFile = request.url === '/terms.pdf'
  response.setHeader('content-type', isFile ? 'application/pdf' : 'text/html')
  response.end(isFile ? '%PDF-1.4' : '<p></p><script>document.querySelector("p").textContent = "You agree"</script>')
}

describe.skipIf(!executablePath)('a page that needs scripts', () => {
  test('leaves the answer and the DOM as two parts, each with its own kind and bytes', async () => {
    await using site = await open(withRobots('', page))
    const capture = await site.capture({ needsBrowser: true })
    expect(capture).toMatchObject({ outcome: 'received', status: 200, reason: '' })
    expect(capture.parts.map(({ kind, mediaType }) => [kind, mediaType])).toEqual([
      ['response', 'text/html'],
      ['rendered-dom', 'text/html; charset=utf-8'],
    ])
    const [response, dom] = capture.parts.map(({ bytes }) => new TextDecoder().decode(bytes))
    expect(response).toContain('<p></p>')
    expect(dom).toContain('<p>You agree</p>')
    expect(capture.sent?.userAgent).toMatch(/HeadlessChrome.* Clausewatch\/0\.1 \(\+https:\/\/ops\.example\/\)$/)
    expect(site.log[0]).toBe('site.example/robots.txt')
  })

  test('has its frames behind it, where robots.txt allows their addresses', async () => {
    const framed: Answering = (request, response) => {
      response.setHeader('content-type', 'text/html')
      if (request.url !== '/terms') response.end(`<p>text of ${request.url}</p>`)
      else
        response.end(
          '<iframe src="/a?x&y" width="500" height="90"></iframe><iframe src="/b" width="500" height="90"></iframe>',
        )
    }
    await using site = await open(withRobots('User-agent: *\nDisallow: /b', framed))
    const { parts } = await site.capture({ needsBrowser: true })
    const dom = new TextDecoder().decode(parts[1]!.bytes)
    expect(dom).toMatch(
      /<\/html>\n<div data-frame="http:\/\/site.example\/a\?x&amp;y"><template shadowrootmode="open"><p>text of \/a\?x&amp;y<\/p><\/template><\/div>$/,
    )
  })

  test('is not opened where robots.txt says no', async () => {
    await using site = await open(withRobots('User-agent: *\nDisallow: /terms', page))
    expect(await site.capture({ needsBrowser: true })).toMatchObject({ outcome: 'refused-by-robots' })
    expect(site.log).toEqual(['site.example/robots.txt'])
  })

  test('is not kept where it ends at a host whose robots.txt says no', async () => {
    await using site = await open((request, response) => {
      const isOther = request.headers.host === 'other.example'
      if (request.url === '/robots.txt') response.end(isOther ? 'User-agent: *\nDisallow: /' : '')
      else if (isOther) page(request, response)
      else response.writeHead(302, { location: 'http://other.example/terms' }).end()
    })
    expect(await site.capture({ needsBrowser: true })).toMatchObject({
      outcome: 'refused-by-robots',
      reason: 'redirects to http://other.example/terms; robots.txt line 2: Disallow: /',
      parts: [],
    })
  })

  test('is not kept where it ends at another page of the host that robots.txt refuses', async () => {
    await using site = await open(
      withRobots('User-agent: *\nDisallow: /inner', (request, response) => {
        if (request.url === '/terms') response.writeHead(302, { location: '/inner/terms' }).end()
        else page(request, response)
      }),
    )
    expect(await site.capture({ needsBrowser: true })).toMatchObject({ outcome: 'refused-by-robots', parts: [] })
  })

  test('that turns out to be a file goes by HTTP', async () => {
    await using site = await open(withRobots('', page))
    const capture = await site.capture({ url: 'http://site.example/terms.pdf', needsBrowser: true })
    expect(capture).toMatchObject({ outcome: 'received', parts: [{ kind: 'response', mediaType: 'application/pdf' }] })
  })

  test('is tried again after a transient failure, and says the truth when that stays', async () => {
    await using site = await open(withRobots('', (_, response) => response.destroy()))
    expect(await site.capture({ needsBrowser: true })).toMatchObject({ outcome: 'unreachable', retry: true, parts: [] })
    expect(site.clock.slept.length).toBeGreaterThan(1)
  })

  test('at an address that is refused says why', async () => {
    await using site = await open(withRobots('', page))
    expect(await site.capture({ url: 'http://192.168.1.1/', needsBrowser: true })).toMatchObject({
      outcome: 'refused-by-guard',
      reason: 'is 192.168.1.1, a private address',
    })
  })
})

test('without a browser a page that needs one is fetched by HTTP, and stage 3 says what it is', async () => {
  await using site = await setUp(withRobots('', page))
  expect((await site.capture({ needsBrowser: true })).parts.map(({ kind }) => kind)).toEqual(['response'])
})
