/**
 * `training.stance` and `training.optOutRoute`: whether what users give is used to train models, and how to stop it.
 * Every sentence about training on the reader's data takes one of four sides; the document's stance follows from the
 * sides that occur, and from whether they are tied to a plan or product.
 */
import type { Fact } from '../../../core/provision.ts'
import type { Passage } from './passage.ts'
import { type FactDocument, type FactReader, factFrom } from './reader.ts'
import { routesOf } from './training-route.ts'

const MODEL =
  '(?:models?|algorithms?|artificial intelligence|machine[- ]learning|ai(?! (?:features?|inputs?|outputs?|services?)\\b)|a\\.i\\.|llms?|neural networks?|classifiers?)'
const TRAINS = new RegExp(
  [
    `\\b(?:pre-?|re-?)?train(?:s|ing|ed)?\\b[^.;]{0,100}\\b(?:${MODEL}|our (?:\\w+ )?(?:technolog\\w+|systems?))\\b`,
    `\\b${MODEL}(?:'s)?[ ,-][^.;]{0,14}\\btrain(?:ing|ed)?\\b`,
    `\\b(?:improv|develop(?!er)|enhanc|fine-?tun|refin|optimi[sz])\\w*\\b[^.;]{0,80}\\b(?:our|the|its|ai|generative|discriminative|language|foundation|any)?[^.;]{0,30}\\b(?:models?\\b(?! (?:agreement|contract|clauses))|machine[- ]learning|artificial intelligence|ai (?:performance|technolog\\w+|systems?|capabilities)|algorithms)\\b`,
    '\\b(?:opt(?:ed|ing)?[- ]?out (?:of|from)|used for|use (?:it|them) for|purposes? of|not be) (?:the |our )?(?:ai |model )?training\\b(?! and quality)|\\btraining purposes\\b|\\bif training is (?:enabled|on)\\b',
    '\\bnot use (?:customer|your|user|any) (?:content|data|inputs?|information)\\b[^.]{0,50}\\bto (?:develop|improve)\\b',
  ].join('|'),
)
const USER_DATA =
  /\b(?:content|inputs?|outputs?|prompts?|personal (?:data|information)|your (?:\w+ ){0,3}?(?:data|information|files?|conversations?|chats?|messages?|stories|uploads?|interactions?|stuff|code|images?|voice|recordings?)|materials|(?:customer|user|usage|business|training) data|data|information|conversations?|chats?|chat sessions|interactions|customer property|submissions|recordings|queries|it)\b/
/** Training of others, by others, or on what others gave. */
const NOT_ABOUT_USERS =
  /\b(?:from the internet|on the internet|from public sources|websites? (?:that|we)|employees?|staff|personnel|(?:you|customer|users?|publisher|licensee|developer|parties|anyone|(?:api|app|plugin) responses)\b[^.;]{0,30}\b(?:(?:may|shall|must|will|should) (?:not|only)|(?:further )?agrees? not|agrees? to not|undertakes? not)\b[^.;]{0,240}\btrain|compet\w+|scrap\w+|crawl\w+|data mining|google (?:workspace|user|drive)|idp|pre-trained|trained by third parties|trained on distinct|sell or license your|you may (?:apply|use)|temporary chats?|(?:prohibit\w*|forbidden)|previously trained|your own (?:models?|training data)|fine-tuned models? (?:are|is)|your fine-tuned|fine-tuned model|quality assurance|do not consent|more of your|" means\b|for clarity, \(i\) input|training information|sources of information used|alleg\w+|by third parties for|content reviewers|have published|through the process of training|not control|train their\b|their own (?:large |language |ai |artificial )*\w* ?models?|train(?:ing)? data you|you (?:upload|provide|submit)[^.]{0,60}\bto (?:train|fine-tune)|continually working)\b/
/** What readers give, beside what is public anyway. */
const GIVEN =
  /\b(?:inputs?|outputs?|prompts?|opt[- ]?out|interactions?|the information we collect|people (?:have )?shared|your (?:content|conversations?|chats?|data))\b/
/** Data of one connected service or feature: what holds for it holds for nothing else. */
const LIMITED =
  /\b(?:e-?mail service|calendar|health|contacts|workspace api|mailbox|app store|connected (?:account|service|app)\w*) (?:information|data|content)\b/
const FEEDBACK_ONLY = /\b(?:feedback|thumbs)\b/
const PLAN =
  /\b(?:enterprise|business (?:customers?|users?|offerings?|products?|plans?|data|accounts?)|for business users|teams?|edu|education|api|apis|paid|unpaid|free (?:plan|tier|subscription|version|users?|account)|(?:your|the|account type or|different|certain|specific|some) plans?|plan type|tiers?|subscription|pro|premium|subscribers?|individual (?:users|plans)|workspaces?|autocomplete)\b/

const OUT =
  /\b(?:opt(?:s|ed|ing)?[- ]?outs?|object(?:ed|ion)? to|right to object|turn(?:ed|ing)? (?:it |this |training )?off|switch(?:ed|ing)? (?:\w+ )?off|disabl\w+|toggl\w+|(?:do not|don't) want (?:us|your)|refuse to allow|(?:choose|control|decide|select) (?:whether|how|if)|limit or opt|deselect\w*|unless you (?:choose|tell|ask|request)|training (?:is|setting)[^.]{0,20}(?:enabled|on)|deactivat\w+|withdraw)\b/
const NOT_USED =
  /\b(?:not|never|no|nor|won't|don't|doesn't|isn't|aren't|without)\b[^.;]{0,110}?\b(?:us(?:e|es|ed|ing)|utili[sz]\w+|train\w*|process\w*|leverag\w+|develop\w*|permit\w*|allow\w*)\b/
const ASKED_FIRST =
  /\b(?:unless|without|except|only(?: if| when| with| where)?|until|with)\b[^.]{0,400}\b(?:consent\w*|permission|opt(?:s|ed|ing)?[- ]?in\b|explicit\w*|expressly|agree[sd]?|instruct\w*|authori[sz]\w+|permits?|allows?|enabled?|choose to|approv\w+)\b|\b(?:opt(?:s|ed|ing)?[- ]?in)\b/
const NOT_WITHOUT = /\bnot\b[^.;]{0,60}\bopt(?:ed|ing)?[- ]?out/
const USAGE_ONLY =
  /^(?!.*\b(?:content|inputs?|outputs?|prompts?|conversations?|personal)\b).*\b(?:usage|telemetry|performance|technical) (?:data|information|statistics)\b/
const ANONYMOUS = /\b(?:anonymi[sz]ed|de-?identified|aggregated?|anonymous|statistic\w*)\b/
const US = /\b(?:we|us|our|company|provider|[a-z.]+ (?:may|will|does|uses|also|has|can|shall|never) )\b/
/** Using data for it, and not only speaking of models. */
const USES =
  /\b(?:us(?:e|es|ed|ing|age)|utili[sz]\w+|process\w*|collect\w*|analy[sz]\w*|learn|leverag\w+|take into account|purposes?|includ\w+|grant\w*|licen[cs]e|monitoring|stored?)\b/
const PURPOSES =
  /\b(?:how (?:do )?we use|use (?:of )?(?:your |the |customer )?(?:personal )?(?:data|information|content)|purposes?|we (?:may )?(?:also )?(?:use|process)|what we (?:use|do)|model training|training)\b/
const BY_CONTRACT =
  /\b(?:separate(?:ly)? (?:\w+ )?(?:written |signed )?(?:agreement|contract)|enterprise agreement|order form|written agreement with us|zero data retention agreement|signed (?:agreement|addendum|contract))\b/

/** A service in front of others' models: each of them decides. */
const OTHERS_MAY =
  /\b(?:some|certain|different|third[- ]party|model) (?:ai )?(?:models?|providers?|llms?)\b[^.]{0,40}\bmay\b[^.]{0,80}\btrain/

const EXAMPLES = /\b(?:including|includes|include)?,? ?(?:but )?(?:is |are )?(?:not limited to|without limitation)\b/g

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
  const contract =
    stance.value === 'default-on'
      ? document.passages.find((p) => TRAINS.test(p.folded) && BY_CONTRACT.test(p.folded))
      : undefined
  if (contract) facts.push(factFrom('training.optOutRoute', ['contract'], contract, BY_CONTRACT))
  const outs = stance.value === 'opt-in' ? managed(document) : sided.filter((s) => s.side === 'out').map((s) => s.index)
  const route = stance.value !== 'default-on' && stance.value !== 'never' ? routesOf(document, outs) : null
  if (route) facts.push(factFrom('training.optOutRoute', route.routes, route.passage, OUT))
  return facts
}

export function sidesOf({ passages, kind }: FactDocument): readonly Sided[] {
  const sided: Sided[] = []
  let lastOn = -10
  passages.forEach((passage, index) => {
    const side =
      sideOf(passage, kind) ??
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

function sideOf({ folded: whole, heading, lead }: Passage, kind: string): Side | null {
  const folded = whole
    .replace(EXAMPLES, 'including')
    .replace(/\bwhether or not\b/g, 'whether')
    .replace(/\b(?:that|which) (?:is|are|do|does) not [^,;.]{0,30}/g, '')
  if (
    !TRAINS.test(folded) ||
    NOT_ABOUT_USERS.test(folded) ||
    /\b(?:not|never|no|prohibit\w*|restrict\w*)\b|n't\b/.test(lead)
  )
    return null
  if (
    /\b(?:restrictions|prohibited|acceptable use|not do|misuse|do not|abuse)\b|\bdon't\b/.test(heading) &&
    !/\b(?:we|our)\b/.test(folded)
  )
    return null
  const ours =
    US.test(folded) ||
    PURPOSES.test(`${lead} ${heading.slice(heading.lastIndexOf('>') + 1)}`) ||
    kind.includes('privacy')
  if (/\bpublicly available\b/.test(folded) && !GIVEN.test(folded)) return null
  if (!(ours || NOT_USED.test(folded)) || !(USER_DATA.test(folded) || PURPOSES.test(`${lead} ${heading}`))) return null
  const notUsed = NOT_USED.test(folded)
  const out = OUT.test(folded)
  if (notUsed && ASKED_FIRST.test(folded) && !out) return 'asked'
  if (
    out &&
    (!notUsed ||
      NOT_WITHOUT.test(folded) ||
      /\b(?:if|once|when) you\b|\bunless you\b|\bfollowing\b|\byou (?:may|can)\b/.test(folded))
  )
    return 'out'
  if (notUsed && LIMITED.test(folded)) return null
  if (notUsed)
    return /\b(?:if|when|once|under) you\b|\bif you (?:enable|choose)|\bunder zdr\b|\bthird[- ]part(?:y|ies)\b[^.]{0,60}\b(?:not|never)\b|\bthey do not\b|\bdoes not permit us\b/.test(
      folded,
    ) && !PLAN.test(folded)
      ? null
      : 'never'
  if (
    /\bopt(?:ed|ing)?[- ]?in\b|\bwith your (?:explicit |express )?(?:consent|permission)\b|\bif you (?:consent|agree|choose to)\b/.test(
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
    /^[^a-z]*(?:to |for |and )?(?:train|improv|develop|enhanc|fine|refin|research)/.test(folded) &&
    PURPOSES.test(`${lead} ${heading}`)
  return listed || (USES.test(folded) && USER_DATA.test(folded)) ? 'on' : null
}

/** Where training is asked for first: sentences on how to manage that choice. */
function managed({ passages }: FactDocument): readonly number[] {
  return passages.flatMap((p, index) =>
    /\b(?:manag\w+|chang\w+|updat\w+|control\w*|adjust\w*)\b[^.]{0,60}\b(?:preferences|settings|choices?)\b[^.]{0,120}\btrain|\btrain\w*\b[^.]{0,120}\b(?:preferences|settings|toggle)\b/.test(
      p.folded,
    )
      ? [index]
      : [],
  )
}

/** A sentence after one about training that offers a way out without naming training again. */
function goesOnToOptOut({ folded }: Passage): boolean {
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
  const out = first('out')
  const asked = first('asked')
  const never = first('never')
  const others = passages.find(
    (p) => OTHERS_MAY.test(p.folded) && !sided.some((s) => s.side === 'never' || s.side === 'on'),
  )
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
  return on ? { value: 'default-on', passage: on.passage } : null
}
