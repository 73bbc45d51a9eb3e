import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { findTestBrowser } from '../../../../test/browser.ts'
import { type Loopback, serveHttp, serveRaw } from '../../../../test/loopback.ts'
import { openGuardedProxy } from '../../../net/index.ts'
import type { Rendering, RenderRequest } from '../renderer.ts'
import { createBrowserRenderer } from './browser-renderer.ts'

const executablePath = await findTestBrowser()
let server: Loopback
const open = (timeoutMs: number) =>
  createBrowserRenderer({
    executablePath: executablePath ?? '',
    openProxy: (url) =>
      openGuardedProxy({ hostAddresses: new Map([['site.example', server]]), maxBytes: 3_000_000 }, url),
    limits: { timeoutMs, loadMs: 3000, quietMs: 700, stableMs: 1000, scrollSteps: 30, maxDomLength: 500_000 },
  })
const renderer = open(25_000)
/** For pages that only a limit ends. */
const strict = open(4000)
afterAll(async () => {
  await renderer[Symbol.asyncDispose]()
  await strict[Symbol.asyncDispose]()
})

type Answering = (request: IncomingMessage, response: ServerResponse) => void

/** Opens one page of a site that answers like this, through the proxy. */
async function render(
  answer: Answering | string | Loopback,
  request: Partial<RenderRequest> = {},
  by = renderer,
): Promise<Rendering> {
  const answering: Answering =
    typeof answer === 'string'
      ? (_, response) => response.setHeader('content-type', 'text/html').end(answer)
      : (answer as Answering)
  server = typeof answer === 'object' ? answer : await serveHttp(answering)
  try {
    return await by.render({
      url: 'http://site.example/terms',
      locale: 'de-AT',
      acceptLanguage: 'de-AT,de;q=0.9,en;q=0.8',
      userAgent: 'Clausewatch/0.1 (+https://ops.example/)',
      ...request,
    })
  } finally {
    await server[Symbol.asyncDispose]()
  }
}

function domOf(rendering: Rendering): string {
  return rendering.kind === 'rendered' ? rendering.dom : JSON.stringify(rendering)
}

describe.skipIf(!executablePath)('a page in the browser', () => {
  test('is not waited for while it keeps asking a host that is refused', async () => {
    const patient = createBrowserRenderer({
      executablePath: executablePath!,
      openProxy: (url) => openGuardedProxy({ hostAddresses: new Map([['site.example', server]]) }, url),
      limits: { quietMs: 30_000 },
    })
    const before = performance.now()
    const rendering = await render(
      `<p>You agree</p><script>setInterval(() => fetch('http://10.0.0.1/beat').catch(() => {}), 100)</script>`,
      {},
      patient,
    )
    await patient[Symbol.asyncDispose]()
    expect(domOf(rendering)).toContain('You agree')
    expect(performance.now() - before).toBeLessThan(30_000)
  })

  test('is waited for while an answer that brings text is on its way', async () => {
    const rendering = await render((request, response) => {
      response.setHeader('content-type', 'text/html')
      if (request.url === '/late') setTimeout(() => response.end('You agree'), 600)
      else
        response.end(
          `<p></p><script>fetch('/late').then((a) => a.text()).then((t) => { document.querySelector('p').textContent = t })</script>`,
        )
    })
    expect(domOf(rendering)).toContain('<p>You agree</p>')
  })

  test.each([
    ['unpacks to more than the limit of 2000000 bytes', `<script>/*${'x'.repeat(60_000_000)}*/</script>`],
    ['has more than 20000 nodes in the browser', '<p>a</p>'.repeat(200_000)],
  ])('that is small over the wire and %s is ended', async (reason, html) => {
    const bounded = createBrowserRenderer({
      executablePath: executablePath!,
      openProxy: (url) => openGuardedProxy({ hostAddresses: new Map([['site.example', server]]) }, url),
      limits: { maxUnpackedBytes: 2_000_000, maxNodes: 20_000 },
    })
    const bomb = gzipSync(html)
    const rendering = await render(
      (_, response) => response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
      {},
      bounded,
    )
    await bounded[Symbol.asyncDispose]()
    expect(rendering).toEqual({ kind: 'too-large', reason })
  })

  test('gives what a reader sees in frames of its own origin, and nothing of others', async () => {
    const rendering = await render((request, response) => {
      response.setHeader('content-type', 'text/html')
      if (request.url === '/inner') response.end('<h1>Terms</h1><p>You agree.</p>')
      else
        response.end(`<h1>Legal</h1><iframe src="/inner" width="600" height="400"></iframe>
          <iframe src="/inner?hidden" width="1" height="1"></iframe><iframe src="http://10.0.0.1/" width="600" height="400"></iframe>`)
    })
    expect(rendering).toMatchObject({
      frames: [{ url: 'http://site.example/inner', html: '<h1>Terms</h1><p>You agree.</p>' }],
    })
  })

  test('gives the answer as received and the DOM after its scripts, each for itself', async () => {
    const html =
      '<!doctype html><title>Terms</title><main></main><script>document.querySelector("main").textContent="You agree"</script>'
    const rendering = await render(html)
    expect(rendering).toMatchObject({ kind: 'rendered', status: 200, finalUrl: 'http://site.example/terms' })
    expect(rendering.kind === 'rendered' && Buffer.from(rendering.response!).toString()).toBe(html)
    expect(domOf(rendering)).toMatch(/^<!DOCTYPE html>\n<html><head>.*<main>You agree<\/main>/)
  })

  test('is told who asks, and gets the same language, time zone and window everywhere', async () => {
    let headers: IncomingMessage['headers'] = {}
    const rendering = await render((request, response) => {
      if (request.url === '/terms') headers = request.headers
      response.setHeader('content-type', 'text/html')
      response.end(`<p></p><script>document.querySelector('p').textContent = [navigator.languages, Intl.DateTimeFormat().resolvedOptions().timeZone,
        innerWidth, new Date(0).toLocaleDateString()].join(' ')</script>`)
    })
    expect(domOf(rendering)).toContain('<p>de-AT,de,en UTC 1366 1.1.1970</p>')
    expect(headers['accept-language']).toBe('de-AT,de;q=0.9,en;q=0.8')
    expect(headers['user-agent']).toMatch(
      /HeadlessChrome\/[\d.]+ Safari\/537.36 Clausewatch\/0\.1 \(\+https:\/\/ops\.example\/\)$/,
    )
    expect(rendering).toMatchObject({ userAgent: headers['user-agent'] })
  })

  test('is scrolled, so that late text comes, and otherwise untouched', async () => {
    const rendering = await render(`<dialog open>Cookies?</dialog><details><summary>More</summary>inside</details>
      <div style="height:6000px"></div><section></section><script>
      new IntersectionObserver((seen) => { if (seen[0].isIntersecting) document.querySelector('section').textContent = 'late text' })
        .observe(document.querySelector('section'))</script>`)
    expect(domOf(rendering)).toContain('<section>late text</section>')
    expect(domOf(rendering)).toContain('<dialog open="">Cookies?</dialog>')
    expect(domOf(rendering)).toContain('<details><summary>')
  })

  test('keeps the text of web components', async () => {
    const rendering = await render(`<x-terms></x-terms><script>
      const root = document.querySelector('x-terms').attachShadow({ mode: 'open' })
      root.innerHTML = '<p>outer</p><x-inner></x-inner>'
      root.querySelector('x-inner').attachShadow({ mode: 'open' }).innerHTML = '<p>inner</p>'</script>`)
    expect(domOf(rendering)).toContain('<template shadowrootmode="open"><p>outer</p>')
    expect(domOf(rendering)).toContain('<template shadowrootmode="open"><p>inner</p>')
  })

  test('that moves on by script or refresh is read where it arrives', async () => {
    for (const first of [
      '<script>location.replace("/end")</script>',
      '<meta http-equiv="refresh" content="0;url=/end">',
    ]) {
      const rendering = await render((request, response) => {
        response.writeHead(request.url === '/end' ? 404 : 200, { 'content-type': 'text/html' })
        response.end(request.url === '/end' ? '<p>gone</p>' : first)
      })
      expect(rendering).toMatchObject({ kind: 'rendered', finalUrl: 'http://site.example/end', status: 404 })
      expect(domOf(rendering)).toContain('<p>gone</p>')
    }
  })

  test.each([403, 404, 429, 503])('keeps its status %i', async (status) => {
    const rendering = await render((_, response) =>
      response.writeHead(status, { 'content-type': 'text/html' }).end('<p>no</p>'),
    )
    expect(rendering).toMatchObject({ kind: 'rendered', status })
  })

  test('is not held up by dialogs, pop-ups or a question before leaving', async () => {
    const rendering = await render(`<p></p><script>
      addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'stay' })
      alert(1); const said = confirm('ok?'); prompt('name?'); open('/other'); open('about:blank')
      document.querySelector('p').textContent = 'confirmed: ' + said</script>`)
    expect(domOf(rendering)).toContain('<p>confirmed: false</p>')
  })

  test.each([
    ['application/pdf', 'inline'],
    ['application/octet-stream', 'attachment; filename=x.bin'],
    ['text/html', 'attachment; filename=terms.html'],
  ])('that is a file (%s, %s) is not a page', async (type, disposition) => {
    const rendering = await render((_, response) =>
      response.writeHead(200, { 'content-type': type, 'content-disposition': disposition }).end('%PDF-1.4'),
    )
    expect(rendering).toEqual({ kind: 'not-a-page' })
  })

  test('leaves nothing for the next one', async () => {
    const seen: (string | undefined)[] = []
    const answer: Answering = (request, response) => {
      if (request.url === '/terms') seen.push(request.headers.cookie)
      response.setHeader('content-type', 'text/html')
      response.setHeader('set-cookie', 'a=1')
      response.end(
        '<p></p><script>document.querySelector("p").textContent = String(localStorage.x); localStorage.x = "kept"</script>',
      )
    }
    await render(answer)
    expect(domOf(await render(answer))).toContain('<p>undefined</p>')
    expect(seen).toEqual([undefined, undefined])
  })

  test('cannot install a service worker', async () => {
    const rendering = await render((request, response) => {
      const isScript = request.url === '/sw.js'
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
      response.end(
        isScript
          ? ''
          : `<p>none</p><script>navigator.serviceWorker?.register('/sw.js').then(() => navigator.serviceWorker.getRegistrations())
        .then((all) => { document.querySelector('p').textContent = 'registered ' + all.length })</script>`,
      )
    })
    expect(domOf(rendering)).toMatch(/<p>(none|registered 0)<\/p>/)
  })
})

describe.skipIf(!executablePath)('a page that means harm, or is broken', () => {
  test('in an endless loop ends at the limit, and the next page is not hurt', async () => {
    const startedAt = performance.now()
    expect(await render('<p>x</p><script>for (;;);</script>', {}, strict)).toMatchObject({
      kind: 'unreachable',
      retry: true,
    })
    expect(performance.now() - startedAt).toBeLessThan(15_000)
    expect(domOf(await render('<p>well</p>', {}, strict))).toContain('<p>well</p>')
  })

  test('that never gets quiet is taken as it is', async () => {
    const rendering = await render((request, response) => {
      response.setHeader('content-type', 'text/html')
      if (request.url === '/terms') response.end('<p>text</p><script>setInterval(() => fetch("/poll"), 50)</script>')
      else setTimeout(() => response.end(), 20)
    })
    expect(domOf(rendering)).toContain('<p>text</p>')
  })

  test('that never stops sending is too large', async () => {
    const rendering = await render((_, response) => {
      response.setHeader('content-type', 'text/html')
      const timer = setInterval(() => response.write('x'.repeat(100_000)), 5)
      response.once('close', () => clearInterval(timer))
    })
    expect(rendering).toMatchObject({ kind: 'too-large', reason: 'the page loads more than 3000000 bytes' })
  })

  test('that drips for ever ends at the limit', async () => {
    const rendering = await render(
      (_, response) => {
        response.setHeader('content-type', 'text/html')
        const timer = setInterval(() => response.write('<p>x'), 50)
        response.once('close', () => clearInterval(timer))
      },
      {},
      strict,
    )
    expect(['rendered', 'unreachable']).toContain(rendering.kind)
  })

  test('that grows its DOM without end is too large', async () => {
    const rendering = await render('<script>document.write("<p>" + "x".repeat(600000))</script>')
    expect(rendering).toMatchObject({ kind: 'too-large', reason: 'the page has more than 500000 characters' })
  })

  test('that breaks the functions it is read by is read all the same', async () => {
    const rendering = await render(`<p>text</p><script>
      Element.prototype.getHTML = () => { throw new Error('no') }; window.scrollBy = () => { throw new Error('no') }</script>`)
    expect(domOf(rendering)).toContain('<p>text</p>')
  })

  test('that redirects in a circle', async () => {
    const rendering = await render((request, response) =>
      response.writeHead(302, { location: request.url === '/a' ? '/terms' : '/a' }).end(),
    )
    expect(rendering).toMatchObject({
      kind: 'unreachable',
      reason: expect.stringContaining('ERR_TOO_MANY_REDIRECTS'),
      retry: false,
    })
  })

  test('whose server closes without a word', async () => {
    expect(await render(await serveRaw((socket) => socket.destroy()))).toMatchObject({
      kind: 'unreachable',
      reason: expect.stringContaining('broke the connection off'),
      retry: true,
    })
  })

  test('whose server does not speak HTTP', async () => {
    const rendering = await render(await serveRaw((socket) => socket.end('SSH-2.0-x\r\n')))
    expect(rendering).toMatchObject({ kind: 'unreachable', retry: false })
  })

  test('that the caller stops', async () => {
    const rendering = await render(await serveRaw(() => {}), { signal: AbortSignal.timeout(300) })
    expect(rendering).toEqual({ kind: 'unreachable', reason: 'was stopped before it ended', retry: true })
  })

  test('whose browser dies under it is unreachable, and the next page gets a new browser', async () => {
    const rendering = render(await serveRaw(() => {}))
    await sleep(1500)
    await renderer[Symbol.asyncDispose]()
    expect(await rendering).toMatchObject({
      kind: 'unreachable',
      retry: true,
      reason: expect.stringContaining('browser'),
    })
    expect(domOf(await render('<p>well</p>'))).toContain('<p>well</p>')
  })
})

test.skipIf(!executablePath)('captures that run at once do not get in each other’s way', async () => {
  const mine = await serveHttp((request, response) => {
    response.setHeader('content-type', 'text/html')
    setTimeout(() => response.end(`<p>${request.url}</p><script>document.cookie = 'a=1'</script>`), 100)
  })
  server = mine
  const request = { locale: 'en', acceptLanguage: 'en', userAgent: 'Test/1' }
  const renderings = await Promise.all(
    [1, 2, 3].map((page) => renderer.render({ ...request, url: `http://site.example/${page}` })),
  )
  expect(renderings.map(domOf).map((dom) => /<p>(.*?)<\/p>/.exec(dom)?.[1])).toEqual(['/1', '/2', '/3'])
  await mine[Symbol.asyncDispose]()
})
