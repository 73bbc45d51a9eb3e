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
    '\\b(?:opt(?:ed|ing)?[- ]?out (?:of|from)|used for|use (?:it|them) for|purposes? of|not be) (?:the |our )?(?:ai |model )?training\\b(?! and quality)|\\buse\\b[^.;]{0,40} for training\\b(?! (?:and|sessions|materials?|your|our|of|staff|employees))|\\btraining purposes\\b|\\b(?:for|including)(?: for)? training, (?:optimi[sz]ing|improving|developing|fine-?tuning)\\b|\\bno[- ]training\\b[^.]{0,30}\\bterms\\b|\\bif training is (?:enabled|on)\\b',
    '\\bnot use (?:customer|your|user|any) (?:content|data|inputs?|information)\\b[^.]{0,50}\\bto (?:develop|improve)\\b',
  ].join('|'),
)
const USER_DATA =
  /\b(?:content|inputs?|outputs?|prompts?|personal (?:data|information)|your (?:\w+ ){0,3}?(?:data|information|files?|conversations?|chats?|messages?|stories|uploads?|interactions?|stuff|code|images?|voice|recordings?)|materials|(?:customer|user|usage|business|training) data|data|information|conversations?|chats?|chat sessions|interactions|customer property|submissions|recordings|queries|inquiries|responses|communications|your (?:\w+ )?(?:work|works|music|songs|art(?:work)?|photos|videos|drawings|posts|writing|documents|notes|lessons|homework)|(?:work|works|essays|writing|recordings|documents|photos|voices?|stories|art|music) (?:of|by|from) (?:our |the |any |your )?(?:\w+ )?(?:students?|pupils?|users?|customers?|members?|learners?|teachers?|artists?|authors?|writers?|creators?|patients?|clients?)|(?:student|learner|user|member|patient|client)(?:'s|s')? (?:work|works|writing|essays|voices?|uploads)|it)\b/
/** Training of others, by others, or on what others gave. */
const NOT_ABOUT_USERS =
  /\b(?:from the internet|on the internet|from public sources|websites? (?:that|we)|employees?|staff|personnel|(?:you|customer|users?|publisher|licensee|developer|parties|anyone|(?:api|app|plugin) responses)\b[^.;]{0,30}\b(?:(?:may|shall|must|will|should) (?:not|only)|(?:further )?agrees? not|agrees? to not|undertakes? not)\b[^.;]{0,240}\btrain|compet\w+|scrap\w+|crawl\w+|data mining|google (?:workspace|user|drive)|idp|pre-trained|trained by third parties|trained on distinct|sell or license your|you may (?:apply|use)|temporary chats?|(?:prohibit\w*(?! us\b)|forbidden)|trained on (?:massive|vast|large)|(?:our|company's|publisher's) (?:prior |express |written )*(?:consent|permission)|consent (?:from|of) (?:the )?(?!you\b|your\b|users?\b|(?:the )?customers?\b|data\b|each\b|individuals?\b)[\w ]{3,40}(?:company|inc|ltd|llc|limited)|previously trained|your own (?:models?|training data)|fine-tuned models? (?:are|is)|your fine-tuned|fine-tuned model|quality assurance|do not consent|more of your|":? means\b|rights ?holders|for clarity, \(i\) input|training information|sources of information used|alleg\w+|by third parties for|content reviewers|have published|through the process of training|not control|their own (?:large |language |ai |artificial )*\w* ?models?|train(?:ing)? data you|you (?:upload|provide|submit)[^.]{0,60}\bto (?:train|fine-tune)|continually working)\b/
/** What readers give, beside what is public anyway. */
const GIVEN =
  /\b(?:inputs?|outputs?|prompts?|opt[- ]?out|interactions?|the information we collect|people (?:have )?shared|your (?:content|conversations?|chats?|data))\b/
/** Data of one connected service or feature: what holds for it holds for nothing else. */
const LIMITED =
  /\bthis third-party content\b|\b(?:e-?mail service|calendar|health|contacts|workspace api|mailbox|app store|connected (?:account|service|app)\w*) (?:information|data|content)\b/
const FEEDBACK_ONLY = /\b(?:feedback|thumbs)\b/
const PLAN =
  /\b(?:enterprise|business (?:customers?|users?|offerings?|products?|plans?|data|accounts?)|for business users|teams?|edu|education|api|apis|paid|unpaid|free (?:plan|tier|subscription|version|users?|account)|(?:your|the|account type or|different|certain|specific|some) plans?|plan type|tiers?|subscription|pro|premium|subscribers?|individual (?:users|plans)|workspaces?|autocomplete)\b/

const OUT =
  /\b(?:opt(?:s|ed|ing)?[- ]?outs?|object(?:ed|ion)? to|right to object|turn(?:ed|ing)? (?:it |this |training )?off|switch(?:ed|ing)? (?:\w+ )?off|disabl\w+|toggl\w+|(?:do not|don't) want (?:us|your)|refuse to allow|(?:choose|control|decide|select|elect) (?:whether|how|if)|(?:in )?control (?:of|over) (?:whether|how)|opted against|(?:ask|tell|request|notify|instruct) us\b[^.]{0,40}\b(?:not to|to stop|do not want|to exclude)|opt out|limit or opt|deselect\w*|unless you (?:choose not|tell us not|ask us not|tell us otherwise|request otherwise|say no|decline|refuse)|training (?:is|setting)[^.]{0,20}(?:enabled|on)|deactivat\w+|withdraw)\b/
const NOT_USED =
  /\b(?:not|never|no|nor|won't|don't|doesn't|isn't|aren't|without)\b[^.;]{0,110}?\b(?:us(?:e|es|ed|ing)|utili[sz]\w+|train\w*|process\w*|leverag\w+|develop\w*|permit\w*|allow\w*)\b/
const ASKED_FIRST =
  /\b(?:unless|without|except|only(?: if| when| with| where)?|until|with)\b[^.]{0,400}\b(?:consent\w*|permission|opt(?:s|ed|ing)?[- ]?in\b|explicit\w*|expressly|agree[sd]?|instruct\w*|authori[sz]\w+|permits?|permitted|allows?|enabled?|choose to|approv\w+|direct(?:s|ed)? us|(?:you|customer) (?:\w+ )?(?:ask|asks|request|requests|tell|tells|direct|directs|switch(?:es)?[^.]{0,20} on|turn(?:s)?[^.]{0,20} on))\b|\b(?:opt(?:s|ed|ing)?[- ]?in)\b/
const NOT_WITHOUT = /\bnot\b[^.;]{0,60}\bopt(?:ed|ing)?[- ]?out/
const USAGE_ONLY =
  /^(?!.*\b(?:content|inputs?|outputs?|prompts?|conversations?|personal)\b).*\b(?:usage|telemetry|performance|technical) (?:data|information|statistics)\b/
const ANONYMOUS = /\b(?:anonymi[sz]ed|de-?identified|aggregated?|anonymous|statistic\w*)\b/
const US =
  /\b(?:we|us|our|you (?:\w+ )?(?:grant|give|license)|company|provider|(?!(?:that|which|outputs?|content|it|they|models?|users?|or|and) )[a-z.]+ (?:may|will|does|uses|also|has|can|shall|never) )\b/
/** Using data for it, and not only speaking of models. */
const USES =
  /\b(?:us(?:e|es|ed|ing|age)|utili[sz]\w+|process\w*|collect\w*|analy[sz]\w*|learn|leverag\w+|take into account|purposes?|includ\w+|grant\w*|licen[cs]e|monitoring|stored?|shar(?:e|es|ed|ing)|take)\b/
const PURPOSES =
  /\b(?:how (?:do )?we use|how (?:do(?:es)? )?[\w ]{1,30}? (?:uses?|process(?:es)?|handles?) (?:your|my|the|personal|this|information|data)|uses? (?:of )?(?:your |the |customer )?(?:personal )?(?:data|information|content)|purposes?|we (?:may )?(?:also )?(?:use|process)|what we (?:use|do)|model training|training)\b/
const BY_CONTRACT =
  /\b(?:separate(?:ly)? (?:\w+ )?(?:written |signed )?(?:agreement|contract)|enterprise agreement|order form|written agreement with us|zero data retention agreement|signed (?:agreement|addendum|contract))\b/

/** A service in front of others' models: each of them decides. */
const OTHERS_MAY =
  /\b(?:some|certain|different|third[- ]party|model|upstream|underlying) (?:(?:ai|model|inference) )?(?:models?|providers?|llms?)\b[^.]{0,60}\bmay\b[^.]{0,80}\btrain|\b(?:each|every|(?:model|third[- ]party|upstream|underlying|respective|individual|llm|ai|inference) (?:\w+ )?)(?:providers?|models?)\b[^.]{0,100}\b(?:whether|differ\w*|var(?:y|ies)|own (?:terms|polic\w+|data))\b[^.]{0,100}\btrain|\bwhether\b[^.]{0,60}\bproviders?\b[^.]{0,60}\btrain/
/** Providers of models behind the service that do not train: counts where nothing else is said. */
const OTHERS_DO_NOT =
  /\b(?:they|providers?|partners?|vendors?|subprocessors?|third[- ]part(?:y|ies)|openai|anthropic|google)\b[^.;]{0,120}\b(?:not|never|no|cannot|without|no-training)\b[^.;]{0,120}\btrain|\bno-training\b/

const EXAMPLES = /\b(?:including|includes|include)?,? ?(?:but )?(?:is |are )?(?:not limited to|without limitation)\b/g

const TRAINS_THEIRS = /\btrain their\b/
/** A voice or likeness made for the reader is no general model. */
const ONE_VOICE =
  /\b(?:voice clon\w+|clon\w+ (?:of )?(?:your|the|a) voice|(?:your|a|the) (?:\w+ )?(?:voice (?:model|clone|replica)|digital (?:twin|replica)|clone|avatar)|(?:your|a) (?:custom|personal|own|private|dedicated) (?:\w+ )?(?:models?|voice|avatar))\b/
/** The legal basis in a row of a table. */
const CONSENT_CELL =
  /\|\s*(?:(?:legal basis|basis|art\w*\.? [^|]{0,30}|your|explicit|express|user|with your)[: -]*){0,2}\(?consent\b(?![^|]*\blegitimate interests?\b)/
/** "unless you have opted in", "without express consent": the choice is to be in. */
const UNLESS_IN =
  /\b(?:unless|without|only (?:if|with|when|where|after))\b[^.;]{0,80}\b(?:opt(?:s|ed|ing)?[- ]?in|(?:explicit|express|prior|affirmative|specific|your|user|customer)(?:ly)?(?:,? (?:and )?(?:\w+ ))?(?:consent\w*|permission|agree\w*|authori[sz]\w+|instruct\w+))\b/
const CONNECTED_HEADING =
  /\b(?:google (?:user|workspace|drive|api\w*|account|data|calendar)|gmail|google|workspace apis?|calendar|mailbox|third[- ]party apis?|api integrations?|connected (?:account|app|service)s?|limited use)\b/
/** What is done depends on plan, product or terms. */
const DEPENDS =
  /\bdepend(?:s|ing|ent)? (?:up)?on (?:the |your |which |what |whether )[^.]{0,60}\b(?:plans?|tiers?|subscription|account|products?|terms|agreement|services? you|edition|offering|licen[cs]e)\b|\b(?:varies|vary|differs?) (?:by|with|between|depending|according)\b[^.]{0,60}\b(?:plans?|products?|services?|tiers?|subscription|accounts?)\b/

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
  const folded = (rowOf(whole) ?? whole)
    .replace(EXAMPLES, 'including')
    .replace(/\bwhether or not\b/g, 'whether')
    .replace(/\bpublicly available (?=(?:\w+ ){0,2}models?\b)/g, '')
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
    (OTHERS_MAY.test(folded) && !/\bwe\b/.test(folded)) ||
    /\b(?:not|never|no|prohibit\w*|restrict\w*)\b|n't\b/.test(lead)
  )
    return null
  if (
    /\b(?:restrictions|prohibited|acceptable use|not do|misuse|do not|abuse)\b|\bdon't\b/.test(heading) &&
    !/\bwe\b|\bour (?:\w+ )?(?:models?|ai|algorithms?)\b/.test(folded)
  )
    return null
  const ours =
    US.test(folded) ||
    PURPOSES.test(`${lead} ${heading.slice(heading.lastIndexOf('>') + 1)}`) ||
    kind.includes('privacy')
  if (/\bpublicly available\b/.test(folded) && !GIVEN.test(folded)) return null
  if (!(ours || NOT_USED.test(folded)) || !(USER_DATA.test(folded) || PURPOSES.test(`${lead} ${heading}`))) return null
  if (CONSENT_CELL.test(folded)) return 'asked'
  const notUsed = NOT_USED.test(folded)
  const out = OUT.test(folded)
  const connected = LIMITED.test(folded) || CONNECTED_HEADING.test(heading.slice(heading.lastIndexOf('>') + 1))
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
    /^[^a-z]*(?:(?:this|which) (?:may |can |also )?includes? |such as |including )?(?:to |for |and )?(?:the )?(?:train|improv|develop|enhanc|fine|refin|research)|^[^a-z]*to (?:help us )?[a-z]+,? /.test(
      folded,
    ) && PURPOSES.test(`${lead} ${heading}`)
  return listed || (USES.test(folded) && USER_DATA.test(folded)) ? 'on' : null
}

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

/** A refusal in so many words. */
const REFUSES = /\bopt(?:s|ed|ing)?[- ]?outs?\b|\bobject/

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
  const asked = first('asked')
  const never = first('never')
  // A way to change one's mind after consent is no opt-out.
  const out = sided.find(
    (s) => s.side === 'out' && !(asked && UNLESS_IN.test(asked.passage.folded) && !REFUSES.test(s.passage.folded)),
  )
  const depends = sided.find((s) => DEPENDS.test(s.passage.folded))
  if (depends) return { value: 'varies', passage: depends.passage }
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
  if (on) return { value: 'default-on', passage: on.passage }
  const spare = passages.find(
    (p) =>
      TRAINS.test(p.folded) &&
      OTHERS_DO_NOT.test(p.folded) &&
      USER_DATA.test(p.folded) &&
      !/\b(?:you|users?|customer) (?:\w+ ){0,3}?(?:may|shall|must|will|agrees?) not\b|\bgoogle (?:user|workspace)|\bidp\b|\bidentity\b/.test(
        p.folded,
      ) &&
      !CONNECTED_HEADING.test(p.heading.slice(p.heading.lastIndexOf('>') + 1)),
  )
  return spare ? { value: 'never', passage: spare } : null
}
