import { describe, expect, it } from 'vitest'
import { setUp, withRobots } from '../../../test/capture-site.ts'
import { PRIVACY, TERMS } from '../../../test/corpus/extract/fictional-policy.ts'
import { policyPage } from '../../../test/followed-site.ts'
import { extract } from '../../stages/3-extract/index.ts'
import { discoverDocument, type Wishes } from './discover.ts'

async function discover(pagePath: string, page: string | null, wishes: Partial<Wishes> = {}) {
  await using site = await setUp(
    withRobots(404, (_, response) => {
      if (page === null) response.destroy()
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
    }),
  )
  const capturer = { capture: site.capture }
  const discoverer = { capturer, hasBrowser: false, readPage: extract }
  return await discoverDocument(discoverer, `http://site.example${pagePath}`, { needsBrowser: false, ...wishes })
}
const titled = (title: string, sections = TERMS) =>
  policyPage('Terms of Service', sections).replace(/<title>.*<\/title>/, `<title>${title}</title>`)

describe('a page that shall be followed', () => {
  it('says its platform, title and type itself', async () => {
    const found = await discover('/legal/terms', policyPage('Terms of Service', TERMS))
    expect(found).toMatchObject({
      verdict: 'policy',
      document: {
        slug: 'terms-of-service',
        title: 'Terms of Service',
        type: 'terms-of-service',
        locale: 'en',
        checkEveryMinutes: 720,
      },
    })
    expect(found.document.sources).toMatchObject([{ url: 'http://site.example/legal/terms', needsBrowser: false }])
  })

  it.each([
    ['/legal/privacy', PRIVACY, 'Privacy Policy', 'privacy-policy'],
    ['/dpa', TERMS, 'Data Processing Addendum', 'data-processing-agreement'],
    ['/aup', TERMS, 'Acceptable Use Policy', 'acceptable-use-policy'],
    ['/cookies', PRIVACY, 'Cookie Policy', 'cookie-policy'],
    ['/sub-processors', PRIVACY, 'Sub-processors', 'subprocessors'],
    ['/enterprise', TERMS, 'Enterprise Services Agreement', 'commercial-terms'],
  ] as const)('at %s is a %o by its title', async (pagePath, sections, title, type) => {
    const { document } = await discover(pagePath, policyPage(title, sections))
    expect(document).toMatchObject({ title, type })
  })

  it('is named as its finder wishes', async () => {
    const found = await discover('/legal/terms', policyPage('Terms of Service', TERMS), {
      platform: 'Larkspur',
      title: 'Chat Terms',
      type: 'service-terms',
    })
    expect(found).toMatchObject({
      platform: { slug: 'larkspur', name: 'Larkspur' },
      document: { slug: 'chat-terms', title: 'Chat Terms', type: 'service-terms', platformSlug: 'larkspur' },
    })
  })

  it('is of the platform of its host where it names none', async () => {
    const { platform } = await discover('/terms', titled('Terms of Service'))
    expect(platform).toMatchObject({ name: 'Site', slug: 'site', website: 'http://site.example' })
  })

  it('that is a wall is reported as what it is, and found all the same', async () => {
    const found = await discover(
      '/legal/privacy-policy',
      '<!doctype html><title>Just a moment...</title><p>Enable JavaScript and cookies to continue</p>',
    )
    expect(found.verdict).not.toBe('policy')
    expect(found.document.type).toBe('privacy-policy')
  })

  it('that shows another page in a frame tells its address', async () => {
    const found = await discover(
      '/legal/privacy',
      '<h1>Privacy</h1><iframe src="https://policies.example/p?a=1&amp;b=2"></iframe>',
    )
    expect(found.frames).toEqual(['https://policies.example/p?a=1&b=2'])
  })

  it('that cannot be had is an error, and nothing is added', async () => {
    await expect(discover('/terms', null)).rejects.toMatchObject({ code: 'page-not-received', kind: 'environment' })
  })
})
