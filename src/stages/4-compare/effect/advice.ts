/** What the reader can do about a change, and what happens if nothing is done; only what the texts themselves give. */
import type { ChangeKind, Effect } from '../../../core/change.ts'
import { type PolicyText, plainText } from '../../../core/policy-text.ts'
import { writtenDate } from './words-of-text.ts'

export type AdviceInput = {
  readonly kind: ChangeKind
  readonly effects: readonly Effect[]
  readonly platform: string
  readonly title: string
  readonly newText: PolicyText
  readonly effectiveOn: string | null
}

export function adviceFor(input: AdviceInput): { readonly whatToDo: string; readonly ifNothingIsDone: string } {
  const { kind, effects, effectiveOn } = input
  if (kind === 'broken-capture' || kind === 'noise')
    return { whatToDo: 'Nothing.', ifNothingIsDone: 'Nothing changes.' }
  if (kind === 'administrative')
    return {
      whatToDo: 'Nothing; links and references of your own to this document may need an update.',
      ifNothingIsDone: 'What applies to you stays as it is.',
    }
  const whatToDo = actionFor(effects, effectiveOn && writtenDate(effectiveOn))
  return { whatToDo, ifNothingIsDone: consequence(input, effects.some(isBurden)) }
}

const isBurden = ({ direction }: Effect): boolean => direction === 'less-protective'

/** `by`: the date from which the document binds, in words. */
export function actionFor(effects: readonly Effect[], by: string | null): string {
  const before = by ? ` before ${by}` : ''
  const action = ACTIONS.find(({ types, words }) =>
    effects.some(
      (effect) =>
        effect.types.some((type) => types.includes(type)) && (!words || words.test(`${effect.after?.exact ?? ''}`)),
    ),
  )
  return action
    ? `${action.say}${before}.`
    : effects.some(isBurden)
      ? `Read the passages that are less favourable to you${before}, and check whether your use still fits them.`
      : 'Read the changed passages; no step is asked of you in them.'
}

type Action = { readonly types: readonly string[]; readonly words?: RegExp; readonly say: string }

/** Routes that a changed passage itself offers come first. */
const ACTIONS: readonly Action[] = [
  {
    types: ['arbitration', 'class-action-waiver'],
    words: /opt[- ]?out/i,
    say: 'If you do not want to be bound by arbitration, use the opt-out that the passage describes',
  },
  {
    types: ['model-training', 'data-use', 'privacy-rights', 'data-sharing', 'advertising-sale'],
    words: /opt[- ]?out|turn off|disable|object/i,
    say: 'Use the opt-out or setting that the passage names if you do not want this use of your data',
  },
  {
    types: ['refunds-cancellation', 'fees-payment'],
    words: /cancel|refund/i,
    say: 'Check your plan and, if you do not want to go on with it, cancel by the route that the passage gives',
  },
  {
    types: ['retention-deletion', 'privacy-rights'],
    words: /request|delete|export/i,
    say: 'Make the request that the passage describes if you want your data deleted, corrected or exported',
  },
  {
    types: ['processor-terms'],
    words: /sub-?processor|object/i,
    say: 'Check the changed list of sub-processors against your own records, and object by the route of your agreement if you need to',
  },
  {
    types: ['prohibited-use', 'competitive-use', 'scraping-reverse-engineering', 'high-risk-use', 'ai-disclosure'],
    say: 'Check whether your use of the service is still allowed',
  },
  { types: ['fees-payment'], say: 'Check what you will be charged' },
  {
    types: ['content-license', 'model-training'],
    say: 'Check what you submit, and whether you want it to be used in this way',
  },
]

function consequence({ newText, platform, title, effectiveOn }: AdviceInput, isHarder: boolean): string {
  const from = effectiveOn ? `From ${writtenDate(effectiveOn)} the` : 'The'
  const byUse = /\b(?:continu\w*|keep|further)\s+(?:to\s+)?(?:us(?:e|ing)|access)/i.test(plainText(newText))
  const base = `${from} new text of the ${title} applies to you as ${platform} states it`
  if (byUse) return `${base}; the document says that continued use counts as acceptance.`
  return isHarder ? `${base}, with what is less favourable in it.` : `${base}.`
}
