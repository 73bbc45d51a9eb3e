import { describe, expect, test } from 'vitest'
import { extract } from '../../../src/stages/3-extract/index.ts'
import { VERDICT_PAGES, type VerdictPage } from './verdict-pages.ts'
import { ERRORS, GATES, HUBS, OTHER_PAGES, REGIONS, SHELLS } from './verdict-pages-2.ts'

const PAGES = [...VERDICT_PAGES, ...REGIONS, ...ERRORS, ...OTHER_PAGES, ...HUBS, ...SHELLS, ...GATES]

const extractPage = (page: VerdictPage) =>
  extract({
    bytes: new TextEncoder().encode(page.html),
    mediaType: 'text/html; charset=utf-8',
    url: 'https://larkspur.example/legal/privacy',
    declared: {
      platform: 'Larkspur Chat',
      title: page.document ?? 'Privacy Policy',
      type: 'other',
      ...(page.locale ? { locale: page.locale } : {}),
    },
    ...(page.status === undefined ? {} : { status: page.status }),
    ...(page.headers ? { headers: page.headers } : {}),
    ...(page.previous ? { previous: page.previous } : {}),
  })

describe('verdicts that labelled data hardly holds', () => {
  test.each(PAGES.map((page) => [`${page.verdict}: ${page.name}`, page] as const))('%s', async (_, page) => {
    const { verdict, wall, reason } = await extractPage(page)
    expect({ verdict, wall }, reason).toEqual({ verdict: page.verdict, wall: page.wall ?? null })
    expect(reason).not.toBe('')
  })

  test('every rare verdict has at least twenty pages', () => {
    for (const verdict of ['blocked', 'login', 'partial', 'other-locale']) {
      expect(VERDICT_PAGES.filter((page) => page.verdict === verdict).length).toBeGreaterThanOrEqual(20)
    }
  })
})
