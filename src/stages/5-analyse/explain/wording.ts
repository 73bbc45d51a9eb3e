/**
 * Reads a provision for explaining it: the signals that its wording gives, and what fills the places of the texts.
 * Nothing is said that the wording or a stated fact of its document does not hold.
 */
import type { ExplainInput } from '../../../core/explanation.ts'
import type { Block } from '../../../core/policy-text.ts'
import type { Fact } from '../../../core/provision.ts'
import type { Signal } from '../../../core/signal.ts'
import { fold, sentencesOf } from '../facts/passage.ts'
import { sharesReaders } from './addressee.ts'
import { type Place, placesOf } from './place.ts'
import { addSubjects, signalsOf } from './signals.ts'
import { asWe } from './speaker.ts'
import { factValue, listFact } from './stated-fact.ts'

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
  // Cells of an annex state no rule of the agreement in which they stand.
  const isOfAgreement = input.document.type === 'data-processing-agreement' && RULE.test(quote)
  if (signals.has('processing-agreement') || isOfAgreement) signals.add('within-agreement')
  addChoices(signals, input)
  return { signals, places: placesOf(input, folded, quote, signals), folded, lead }
}

const RULE = /\b(?:shall|must|agrees?|undertakes?|warrants?|acknowledges?|will|not)\b/

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
