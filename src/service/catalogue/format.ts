/**
 * One YAML file a platform (`catalogue/platform.schema.json`), read into the types of `core/document.ts` and written
 * back. What is wrong is said with file, line and column.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { stringify } from 'yaml'
import { toMoment } from '../../core/clock.ts'
import {
  DOCUMENT_TYPES,
  type DocumentType,
  type Platform,
  type PolicyDocument,
  type RangeSelector,
  type Selector,
  type Source,
  toSlug,
} from '../../core/document.ts'
import { ClausewatchError } from '../../core/error.ts'
import { NORMALISERS } from '../../stages/3-extract/index.ts'
import { packageFolder } from '../package-folder.ts'
import { parseYamlFile } from '../yaml-file.ts'

export type CataloguePlatform = { readonly platform: Platform; readonly documents: readonly PolicyDocument[] }

const DEFAULT_CHECK = '12h'
const MINUTES = { m: 1, h: 60, d: 1440 } as const

/** The file as it is written, before defaults. */
type PlatformFile = {
  platform: string
  slug?: string
  website?: string
  documents: {
    title: string
    type: DocumentType
    slug?: string
    locale?: string
    governs?: string[]
    check?: string
    sources: {
      url: string
      select?: SelectorFile[]
      remove?: SelectorFile[]
      normalise?: string[]
      from?: string
      until?: string
      browser?: boolean
    }[]
  }[]
}
type SelectorFile = string | { startBefore?: string; startAfter?: string; endBefore?: string; endAfter?: string }

/** @throws ClausewatchError `catalogue-malformed` that names file, line and column. */
export function parsePlatformFile(text: string, file: string): CataloguePlatform {
  const { data, at } = parseYamlFile(text, file, validator(), malformed)
  const parsed = data as PlatformFile
  if (!parsed.slug && toSlug(parsed.platform) === '') {
    throw malformed(
      `${at(['platform'])}: no slug can be made of "${parsed.platform}"; add a line "slug:" in Latin letters`,
    )
  }
  const slugs = new Set<string>()
  parsed.documents.forEach((entry, index) => {
    const atKey = (key: string) => at(['documents', index, key])
    if (!(entry.type in DOCUMENT_TYPES)) {
      throw malformed(
        `${atKey('type')}: "${entry.type}" is no document type (known: ${Object.keys(DOCUMENT_TYPES).join(', ')})`,
      )
    }
    const slug = entry.slug ?? toSlug(entry.title)
    if (slug === '') {
      throw malformed(`${atKey('title')}: no slug can be made of "${entry.title}"; add a line "slug:" in Latin letters`)
    }
    if (slugs.has(slug)) {
      throw malformed(
        `${atKey(entry.slug ? 'slug' : 'title')}: two documents have the slug "${slug}"; give one of them a slug of its own`,
      )
    }
    slugs.add(slug)
    for (const [position, { normalise = [] }] of entry.sources.entries())
      for (const [which, name] of normalise.entries()) {
        if (name in NORMALISERS) continue
        const known = Object.keys(NORMALISERS).join(', ')
        throw malformed(
          `${at(['documents', index, 'sources', position, 'normalise', which])}: "${name}" is no normaliser (known: ${known})`,
        )
      }
  })
  return toPlatform(parsed)
}

/** The YAML of a platform, with everything left out that is the default. */
export function writePlatformFile({ platform, documents }: CataloguePlatform): string {
  const file: PlatformFile = {
    platform: platform.name,
    ...(platform.slug === toSlug(platform.name) ? {} : { slug: platform.slug }),
    ...(platform.website ? { website: platform.website } : {}),
    documents: documents.map((entry) => ({
      title: entry.title,
      type: entry.type,
      ...(entry.slug === toSlug(entry.title) ? {} : { slug: entry.slug }),
      ...(entry.locale === 'en' ? {} : { locale: entry.locale }),
      ...(entry.governs.length ? { governs: [...entry.governs] } : {}),
      ...(entry.checkEveryMinutes === parseInterval(DEFAULT_CHECK)
        ? {}
        : { check: formatInterval(entry.checkEveryMinutes) }),
      sources: entry.sources.map(({ url, selectors, validFrom, validUntil, needsBrowser }) => ({
        url,
        ...(selectors.select.length ? { select: selectors.select.map(selectorToFile) } : {}),
        ...(selectors.remove.length ? { remove: selectors.remove.map(selectorToFile) } : {}),
        ...(selectors.normalise.length ? { normalise: [...selectors.normalise] } : {}),
        ...(validFrom ? { from: validFrom } : {}),
        ...(validUntil ? { until: validUntil } : {}),
        ...(needsBrowser ? { browser: true } : {}),
      })),
    })),
  }
  return stringify(file, { lineWidth: 120 })
}

function toPlatform(file: PlatformFile): CataloguePlatform {
  const slug = file.slug ?? toSlug(file.platform)
  return {
    platform: { slug, name: file.platform, website: file.website ?? null },
    documents: file.documents.map((entry) => ({
      platformSlug: slug,
      slug: entry.slug ?? toSlug(entry.title),
      title: entry.title,
      type: entry.type,
      locale: entry.locale ?? 'en',
      governs: entry.governs ?? [],
      checkEveryMinutes: parseInterval(entry.check ?? DEFAULT_CHECK),
      sources: entry.sources.map(
        (source, position): Source => ({
          url: source.url,
          selectors: {
            select: (source.select ?? []).map(selectorFromFile),
            remove: (source.remove ?? []).map(selectorFromFile),
            normalise: source.normalise ?? [],
          },
          position,
          validFrom: source.from ? utc(source.from) : null,
          validUntil: source.until ? utc(source.until) : null,
          needsBrowser: source.browser ?? false,
        }),
      ),
    })),
  }
}

/** Moments are compared as text, so that all have to be in one form. */
const utc = (moment: string): string => toMoment(new Date(moment))

function parseInterval(text: string): number {
  return Number(text.slice(0, -1)) * MINUTES[text.slice(-1) as keyof typeof MINUTES]
}

function formatInterval(minutes: number): string {
  if (minutes % MINUTES.d === 0) return `${minutes / MINUTES.d}d`
  return minutes % MINUTES.h === 0 ? `${minutes / MINUTES.h}h` : `${minutes}m`
}

/** A selector in Open Terms Archive's spelling. Ranges without a start or an end do not exist there. */
export function selectorFromFile(selector: SelectorFile): Selector {
  if (typeof selector === 'string') return selector
  const { startBefore, startAfter, endBefore, endAfter } = selector
  return {
    from: { selector: startBefore ?? startAfter ?? '', side: startBefore === undefined ? 'after' : 'before' },
    to: { selector: endBefore ?? endAfter ?? '', side: endBefore === undefined ? 'after' : 'before' },
  }
}

function selectorToFile(selector: Selector): SelectorFile {
  if (typeof selector === 'string') return selector
  const { from, to }: RangeSelector = selector
  return {
    ...(from.side === 'before' ? { startBefore: from.selector } : { startAfter: from.selector }),
    ...(to.side === 'before' ? { endBefore: to.selector } : { endAfter: to.selector }),
  }
}

let compiled: ReturnType<Ajv['compile']> | null = null
function validator(): ReturnType<Ajv['compile']> {
  if (compiled) return compiled
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
  addFormats.default(ajv)
  compiled = ajv.compile(
    JSON.parse(readFileSync(path.join(packageFolder(), 'catalogue', 'platform.schema.json'), 'utf8')),
  )
  return compiled
}

function malformed(what: string): ClausewatchError {
  return new ClausewatchError(
    'catalogue-malformed',
    what,
    'mend the file; its form is in catalogue/platform.schema.json',
  )
}
