/**
 * Documents that a provision, and the document it stands in, make part of the contract or point to: linked where they
 * are followed, marked where they cannot be seen.
 */
import type { DocumentType } from '../../../core/document.ts'
import type { ExplainInput, FollowedDocument, Incorporated } from '../../../core/explanation.ts'
import type { Block } from '../../../core/policy-text.ts'
import { fold } from '../facts/passage.ts'
import { foldedBlocks } from './folded-blocks.ts'

/** How texts name documents, with the types that they may be followed as. */
const NAMES: readonly (readonly [name: string, pattern: RegExp, types: readonly DocumentType[]])[] = [
  ['Privacy Policy', /\bprivacy (?:policy|notice|statement)\b/, ['privacy-policy', 'business-privacy-policy']],
  ['Terms of Service', /\bterms (?:of (?:service|use)|and conditions)\b|\buser agreement\b/, ['terms-of-service']],
  ['Acceptable Use Policy', /\bacceptable use polic(?:y|ies)\b/, ['acceptable-use-policy']],
  ['Usage Policy', /\b(?:usage|use) (?:polic(?:y|ies)|guidelines)\b/, ['usage-guidelines', 'acceptable-use-policy']],
  ['Community Guidelines', /\bcommunity (?:guidelines|standards|rules)\b/, ['community-guidelines']],
  ['Content Policy', /\bcontent polic(?:y|ies)\b/, ['content-policy']],
  ['Cookie Policy', /\bcookie (?:policy|notice)\b/, ['cookie-policy']],
  ['Copyright Policy', /\b(?:copyright|dmca|intellectual property) policy\b/, ['copyright-policy']],
  [
    'Data Processing Agreement',
    /\bdata (?:processing|protection) (?:agreement|addendum|terms|exhibit)\b|\bdpa\b/,
    ['data-processing-agreement'],
  ],
  ['Business Associate Agreement', /\bbusiness associate (?:agreement|addendum)\b|\bbaa\b/, []],
  ['List of sub-processors', /\b(?:list of (?:our |its )?sub-?processors|sub-?processor list)\b/, ['subprocessors']],
  ['Service Level Agreement', /\bservice level (?:agreement|terms)\b|\bsla\b/, ['service-level-agreement']],
  [
    'Service-specific terms',
    /\b(?:service[- ]specific|supplemental|additional|product[- ]specific) terms\b/,
    ['service-terms'],
  ],
  ['Business terms', /\b(?:business|commercial|enterprise) terms\b/, ['commercial-terms']],
  ['Developer terms', /\b(?:developer|api) (?:terms|agreement|policy)\b/, ['developer-terms']],
  ['Refund Policy', /\b(?:refund|cancellation) policy\b/, ['refund-policy']],
  ['Payment terms', /\b(?:payment|billing) terms\b/, ['payment-terms']],
  ['Brand guidelines', /\bbrand (?:guidelines|policy)\b|\btrademark (?:guidelines|policy)\b/, ['brand-guidelines']],
  ['Security policy', /\bsecurity (?:policy|measures annex|exhibit|addendum)\b/, ['security-policy']],
  ['Model licence', /\bmodel licen[sc]e\b/, ['model-licence']],
]
/** Made with single customers, and so never public. */
const PRIVATE: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Order form', /\border forms?\b|\bstatements? of work\b/],
  ['Enterprise agreement', /\b(?:enterprise|master (?:services?|subscription)) agreement\b/],
  [
    'Separate written agreement',
    /\bseparate(?:ly)?(?: (?:written|signed|executed|negotiated|service|commercial))* (?:agreement|contract)\b|\bas set out in your agreement\b/,
  ],
]
/** A processing agreement that exists between the platform and one organisation, and not as a public form. */
const CONCLUDED =
  /\b(?:agreement|addendum)\b[^.;]{0,60}\bbetween\b|\bapplicable data processing (?:agreement|addendum)\b|\b(?:executed|signed|entered into)\b[^.;]{0,60}\b(?:data processing|dpa)\b/

export function incorporatedOf({ text, quote, document, documents }: ExplainInput): readonly Incorporated[] {
  const here = fold(quote)
  const folded = foldedBlocks(text)
  const found: Incorporated[] = []
  for (const [name, pattern, types] of NAMES) {
    if (types.includes(document.type) || pattern.test(fold(document.title))) continue
    const blocks = text.blocks.filter(({ kind }, at) => kind !== 'heading' && namesOwn(folded[at]!, pattern))
    const isHere = namesOwn(here, pattern)
    if (blocks.length === 0 && !isHere) continue
    const followed = followedAs(types, pattern, documents)
    const link = blocks.map((block) => linkOf(block, pattern)).find((one) => one !== null) ?? null
    const concluded = types[0] === 'data-processing-agreement' && !followed && !link && CONCLUDED.test(here)
    found.push({
      name: followed?.title ?? name,
      state: followed ? 'followed' : link ? 'public' : concluded ? 'not-public' : 'unseen',
      href: followed?.href ?? link,
      here: isHere,
    })
  }
  for (const [name, pattern] of PRIVATE) {
    const inDocument = folded.some((one) => pattern.test(one))
    if (inDocument || pattern.test(here))
      found.push({ name, state: 'not-public', href: null, here: pattern.test(here) })
  }
  return found.sort((a, b) => Number(b.here) - Number(a.here))
}

/** Whether a folded text names another document of the platform: "these terms" and what stands "below" are the text itself, "their policies" those of others. */
function namesOwn(folded: string, pattern: RegExp): boolean {
  // Asked of every block of a document, most of which name none.
  if (!pattern.test(folded)) return false
  return [...folded.matchAll(new RegExp(pattern, 'g'))].some(
    ({ index, 0: name }) => !OF_ANOTHER.test(folded.slice(0, index)) && !HERE.test(folded.slice(index + name.length)),
  )
}
const OF_ANOTHER =
  /\b(?:these|this) $|\b(?:their|third[- ]part(?:y|ies)(?:'s?)?|such (?:sites?|websites?|services?)(?:'s?)?)(?: own)?(?: [\w,]+){0,5} $/
const HERE = /^["']?,? (?:(?:is |are )?(?:set (?:out|forth) )?below\b|(?:in |see )?section \w+ of this\b)/

function followedAs(
  types: readonly DocumentType[],
  pattern: RegExp,
  documents: readonly FollowedDocument[],
): FollowedDocument | undefined {
  return documents.find(({ title }) => pattern.test(fold(title))) ?? documents.find(({ type }) => types.includes(type))
}

/** The address that stands on the name itself. */
function linkOf({ text, links }: Block, pattern: RegExp): string | null {
  const points = [...text]
  const link = links.find(
    ({ start, end, href }) => /^https?:/.test(href) && pattern.test(fold(points.slice(start, end).join(''))),
  )
  return link?.href ?? null
}
