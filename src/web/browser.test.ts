/** What only a browser can tell: nothing is refused or fails, nothing overflows a small screen, keys reach everything. */
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchTestBrowser } from '../../test/browser.ts'
import { openTestSite, type TestSite } from './fixtures/site.ts'

const PATHS = [
  '/',
  '/platforms',
  '/platforms/hazelmoor',
  '/platforms/hazelmoor/terms-of-service?all=1',
  '/versions/CW-V-000010',
  '/versions/CW-V-000031',
  '/changes',
  '/changes/CW-C-000011',
  '/changes/CW-C-000012?context=all',
  '/status',
  '/search?q=kettle',
  '/methodology',
]

/** One of each kind of content; colours are the same everywhere. */
const DARK_PATHS = ['/', '/versions/CW-V-000010', '/changes/CW-C-000011']
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const NO_BROWSER = 'no Chromium can be had on this machine'

let browser: Browser | null = null
let site: TestSite
let server: ReturnType<typeof serve>
let origin = ''

beforeAll(async () => {
  site = await openTestSite()
  await new Promise<void>((resolve) => {
    server = serve({ fetch: site.web.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      origin = `http://127.0.0.1:${port}`
      resolve()
    })
  })
  browser = await launchTestBrowser()
})

afterAll(async () => {
  await browser?.close()
  await new Promise((resolve) => server.close(resolve))
  await site[Symbol.asyncDispose]()
})

async function visit<T>(
  path: string,
  options: Parameters<Browser['newContext']>[0],
  look: (page: Page) => Promise<T>,
): Promise<{ seen: T; complaints: readonly string[] }> {
  await using context = await browser!.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) complaints.push(`asks ${request.url()}`)
  })
  await page.goto(origin + path)
  return { seen: await look(page), complaints }
}

describe('in a browser', () => {
  it('every page loads without a complaint and fits a screen of 360 pixels', async ({ skip }) => {
    if (!browser) return skip(NO_BROWSER)
    for (const path of PATHS) {
      const overflow = (page: Page) =>
        page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      const narrow = await visit(path, { viewport: { width: 360, height: 740 } }, overflow)
      expect([path, narrow.seen, narrow.complaints]).toEqual([path, 0, []])
    }
  })

  it('has nothing against WCAG 2.2 AA that a program can find, in light and dark', async ({ skip }) => {
    if (!browser) return skip(NO_BROWSER)
    const schemes = [
      ...PATHS.map((path) => ['light', path] as const),
      ...DARK_PATHS.map((path) => ['dark', path] as const),
    ]
    for (const [colorScheme, path] of schemes) {
      const { seen } = await visit(path, { colorScheme }, async (page) => {
        const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
      })
      expect([colorScheme, path, seen]).toEqual([colorScheme, path, []])
    }
  })

  it('works without JavaScript', async ({ skip }) => {
    if (!browser) return skip(NO_BROWSER)
    const { seen } = await visit('/changes/CW-C-000011', { javaScriptEnabled: false }, async (page) => {
      await page.getByText('unchanged passages').first().click()
      return [
        await page.getByText('You may boil water.').isVisible(),
        await page.getByText('Show the whole document').isVisible(),
      ]
    })
    expect(seen).toEqual([true, true])
  })

  it('reaches the content by the first key, and steps from difference to difference', async ({ skip }) => {
    if (!browser) return skip(NO_BROWSER)
    const { seen, complaints } = await visit('/changes/CW-C-000012', {}, async (page) => {
      await page.keyboard.press('Tab')
      const first = await page.evaluate('document.activeElement.textContent.trim()')
      await page.keyboard.press('n')
      const stop = await page.evaluate("document.activeElement.hasAttribute('data-difference')")
      return [first, stop]
    })
    expect(seen).toEqual(['Skip to the content', true])
    expect(complaints).toEqual([])
  })

  it('unfolds everything at once, and gives the whole address to cite', async ({ skip }) => {
    if (!browser) return skip(NO_BROWSER)
    const { seen } = await visit('/changes/CW-C-000011', {}, async (page) => {
      await page.getByRole('button', { name: 'Unfold all' }).click()
      const closed = await page.locator('.fold:not([open])').count()
      return [closed, await page.locator('[data-address]').textContent()]
    })
    expect(seen).toEqual([0, `${origin}/changes/CW-C-000011`])
  })
})
