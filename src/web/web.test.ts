import { describe, expect, it } from 'vitest'
import { computeRedline } from '../service/redline/index.ts'
import { openStore } from '../store/index.ts'
import { STYLE_ASSET } from './asset.ts'
import { openTestSite } from './fixtures/site.ts'
import { createWeb } from './index.ts'

describe('what every answer carries', () => {
  it('allows no script, style or frame but the site’s own', async () => {
    await using site = await openTestSite()
    const { headers } = await site.web.request('/')
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('says not modified to a reader who has the page already', async () => {
    await using site = await openTestSite()
    for (const path of ['/', '/changes/CW-C-000011', '/versions/CW-V-000010', '/status']) {
      const first = await site.web.request(path)
      const tag = first.headers.get('etag')!
      expect(tag).toBeTruthy()
      const again = await site.web.request(path, { headers: { 'if-none-match': tag } })
      expect(again.status, path).toBe(304)
      expect(await again.text()).toBe('')
      expect(again.headers.get('content-security-policy')).toBeTruthy()
    }
  })

  it('compresses pages and still knows them again', async () => {
    await using site = await openTestSite()
    const headers = { 'accept-encoding': 'gzip' }
    const first = await site.web.request('/methodology', { headers })
    expect(first.headers.get('content-encoding')).toBe('gzip')
    const again = await site.web.request('/methodology', {
      headers: { ...headers, 'if-none-match': first.headers.get('etag')! },
    })
    expect(again.status).toBe(304)
  })

  it('keeps assets for ever, because their address names their content', async () => {
    await using site = await openTestSite()
    const style = await site.web.request(STYLE_ASSET.path)
    expect(style.status).toBe(200)
    expect(style.headers.get('content-type')).toContain('text/css')
    expect(style.headers.get('cache-control')).toContain('immutable')
    expect((await site.web.request('/assets/style-0000000000000000.css')).status).toBe(404)
  })

  it('keeps a demonstration out of search engines', async () => {
    await using site = await openTestSite()
    expect(await (await site.web.request('/robots.txt')).text()).toContain('Disallow: /\n')
    expect(await (await site.web.request('/')).text()).toContain('<meta name="robots" content="noindex"')
  })

  it('is healthy', async () => {
    await using site = await openTestSite()
    const answer = await site.web.request('/healthz')
    expect(await answer.text()).toBe('ok')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})

describe('addresses', () => {
  it.each([
    ['/platforms/hazelmoor/privacy', 301, '/platforms/hazelmoor/privacy-policy'],
    ['/CW-D-000002', 302, '/platforms/hazelmoor/privacy-policy'],
    ['/cw-e-000001', 302, '/platforms/hazelmoor'],
    ['/CW-C-000011', 302, '/changes/CW-C-000011'],
    ['/changes/cw-c-0000011', 301, '/changes/CW-C-000011'],
    ['/platforms/', 301, '/platforms'],
  ])('%s leads to where it is found now', async (path, status, to) => {
    await using site = await openTestSite()
    const answer = await site.web.request(path)
    expect(answer.status).toBe(status)
    expect(new URL(answer.headers.get('location')!, 'http://localhost').pathname).toBe(to)
  })

  it.each([
    '/platforms/nobody',
    '/platforms/hazelmoor/nothing',
    '/versions/CW-V-999999',
    '/versions/CW-C-000011',
    '/changes/CW-C-999999',
    '/changes/11',
    '/CW-D-999999',
    '/wp-login.php',
    '/platforms/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  ])('%s is not there, and the page says where to go on', async (path) => {
    await using site = await openTestSite()
    const answer = await site.web.request(path)
    expect(answer.status).toBe(404)
    const html = await answer.text()
    expect(html).toContain('Nothing found here')
    expect(html).toContain('href="/platforms"')
    expect(html).not.toContain('<script>alert')
  })

  it('answers a failure with a page and tells whoever runs the archive', async () => {
    const failures: string[] = []
    await using site = await openTestSite({
      redline: () => Promise.reject(new Error('the worker ended')),
      onFailure: (cause, path) => failures.push(`${path}: ${(cause as Error).message}`),
    })
    const answer = await site.web.request('/changes/CW-C-000011')
    expect(answer.status).toBe(500)
    const html = await answer.text()
    expect(html).toContain('Something went wrong')
    expect(html).not.toContain('the worker ended')
    expect(failures).toEqual(['/changes/CW-C-000011: the worker ended'])
  })
})

describe('an archive that holds nothing yet', () => {
  it.each([
    ['/', 'No substantive change has been detected yet'],
    ['/platforms', 'No platform is in the archive yet'],
    ['/changes', 'No change has been detected yet'],
    ['/status', 'fetches no document itself'],
    ['/search?q=anything', 'Nothing found'],
  ])('%s says so', async (path, words) => {
    await using store = await openStore(':memory:')
    const web = createWeb({
      db: store.db,
      operator: { name: 'nobody yet', contact: null },
      archive: { name: 'Empty', origin: 'empty.invalid', simulated: false },
      redline: (request) => computeRedline(store.db, request),
      evidence: null,
      address: null,
      now: () => new Date(0),
    })
    const answer = await web.request(path)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain(words)
    expect(html).not.toContain('Demonstration')
  })
})
