import { afterAll, expect, test } from 'vitest'
import { findTestBrowser } from '../../test/browser.ts'
import { followSite, HOUR_MS, policyPage, TERMS_ONLY, termsWith } from '../../test/followed-site.ts'

const browser = await findTestBrowser()
const PAGE = policyPage('Terms of Service', termsWith())
/** A page whose text is written by a script: over HTTP alone it is a shell. */
const SHELL = `<!doctype html><html lang="en"><head><title>Terms of Service | Larkspur Chat</title></head><body><div id="app"></div>
<script>document.getElementById('app').innerHTML = ${JSON.stringify(/<main>[\s\S]*<\/main>/.exec(PAGE)![0])}</script></body></html>`

const site = await followSite(TERMS_ONLY, { browser })
afterAll(() => site[Symbol.asyncDispose]())

test.skipIf(browser === null)(
  'a shell is looked at again through the browser, which is remembered with the source',
  async () => {
    site.pages.set('/terms', SHELL)
    const pipeline = await site.open()
    const first = await site.check(pipeline)
    expect(first).toMatchObject({ verdict: 'shell', newVersion: false })

    const { rendered_since, next_check_at } = (
      await pipeline.store.db
        .selectFrom('source')
        .innerJoin('document', 'document.number', 'source.document_number')
        .select(['rendered_since', 'next_check_at'])
        .execute()
    )[0]!
    expect(rendered_since).not.toBeNull()
    expect(Date.parse(next_check_at!) - site.clock.now().getTime()).toBeLessThan(3 * HOUR_MS)

    site.advance(2 * HOUR_MS)
    expect(await site.check(pipeline)).toMatchObject({ verdict: 'policy', newVersion: true })
    const parts = await pipeline.store.db.selectFrom('capture').select('part_kind').orderBy('entry').execute()
    expect(parts.length).toBe(2)

    // After a month HTTP is tried again; the page has its text by itself now, so the browser is left out from then on.
    site.pages.set('/terms', PAGE)
    site.advance(31 * 24 * HOUR_MS)
    expect(await site.check(pipeline)).toMatchObject({ verdict: 'policy' })
    expect(
      (await pipeline.store.db.selectFrom('source').select('rendered_since').execute())[0]!.rendered_since,
    ).toBeNull()
  },
)
