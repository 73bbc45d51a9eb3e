/** Every event that `README.md` promises really occurs in what the sites serve. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSite } from './site/answer.ts'
import { demoPlatformsFolder, loadPlatforms } from './site/platform.ts'

const sites = new Map(loadPlatforms(demoPlatformsFolder).map((platform) => [platform.slug, createSite(platform)]))

function ask(slug: string, pagePath: string, day: string, visit = 0) {
  return sites.get(slug)!.answer({ path: pagePath, at: new Date(`${day}T09:00:00Z`), visit })
}

function body(slug: string, pagePath: string, day: string, visit = 0): string {
  return ask(slug, pagePath, day, visit).body
}

/** The words of a page without its markup. */
function words(slug: string, pagePath: string, day: string): string {
  return body(slug, pagePath, day)
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#?\w+;/g, ' ')
    .replace(/\s+/g, ' ')
}

function expectSwap(slug: string, pagePath: string, on: string, before: string, after: string | null): void {
  const old = words(slug, pagePath, dayBefore(on))
  const young = words(slug, pagePath, on)
  expect(old).toContain(before)
  expect(young).not.toContain(before)
  if (after !== null) expect(young).toContain(after)
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

const CHECKS: Record<string, () => void> = {
  'new-arbitration': () => {
    expect(words('vellumbra', '/legal/terms', '2025-06-01')).not.toContain('arbitration')
    const after = words('vellumbra', '/legal/terms', '2025-06-02')
    expect(after).toContain('final and binding arbitration')
    expect(after).toContain('class, collective or representative proceeding')
    expect(after).toContain('within 30 days after you first accept')
  },
  'training-switched-on': () =>
    expectSwap(
      'vellumbra',
      '/legal/privacy',
      '2025-09-15',
      'We do not use your prompts, uploads or pictures to train our models.',
      'You can opt out at any time',
    ),
  'opt-out-removed': () =>
    expectSwap(
      'vellumbra',
      '/legal/privacy',
      '2026-03-09',
      'You can opt out at any time',
      'to train and improve our models',
    ),
  'two-words': () =>
    expectSwap(
      'quillmere',
      '/legal/privacy',
      '2025-05-12',
      'study how people write, without identifiers.',
      'study how people write.',
    ),
  'moved-to-sibling': () => {
    const clause = 'You may not publish benchmarks or performance tests of the Services'
    expect(words('hollowpine', '/docs/developer-terms', '2025-05-04')).toContain(clause)
    expect(words('hollowpine', '/docs/developer-terms', '2025-05-05')).not.toContain(clause)
    expect(words('hollowpine', '/docs/usage-guidelines', '2025-05-18')).not.toContain(clause)
    expect(words('hollowpine', '/docs/usage-guidelines', '2025-05-19')).toContain(clause)
  },
  'moved-within': () => {
    const place = (day: string) => {
      const text = words('stackwren', '/legal/terms', day)
      return (
        text.lastIndexOf('If you tell us how to make Stackwren better') -
        text.lastIndexOf('Do not: use the Service to build malware')
      )
    }
    expect(place('2025-04-20')).toBeLessThan(0)
    expect(place('2025-04-21')).toBeGreaterThan(0)
  },
  rewrite: () =>
    expectSwap(
      'jelutara',
      '/legal/terms',
      '2026-01-19',
      'JELUTARA AI PTE. LTD.',
      'This Customer Agreement replaces our Terms of Service',
    ),
  renumbering: () => {
    const unnumbered = (day: string) =>
      words('quillmere', '/legal/terms', day)
        .replace(/\b\d+(\.\d+)*\.?(?= )/g, '')
        .replace(/clause [\d.]+/g, 'clause')
        .replace(/\s+/g, ' ')
    expect(words('quillmere', '/legal/terms', '2025-03-10')).not.toBe(words('quillmere', '/legal/terms', '2025-03-09'))
    expect(unnumbered('2025-03-10')).toBe(unnumbered('2025-03-09'))
  },
  typos: () => expectSwap('muskeglow', '/terms', '2025-03-03', 'responsable', 'responsible for the people'),
  'date-only': () => {
    const dateless = (day: string) => words('jelutara', '/legal/privacy', day).replace(/Last updated: \d+ \w+ \d+/, '')
    expect(words('jelutara', '/legal/privacy', '2025-04-28')).not.toBe(
      words('jelutara', '/legal/privacy', '2025-04-27'),
    )
    expect(dateless('2025-04-28')).toBe(dateless('2025-04-27'))
  },
  'effective-date-only': () =>
    expectSwap(
      'rolecairn',
      '/legal/customer-terms',
      '2025-02-17',
      'take effect on 1 January 2025',
      'take effect on 1 March 2025',
    ),
  'notice-shortened': () =>
    expectSwap(
      'pallowby',
      '/terms',
      '2025-08-18',
      'at least 30 days before they take effect',
      'at least 7 days before they take effect',
    ),
  'retention-lengthened': () =>
    expectSwap('voxanther', '/voice-policy', '2025-05-05', 'voiceprints for 30 days', 'voiceprints for 2 years'),
  'cap-lowered': () =>
    expectSwap(
      'stackwren',
      '/legal/terms',
      '2025-07-28',
      'IN THE 12 MONTHS BEFORE THE CLAIM, OR US $500',
      'IN THE 3 MONTHS BEFORE THE CLAIM, OR US $100',
    ),
  'new-subprocessor': () => {
    expect(words('hollowpine', '/docs/subprocessors', '2025-04-06')).not.toContain('Lookbright')
    expect(body('hollowpine', '/docs/subprocessors', '2025-04-07')).toContain('<td>Lookbright Labels Pvt. Ltd.</td>')
  },
  'cookie-dialog': () => {
    const isOpen = (day: string) => body('vellumbra', '/legal/terms', day).includes('We value your privacy')
    expect(['2025-02-09', '2025-02-10', '2025-04-20', '2025-04-21', '2025-10-06', '2026-01-12'].map(isOpen)).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
    ])
  },
  tracking: () => {
    const first = body('stackwren', '/legal/terms', '2025-01-15', 0)
    const second = body('stackwren', '/legal/terms', '2025-01-15', 5)
    expect(first).toMatch(/utm_source=legal&amp;sid=[0-9a-f]{16}/)
    expect(first).not.toBe(second)
    const tokenless = (html: string) => html.replace(/[0-9a-f]{16}/g, '')
    expect(tokenless(first)).toBe(tokenless(second))
  },
  'protected-mail': () => {
    const codes = [0, 1].map(
      (visit) => /data-cfemail="([0-9a-f]+)"/.exec(body('pallowby', '/privacy', '2025-01-15', visit))![1]!,
    )
    expect(codes[0]).not.toBe(codes[1])
    const decoded = codes.map((code) => {
      const [key, ...rest] = Buffer.from(code, 'hex')
      return Buffer.from(rest.map((byte) => byte ^ key!)).toString()
    })
    expect(decoded).toEqual(['privacy@pallowby.example', 'privacy@pallowby.example'])
  },
  'related-articles': () => {
    const related = (visit: number) =>
      /<h2>Related articles<\/h2>[\s\S]*?<\/ul>/.exec(body('hollowpine', '/docs/sla', '2025-01-15', visit))![0]
    expect(related(0)).not.toBe(related(1))
    expect(body('hollowpine', '/docs/sla', '2025-01-15')).toContain('Did this page help you?')
  },
  'bot-wall': () => {
    const answer = ask('pallowby', '/terms', '2025-10-10')
    expect(answer.status).toBe(403)
    expect(answer.headers).toMatchObject({ server: 'cloudflare', 'cf-mitigated': 'challenge' })
    expect(answer.body).toContain('Just a moment')
    expect([ask('pallowby', '/terms', '2025-10-07').status, ask('pallowby', '/terms', '2025-10-18').status]).toEqual([
      200, 200,
    ])
  },
  'soft-404': () => {
    expect(ask('voxanther', '/copyright', '2025-08-15')).toMatchObject({ status: 200 })
    expect(words('voxanther', '/copyright', '2025-08-15')).toContain('could not find that page')
  },
  'real-404': () => expect(ask('rolecairn', '/legal/transparency', '2025-06-12').status).toBe(404),
  unavailable: () => {
    const answer = ask('jelutara', '/legal/terms', '2025-07-18')
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '7200'])
  },
  shell: () => {
    expect(ask('jelutara', '/legal/privacy', '2025-11-10')).toMatchObject({ status: 200 })
    expect(body('jelutara', '/legal/privacy', '2025-11-10')).toContain('<div id="app"></div>')
  },
  'half-loaded': () => {
    const whole = body('muskeglow', '/privacy', '2026-02-17')
    const half = body('muskeglow', '/privacy', '2026-02-18')
    expect(whole).toContain('the Story plan, to find faults')
    expect(half).toContain('Last updated')
    expect(half).not.toContain('</html>')
    expect(half).not.toContain('We write to you at least 30 days before')
  },
  'regional-edition': () => {
    const languages = [
      '2025-04-01',
      '2025-04-02',
      '2025-04-12',
      '2025-04-22',
      '2025-05-02',
      '2025-05-14',
      '2025-05-24',
      '2026-02-11',
      '2026-02-21',
    ].map((day) => /<html lang="(\w+)/.exec(body('wortschmelze', '/en/privacy', day))![1])
    expect(languages).toEqual(['en', 'de', 'en', 'de', 'en', 'de', 'en', 'de', 'en'])
    expect(words('tutorquay', '/legal/terms', '2025-09-25')).toContain('if you live in the United States')
    expect(words('tutorquay', '/legal/terms', '2025-10-05')).not.toContain('if you live in the United States')
  },
  'sign-in-wall': () => {
    const answer = ask('hollowpine', '/docs/data-processing-addendum', '2025-09-05')
    expect(answer.status).toBe(302)
    expect(answer.headers.location).toMatch(/^\/login/)
    expect(words('hollowpine', '/login', '2025-09-05')).toContain('You need to sign in')
  },
  'company-renamed': () => {
    for (const pagePath of ['/terms', '/privacy', '/young-people']) {
      expectSwap('muskeglow', pagePath, '2025-10-01', 'Muskeglow Inc.', 'Muskeglow Technologies Inc.')
    }
  },
  'moved-by-redirect': () => {
    expect(ask('quillmere', '/legal/acceptable-use', '2025-08-31').status).toBe(200)
    expect(ask('quillmere', '/legal/acceptable-use', '2025-09-01')).toMatchObject({
      status: 301,
      headers: { location: '/policies/acceptable-use' },
    })
    expect(ask('quillmere', '/policies/acceptable-use', '2025-09-01').status).toBe(200)
  },
  'two-sources': () => {
    expect(words('tutorquay', '/legal/privacy', '2025-01-01')).toContain('Who helps us')
    expect(words('tutorquay', '/legal/privacy/students', '2025-01-01')).toContain('What is different for you')
  },
  rollback: () => {
    expectSwap('quillmere', '/legal/terms', '2025-11-10', 'for one purpose only', 'perpetual, irrevocable, worldwide')
    expect(words('quillmere', '/legal/terms', '2025-12-15')).toBe(words('quillmere', '/legal/terms', '2025-11-09'))
  },
  robots: () => {
    expect(body('pallowby', '/robots.txt', '2026-02-01')).not.toContain('/community')
    expect(body('pallowby', '/robots.txt', '2026-02-02')).toContain('Disallow: /community')
  },
  'boxed-examples': () => {
    const html = body('hollowpine', '/docs/usage-guidelines', '2025-01-01')
    expect(html).toMatch(/<ol>[\s\S]*<\/ol>\s*<div class="callout[\s\S]*<ol start="8">/)
    expect(html).toContain('more than 250 people')
    expectSwap('hollowpine', '/docs/usage-guidelines', '2025-03-17', 'more than 250 people', 'more than 100 people')
  },
  table: () =>
    expect(body('vellumbra', '/legal/cookies', '2025-01-01')).toMatch(/<th>Name<\/th>[\s\S]*<td>vlm_session<\/td>/),
  'nested-numbering': () => {
    const text = words('quillmere', '/legal/terms', '2025-01-01')
    expect(text).toContain('4.2')
    expect(text).toContain('(b) you may end your subscription without penalty')
    expect(body('wortschmelze', '/en/gtc', '2025-01-01')).toContain('<ol type="a">')
  },
  collapsed: () => {
    expect(body('stackwren', '/legal/security', '2025-01-01')).toContain(
      '<details class="accordion"><summary>Encryption</summary>',
    )
    expect(body('jelutara', '/legal/terms', '2025-01-01')).toMatch(/aria-expanded="false"[\s\S]*data-state="closed"/)
  },
  'relative-date': () => {
    expect(words('hollowpine', '/docs/usage-guidelines', '2025-06-30')).toContain('Updated a month ago')
    expect(words('hollowpine', '/docs/usage-guidelines', '2025-09-30')).toContain('Updated 4 months ago')
  },
  markdown: () => {
    const answer = ask('ostrelle', '/licence.md', '2025-01-01')
    expect(answer.headers['content-type']).toBe('text/markdown; charset=utf-8')
    expect(answer.body).toMatch(/^# Ostrelle Community Licence/)
  },
  'choice-link-gone': () => {
    const hasLink = (day: string) =>
      body('vellumbra', '/legal/terms', day).includes('Do Not Sell or Share My Personal Information')
    expect([hasLink('2026-05-03'), hasLink('2026-05-04')]).toEqual([true, false])
  },
  'hidden-text': () =>
    expect(body('jelutara', '/legal/terms', '2025-01-01')).toMatch(/display:none[^>]*>Note to automated readers/),
  'class-names': () => {
    const classes = (day: string) =>
      new Set([...body('jelutara', '/legal/acceptable-use', day).matchAll(/class="(\w+)"/g)].map((match) => match[1]))
    expect(words('jelutara', '/legal/acceptable-use', '2025-02-01')).toBe(
      words('jelutara', '/legal/acceptable-use', '2025-01-31'),
    )
    expect(classes('2025-02-01')).not.toEqual(classes('2025-01-31'))
  },
  'never-seen': () => expectSwap('pallowby', '/community', '2026-04-13', 'within 30 days', 'within 3 days'),
}

describe('the events of the demo', () => {
  it.each(Object.keys(CHECKS))('%s', (event) => CHECKS[event]!())

  it('are those of the table in the README', () => {
    const readme = readFileSync(path.join(import.meta.dirname, 'README.md'), 'utf8')
    const listed = [...readme.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((match) => match[1])
    expect(listed.toSorted()).toEqual(Object.keys(CHECKS).toSorted())
  })
})
