/**
 * Whether a page is the edition for another place than the one that is followed, in the same language. Said only where
 * the page itself says it twice over, or in its title: `<html lang="en-US">` alone stands on pages for every place.
 */
import type { Editions } from '../html/editions.ts'
import type { Evidence } from './evidence.ts'

/** Why the text is for another place; null where it may be the right one, or no place is declared. */
export function otherRegion({ declared, editions, title, pageTitle }: Evidence): string | null {
  const [language, region] = partsOf(declared.locale)
  if (!language || !region) return null
  const listed = byAddress(editions, language, region)
  if (listed) return `the page is the edition for ${listed}, and lists another one for ${region}`
  for (const name of [title, pageTitle]) {
    const named = name === null || name.length > 120 ? null : regionsNamed(name)
    if (named && named.length > 0 && !named.some((place) => place.holds.has(region)))
      return `the page is the edition for ${named[0]!.name} (“${name!.slice(0, 60)}”), not for ${region}`
  }
  return null
}

function partsOf(locale: string | undefined): readonly [string | null, string | null] {
  const match = /^([a-z]{2,3})(?:[-_][a-z]{4})?[-_]([a-z]{2})$/i.exec(locale ?? '')
  return match ? [match[1]!.toLowerCase(), match[2]!.toUpperCase()] : [null, null]
}

/** The place of the edition that the page calls itself, where it lists one for the followed place elsewhere. */
function byAddress({ canonical, alternates }: Editions, language: string, region: string): string | null {
  if (canonical === null) return null
  const wanted = alternates.filter(({ locale }) => locale === `${language}-${region.toLowerCase()}`)
  if (wanted.length === 0 || wanted.some(({ href }) => isSame(href, canonical))) return null
  const own = alternates.filter(({ locale, href }) => locale !== 'x-default' && isSame(href, canonical))
  const places = own.map(({ locale }) => partsOf(locale))
  // The edition for everybody serves this place too, as does one that names no place.
  if (
    places.length === 0 ||
    places.some(([tongue, place]) => tongue !== language || place === null || place === region)
  )
    return null
  return places[0]![1]
}

function isSame(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(url: string): string {
  return url
    .replace(/[#?].*$/, '')
    .replace(/\/$/, '')
    .toLowerCase()
}

type Place = { readonly name: string; readonly pattern: RegExp; readonly holds: ReadonlySet<string> }

const EEA = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'
/** Abbreviations count in brackets, after a dash or before the document's name only: "contact us" is no country. */
const place = (name: string, words: string, abbreviation: string, regions: string): Place => ({
  name,
  pattern: new RegExp(
    `\\b(?:${words})\\b|(?:[([–—|,-]\\s?|^|\\b(?:and|&|/)\\s?)(?:${abbreviation})(?:\\s?(?:[)\\]–—|,/&]|$|and\\b)|\\s(?:Privacy|Terms|Cookie|Residents|Users|Edition|Version))`,
  ),
  holds: new Set(regions.split(' ')),
})

const PLACES: readonly Place[] = [
  place('the United States', 'United States|U\\.S\\.A?|USA|California|Americas?', 'US', 'US'),
  place('the United Kingdom', 'United Kingdom|Great Britain', 'UK|GB', 'GB'),
  place('Europe', 'Europe(?:an)?(?: Economic Area| Union)?', 'EEA|EU', `${EEA} CH GB`),
  place('Switzerland', 'Switzerland|Swiss', 'CH', 'CH'),
  place('Canada', 'Canada|Canadian', 'CA', 'CA'),
  place('Australia', 'Australian?|New Zealand', 'AU|NZ', 'AU NZ'),
  place('Japan', 'Japan|Japanese', 'JP', 'JP'),
  place('India', 'India', 'IN', 'IN'),
  place('Brazil', 'Brazil|Brazilian', 'BR', 'BR'),
  place('Korea', 'Korean?', 'KR', 'KR'),
  place('China', 'China|Mainland China', 'CN', 'CN'),
]

function regionsNamed(title: string): Place[] {
  if (/\b(?:other than|outside|excluding|non-|except|global|worldwide|international|rest of)/i.test(title)) return []
  return PLACES.filter(({ pattern }) => pattern.test(title))
}
