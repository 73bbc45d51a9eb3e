/**
 * Pages that hold several documents one after the other, each behind an anchor: the declared one is meant. A page
 * counts as such only where at least two large parts each begin with the title of a document.
 */
import { familyOf, titleLikeness } from '../shape/document-family.ts'
import type { RawBlock } from '../shape/raw-block.ts'
import type { RangeSum } from './around.ts'
import { attribute } from './element.ts'
import type { Region, Walked } from './walk.ts'

type Range = { readonly start: number; readonly end: number }
type Section = Range & { readonly title: string }

/** A part with less of the rules than this is no document of its own. */
const DOCUMENT_UNITS = 500

/** The parts of `within` that are the declared document; null where the page holds one document only. */
export function declaredSections(
  page: Walked,
  legal: RangeSum,
  within: Range,
  declaredTitle: string,
  url: string | null,
): readonly Range[] | null {
  const byAnchor = anchoredSection(page, legal, within, url)
  if (byAnchor) return [byAnchor]
  const sections = documentSections(page, legal, within)
  if (sections.length < 2) return null
  let best: Section | null = null
  let bestLikeness = 0
  for (const section of sections) {
    const likeness = titleLikeness(declaredTitle, section.title)
    if (likeness > bestLikeness) {
      best = section
      bestLikeness = likeness
    }
  }
  if (!best || bestLikeness < 1) return null
  return familyOf(declaredTitle) === 'terms' ? withAdditions(sections, best) : [best]
}

const ADDITIONAL =
  /^(?:additional|supplement(?:al|ary)|special|specific|country[- ]specific|(?:product|service)[- ]specific)\b[^–—:(]*$/i

/**
 * Terms go on in parts of their own that are titled "Additional terms for …"; with a name after a dash ("Additional
 * terms - Studio") they are the document of another product.
 */
function withAdditions(sections: readonly Section[], main: Section): Section[] {
  return sections.filter(
    (section) =>
      section === main || (section.start > main.start && ADDITIONAL.test(section.title.replace(/ - /g, '–'))),
  )
}

/** The element that the address itself points at. */
function anchoredSection(page: Walked, legal: RangeSum, within: Range, url: string | null): Range | null {
  const anchor = url?.split('#')[1]
  if (!anchor) return null
  for (const region of page.regions) {
    if (region.start < within.start || region.end > within.end) continue
    if (attribute(region.element, 'id') !== anchor) continue
    const share = legal.of(region) / (legal.of(within) || 1)
    if (legal.of(region) >= DOCUMENT_UNITS && share > 0.02) return region
  }
  return null
}

/** Sibling elements with an id that begin with the title of a document, where together they hold most of the rules. */
function documentSections(page: Walked, legal: RangeSum, within: Range): Section[] {
  const groups = new Map<number, Section[]>()
  for (const region of page.regions) {
    if (region.start < within.start || region.end > within.end || !attribute(region.element, 'id')) continue
    if (legal.of(region) < DOCUMENT_UNITS) continue
    const title = titleOf(page.blocks, region)
    if (title === null || familyOf(title) === null) continue
    const group = groups.get(region.parent)
    const section = { start: region.start, end: region.end, title }
    if (group) group.push(section)
    else groups.set(region.parent, [section])
  }
  for (const sections of groups.values()) {
    const held = sections.reduce((sum, section) => sum + legal.of(section), 0)
    if (sections.length >= 2 && held >= 0.6 * legal.of(within) && sections.every(isTitled)) return sections
  }
  return []
}

const DOCUMENT_NOUN =
  /\b(?:policy|policies|terms|conditions|agreement|addendum|notice|statement|guidelines|imprint|licen[cs]e|rules|code|tos|dpa|politique|mentions|richtlinie|bedingungen|erklärung|política|términos|condizioni|termos)\b/i

function isTitled(section: Section): boolean {
  return DOCUMENT_NOUN.test(section.title)
}

/** The first block of a part, where it is short and no link. */
function titleOf(blocks: readonly RawBlock[], { start }: Region): string | null {
  const first = blocks[start]
  if (!first || first.text.length > 100 || first.linkUnits > 0 || /[.;:]$/.test(first.text)) return null
  return first.text
}
