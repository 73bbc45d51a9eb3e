import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { describe, expect, it } from 'vitest'
import { launchTestBrowser } from '../../test/browser.ts'
import { followSite, policyPage, termsWith } from '../../test/followed-site.ts'
import { evidenceOf, openEvidenceDesk } from '../service/evidence/index.ts'
import { ASSETS, CHECK_ASSET } from './asset.ts'
import { openTestSite } from './fixtures/site.ts'

describe('the page that checks evidence', () => {
  it('says without JavaScript how to check by hand', async () => {
    await using site = await openTestSite()
    const html = await (await site.web.request('/evidence-check')).text()
    expect(html).toContain('clausewatch verify FILE.wacz')
    expect(html).toContain(`<script type="module" src="${CHECK_ASSET.path}">`)
  })

  it('imports nothing that is not served', () => {
    const modules = [...ASSETS.values()].filter(({ path }) => /\/(verify|evidence-check)-/.test(path))
    expect(modules.length).toBeGreaterThan(8)
    const missing = modules.flatMap(({ path, body }) =>
      [...body.matchAll(/\bfrom ['"]([^'"]+)['"]/g)]
        .map(([, target]) => new URL(target!, `http://site.example${path}`).pathname)
        .filter((target) => !ASSETS.has(target)),
    )
    expect(missing).toEqual([])
  })

  it('tells in a browser what holds, and names what does not', { timeout: 60_000 }, async (context) => {
    await using browser = await launchTestBrowser()
    if (browser === null) return context.skip('no Chromium can be had on this machine')
    await using followed = await followSite()
    const pipeline = await followed.open()
    followed.pages.set('/terms', policyPage('Terms of Service', termsWith()))
    await followed.check(pipeline)
    await pipeline.archive.flush()
    const good = join(followed.folder, 'good.wacz')
    const bad = join(followed.folder, 'bad.wacz')
    const bundle = Buffer.from((await evidenceOf(followed.folder, { kind: 'version', number: 1 }))!)
    await writeFile(good, bundle)
    bundle[bundle.indexOf('binding') > 0 ? bundle.indexOf('binding') : 3000]! ^= 1
    await writeFile(bad, bundle)
    await using desk = openEvidenceDesk(followed.folder)
    await using site = await openTestSite({ evidence: desk })
    const { promise, resolve } = Promise.withResolvers<number>()
    const server = serve({ fetch: site.web.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port))
    try {
      const page = await browser.newPage()
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (cause) => complaints.push(cause.message))
      await page.goto(`http://127.0.0.1:${await promise}/evidence-check`)
      const answerTo = async (file: string, verdict: string) => {
        await page.locator('input[type=file]').setInputFiles(file)
        const result = page.locator(`[data-verdict=${verdict}]`)
        await result.waitFor({ timeout: 20_000 })
        return result.textContent()
      }
      expect(await answerTo(good, 'holds')).toMatch(/Everything in it holds.*It is a key that this archive publishes/)
      expect(await answerTo(bad, 'broken')).toContain('The first part that does not hold is archive/evidence.warc')
      expect(complaints).toEqual([])
    } finally {
      await browser.close()
      server.close()
    }
  })
})
