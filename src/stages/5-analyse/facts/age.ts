/** `age.minimum`: how old a person must be to use what the document governs. */
import type { Fact } from '../../../core/provision.ts'
import { ofSentence } from './memory.ts'
import { NUMBER, parseNumber } from './number.ts'
import type { Sentence } from './passage.ts'
import { type FactDocument, type FactReader, factFrom } from './reader.ts'

const YEARS = `(${NUMBER})(?:\\+|[ -](?:or|and) (?:older|over|above|up)|[ -]years?(?:[ -]of[ -]age|[ -]old)?(?: (?:or|and) (?:older|over|above|up))?)?`
const UNDER = `(?:under|below|younger than|less than|not (?:yet )?(?:reached|attained)|has not reached)(?: the)?(?: minimum)?(?: age(?: of)?)? ?(?:of )?(${NUMBER})`
const USE =
  '(?:us(?:e|es|ing|ed)|access\\w*|regist\\w+|creat\\w+|open|join|sign(?:ing)? up|account|participat\\w+|services?|platform|site|website|app|available|eligible|enter|agree|older|submit)'

type Rule = { readonly pattern: RegExp; readonly unless?: RegExp }
/** Sentences about other people than the reader: guardians, others' children, personnel, one's own users. */
const OTHERS =
  /\b(?:(?:sell|sale|shar(?:e|ing)|advertis\w+|opt[- ]?(?:in|out))\b[^.]{0,140}\b(?:under|less than|between|younger)|send (?:us )?|exploit\w*|sexual\w*|persona|depict\w*|harm|(?:parent|guardian|adult|employee|moderator|administrator)s? (?:who (?:is|are)|must be|is|are|of) (?:\w+ ){0,3}(?:at least|over|18|eighteen)|alcohol|tobacco|gambling|driver|occupan\w+|removal of (?:content|information)|designed to (?:specifically )?appeal|build tools)\b/

/** In order of strength: who alone may use all of it, what is required, what is forbidden, whom it is not meant for, whose data is not wanted, who needs a guardian. */
const RULES: readonly Rule[] = [
  {
    pattern: new RegExp(
      `\\b(?:only|may|can)\\b[^.]{0,30}\\b(?:use|access|join) (?:the|our|this|these|any) (?:\\w+ ){0,3}?(?:platform|services?|sites?|website|apps?|products?)[^.]{0,20}\\bif you(?:'re| are)(?: at least)? ${YEARS}`,
    ),
  },
  {
    pattern: new RegExp(
      `\\b(?:must|shall|have to|need to|required to|confirm|represent|warrant|certify|affirm|agree|declare|acknowledge)\\b[^.]{0,110}?\\b(?:at least|over|older than|above|minimum(?: age)?(?: of)?|be|are|aged?|of|reached|attained|is)(?: the)?(?: minimum)?(?: age of| (?:of )?(?:legal |full )age,? \\((?:i\\.e\\.,? )?(?:at least )?)? ?${YEARS}(?![\\d%]| (?:day|month|hour|week|business))`,
    ),
    unless:
      /^\W*(?:\d[\d.]*\W*)?if you(?:'re| are) (?:under|below|younger)|\b(?:must|shall) ensure\b|\bto (?:make|complete|place) (?:a |an |any )?(?:purchases?|orders?|payments?|bids?)\b|\bto (?:use|access|enable|join|turn on) (?:the|our|this|certain|some|these)(?: [\w-]+){0,4} features?\b|\bto (?:go live|host|live ?stream|send gifts|use direct messag\w+)\b/,
  },
  {
    pattern: new RegExp(
      `\\b(?:at least|"?minimum age"?(?: \\w+){0,8}? (?:is|of|means)|over the age of|above the age of|older than|who are|you(?:'re| are)(?: over| above| at least)?|aged) (?:the age of )?${YEARS}`,
    ),
    unless:
      /\b(?:has|have) provided\b|\bif you are \d+ (?:or|years)[^.]{0,20}\bbut\b|\bif (?:a|your|the|any) (?:child|person|user)|^\W*if you(?:'re| are) \d+ or/,
  },
  {
    pattern: new RegExp(
      `\\b${UNDER}\\b[^.]{0,160}?\\b(?:not|cannot|can't|never|prohibited|forbidden|nor|no)\\b[^.]{0,40}\\b${USE}`,
    ),
  },
  {
    pattern: new RegExp(
      `(?:\\bnot|\\bcannot|n't|\\bprohibit\\w*|\\bno one|\\bnobody|\\bno)\\b[^.]{0,100}\\b${USE}\\b[^.]{0,90}?\\b${UNDER}\\b`,
    ),
  },
  {
    pattern: new RegExp(
      `\\b${USE}\\b[^.]{0,90}\\b${UNDER}\\b[^.]{0,110}\\b(?:prohibited|forbidden|not (?:allowed|permitted|authori[sz]ed)|unauthori[sz]ed|void)\\b`,
    ),
  },
  {
    pattern: new RegExp(
      `(?:\\bnot|n't|\\bnever|\\bno)\\b[^.]{0,40}\\b(?:directed|intended|designed|aimed|meant|market\\w*|target\\w*|offered|provided|available|allow\\w*|permit\\w*|suitable|address\\w*|for)\\b[^.]{0,90}?\\b${UNDER}\\b`,
    ),
  },
  {
    pattern: new RegExp(
      `(?:\\bnot|n't|\\bnever)\\b[^.]{0,30}\\b(?:collect|solicit|gather|process|request|maintain)\\w*\\b[^.]{0,140}?\\b${UNDER}\\b`,
    ),
  },
  {
    pattern: new RegExp(
      `\\b(?:if you are|users?|anyone|minors?)\\b[^.]{0,25}\\b${UNDER}\\b[^.]{0,160}\\b(?:guardian|parent)`,
    ),
  },
]
/** Under "You may not use it if:", an item "you are under 13". */
const FORBIDDEN_BELOW = new RegExp(
  `^[^a-z]*(?:[a-z\\d]{1,4}[.)] ?)?(?:(?:if )?you(?:'re| are)|(?:who |which )?(?:is|are)|(?:any )?(?:persons?|anyone|individuals?|users?|children|minors)(?: who (?:is|are))?)?(?: still)?(?: (?:aged?|a (?:child|minor|person)))? ?${UNDER}(?! (?:day|month|hour|week|percent|%))`,
)
const FORBIDS_USE = new RegExp(
  `\\b(?:not|cannot|can't|no|never|prohibited|forbidden|ineligible)\\b[^.]{0,80}\\b${USE}\\b[^.]{0,80}:\\s*$`,
)
const AGE_CONTEXT =
  /\b(?:age|aged|years?|old|older|younger|child(?:ren)?|kids?|minors?|persons?|anyone|individuals?|(?:under|over|at least) \d\d)\b/
/** A first rule states an age only where the sentence speaks of ages. */
const SPEAKS_OF_AGE =
  /\b(?:age|aged|ages|years? old|years of age|or older|or over|and over|older|years or|(?:must|need to|have to) be (?:at least|over) \d\d(?= (?:if|or|and|to|in|years))|(?:confirm|warrant|certify|represent|declare|affirm)\w*[^.;]{0,40} (?:are|be) over (?:1[3-9]|2[01]|thirteen|sixteen|eighteen|twenty-one)(?= |$)(?! (?:day|month|hour|week|percent)))\b/

export const readAge: FactReader = ({ passages }) => {
  const candidates = passages.filter(isAboutAge)
  for (const { pattern, ageOf } of RANKED) {
    for (const passage of candidates) {
      const age = ageOf(passage)
      if (age !== null) return [factFrom('age.minimum', age, passage, pattern)]
    }
  }
  const below = candidates.find((passage) => ageForbidden(passage) !== null)
  const age = below && ageForbidden(below)
  return below && age ? [factFrom('age.minimum', age, below, FORBIDDEN_BELOW)] : definedMinors(passages)
}

const ageForbidden = ofSentence(({ folded, lead }) =>
  FORBIDS_USE.test(lead) ? plausible(FORBIDDEN_BELOW.exec(folded)?.[1]) : null,
)

const UNDERSTOOD = new RegExp(
  `"?\\b(?:minors?|child(?:ren)?)"? (?:is|are|means?|refers? to)\\b[^.]{0,60}?\\b${UNDER}\\b`,
)
const NOT_FOR_MINORS =
  /\b(?:none|not|no|nor|cannot)\b[^.]{0,60}\b(?:intended|directed|designed|aimed|use|available|for|offered)\b[^.]{0,40}\b(?:minors|children|a minor|a child)\b|\bif you are a minor\b[^.]{0,60}\b(?:not|cannot)\b/

const ageOfMinors = ofSentence(({ folded }) => plausible(UNDERSTOOD.exec(folded)?.[1]))
const isNotForMinors = ofSentence(({ folded }) => NOT_FOR_MINORS.test(folded))

/** "Minors" of an age given before, whom it is not for. */
function definedMinors(passages: FactDocument['passages']): readonly Fact[] {
  const defined = passages.find((passage) => ageOfMinors(passage) !== null)
  const age = defined && ageOfMinors(defined)
  const said = passages.some((passage) => passage !== defined && isNotForMinors(passage))
  return defined && age && said ? [factFrom('age.minimum', age, defined, UNDERSTOOD)] : []
}

/** "Certain features cannot be used by people under 18": the rest can. */
const OF_A_PART =
  /^[^a-z]*(?:certain|some|a few|several) (?:of (?:our|the|its) )?(?:[\w-]+ ){0,3}?(?:services?|features?|products?|content|areas|parts|games|sections|offers)\b/
const isAboutAge = ofSentence(
  (sentence) => AGE_CONTEXT.test(sentence.folded) && !OF_A_PART.test(sentence.folded) && !isAboutOthers(sentence),
)

const RANKED = RULES.map(({ pattern, unless }, rank) => ({
  pattern,
  ageOf: ofSentence((sentence) =>
    unless?.test(sentence.folded) || (rank < 3 && !(SPEAKS_OF_AGE.test(sentence.folded) && isAboutUse(sentence)))
      ? null
      : ageIn(sentence, pattern),
  ),
}))

function isAboutOthers({ folded }: Sentence): boolean {
  return (
    OTHERS.test(folded) &&
    !/\bmust be\b|(?:\bnot|n't|\bnever)\b[^.]{0,30}\b(?:directed|intended|knowingly collect)/.test(folded)
  )
}

function isAboutUse({ folded, heading, lead }: Sentence): boolean {
  if (
    /\b(?:must|need to|have to|shall) be (?:at least|over|aged|older than)|\bminimum age"? means|\byou(?:'re| are) (?:an? (?:\w+ ){1,3})?(?:at least|over|above|older than|aged)|^\W*(?:[a-z\d]{1,3}[.)] ?)?(?:must )?(?:be|are|is|who is|who are|he\/she is|has reached|you are) (?:at least|over|aged)/.test(
      folded,
    )
  )
    return true
  return (
    /\b(?:you|users?|members?|persons?|people|anyone|individuals?|subscribers?|customers?|players?|creators?)\b/.test(
      `${lead} ${folded}`,
    ) &&
    (new RegExp(`\\b${USE}\\b`).test(folded) ||
      /\b(?:age|eligib|who can|child|minor|account|requirement)/.test(`${heading} ${lead}`))
  )
}

/** The age that a pattern states; the lower one where a guardian's permission opens the service to younger people. */
function ageIn({ folded }: Sentence, pattern: RegExp): number | null {
  const age = plausible(pattern.exec(folded)?.[1])
  if (age === null || age < 18 || !/\b(?:permission|consent|supervision|approval)\b/.test(folded)) return age
  const lower = [
    ...folded.matchAll(
      new RegExp(`\\b(?:between(?: the ages? of)?|at least|aged?|over|or if you are) (${NUMBER})\\b`, 'g'),
    ),
  ]
    .map((m) => plausible(m[1]))
    .filter((n) => n !== null)
  return Math.min(age, ...lower)
}

function plausible(text: string | undefined): number | null {
  const age = parseNumber(text ?? '')
  return age !== null && age >= 10 && age <= 25 ? age : null
}
