/** Which kinds of rule each block of a document states, how severe, and how sure. */
import type { Severity } from '../../../core/change.ts'
import type { Classification, ProvisionType } from '../../../core/provision.ts'
import { classificationOf, inContext } from './decision.ts'
import { documentContextOf } from './features.ts'
import { createScorer } from './inference.ts'
import { typesByKeyword } from './keyword-rules.ts'
import { decodeModel } from './model.ts'
import { surroundingsOf } from './surroundings.ts'
import { createVectoriser } from './vocabulary.ts'

/** `heading`: the heading path, outermost first, joined by ` > `. */
export type ClassifiedBlock = { readonly heading: string; readonly text: string }

/** `platform`: its name; `document`: title or type of the document, such as "Terms of Service". */
export type ClassificationContext = { readonly platform: string; readonly document: string }

export type Classifier = {
  /**
   * One answer a block, in order. `blocks` are those of one document in reading order, without its headings. With
   * `only` (positions) just those are answered, in the order given; the others are context.
   */
  classify(
    blocks: readonly ClassifiedBlock[],
    context: ClassificationContext,
    only?: readonly number[],
  ): Classification[]
}

/**
 * The classifier of a trained model: the same input gives the same output everywhere, and nothing is kept between calls.
 * An empty model means keywords alone, always with low confidence. A damaged one is refused with `model-unreadable`.
 */
export function createClassifier(model: Uint8Array): Classifier {
  if (model.length === 0)
    return { classify: (blocks, _, only) => (only?.map((at) => blocks[at]!) ?? blocks).map(classifyByKeyword) }
  const decoded = decodeModel(model)
  const vectorise = createVectoriser(decoded.vocabulary)
  const score = createScorer(decoded)
  return {
    classify(blocks, context, only) {
      const documentContext = documentContextOf(context)
      const all = surroundingsOf(blocks)
      const known = new Map<number, Float64Array>()
      const ownOdds = (at: number): Float64Array | undefined => {
        const around = all[at]
        if (around === undefined) return undefined
        const odds = known.get(at) ?? score(vectorise(around, documentContext))
        known.set(at, odds)
        return odds
      }
      return (only ?? [...all.keys()]).map((at) =>
        classificationOf(inContext(ownOdds(at)!, ownOdds(at - 1), decoded.settings), decoded.settings),
      )
    },
  }
}

const HIGH: ReadonlySet<ProvisionType> = new Set([
  'arbitration',
  'class-action-waiver',
  'liability-limit',
  'indemnification',
])
const LOW: ReadonlySet<ProvisionType> = new Set(['data-use', 'data-collection', 'privacy-rights', 'general-terms'])

function classifyByKeyword({ heading, text }: ClassifiedBlock): Classification {
  const types = /:$/.test(text) && text.length < 120 ? [] : typesByKeyword(heading, text)
  const first = types[0]
  if (first === undefined) return { types: [], severity: null, confidence: 'low' }
  const severity: Severity = HIGH.has(first) ? 'high' : LOW.has(first) ? 'low' : 'medium'
  return { types, severity, confidence: 'low' }
}
