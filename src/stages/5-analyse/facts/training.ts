/**
 * `training.stance` and `training.optOutRoute`: whether what users give is used to train models, and how to stop it.
 * Every sentence about training on the reader's data takes one of four sides; the document's stance follows from the
 * sides that occur, and from whether they are tied to a plan or product.
 */
import type { Fact } from '../../../core/provision.ts'
import { ofSentence } from './memory.ts'
import { lastHeading, type Passage, type Sentence } from './passage.ts'
import { type FactDocument, type FactReader, factFrom } from './reader.ts'
import { routesOf } from './training-route.ts'
import {
  ANONYMOUS,
  ASKED_FIRST,
  BY_CONTRACT,
  CONNECTED_HEADING,
  CONSENT_CELL,
  DEPENDS,
  EXAMPLES,
  FEEDBACK_ONLY,
  GIVEN,
  GRANTS_CONTENT,
  IMPROVES_WORKS,
  IN_SOME_CASES,
  LIMITED,
  NOT_ABOUT_USERS,
  NOT_USED,
  NOT_WITHOUT,
  ONE_VOICE,
  ONLY_WITH_CONSENT,
  OTHERS_DO_NOT,
  OTHERS_MAY,
  OTHERS_PROHIBITED,
  OUT,
  OUT_OF_TRAINING,
  PLAN,
  PURPOSES,
  READERS_LIST,
  REFUSES,
  TRAINS,
  TRAINS_THEIRS,
  UNLESS_IN,
  US,
  USAGE_ONLY,
  USER_DATA,
  USES,
  VOICE_CONSENT,
  WHILE_SWITCHED_ON,
} from './training-words.ts'

type Side = 'on' | 'out' | 'asked' | 'never'
type Sided = {
  readonly side: Side
  readonly passage: Passage
  readonly plan: boolean
  readonly weak: boolean
  readonly index: number
}

export const readTraining: FactReader = (document) => {
  const sided = sidesOf(document)
  const stance = stanceOf(sided, document)
  if (!stance) return []
  const facts: Fact[] = [factFrom('training.stance', stance.value, stance.passage, TRAINS)]
  const contract = stance.value === 'default-on' ? document.passages.find(trainsByContract) : undefined
  if (contract) facts.push(factFrom('training.optOutRoute', ['contract'], contract, BY_CONTRACT))
  const outs = stance.value === 'opt-in' ? managed(document) : sided.filter((s) => s.side === 'out').map((s) => s.index)
  const route = stance.value !== 'default-on' && stance.value !== 'never' ? routesOf(document, outs) : null
  if (route) facts.push(factFrom('training.optOutRoute', route.routes, route.passage, OUT))
  return facts
}

const trainsByContract = ofSentence(({ folded }) => TRAINS.test(folded) && BY_CONTRACT.test(folded))

function sidesOf({ passages }: FactDocument): readonly Sided[] {
  const sided: Sided[] = []
  let lastOn = -10
  passages.forEach((passage, index) => {
    const side =
      sideOf(passage) ??
      (index - lastOn <= 3 && passage.block - (passages[lastOn]?.block ?? -9) <= 1 && goesOnToOptOut(passage)
        ? 'out'
        : null)
    if (!side) return
    if (side === 'on') lastOn = index
    const text = passage.folded
    sided.push({
      side,
      passage,
      index,
      plan:
        PLAN.test(text) || (side !== 'out' && PLAN.test(passage.heading.slice(passage.heading.lastIndexOf('>') + 1))),
      weak: ANONYMOUS.test(text) || FEEDBACK_ONLY.test(text) || USAGE_ONLY.test(text),
    })
  })
  return sided
}

/** Few sentences have one of these, and to tell that costs little. */
const SPEAKS_OF_IT = /train|improv|develop|enhanc|tun(?:e|ing)|refin|optimi|\bai\b|\ba\.i|artificial|machine/

const sideOf = ofSentence(({ folded: whole, heading, lead, kind, before }): Side | null => {
  if (!SPEAKS_OF_IT.test(whole)) return null
  const folded = (rowOf(whole) ?? whole)
    .replace(EXAMPLES, 'including')
    .replace(/\bwhether or not\b/g, 'whether')
    .replace(/\bor not, /g, ', ')
    .replace(/\beven if you (?:do not|don't)[^,.;]*,/g, '')
    .replace(/\bwe (?:may |will |can )?(?:decide|choose|determine|control|select) (?:whether|how|if)\b/g, '')
    .replace(/,? (?:and|or) [^,.;]{0,40}publicly available on the internet/g, '')
    .replace(/\bwe (?:have |already )*(?:disabled|turned off|switched off|opted out of)\b/g, 'we do not use')
    // A model of the reader's own, and plans told by what one does not have.
    .replace(/\bfine-tune (?:the|your|a) (?:\w+ )?model\b[^,.;()]{0,30}/g, '')
    .replace(/\b(?:do|does) not have (?:an? )?(?:\w+ )?(?:subscription|account|plan)\b/g, 'unpaid')
    .replace(/\bpublicly available (?=(?:\w+ ){0,2}models?\b)/g, '')
    .replace(OTHERS_PROHIBITED, '')
    // What is made better for the reader is a picture or a text, and no model.
    .replace(IMPROVES_WORKS, 'makes')
    // An agreement that would forbid it: the ban is not this document's.
    .replace(/\bunless you\b[^.]{0,120}\b(?:agreement|contract)\b[^.]{0,60}\b(?:prohibit|forbid)\w*[^.,;]{0,40}/g, '')
    .replace(
      /\bwithout (?:an? |being |having )?(?:paid|paying|subscri\w+|logg\w+|account|sign\w+)[^,;.]{0,30}/g,
      'unpaid',
    )
    .replace(/\b(?:that|which) (?:is|are|do|does) not [^,;.]{0,30}/g, '')
  if (
    !TRAINS.test(folded) ||
    NOT_ABOUT_USERS.test(folded) ||
    TRAINS_THEIRS.test(folded) ||
    ONE_VOICE.test(folded) ||
    (READERS_LIST.test(folded) && !/\bwe\b/.test(folded)) ||
    (OTHERS_MAY.test(folded) && !/\bwe\b/.test(folded)) ||
    /\b(?:not|never|no|prohibit\w*|restrict\w*)\b|n't\b/.test(lead)
  )
    return null
  if (
    /\b(?:restrictions|prohibited|acceptable use|not (?:permitted|allowed)|not do|misuse|do not|abuse)\b|\bdon't\b/.test(
      heading,
    ) &&
    !/\bwe\b|\bour (?:\w+ )?(?:models?|ai|algorithms?)\b/.test(folded)
  )
    return null
  const ours =
    US.test(folded) ||
    PURPOSES.test(`${lead} ${lastHeading(heading)}`) ||
    kind.includes('privacy') ||
    (/^(?:this|such use|these uses) (?:may |can |also )?includes?\b/.test(folded) &&
      before !== null &&
      US.test(before.folded))
  if (/\bpublicly available\b/.test(folded) && !GIVEN.test(folded)) return null
  if (
    !(ours || NOT_USED.test(folded)) ||
    !(USER_DATA.test(folded) || OUT_OF_TRAINING.test(folded) || PURPOSES.test(`${lead} ${heading}`))
  )
    return null
  if (CONSENT_CELL.test(folded) || (ONLY_WITH_CONSENT.test(folded) && !REFUSES.test(folded))) return 'asked'
  const notUsed = NOT_USED.test(folded)
  const out = OUT.test(folded)
  const said = /^(?:this|these|such|it|they)\b/.test(folded) && before !== null ? before.folded : ''
  const connected = LIMITED.test(folded) || CONNECTED_HEADING.test(`${lastHeading(heading)} ${said}`)
  if (notUsed && ASKED_FIRST.test(untilNextNot(folded)) && (!out || UNLESS_IN.test(folded)))
    return connected ? null : 'asked'
  if (
    out &&
    (!notUsed ||
      NOT_WITHOUT.test(folded) ||
      /\b(?:if|once|when) you\b|\bunless you\b|\bfollowing\b|\byou (?:may|can)\b/.test(folded))
  )
    return 'out'
  if (notUsed && connected) return null
  if (notUsed && IN_SOME_CASES.test(folded)) return null
  if (notUsed && WHILE_SWITCHED_ON.test(folded)) return 'out'
  if (notUsed)
    return /\b(?:if|when|once|under) you\b|\bif you (?:enable|choose)|\bunder zdr\b|\bthird[- ]part(?:y|ies)\b[^.]{0,60}\b(?:not|never)\b|\bthey do not\b/.test(
      folded,
    ) && !PLAN.test(folded)
      ? null
      : 'never'
  if (
    /\bopt(?:ed|ing)?[- ]?in\b|\bwith (?:your|the|prior)(?: (?:explicit|express|prior|verifiable))? (?:consent|permission)\b|\bif you (?:consent|agree|choose to)\b/.test(
      folded,
    )
  )
    return 'asked'
  if (
    FEEDBACK_ONLY.test(folded) &&
    !/\bcontent\b|\binteractions\b|\bpersonal (?:data|information)\b/.test(folded.replace(/\bfeedback\b/g, ''))
  )
    return null
  if (out) return 'out'
  const listed =
    /^[^a-z]*(?:(?:this|which) (?:may |can |also )?includes? |such as |including )?(?:to |for |and )?(?:the )?(?:train|improv|develop|enhanc|fine|refin|research)|^[^a-z]*to (?:help us )?[a-z]+,? /.test(
      folded,
    ) && PURPOSES.test(`${lead} ${heading}`)
  const stated =
    kind.includes('privacy') &&
    PURPOSES.test(heading) &&
    /\bwe (?:may |can |will |also )*(?:train|develop|improve)\b/.test(folded)
  const granted = GRANTS_CONTENT.test(lead) && /\btrain(?:s|ing)?\b/.test(folded)
  return listed || stated || granted || (USES.test(folded) && USER_DATA.test(folded)) ? 'on' : null
})

/** Of a table, the row that speaks of training. */
function rowOf(folded: string): string | null {
  if ((folded.match(/\|/g)?.length ?? 0) < 6) return null
  return folded.split(/\|\s*\|/).find((row) => TRAINS.test(row)) ?? null
}

/** Up to the next refusal of a list of them: its conditions are its own. */
function untilNextNot(folded: string): string {
  const next =
    /,? (?:and|nor) (?:it|they|we|this|these|such \w+|your \w+) (?:is|are|do|does|will|shall) not\b(?!.*\btrain)/.exec(
      folded,
    )
  return next ? folded.slice(0, next.index) : folded
}

/** Where training is asked for first: sentences on how to manage that choice. */
function managed({ passages }: FactDocument): readonly number[] {
  return passages.flatMap((passage, index) => (managesTraining(passage) ? [index] : []))
}

const managesTraining = ofSentence(({ folded }) =>
  /\b(?:manag\w+|chang\w+|updat\w+|control\w*|adjust\w*)\b[^.]{0,60}\b(?:preferences|settings|choices?)\b[^.]{0,120}\btrain|\btrain\w*\b[^.]{0,120}\b(?:preferences|settings|toggle)\b/.test(
    folded,
  ),
)

/** A sentence after one about training that offers a way out without naming training again. */
function goesOnToOptOut({ folded }: Sentence): boolean {
  return (
    /\b(?:opt(?:ing|ed)?[- ]?out|turn(?:ing)? (?:it |this )?off|object to this|disable this)\b/.test(folded) &&
    !/\b(?:marketing|newsletter|promotional|cookies?|advertis\w+|arbitrat\w+|sale|sell)\b/.test(folded)
  )
}

function stanceOf(
  sided: readonly Sided[],
  { passages }: FactDocument,
): { readonly value: string; readonly passage: Passage } | null {
  const first = (side: Side) => sided.find((s) => s.side === side)
  const on = sided.find((s) => s.side === 'on' && !s.weak) ?? first('on')
  const asked = first('asked')
  const never = first('never')
  // A way to change one's mind after consent is no opt-out.
  const out = sided.find(
    (s) => s.side === 'out' && !(asked && UNLESS_IN.test(asked.passage.folded) && !REFUSES.test(s.passage.folded)),
  )
  const depends = sided.find((s) => DEPENDS.test(s.passage.folded))
  if (depends) return { value: 'varies', passage: depends.passage }
  const others = sided.some((s) => s.side === 'never' || s.side === 'on') ? undefined : passages.find(othersMay)
  if (others) return { value: 'varies', passage: others }
  const spared = sided.find((s) => (s.side === 'never' || s.side === 'asked') && s.plan)
  const onlySome = sided.find(
    (s) =>
      s.side === 'out' &&
      s.plan &&
      /\b(?:depending on|if you (?:subscribe|use|are)|paid|free|when you|varies)\b/.test(s.passage.folded) &&
      !/\bregardless\b/.test(s.passage.folded),
  )
  if (spared && (out || (on && !on.weak))) return { value: 'varies', passage: spared.passage }
  if (onlySome && (on || NOT_USED.test(onlySome.passage.folded))) return { value: 'varies', passage: onlySome.passage }
  if (out) return { value: 'opt-out', passage: out.passage }
  if (asked) return { value: 'opt-in', passage: asked.passage }
  if (never && on && !on.weak && never.passage.block !== on.passage.block && passages.length > 0)
    return { value: 'varies', passage: never.passage }
  if (never) return { value: 'never', passage: never.passage }
  if (on) return { value: 'default-on', passage: on.passage }
  const cloned = passages.find(asksForVoice)
  if (cloned) return { value: 'opt-in', passage: cloned }
  const spare = passages.find(othersDoNot) ?? passages.find(refusesSome)
  return spare ? { value: 'never', passage: spare } : null
}

const othersMay = ofSentence(({ folded }) => OTHERS_MAY.test(folded))
const asksForVoice = ofSentence(({ folded }) => VOICE_CONSENT.test(folded))
/** Data of one connected service that is not used: counts where nothing else is said. */
const refusesSome = ofSentence(
  ({ folded, heading, before }) =>
    TRAINS.test(folded) &&
    NOT_USED.test(folded) &&
    USER_DATA.test(folded) &&
    /^[^a-z]*(?:(?:this|such|your|the|no|these|any) (?:[\w-]+ ){0,3}?(?:data|information|content)\b[^.;]{0,30}\b(?:not|never|is used)\b|we (?:do|will|shall) not\b|we never\b)/.test(
      folded,
    ) &&
    !/\b(?:unless|without|except)\b/.test(folded) &&
    (LIMITED.test(folded) || CONNECTED_HEADING.test(`${folded} ${lastHeading(heading)} ${before?.folded ?? ''}`)),
)
const othersDoNot = ofSentence(
  ({ folded, heading }) =>
    TRAINS.test(folded) &&
    OTHERS_DO_NOT.test(folded) &&
    USER_DATA.test(folded) &&
    !/\b(?:you|users?|customer) (?:\w+ ){0,3}?(?:may|shall|must|will|agrees?) not\b|\bgoogle (?:user|workspace)|\bidp\b|\bidentity\b/.test(
      folded,
    ) &&
    !CONNECTED_HEADING.test(lastHeading(heading)),
)
