import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DOCUMENT_TYPES,
  type DocumentType,
  type PolicyDocument,
  type Selector,
  type Source,
  toSlug,
} from '../../core/document.ts'
import { NORMALISERS } from '../../stages/3-extract/index.ts'
import { packageFolder } from '../package-folder.ts'
import { type CataloguePlatform, parsePlatformFile, writePlatformFile } from './format.ts'
import { loadCatalogue } from './load.ts'

const GOOD = `platform: Larkspur Chat
website: https://larkspur.example
documents:
  - title: Terms of Service
    type: terms-of-service
    sources:
      - url: https://larkspur.example/terms
`

describe('a catalogue file', () => {
  it('says little where defaults do', () => {
    expect(parsePlatformFile(GOOD, 'larkspur.yaml')).toEqual({
      platform: { slug: 'larkspur-chat', name: 'Larkspur Chat', website: 'https://larkspur.example' },
      documents: [
        {
          platformSlug: 'larkspur-chat',
          slug: 'terms-of-service',
          title: 'Terms of Service',
          type: 'terms-of-service',
          locale: 'en',
          governs: [],
          checkEveryMinutes: 720,
          sources: [
            {
              url: 'https://larkspur.example/terms',
              selectors: { select: [], remove: [], normalise: [] },
              position: 0,
              validFrom: null,
              validUntil: null,
              needsBrowser: false,
            },
          ],
        },
      ],
    })
  })

  it('may give moments in any zone; they are kept in one form, because they are compared', () => {
    const text = `${GOOD}        until: 2026-01-01T01:30:00.500+02:00\n`
    expect(parsePlatformFile(text, 'x.yaml').documents[0]!.sources[0]!.validUntil).toBe('2025-12-31T23:30:00Z')
  })

  it.each([
    ['30m', 30],
    ['12h', 720],
    ['7d', 10_080],
  ])('may be checked every %s', (check, minutes) => {
    const text = GOOD.replace('    sources:', `    check: ${check}\n    sources:`)
    expect(parsePlatformFile(text, 'x.yaml').documents[0]!.checkEveryMinutes).toBe(minutes)
  })
})

describe('a malformed catalogue file', () => {
  const second = GOOD.split('\n').slice(3).join('\n')
  const cases: readonly (readonly [what: string, text: string, where: string, words: RegExp])[] = [
    ['is no YAML', GOOD.replace('type: terms', 'type: [terms'), '6:', /not YAML/],
    ['has an unknown key', GOOD.replace('website:', 'web-site:'), '2:1', /unknown key "web-site"/],
    [
      'has an unknown key in a document',
      GOOD.replace('    type:', '    kind: x\n    type:'),
      '5:5',
      /documents\.0 has the unknown key "kind"/,
    ],
    [
      'has an unknown document type',
      GOOD.replace('type: terms-of-service', 'type: contract'),
      '5:5',
      /"contract" is no document type \(known: terms-of-service,/,
    ],
    ['has two documents of one slug', GOOD + second, '8:5', /two documents have the slug "terms-of-service"/],
    ['lacks what is needed', GOOD.replace(/ {4}sources:[\s\S]*/, ''), '4:5', /must have required property 'sources'/],
    [
      'has an address that is none',
      GOOD.replace('https://larkspur.example/terms', 'larkspur.example'),
      '7:9',
      /url must match pattern/,
    ],
    [
      'has a name of which no slug can be made',
      GOOD.replace('Larkspur Chat', '通义千问'),
      '1:1',
      /no slug can be made/,
    ],
    ['has a range without an end', `${GOOD}        select: [{ startBefore: '#a', startAfter: '#b' }]\n`, '8:', /./],
    [
      'names a normaliser that there is not',
      `${GOOD}        normalise: [strip-everything]\n`,
      '8:',
      /"strip-everything" is no normaliser/,
    ],
    ['is empty', '', '1:1', /must be object/],
    ['is a list', '- a\n- b\n', '1:1', /must be object/],
  ]

  it.each(cases)('that %s is refused with file, line and column', (_, text, where, words) => {
    const refused = expect.objectContaining({
      code: 'catalogue-malformed',
      kind: 'input',
      message: expect.stringMatching(words),
    })
    const parse = () => parsePlatformFile(text, 'catalogue/larkspur.yaml')
    expect(parse).toThrow(refused)
    expect(parse).toThrow(`catalogue/larkspur.yaml:${where}`)
  })
})

describe('written and read again', () => {
  const name = fc.constantFrom('Larkspur Chat', 'Ænova', 'DALL·E & friends', 'a: b', '#1 Model', "It's", 'yes', '2026')
  const selector: fc.Arbitrary<Selector> = fc.oneof(
    fc.constantFrom('main', '#content > p', '.a, .b', '[data-x="1: 2"]'),
    fc.record({
      from: fc.record({ selector: fc.constantFrom('#a', '.b'), side: fc.constantFrom('before', 'after') }),
      to: fc.record({ selector: fc.constantFrom('#z', '.y'), side: fc.constantFrom('before', 'after') }),
    }),
  )
  const moment = fc.option(
    fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => `${date.toISOString().slice(0, 19)}Z`),
    { nil: null },
  )
  const source: fc.Arbitrary<Omit<Source, 'position'>> = fc.record({
    url: fc.webUrl({ withQueryParameters: true }),
    selectors: fc.record({
      select: fc.array(selector, { maxLength: 3 }),
      remove: fc.array(selector, { maxLength: 2 }),
      normalise: fc.subarray(Object.keys(NORMALISERS)),
    }),
    validFrom: moment,
    validUntil: moment,
    needsBrowser: fc.boolean(),
  })
  const document = fc.record({
    title: name,
    slug: fc.constantFrom('terms', 'terms-2', 'privacy', 'larkspur-chat'),
    type: fc.constantFrom(...(Object.keys(DOCUMENT_TYPES) as DocumentType[])),
    locale: fc.constantFrom('en', 'de', 'pt-BR', 'zh-Hant'),
    governs: fc.array(name, { maxLength: 2 }),
    checkEveryMinutes: fc.constantFrom(30, 45, 720, 1440, 4320),
    sources: fc.array(source, { minLength: 1, maxLength: 3 }),
  })
  const platform: fc.Arbitrary<CataloguePlatform> = fc
    .record({
      name,
      website: fc.option(fc.constant('https://larkspur.example'), { nil: null }),
      slug: fc.constantFrom('larkspur', 'x-1'),
      documents: fc.uniqueArray(document, { selector: ({ slug }) => slug, maxLength: 3 }),
    })
    .map(({ name, website, slug: given, documents }) => {
      const slug = name.length % 2 ? given : toSlug(name)
      return {
        platform: { slug, name, website },
        documents: documents.map(
          (one): PolicyDocument => ({
            ...one,
            platformSlug: slug,
            sources: one.sources.map((part, position) => ({ ...part, position })),
          }),
        ),
      }
    })

  it('a platform is what it was', () => {
    fc.assert(
      fc.property(platform, (given) => {
        expect(parsePlatformFile(writePlatformFile(given), 'x.yaml')).toEqual(given)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the catalogues of this package', () => {
  it.each(['catalogue', 'demo/catalogue'])('%s loads, each platform and address once', (folder) => {
    const platforms = loadCatalogue([path.join(packageFolder(), folder)])
    expect(platforms.length).toBeGreaterThan(10)
    const documents = platforms.flatMap((one) => one.documents)
    expect(documents.length).toBeGreaterThan(25)
    const keys = documents.map(({ platformSlug, slug }) => `${platformSlug}/${slug}`)
    expect(keys).toHaveLength(new Set(keys).size)
    for (const { title, sources } of documents) {
      expect(title.trim()).toBe(title)
      expect(sources.every(({ url }) => URL.canParse(url))).toBe(true)
    }
  })
})
