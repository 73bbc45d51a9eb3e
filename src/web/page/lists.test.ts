/** Lists and what stands behind switches: filters are addresses, muted things are hidden and never gone. */
import { describe, expect, it } from 'vitest'
import { attribute, elements, openTestSite, textOf } from '../fixtures/site.ts'

async function wordsOf(path: string): Promise<string> {
  await using site = await openTestSite()
  const tree = elements(await (await site.web.request(path)).text())
  return textOf(tree.find(({ tagName }) => tagName === 'main')!).replace(/\s+/g, ' ')
}

describe('changes', () => {
  it('shows what publishers edited, newest first', async () => {
    const words = await wordsOf('/changes')
    const found = [...words.matchAll(/CW-C-\d{6}/g)].map(([id]) => id)
    expect(found).toEqual(['CW-C-000012', 'CW-C-000011', 'CW-C-000022', 'CW-C-000031'])
  })

  it.each([
    ['?kind=noise', ['CW-C-000013', 'CW-C-000021']],
    ['?kind=all&platform=hazelmoor&since=2026-02-15', ['CW-C-000013', 'CW-C-000012']],
    ['?severity=high&platform=thorn-ivy', ['CW-C-000031']],
    ['?after=CW-C-000011', ['CW-C-000022', 'CW-C-000031']],
    ['?kind=nonsense&since=yesterday', ['CW-C-000012', 'CW-C-000011', 'CW-C-000022', 'CW-C-000031']],
    ['?platform=nobody', []],
  ])('%s', async (query, ids) => {
    const words = await wordsOf(`/changes${query}`)
    expect([...words.matchAll(/CW-C-\d{6}/g)].map(([id]) => id)).toEqual(ids)
    expect(words.includes('No change fits')).toBe(ids.length === 0)
  })
})

describe('a document', () => {
  it('hides what is muted until it is asked for', async () => {
    const path = '/platforms/hazelmoor/terms-of-service'
    const published = await wordsOf(path)
    expect(published).toContain('CW-C-000012')
    expect(published).not.toContain('CW-C-000013')
    expect(published).toContain('2 differences that the publisher did not make are muted')
    const everything = await wordsOf(`${path}?all=1`)
    expect(everything).toContain('CW-C-000013')
    expect(everything).toContain('a wall')
  })

  it('shows gaps as gaps, with how they ended', async () => {
    const words = await wordsOf('/platforms/hazelmoor/terms-of-service')
    expect(words).toContain('11 February 2026 to 12 February 2026, 2 attempts: unreachable. the name is not known')
    expect(words).toContain('12 March 2026, 1 attempt: a bot wall or refusal.')
  })

  it('tells an imported history from what this archive saw', async () => {
    const words = await wordsOf('/platforms/hazelmoor/privacy-policy')
    expect(words).toContain('History recorded by other-archive')
    expect(words).toContain('nothing of it was seen by this archive')
    expect(words).toContain('alternates between 2 variants')
    expect(words).not.toContain('History by our own captures')
  })
})

describe('a version', () => {
  it('keeps its dates apart and leaves out what is not known', async () => {
    const words = await wordsOf('/versions/CW-V-000010')
    expect(words).toContain('Detected1 January 2026, 06:00 UTC (our capture, our clock)')
    expect(words).toContain('Stated by the documentnone found in the text')
    expect(words).toContain('Effective, by the document1 January 2026')
  })

  it('prints the numbers of the document and nests its lists', async () => {
    await using site = await openTestSite()
    const tree = elements(await (await site.web.request('/versions/CW-V-000010')).text())
    const inner = tree.find((element) => attribute(element, 'id') === 'b4')!
    expect(textOf(inner)).toContain('(a) In kettles of your own.')
    expect(tree.find((element) => attribute(element, 'id') === 'b3')!.childNodes).toContain(inner.parentNode)
    expect(tree.filter(({ tagName }) => tagName === 'td').map(textOf)).toEqual(['Plan', 'Litres', 'Small', '1'])
  })
})

describe('a change', () => {
  it('marks what was inserted and deleted in words as well', async () => {
    await using site = await openTestSite()
    const tree = elements(await (await site.web.request('/changes/CW-C-000011')).text())
    const redline = tree.find((element) => attribute(element, 'class') === 'redline')!
    const words = textOf(redline).replace(/\s+/g, ' ')
    expect(words).toMatch(/\[deleted: Courts\s*\]|Deleted passage: .*Courts of Hazelmoor decide/)
    expect(words).toMatch(/\[inserted: An arbitrator\s*\]|Inserted passage: .*An arbitrator of Hazelmoor/)
    expect(words).toContain('unchanged passages')
  })

  it('can be unfolded by its address', async () => {
    await using site = await openTestSite()
    for (const [path, open] of [
      ['/changes/CW-C-000011', false],
      ['/changes/CW-C-000011?context=all', true],
    ] as const) {
      const tree = elements(await (await site.web.request(path)).text())
      const folds = tree.filter((element) => attribute(element, 'class') === 'fold')
      expect(folds.length).toBeGreaterThan(0)
      expect(folds.every((fold) => (attribute(fold, 'open') !== undefined) === open)).toBe(true)
    }
  })

  it('says why it has its kind, what was hidden, and how it was revised', async () => {
    const words = await wordsOf('/changes/CW-C-000013')
    expect(words).toContain('the page turned out to alternate between variants')
    expect(words).toContain('white space between words (white-space, 2 times)')
    expect(words).toContain('a reason with')
  })
})

describe('search', () => {
  it('looks in the newest versions, and in all on request', async () => {
    expect(await wordsOf('/search?q=%22Courts+of+Hazelmoor%22')).toContain('Nothing found. Look in all versions')
    expect(await wordsOf('/search?q=%22Courts+of+Hazelmoor%22&versions=all')).toContain('1 passage in 1 document')
  })
})

describe('status', () => {
  it('puts what fails first and says why', async () => {
    const words = await wordsOf('/status')
    expect(words).toContain('1 came as expected at the last attempt, 1 did not')
    expect(words.indexOf('a page that asks to wait')).toBeLessThan(words.indexOf('Hazelmoor: Terms of Service'))
    expect(words).toContain('1 document is kept and not fetched')
  })
})
