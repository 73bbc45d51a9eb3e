/**
 * Reads a provision for explaining it: the signals that its wording gives, and what fills the places of the texts.
 * Nothing is said that the wording or a stated fact of its document does not hold.
 */
import type { ExplainInput } from '../../../core/explanation.ts'
import type { Block, PolicyText } from '../../../core/policy-text.ts'
import type { Fact, FactName } from '../../../core/provision.ts'
import type { Condition, Signal } from '../../../core/signal.ts'
import { DURATION } from '../facts/duration.ts'
import { MONEY } from '../facts/money.ts'
import { fold, sentencesOf } from '../facts/passage.ts'
import { sharesReaders } from './addressee.ts'
import { CONDUCT_PATTERNS } from './conduct-patterns.ts'
import { CLOSING_CLAUSES, CONTRACT_PATTERNS } from './contract-patterns.ts'
import { DATA_PATTERNS } from './data-patterns.ts'
import { DEALING_PATTERNS, RECIPIENTS } from './dealing-patterns.ts'
import { DISPUTE_PATTERNS } from './dispute-patterns.ts'
import { EXCHANGE_MANNERS, EXCHANGE_PATTERNS } from './exchange-patterns.ts'
import { LISTS, listed, named } from './name.ts'
import { PURPOSE_PATTERNS } from './purpose-patterns.ts'
import { RIGHTS_PATTERNS } from './rights-patterns.ts'
import { PATTERNS } from './signal-patterns.ts'
import { USE_PATTERNS } from './use-patterns.ts'

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

export type Wording = {
  readonly signals: ReadonlySet<Signal>
  /** Only places that something fills. */
  readonly places: ReadonlyMap<Place, string>
  /** Quote and lead-in, folded. */
  readonly folded: string
  readonly lead: string
}

export function readWording(input: ExplainInput): Wording {
  const lead = leadOf(input)
  const quote = asWe(fold(input.quote), input)
  const folded = lead ? `${asWe(fold(lead), input)} ${quote}` : quote
  const signals = signalsOf(folded, quote)
  addSubjects(signals, folded, quote)
  // A privacy policy that names itself draws nothing in.
  if (/privacy/.test(input.document.type)) signals.delete('privacy-included')
  addChoices(signals, input)
  return { signals, places: placesOf(input, folded, quote, signals), folded, lead }
}

/** A folded text in which the platform speaks of itself as "we", whatever name the document gives it. */
function asWe(folded: string, { platform, text }: ExplainInput): string {
  const names = [...namesOf(platform), ...definedAsWe(text)]
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .sort((a, b) => b.length - a.length)
  if (names.length === 0) return folded
  return folded.replace(
    new RegExp(
      `\\b(?:${names.join('|')})(?![\\w.]*@)(?: (?:inc|llc|ltd|gmbh|pbc)\\b\\.?)?('s)?(?!\\w| (?:services?|sites?|websites?|platform|apps?|software|accounts?|terms|products?|content|materials?|apis?|polic(?:y|ies)|privacy|users?|members?)\\b)`,
      'g',
    ),
    (_, own) => (own ? 'our' : 'we'),
  )
}

/** "AI21 Labs" is called "AI21" as well; a first word that is an everyday word names nobody. */
function namesOf(platform: string): readonly string[] {
  const whole = fold(platform)
  const first = whole.split(' ')[0] ?? ''
  return first.length >= 4 && first !== whole && !EVERYDAY.test(first) ? [whole, first] : [whole]
}
const EVERYDAY =
  /^(?:the|open|better|stack|together|google|meta|data|cloud|social|smart|digital|deep|first|true|your|user)$/

/** Names that the beginning of a document defines as "we", "us" or "the company". */
function definedAsWe(text: PolicyText): readonly string[] {
  const kept = defined.get(text)
  if (kept) return kept
  const beginning = text.blocks
    .slice(0, 40)
    .map((block) => block.text)
    .join('\n')
  const made = [...beginning.matchAll(DEFINES_WE)].map((match) => fold(match[1]!)).filter((name) => name.length >= 4)
  defined.set(text, made)
  return made
}
const defined = new WeakMap<PolicyText, readonly string[]>()
const DEFINES_WE =
  /\b(\p{Lu}[\p{L}\d.&-]+(?: \p{Lu}[\p{L}\d.&-]+){0,2}?),?(?: (?:Inc|LLC|Ltd|Limited|GmbH|PBC|SAS|AB|B\.V)\.?,?)? ?\([^)]{0,80}[“"'](?:we|us|our|the company|company)[”"',]/gu

/** The signals of a folded wording with its lead-in; times and amounts count where the wording itself holds them. */
export function signalsOf(folded: string, quote: string = folded): Set<Signal> {
  const signals = new Set<Signal>()
  for (const [signal, pattern] of Object.entries(PATTERNS)) if (pattern.test(folded)) signals.add(signal as Signal)
  if (HAS_TIME.test(quote)) signals.add('period')
  if (HAS_AMOUNT.test(quote)) signals.add('amount')
  return signals
}
/** What a wording is about, which only explanations ask for. */
function addSubjects(signals: Set<Signal>, folded: string, quote: string): void {
  for (const [signal, pattern] of SUBJECTS) if (pattern.test(folded)) signals.add(signal as Signal)
  if (CLOSING_CLAUSES.filter(([signal]) => signals.has(signal)).length > 1) signals.add('several-rules')
  if (RECIPIENTS.filter((signal) => signals.has(signal)).length > 1) signals.add('several-recipients')
  if (named(LISTS.conduct, quote).length > 0) signals.add('conduct-named')
  if (named(LISTS.purposes, quote).length > 2) signals.add('several-purposes')
}
/** Subjects weigh more than manners of speaking: "severability" says what a passage is, "provider-may" only how it speaks. */
export const isSubject = (signal: Condition): boolean => SUBJECT_SIGNALS.has(signal)
const SUBJECTS = [
  ...CLOSING_CLAUSES.map(([signal, , pattern]) => [signal, pattern] as const),
  ...Object.entries(RIGHTS_PATTERNS),
  ...Object.entries({
    ...CONTRACT_PATTERNS,
    ...CONDUCT_PATTERNS,
    ...DATA_PATTERNS,
    ...EXCHANGE_PATTERNS,
    ...DEALING_PATTERNS,
    ...USE_PATTERNS,
  }),
  ...Object.entries({ ...DISPUTE_PATTERNS, ...PURPOSE_PATTERNS }),
]

const SUBJECT_SIGNALS: ReadonlySet<string> = new Set([
  ...SUBJECTS.map(([signal]) => signal).filter((signal) => !EXCHANGE_MANNERS.has(signal)),
  ...[
    'several-rules',
    'several-purposes',
    'several-recipients',
    'renews',
    'price-change',
    'no-refund',
    'time-bar',
    'exclusive-courts',
    'paid-fees-cap',
    'survives',
    'conduct-named',
  ],
  ...['breach-notice', 'clauses', 'framework', 'adequacy', 'subprocessors', 'reverse', 'scraping', 'benchmarks'],
  ...['model-building', 'arbitration-opt-out', 'small-claims', 'jury', 'successors', 'legal-basis', 'group-waiver'],
])

const HAS_TIME = new RegExp(`\\b(?:${DURATION})\\b`)
const HAS_AMOUNT = new RegExp(`(?:${MONEY})`)

/** The folded texts of a document's blocks. A document is explained provision by provision, so the last ones are kept. */
export function foldedBlocks(text: PolicyText): readonly string[] {
  const kept = folding.get(text)
  if (kept) return kept
  const made = text.blocks.map((block) => fold(block.text))
  folding.set(text, made)
  return made
}
const folding = new WeakMap<PolicyText, readonly string[]>()

/** Whether all conditions hold of a wording. */
export function holds(conditions: readonly Condition[], signals: ReadonlySet<Signal>): boolean {
  return conditions.every((condition) =>
    condition.startsWith('not ') ? !signals.has(condition.slice(4) as Signal) : signals.has(condition as Signal),
  )
}

/** The value of a stated fact; undefined where it is not stated or the version was not assessed. */
export function factValue(facts: readonly Fact[] | null, name: FactName): Fact['value'] | undefined {
  return facts?.find(({ fact }) => fact === name)?.value
}

/** The sentence that introduces the list in which the provision stands, found within forty blocks above; else empty. */
export function leadOf({ text: { blocks }, blocks: { first } }: ExplainInput): string {
  const own = blocks[first]
  if (own?.kind !== 'item' && own?.kind !== 'row') return ''
  for (let at = first - 1; at >= Math.max(0, first - 40); at--) {
    const block = blocks[at]!
    if (block.kind === 'heading') return ''
    const above = block.kind !== 'item' && block.kind !== 'row' ? true : block.depth < own.depth || isUnder(own, block)
    if (above && /[:：]\s*$/.test(block.text)) return sentencesOf(block.text).at(-1) ?? ''
    if (block.kind === 'paragraph' && block.depth === 0) return ''
  }
  return ''
}

/** Whether an item of the same depth is numbered in another style ("iii" under "2"), as where a page lost its nesting. */
function isUnder({ number: own }: Block, { number: above }: Block): boolean {
  return own !== null && above !== null && /^\d+$/.test(above) && /^[a-z]+$/i.test(own)
}

/** What the rest of the document says of a choice: an explanation must not deny one that is stated elsewhere. */
function addChoices(signals: Set<Signal>, { facts, types, document: own, documents }: ExplainInput): void {
  if (!types.includes('model-training')) return
  const stance = factValue(facts, 'training.stance')
  const route = factValue(facts, 'training.optOutRoute')
  const routes = Array.isArray(route) ? (route as readonly string[]) : []
  if (stance === 'opt-out' || stance === 'varies' || routes.some((one) => one !== 'contract'))
    if (!signals.has('opt-out')) signals.add('opt-out-elsewhere')
  if (routes.includes('contract')) signals.add('contract-out')
  if (stance === 'never') signals.add('training-denied-elsewhere')
  const isDenied = stance === 'default-on' && !signals.has('opt-out') && !signals.has('opt-out-elsewhere')
  const siblings = documents.filter(({ type }) => sharesReaders(type, own.type))
  if (isDenied && !siblings.some((sibling) => hasWayOut(sibling.facts))) signals.add('no-choice-stated')
}

/** A way out of training that does not need a contract. */
function hasWayOut(facts: readonly Fact[] | null = null): boolean {
  return listFact(facts, 'training.optOutRoute').some((route) => route !== 'contract')
}

function placesOf(
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

/**
 * "unless you have …", as printed up to the end of its clause; only one that is short enough to quote, and of the first
 * sentence, since a later one may limit another rule than the one that is explained.
 */
function exceptionIn(text: string): string | undefined {
  const sentences = sentencesOf(text)
  for (const sentence of sentences.slice(0, 1 + sentences.findIndex((one) => one.split(' ').length >= 7))) {
    const match =
      /\b(?:unless|except (?:as|for|that|where|when|if|to the extent|in)(?! otherwise| (?:as )?(?:expressly |specifically )?(?:set|stated|provided))|other than (?:as(?! set out)|for|where|when|in connection)|provided,? (?:however,? )?that)\b(?:[^.;:]|[.:](?=\d))*/.exec(
        fold(sentence),
      )
    if (!match) continue
    // Before the main clause the exception ends at its comma.
    const length = /^[\d.() ]*$/.test(sentence.slice(0, match.index)) ? match[0].split(',')[0]!.length : match[0].length
    const clause = insideBrackets(sentence.slice(match.index, match.index + length)).replace(/[\s,]+$/, '')
    const words = clause.split(' ').length
    if (words >= 4 && clause.length <= 220 && balanced(clause) && !UNFINISHED.test(clause)) return clause
  }
  return undefined
}

/** A clause that a list or a bracket cut off. */
const UNFINISHED = /\b(?:that|to|the|of|where|when|if|by|for|following)$/i

/** The first whole sentence, or its beginning up to the end of a clause where it is too long to quote. */
function focusOf(text: string): string | undefined {
  const sentences = sentencesOf(text).map((sentence) => sentence.replace(PRINTED_NUMBER, ''))
  const longerThan = (words: number) => sentences.find((sentence) => sentence.split(' ').length >= words)
  // A short first sentence is mostly a heading that runs into its paragraph.
  const first = longerThan(7) ?? longerThan(4) ?? text
  if (first.length <= FOCUS) return first.replace(/[;,]? (?:and|or)$/, '').replace(/[;:,.]$/, '')
  const cut = first.slice(0, FOCUS)
  const end = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('; '), cut.lastIndexOf(' ('))
  return `${cut.slice(0, end > FOCUS / 2 ? end : cut.lastIndexOf(' '))} …`
}
const FOCUS = 200
/** "4.2", "(b)": the number of a clause says nothing without the clauses around it. */
const PRINTED_NUMBER = /^(?:\d+(?:\.\d+)*\.?|\([a-z0-9]{1,4}\)|[a-z]\.)\s+/i

/** Up to a bracket that was opened before the text began. */
function insideBrackets(text: string): string {
  const close = text.indexOf(')')
  const open = text.indexOf('(')
  return close >= 0 && (open < 0 || open > close) ? text.slice(0, close) : text
}

const balanced = (text: string): boolean =>
  (text.match(/[(“"]/g)?.length ?? 0) % 2 === 0 || /“[^”]*”/.test(text) || !/[(“"]/.test(text)

function textFact(facts: readonly Fact[] | null, name: FactName): string | undefined {
  const value = factValue(facts, name)
  return typeof value === 'string' ? value : undefined
}

function numberFact(facts: readonly Fact[] | null, name: FactName): string | undefined {
  const value = factValue(facts, name)
  return typeof value === 'number' ? String(value) : undefined
}

function listFact(facts: readonly Fact[] | null, name: FactName): readonly string[] {
  const value = factValue(facts, name)
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
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
