/** What fills the places (`{periods}`) of the texts of `knowledge/`: from the passage, or from a stated fact. */
import type { ExplainInput } from '../../../core/explanation.ts'
import type { PolicyText } from '../../../core/policy-text.ts'
import type { Signal } from '../../../core/signal.ts'
import { DURATION } from '../facts/duration.ts'
import { MONEY } from '../facts/money.ts'
import { fold } from '../facts/passage.ts'
import { exceptionIn, focusOf } from './excerpt.ts'
import { foldedBlocks } from './folded-blocks.ts'
import { LISTS, listed, named } from './name.ts'
import { CLOSING_CLAUSES } from './pattern/contract.ts'
import { listFact, numberFact, textFact } from './stated-fact.ts'

export type Place =
  | keyof typeof LISTS
  | 'platform'
  | 'document'
  | 'periods'
  | 'amounts'
  | 'age'
  | 'exception'
  | 'focus'
  | 'law'
  | 'cap'
  | 'noticeDays'
  | 'channels'
  | 'optOutDays'
  | 'routes'
  | 'contact'
  | 'subjects'

/** Only places that something fills. */
export function placesOf(
  input: ExplainInput,
  folded: string,
  quote: string,
  signals: ReadonlySet<Signal>,
): ReadonlyMap<Place, string> {
  const places = new Map<Place, string>()
  const put = (place: Place, value: string | undefined): void => {
    if (value) places.set(place, value)
  }
  put('platform', input.platform)
  put('document', input.document.title)
  for (const [place, list] of Object.entries(LISTS))
    put(place as Place, listed(named(list, OWN_WORDS.has(place) ? quote : folded), place === 'conduct' ? 'or' : 'and'))
  const others = named(LISTS.companies, folded).filter((name) => !speaksOften(input.text, name))
  if (others.length === 0) places.delete('companies')
  put('companies', listed(others))
  put(
    'periods',
    listed(unique(printed(input.quote, new RegExp(`\\b(?:${DURATION})(?![a-z])(?! (?:of age|old|or older))`, 'g')))),
  )
  put('amounts', listed(unique(printed(input.quote, new RegExp(`(?:${MONEY})`, 'g')))))
  put('age', ageIn(folded) ?? numberFact(input.facts, 'age.minimum'))
  put('exception', exceptionIn(input.quote))
  put('focus', focusOf(input.quote))
  put('law', listed(textFact(input.facts, 'law.governing')?.split('; ') ?? [], 'or'))
  put('cap', textFact(input.facts, 'liability.cap'))
  put('noticeDays', numberFact(input.facts, 'changes.noticeDays'))
  put('channels', listed(listFact(input.facts, 'changes.noticeChannel').map((one) => CHANNEL_WORDS[one] ?? one)))
  put('optOutDays', numberFact(input.facts, 'arbitration.optOutDays'))
  put(
    'routes',
    listed(
      listFact(input.facts, 'training.optOutRoute').flatMap((one) => ROUTE_WORDS[one] ?? []),
      'or',
    ),
  )
  put('contact', contactOf(input, signals))
  put('subjects', listed(CLOSING_CLAUSES.flatMap(([signal, called]) => (signals.has(signal) ? [called] : []))))
  return places
}

/** A name that a tenth of all blocks hold is mostly the document's own; it is no other company. */
function speaksOften(text: PolicyText, name: string): boolean {
  const blocks = foldedBlocks(text)
  const holding = blocks.filter((block) => block.includes(name.toLowerCase())).length
  return holding >= Math.max(4, blocks.length / 10)
}

/** Named only where the passage itself does: a lead-in names what the whole list is about. */
const OWN_WORDS: ReadonlySet<string> = new Set(['conduct', 'rights', 'losses'])

const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  email: 'e-mail',
  posting: 'posting on its site',
  'in-product': 'a notice in the product',
  other: 'other means',
}
export const ROUTE_WORDS: Readonly<Record<string, string>> = {
  settings: 'a setting in the account',
  email: 'a message to the platform',
  form: 'a form',
  contract: 'a separately signed agreement',
}

/** What a pattern of folded text finds, as printed: folding keeps positions. */
function printed(text: string, pattern: RegExp): readonly string[] {
  return [...fold(text).matchAll(pattern)].map((match) => text.slice(match.index, match.index + match[0].length).trim())
}

/** Each once: "30 days", "30-day" and "30 Days" are the same. */
const unique = (items: readonly string[]): readonly string[] => {
  const keys = items.map((item) => item.toLowerCase().replace(/-/g, ' ').replace(/s$/, ''))
  return items.filter((_, at) => keys.indexOf(keys[at]!) === at)
}

function ageIn(folded: string): string | undefined {
  return (
    /\b(?:at least|under(?: the age of)?|aged?|over|(?:younger|less) than) (\d{2})\b/.exec(folded)?.[1] ??
    /\b(\d{2}) (?:years (?:old|of age)|(?:or|and) (?:older|over))\b/.exec(folded)?.[1]
  )
}

/** A mail address in the passage itself, else the stated privacy contact where the provision is about personal data. */
function contactOf({ quote, facts, types }: ExplainInput, signals: ReadonlySet<Signal>): string | undefined {
  const own = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(quote)?.[0]
  if (own) return own
  const about = types.some((type) => PRIVACY_TYPES.has(type)) || signals.has('sensitive')
  return about ? listFact(facts, 'contact.privacy').find((one) => one.includes('@')) : undefined
}

const PRIVACY_TYPES: ReadonlySet<string> = new Set([
  'data-collection',
  'data-use',
  'model-training',
  'data-sharing',
  'advertising-sale',
  'government-access',
  'retention-deletion',
  'privacy-rights',
  'cross-border-transfer',
  'security-breach',
  'cookies-tracking',
  'sensitive-data',
  'children-age',
  'automated-decisions',
  'processor-terms',
  'monitoring-review',
])
