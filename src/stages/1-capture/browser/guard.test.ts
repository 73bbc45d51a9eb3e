/** The guard as a page in the browser meets it: everything that a page can ask for, for every spelling of the table. */
import { createSocket } from 'node:dgram'
import { afterAll, describe, expect, test } from 'vitest'
import { findTestBrowser } from '../../../../test/browser.ts'
import { type Loopback, serveHttp } from '../../../../test/loopback.ts'
import refusedUrls from '../../../net/fixtures/refused-urls.json' with { type: 'json' }
import { type GuardedProxy, openGuardedProxy } from '../../../net/index.ts'
import type { Rendering } from '../renderer.ts'
import { createBrowserRenderer } from './browser-renderer.ts'

const executablePath = await findTestBrowser()
let site: Loopback
let proxy: GuardedProxy | undefined
const renderer = createBrowserRenderer({
  executablePath: executablePath ?? '',
  async openProxy(url) {
    const opened = await openGuardedProxy({ hostAddresses: new Map([['site.example', site]]) }, url)
    if (opened.kind === 'open') proxy = opened
    return opened
  },
  // The page that asks for the whole table is loaded when it has done so, also on a busy machine.
  limits: { timeoutMs: 55_000, loadMs: 45_000, quietMs: 2000, stableMs: 3000 },
})
afterAll(() => renderer[Symbol.asyncDispose]())

function render(url: string): Promise<Rendering> {
  return renderer.render({ url, locale: 'en', acceptLanguage: 'en', userAgent: 'Test/1' })
}

/** A site whose page is this HTML and whose /to redirects to wherever it is told, and a victim that counts visits. */
async function setUp(html: (victim: Loopback) => string) {
  const visits: string[] = []
  const victim = await serveHttp((request, response) => {
    visits.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').end('secret')
  })
  let release: (() => void) | undefined
  site = await serveHttp((request, response) => {
    if (request.url === '/hold') {
      release = () => response.end()
      return
    }
    if (request.url === '/done') release?.()
    const to = URL.parse(request.url!, 'http://site.example')!.searchParams.get('to')
    if (to !== null) {
      // As UTF-8 on the wire; what no header can hold is left out.
      const location = Buffer.from(to.replace(/[\0-\x1f\x7f]/g, '')).toString('latin1')
      return void response.writeHead(302, { location, 'access-control-allow-origin': '*' }).end()
    }
    response.setHeader('content-type', 'text/html').end(request.url === '/' ? html(victim) : '')
  })
  return {
    visits,
    victim,
    async [Symbol.asyncDispose]() {
      await site[Symbol.asyncDispose]()
      await victim[Symbol.asyncDispose]()
    },
  }
}

const spellings = refusedUrls.map(([url]) => url!)

describe.skipIf(!executablePath)('the guard in the browser', () => {
  test('refuses every spelling of the table as the address of a capture', async () => {
    await using _ = await setUp(() => '')
    for (const url of spellings) expect(await render(url), url).toMatchObject({ kind: 'refused-by-guard' })
  })

  test('lets a page fetch none of them, neither directly nor by a redirect', async () => {
    // The loopback spellings are asked for at the victim's port, so that one that got through would be seen there.
    const atVictim = (url: string, port: number) => url.replace(/^(https?:\/\/[^/?#:@\\]+)(?=[/?#]|$)/i, `$1:${port}`)
    await using world = await setUp((victim) => {
      const urls = spellings.flatMap((url) => [url, atVictim(url, victim.port)]).filter((url) => /^https?:/i.test(url))
      return `<p>0</p><img src="/hold"><script>
        const urls = ${JSON.stringify(urls).replaceAll('<', '\\u003c')}
        const ways = urls.flatMap((url) => [url, '/x?to=' + encodeURIComponent(url)])
        let done = 0, through = []
        Promise.all(ways.map((url) => fetch(url, { mode: 'no-cors' })
          .then((answer) => { if (!answer.url.startsWith('http://site.example')) through.push(url + ' ' + answer.status) }, () => {})
          .finally(() => { done += 1 })))
          .then(() => { document.querySelector('p').textContent = done + ' done, through: ' + JSON.stringify(through); fetch('/done') })
        </script>`
    })
    const rendering = await render('http://site.example/')
    const said = /<p>(.*?)<\/p>/.exec(rendering.kind === 'rendered' ? rendering.dom : JSON.stringify(rendering))?.[1]
    expect(said).toMatch(/^\d{4} done, through: \[\]$/)
    expect(Number.parseInt(said!, 10)).toBeGreaterThan(1000)
    expect(world.visits).toEqual([])
    expect(proxy!.incidents.filter(({ kind }) => kind === 'refused-by-guard').length).toBeGreaterThan(300)
  })

  test('lets no other way out of a page reach a private address', async () => {
    const udp = createSocket('udp4')
    const datagrams: unknown[] = []
    udp.on('message', (message) => datagrams.push(message))
    await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve))
    await using world = await setUp(({ port }) => {
      const to = `127.0.0.1:${port}`
      return `<link rel="stylesheet" href="http://${to}/style"><link rel="prefetch" href="http://${to}/prefetch">
        <link rel="preconnect" href="http://${to}"><link rel="dns-prefetch" href="//${to}"><link rel="manifest" href="http://${to}/manifest">
        <link rel="icon" href="http://${to}/icon"><img src="http://${to}/img"><iframe src="http://${to}/frame"></iframe>
        <iframe src="http://site.example/x?to=http://${to}/frame"></iframe><object data="http://${to}/object"></object>
        <embed src="http://${to}/embed"><video src="http://${to}/video" autoplay></video><audio src="http://${to}/audio" autoplay></audio>
        <script src="http://${to}/script"></script><script type="module" src="http://${to}/module"></script>
        <style>@import "http://${to}/import"; p { background: url(http://${to}/background) } @font-face { font-family: x; src: url(http://${to}/font) } p { font-family: x }</style>
        <svg><image href="http://${to}/svg"/></svg><form id="f" action="http://${to}/form" method="post" target="hidden"></form><iframe name="hidden"></iframe>
        <p>text</p><script>
        navigator.sendBeacon('http://${to}/beacon', 'x'); f.submit(); open('http://${to}/popup')
        const tries = [() => new WebSocket('ws://${to}/socket'), () => new WebSocket('wss://${to}/socket'), () => new EventSource('http://${to}/events'),
          () => new Worker(URL.createObjectURL(new Blob(['fetch("http://${to}/worker"); importScripts("http://${to}/import-scripts")']))),
          () => new SharedWorker(URL.createObjectURL(new Blob(['fetch("http://${to}/shared")']))),
          () => new WebTransport('https://${to}/transport'), () => import('http://${to}/dynamic'),
          () => { const x = new XMLHttpRequest(); x.open('GET', 'http://${to}/xhr'); x.send() },
          () => { const pc = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udp.address().port}' }, { urls: 'turn:127.0.0.1:${port}?transport=tcp', username: 'u', credential: 'c' }] })
            pc.createDataChannel('x'); pc.createOffer().then((offer) => pc.setLocalDescription(offer)) }]
        for (const attempt of tries) try { attempt() } catch {}
        </script>`
    })
    const rendering = await render('http://site.example/')
    expect(rendering).toMatchObject({ kind: 'rendered', dom: expect.stringContaining('<p>text</p>') })
    expect(world.visits).toEqual([])
    expect(world.victim.connections()).toBe(0)
    expect(datagrams).toEqual([])
    udp.close()
  })

  test.each([
    ['http://10.0.0.5/', 'is 10.0.0.5, a private address'],
    ['https://192.168.0.1/admin', 'is 192.168.0.1, a private address'],
    ['http://[::ffff:169.254.169.254]/', 'mapped into IPv6 that carries 169.254.169.254'],
    ['http://localhost:9222/json', 'names under "localhost"'],
    ['http://www.clausewatch.org:6379/', 'has the port 6379'],
  ])('says why a page that redirects to %s was not captured', async (to, why) => {
    await using _ = await setUp(() => '')
    expect(await render(`http://site.example/x?to=${encodeURIComponent(to)}`)).toMatchObject({
      kind: 'refused-by-guard',
      reason: expect.stringContaining(why),
    })
  })

  test.each(['http://10.0.0.5/', 'http://127.0.0.1:9222/'])(
    'a page that moves to %s by script is not captured',
    async (to) => {
      await using _ = await setUp(() => `<script>location.href = ${JSON.stringify(to)}</script>`)
      const rendering = await render('http://site.example/')
      expect(rendering).toMatchObject({ kind: 'refused-by-guard', reason: expect.stringMatching(/^is (10|127)\./) })
    },
  )
})
