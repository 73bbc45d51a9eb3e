/** Texts, titles and reasons come from others: none of them may become markup, script or an address that runs. */
import { describe, expect, it } from 'vitest'
import { attribute, crawl, elements, openTestSite, textOf } from './fixtures/site.ts'
import { HOSTILE } from './fixtures/small-archive.ts'

describe('texts that try to break out', () => {
  it('are shown as they stand, on every page that shows them', async () => {
    await using site = await openTestSite()
    const { pages } = await crawl(site.web)
    const showing = pages.filter(({ tree }) => textOf(tree[0]!).includes(HOSTILE))
    expect(showing.length).toBeGreaterThan(8)
    for (const { path, tree } of pages) {
      const scripts = tree.filter(
        ({ tagName, attrs }) => tagName === 'script' && !attrs.some(({ name }) => name === 'src'),
      )
      expect(
        scripts.map((script) => attribute(script, 'type')).filter((type) => type !== 'application/ld+json'),
        path,
      ).toEqual([])
      expect(
        tree.filter(({ tagName }) => tagName === 'b').map((element) => textOf(element)),
        path,
      ).toEqual([])
    }
  })

  it('link nowhere but to the web and to mail', async () => {
    await using site = await openTestSite()
    const { pages } = await crawl(site.web)
    const addresses = pages.flatMap(({ tree }) => tree.flatMap((element) => attribute(element, 'href') ?? []))
    expect(addresses.filter((address) => !/^(\/|#|https?:\/\/|mailto:)/.test(address))).toEqual([])
    expect(addresses).toContain('https://thorn-ivy.example/"onmouseover="alert(4)')
  })

  it('keep their words where a link of theirs is left out', async () => {
    await using site = await openTestSite()
    const tree = elements(await (await site.web.request('/versions/CW-V-000031')).text())
    const words = textOf(tree.find((element) => attribute(element, 'id') === 'b1')!)
    expect(words).toBe('Press here or there 𝔘nicode')
  })

  it('cannot reach operators of the search', async () => {
    await using site = await openTestSite()
    for (const words of [
      '"',
      '*',
      'NEAR(a b)',
      'text:kettle',
      'a OR b"',
      '-',
      "'; drop table change; --",
      '\0',
      '((',
    ]) {
      const answer = await site.web.request(`/search?q=${encodeURIComponent(words)}`)
      expect(answer.status, words).toBe(200)
    }
  })

  it('come back from a search escaped, with what matched marked', async () => {
    await using site = await openTestSite()
    const tree = elements(await (await site.web.request('/search?q=harmful')).text())
    expect(tree.filter(({ tagName }) => tagName === 'mark').map(textOf)).toEqual(['Harmful'])
    expect(tree.some((element) => attribute(element, 'class') === 'snippet' && textOf(element).includes(HOSTILE))).toBe(
      true,
    )
  })
})
