/** What holds for every page that can be reached from the home page. */
import { beforeAll, describe, expect, it } from 'vitest'
import { attribute, type CrawledPage, crawl, type Element, openTestSite, textOf } from './fixtures/site.ts'

let pages: readonly CrawledPage[] = []
let broken: readonly string[] = []

beforeAll(async () => {
  await using site = await openTestSite()
  ;({ pages, broken } = await crawl(site.web))
})

const all = (page: CrawledPage, ...tags: string[]): readonly Element[] =>
  page.tree.filter((element) => tags.includes(element.tagName))

/** Names of the pages for which something does not hold, with what it was. */
const failing = (check: (page: CrawledPage) => readonly string[]): readonly string[] =>
  pages.flatMap((page) => check(page).map((what) => `${page.path}: ${what}`))

describe('every page', () => {
  it('is reached, and no link is broken', () => {
    expect(broken).toEqual([])
    const paths = pages.map(({ path }) => path)
    for (const path of ['/', '/platforms', '/changes', '/status', '/search', '/methodology', '/changes/CW-C-000011']) {
      expect(paths).toContain(path)
    }
    expect(paths).toContain('/platforms/hazelmoor/terms-of-service?all=1')
    expect(pages.length).toBeGreaterThan(20)
  })

  it('has one title of first level, and skips no level of headings', () => {
    expect(
      failing((page) => {
        const levels = all(page, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map((heading) => Number(heading.tagName[1]))
        const skipped = levels.flatMap((level, at) => (level > (levels[at - 1] ?? 0) + 1 ? [`h${level} at ${at}`] : []))
        return [...skipped, ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1'])]
      }),
    ).toEqual([])
  })

  it('has its landmarks, each of a kind told apart by a name', () => {
    expect(
      failing((page) => {
        const once = ['main', 'header', 'footer'].filter((tag) => all(page, tag).length !== 1)
        const unnamed = all(page, 'nav').filter(
          (nav) => !attribute(nav, 'aria-label') && !attribute(nav, 'aria-labelledby'),
        )
        return [...once, ...unnamed.map(() => 'a nav without a name')]
      }),
    ).toEqual([])
  })

  it('holds no inline script, style or handler', () => {
    expect(
      failing((page) =>
        page.tree.flatMap((element) => {
          const inlineScript =
            element.tagName === 'script' &&
            !attribute(element, 'src') &&
            attribute(element, 'type') !== 'application/ld+json'
          const attributes = element.attrs.filter(({ name }) => name === 'style' || name.startsWith('on'))
          return inlineScript || element.tagName === 'style' || attributes.length > 0 ? [element.tagName] : []
        }),
      ),
    ).toEqual([])
  })

  it('asks nothing of anybody else: what a browser loads is the site’s own', () => {
    expect(
      failing((page) =>
        all(page, 'script', 'img', 'iframe', 'source')
          .concat(all(page, 'link').filter((link) => ['stylesheet', 'icon'].includes(attribute(link, 'rel') ?? '')))
          .map((element) => attribute(element, 'src') ?? attribute(element, 'href') ?? '/')
          .filter((address) => !address.startsWith('/')),
      ),
    ).toEqual([])
  })

  it('has unique ids, and every link to a place on the page leads to one', () => {
    expect(
      failing((page) => {
        const ids = page.tree.flatMap((element) => attribute(element, 'id') ?? [])
        const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
        const lost = all(page, 'a')
          .map((link) => attribute(link, 'href') ?? '')
          .filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)))
        const named = page.tree
          .flatMap((element) => attribute(element, 'aria-labelledby') ?? [])
          .filter((id) => !ids.includes(id))
        return [...twice, ...lost, ...named]
      }),
    ).toEqual([])
  })

  it('labels every control, and every link and button has words', () => {
    expect(
      failing((page) => {
        const labelled = new Set(all(page, 'label').map((label) => attribute(label, 'for')))
        const controls = all(page, 'input', 'select', 'textarea').filter((one) => !labelled.has(attribute(one, 'id')))
        const wordless = all(page, 'a', 'button', 'summary', 'th', 'caption').filter((one) => textOf(one).trim() === '')
        return [...controls, ...wordless].map((element) => element.tagName)
      }),
    ).toEqual([])
  })

  it('says that it is independent, describes only, and is a demonstration', () => {
    expect(
      failing((page) => {
        const words = page.tree[0] ? textOf(page.tree[0]).replace(/\s+/g, ' ') : ''
        return [
          'independent of the platforms',
          'not endorsed by them',
          'decides nothing about whether a term can be enforced',
          'fictional and all dates are simulated',
        ].filter((sentence) => !words.includes(sentence))
      }),
    ).toEqual([])
    expect(failing(({ html }) => (html.includes('href="/methodology"') ? [] : ['no methodology']))).toEqual([])
  })

  it('has title, description, canonical and cite-as addresses, and language', () => {
    expect(
      failing((page) => {
        const rel = (name: string) => all(page, 'link').find((link) => attribute(link, 'rel') === name)
        const description = all(page, 'meta').find((meta) => attribute(meta, 'name') === 'description')
        return [
          ...(textOf(all(page, 'title')[0]!).length > 5 ? [] : ['title']),
          ...(description && attribute(description, 'content') ? [] : ['description']),
          ...(attribute(rel('canonical')!, 'href')?.startsWith('/') ? [] : ['canonical']),
          ...(attribute(rel('cite-as')!, 'href')?.startsWith('/') ? [] : ['cite-as']),
          ...(attribute(page.tree[0]!, 'lang') === 'en' ? [] : ['lang']),
        ]
      }),
    ).toEqual([])
  })

  it('gives every date its machine-readable form', () => {
    expect(
      failing((page) =>
        all(page, 'time')
          .map((time) => attribute(time, 'datetime') ?? '')
          .filter((datetime) => !/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(datetime)),
      ),
    ).toEqual([])
  })

  it('carries linked data that can be parsed', () => {
    const data = pages.flatMap((page) =>
      all(page, 'script').filter((script) => attribute(script, 'type') === 'application/ld+json'),
    )
    expect(data.length).toBeGreaterThan(5)
    for (const script of data) expect(JSON.parse(textOf(script))['@context']).toBe('https://schema.org')
  })
})
