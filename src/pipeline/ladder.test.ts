import { afterAll, expect, test } from 'vitest'
import { findTestBrowser } from '../../test/browser.ts'
import { followSite, HOUR_MS, policyPage, TERMS_ONLY, termsWith } from '../../test/followed-site.ts'
import { documentTracks } from '../store/view/track.ts'

const browser = await findTestBrowser()
const PAGE = policyPage('Terms of Service', termsWith())
/** A page whose text is written by a script: over HTTP alone it is a shell. */
const SHELL = `<!doctype html><html lang="en"><head><title>Terms of Service | Larkspur Chat</title></head><body><div id="app"></div>
<script>document.getElementById('app').innerHTML = ${JSON.stringify(/<main>[\s\S]*<\/main>/.exec(PAGE)![0])}</script></body></html>`

const site = await followSite(TERMS_ONLY, { browser })
afterAll(() => site[Symbol.asyncDispose]())

test.skipIf(browser === null)(
  'a shell is opened with the browser in the same check, which is remembered with the source',
  async () => {
    site.pages.set('/terms', SHELL)
    const pipeline = await site.open()
    expect(await site.check(pipeline)).toMatchObject({ verdict: 'policy', newVersion: true })
    const captures = async () => pipeline.store.db.selectFrom('capture').select('part_kind').orderBy('entry').execute()
    expect((await captures()).map((capture) => capture.part_kind)).toEqual(['response', 'rendered-dom'])
    expect((await documentTracks(pipeline.store.db, 1))[0]!.gaps).toEqual([])
    const renderedSince = async () =>
      (await pipeline.store.db.selectFrom('source').select('rendered_since').execute())[0]!.rendered_since
    expect(await renderedSince()).not.toBeNull()

    site.advance(24 * HOUR_MS)
    expect(await site.check(pipeline)).toMatchObject({ verdict: 'policy', newVersion: false })
    expect((await captures()).at(-1)!.part_kind).toBe('rendered-dom')
    expect(await captures()).toHaveLength(3)

    // After a month HTTP is tried again; the page has its text by itself now, so the browser is left out from then on.
    site.pages.set('/terms', PAGE)
    site.advance(31 * 24 * HOUR_MS)
    expect(await site.check(pipeline)).toMatchObject({ verdict: 'policy' })
    expect(await renderedSince()).toBeNull()
  },
)

test('without a browser a shell stays one, and is looked at once', async () => {
  await using without = await followSite(TERMS_ONLY)
  without.pages.set('/terms', SHELL)
  expect(await without.check(await without.open())).toMatchObject({ verdict: 'shell', newVersion: false })
  expect(without.requests).toEqual(['/terms'])
})

test('a browser that does not start leaves a gap with its reason, and other documents go on', async () => {
  await using broken = await followSite(TERMS_ONLY, { browser: process.execPath })
  broken.pages.set('/terms', SHELL)
  expect(await broken.check(await broken.open())).toMatchObject({
    outcome: 'unreachable',
    reason: expect.stringMatching(/^could not be opened: the browser .* could not be started$/),
  })
})
