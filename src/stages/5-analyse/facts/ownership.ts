/** `output.ownership`: who owns what is generated. */
import type { Fact } from '../../../core/provision.ts'
import { ofSentence } from './memory.ts'
import type { Passage, Sentence } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const GENERATED =
  '(?:outputs?|(?<!user )(?<!user-)generated (?:content|images?|materials?|music|text|works?|audio|videos?|code|results?|assets?|designs?|answers?)|(?:content|images?|videos?|texts?|results?|works?|materials?|reports?|code|music|songs|assets|answers|designs?) (?:\\w+ )?(?:generated|created|produced) (?:by|through|with|using|via) (?:(?:the|our|this|any) (?:\\w+ ){0,2}?)?(?:ai|services?|tools?|models?|platform|software|app|generator|features?)\\b|(?:content|images?|videos?|music|text|code|results?|works?) (?:that )?you generate|(?:what|whatever|everything|anything|all) (?:that )?you (?:\\w+ )?(?:generate|(?:create|make|produce)\\w*(?= (?:with|using|through)\\b))|ai[- ]generated \\w+|generative (?:automations?|content|outputs?|images?|works?|assets?|results?|materials?)|(?:your|the|any) (?:generations|ai (?:content|results))|(?:content|images?|assets|materials?|works?|videos?|music|stories|songs|poems|tracks|art(?:works?)?|designs|characters|clips|avatars|presentations) (?:that )?you (?:\\w+ )?(?:create|generate|make|produce)\\w*(?: and \\w+)? (?:using|with|through|by|on|in|via)|data (?:transferred|transmitted|sent|delivered) to and(?:/or)? from|(?<!\\b(?:other|its) )creations|content you [^.;]{0,80}receive from|responses generated|generated responses|completions)'
const YOU = '(?:you|customers?|users?|the user|subscriber|client|licensee|creator|member|developer)'
const OWNS =
  '(?:(?<!your )(?<!their )(?<!its )(?<!not )owns?(?! (?:risk|judg|discretion|independent|responsib|expense|account|personal))|(?<!not )retains?(?= [^.;]{0,60}\\b(?:own|rights?|title|ownership|interest))|(?<!not )holds? (?=(?:and retains? )?(?:all|full|sole|exclusive|the entire|any and all)\\b[^.;]{0,40}\\b(?:rights?|title|ownership|copyrights?))|(?:is|are|be|remains?) the (?:\\w+ ){0,2}owners?)'
/** Owners that are not the provider. */
const OTHERS = `(?:the (?:public|respective|original|owner|relevant|applicable)|their|its|others|another|third|your|any|a |an |someone|${YOU}\\b|the ${YOU}\\b)`

type Owners = {
  readonly user: readonly RegExp[]
  /** The provider claims nothing: that makes it the reader's where nobody else is named. */
  readonly disclaimed: readonly RegExp[]
  readonly provider: readonly RegExp[]
}

/** Patterns for one name of what is generated. */
function ownedBy(name: string): Owners {
  return {
    user: [
      new RegExp(`\\b${YOU}\\b[^.]{0,90}\\b${OWNS}\\b[^.]{0,120}\\b${name}\\b`),
      new RegExp(
        `\\b(?:assigns?|transfers?|(?:hereby )?grants?(?= to (?:you|customer|user)\\b[^.]{0,20}\\ball (?:of )?(?:its |our )?right))\\b[^.]{0,40}\\bto (?:you|customer|user|the user)\\b[^.]{0,140}\\b${name}\\b`,
      ),
      new RegExp(
        `\\b(?:assigns?|transfers?)\\b[^.]{0,140}\\b${name}\\b[^.]{0,60}\\bto (?:you|customer|user|the user)\\b`,
      ),
      new RegExp(
        `\\b${name}\\b[^.;]{0,110}\\b(?:belongs? (?:solely |exclusively )?to|(?:is|are|remains?|be)(?: \\w+){0,3}? owned by|(?:is|are|remains?)(?: \\w+){0,2}? the property of|vests? in) (?:the )?${YOU}\\b`,
      ),
      new RegExp(`\\b${name}\\b[^.;]{0,60}\\b(?:is|are|remains?|belong to) yours\\b`),
      new RegExp(`\\byour (?:inputs? and )?${name}\\b[^.;]{0,40}\\bbelongs? to you\\b`),
      new RegExp(
        `\\b(?:rights?|title|ownership|copyrights?|property)\\b[^.;]{0,40}\\b${name}\\b[^.;]{0,50}\\b(?:pass|transfer|vest|accrue|belong|remain|go|is transferred|are transferred|is assigned|are assigned)(?:s|es)?(?: \\w+)? (?:to|in|with) (?:the )?${YOU}\\b`,
      ),
      new RegExp(
        `\\b${YOU} (?:shall |will )?(?:hold|have|get|receive|enjoy|obtain|acquire)s? (?:\\w+ ){0,2}(?:copyrights?|ownership|title)\\b[^.;]{0,60}\\b${name}\\b`,
      ),
      new RegExp(`\\b${name}\\b[^.;]{0,60}\\b(?:is|are|remains?)(?: \\w+){0,2}? your (?:\\w+ ){0,2}property\\b`),
      new RegExp(
        `\\b(?:(?:do|does|shall|will) not|nothing\\b[^.;]{0,60}) (?:change|affect|alter|transfer|diminish)s? (?:any of )?your (?:\\w+ )?ownership\\b[^.;]{0,80}\\b${name}\\b`,
      ),
      new RegExp(`\\bownership (?:and control )?(?:over|of)\\b[^.;]{0,60}\\b(?:inputs? and )${name}\\b`),
    ],
    disclaimed: [
      new RegExp(
        `\\b(?:do not|does not|will not|don't|doesn't) (?:claim|assert)\\b[^.]{0,40}\\bownership\\b[^.]{0,110}\\b${name}\\b`,
      ),
      new RegExp(
        `\\b(?:claims?|makes?|asserts?|takes?) no (?:claims?|ownership|rights?|copyrights?)\\b[^.;]{0,60}\\b${name}\\b`,
      ),
      new RegExp(`\\b(?:we|[a-z.]+(?<!\\b${YOU})) (?:do|does|will) not own\\b[^.;]{0,60}\\b${name}\\b`),
    ],
    provider: [
      new RegExp(`\\b(?:licensors?|llc|inc|ltd|limited)\\b[^.;]{0,60}\\bowns?\\b[^.;]{0,80}\\b${name}\\b`),
      new RegExp(
        `\\b(?:we|company|us)\\b[^.;]{0,40}\\b(?:(?<!not )owns?|retains? (?:all )?(?:right|title|ownership))[^.;]{0,80}\\b${name}\\b`,
      ),
      new RegExp(
        `\\b${name}\\b[^.;]{0,60}\\b(?:(?:is|are|remains?|shall be)(?: \\w+){0,3}? owned by|(?:the )?property of|belongs? to) (?:us|company|the company)\\b`,
      ),
      new RegExp(
        `\\b${name}\\b[^.;]{0,60}\\b(?:(?:is|are|remains?|shall be)(?: \\w+){0,4}? (?:our (?:\\w+ )?property|owned by (?!${OTHERS})\\w)|(?:is|are|remains?|shall be)(?: \\w+){0,4}? property of (?!${OTHERS})\\w)`,
      ),
      new RegExp(
        `\\b(?:ownership|title|copyrights?)\\b[^.;]{0,30}\\b(?:of|to|in) (?:all |the |any )*${name}\\b[^.;]{0,30}\\b(?:remains?|belongs?|vests?|stays?|lies)\\b[^.;]{0,20}\\b(?:with|in|to) (?!${OTHERS})\\w`,
      ),
      new RegExp(
        `\\b${name}\\b[^.;]{0,160}\\b(?:is|are) the (?:sole and )?exclusive property of (?!the\\b|their|its|others|${YOU})\\w`,
      ),
      new RegExp(
        `\\b(?:copyrighted|owned) by (?!${YOU}\\b)[^.;]{2,40}\\b(?:when|once|as soon as|at the (?:time|moment)) [^.;]{2,40}\\bgenerat(?:es?|ed|ing)\\b`,
      ),
    ],
  }
}
const OUTPUT_WORD = new RegExp(GENERATED)
const OUTPUT_OWNED = ownedBy(GENERATED)
/** "Input and Output are together your "Content"": from there on the name stands for the output too. */
const MADE = '(?:outputs?|responses|generations|results|(?:\\w+-)?generated content|completions)'
const COLLECTIVE = new RegExp(
  `\\b(?:inputs?|prompts?)\\b[^.]{0,60}\\b${MADE}\\b[^.]{0,90}"(?:your |the |customer )?([a-z][a-z ]{3,24})[,.]?"|"(?:your |the )?([a-z][a-z ]{3,24})" (?:means|includes)[^.]{0,80}\\b(?:inputs?|prompts?)\\b[^.]{0,60}\\b${MADE}\\b|\\b${MADE}\\b[^.]{0,120}\\b(?:collectively|together)\\b[^.]{0,40}"(?:your |the )?([a-z][a-z ]{3,24})[,.]?"|\\b${MADE}\\b[^.;]{0,40}\\b(?:(?:is|are|shall be|will be) (?:\\w+ )?(?:deemed|considered|treated as|part of)|constitutes?|forms? part of)(?: to be)?(?: part of)? ((?:your|customer|user|client|subscriber) (?:content|data|property|materials))\\b`,
)
/** "Photos, models, generated images and other works ("User Content")": a list with what is generated in it. */
const LISTED_UNDER =
  /^(?!.*\b(?:exclud\w+|other than|except|not includ\w+)\b).*\b(?:(?:ai[- ])?generated (?:images?|content|text|videos?|music|materials?|works?|code|results?|audio)|outputs?|generations)\b[^.]{0,160} \((?:collectively,? |together,? )?(?:the )?"((?:user|your|customer|client|member|subscriber|creator) (?:content|materials|works|data|property))"\)/
/** "This includes your prompts as well as all outputs", after the sentence that gives the name. */
const INCLUDES_BOTH = new RegExp(
  `^(?:this|it|which) includes?\\b[^.]{0,80}\\b(?:inputs?|prompts?)\\b[^.]{0,120}\\b${MADE}\\b`,
)
const JOINTLY = /\b(?:joint(?:ly)?|co-?)[ -]?own\w*|\bshared? (?:in )?(?:the )?ownership|\bown\w* jointly\b/
/** Somebody else than the reader owns: a name or "we" right before the verb. */
const ANOTHER_OWNS =
  /\b(?!You\b|Customers?\b|Users?\b|Subscribers?\b|Clients?\b|Licensees?\b|Creators?\b|Members?\b|Developers?\b)(?:we|[A-Z][\w.]+)\*{0,2},? (?:(?:shall|will|hereby|otherwise|also|exclusively|solely|and its licensors) )*(?:owns?|(?:retains?|holds?) (?:full |all |exclusive |sole )?(?:ownership|rights?, title|right, title))\b/
/** What produces the output is owned here, not the output. */
const MEANS_TO_IT =
  /\b(?:technolog\w+|tools?|systems?|models?)\b[^.,;]{0,30}\b(?:(?:used|underlying|made|designed) to [^.,;]{0,60}|(?:that|which) (?:generate|produce|create|make)s? [^.,;]{0,40})/g
const OVER_OUTPUT = new RegExp(
  `\\b(?:owns?|retains?|holds?)\\b(?:[^.;]{0,90}|[^.;]{0,60}\\(a\\)[^.;]{0,160}\\(b\\)[^.;]{0,30})\\b${GENERATED}\\b`,
)

/** What only sounds like it: input, feedback, no promise of ownership, outputs of others. */
const NOT_OWNERSHIP =
  /\b(?:not (?:owned?|acquire|share)|(?<!\b(?:claims?|asserts?|takes?|makes?) )no (?:ownership|right)|no representation|may not (?:be unique|be protectable)|similar (?:output|results)|you (?:may|must|shall|will) not\b[^.]{0,40}\b(?:own|claim|represent)|feedback|unless you own|if you own|other users'|does not extend|personal data|fine-tuned model|benchmark|test results|survey|pre-existing|search results|research results|health|lab results)\b/

/** "Your prompts and the resulting outputs are your Content": the reader's by that name. */
const IS_YOUR_CONTENT = new RegExp(
  `\\b${MADE}\\b[^.;]{0,40}\\b(?:(?:is|are|shall be|will be) (?:(?:also|all|each|both|together|collectively|deemed|considered|treated as|regarded as|part of|to be) )*|constitutes? |forms? part of )your (?:\\w+ )?(?:content|data|materials)\\b`,
)
const isYourContent = ofSentence(
  ({ folded }) =>
    IS_YOUR_CONTENT.test(folded) &&
    !NOT_OWNERSHIP.test(folded) &&
    !/\b(?:not|responsib\w+|similar to|based on|solely for|for the purposes?)\b/.test(folded),
)

export const readOwnership: FactReader = ({ passages }) => {
  const facts: Fact[] = []
  const collective = collectiveName(passages)
  const named = collective ? passages.find(underName(collective)) : undefined
  const owned = passages.find(ownedByUser) ?? named ?? passages.find(isYourContent)
  const provider = passages.find(ownedByProvider)
  const user = owned ?? (provider ? undefined : passages.find(isDisclaimed))
  const jointly = passages.find(ownedJointly)
  if (jointly) facts.push(factFrom('output.ownership', 'shared', jointly, JOINTLY))
  else if (user) facts.push(factFrom('output.ownership', 'user', user, OUTPUT_WORD))
  else if (provider) facts.push(factFrom('output.ownership', 'provider', provider, OUTPUT_WORD))
  return facts
}

const ownedByUser = ofSentence((sentence) => namesOutput(sentence) && givesUser(sentence, OUTPUT_OWNED.user))
const isDisclaimed = ofSentence((sentence) => namesOutput(sentence) && givesUser(sentence, OUTPUT_OWNED.disclaimed))
const ownedByProvider = ofSentence(
  (sentence) =>
    namesOutput(sentence) &&
    !isDisclaimed(sentence) &&
    (states(sentence, OUTPUT_OWNED.provider) || (anotherOwns(sentence) && !NOT_OWNERSHIP.test(sentence.folded))),
)

/** Few sentences speak of owning, and to tell that costs little. */
const OWNING = /\b(?:own|right|title|propert|copyright|belong|assign|transfer|your|claim)/
const namesOutput = ofSentence(
  ({ folded }) =>
    OWNING.test(folded) &&
    (OUTPUT_WORD.test(folded.replace(OR_ANOTHER, '')) || /\bgenerates? (?:them|it)\b/.test(folded)),
)
const ownedJointly = ofSentence(({ folded }) => JOINTLY.test(folded) && OUTPUT_WORD.test(folded))

/** What is under a name that this document gave: asked of each of its sentences anew, but only where the name stands. */
function underName(name: string): (sentence: Sentence) => boolean {
  const { user, disclaimed } = ownedBy(name)
  const patterns = [...user, ...disclaimed]
  return (sentence) => withoutMeans(sentence).includes(name) && givesUser(sentence, patterns)
}

function givesUser(sentence: Sentence, patterns: readonly RegExp[]): boolean {
  return states(sentence, patterns) && !anotherOwns(sentence)
}

/** An aside names what goes along: "any content (including feedback)". */
const ASIDE = /\([^)]*\)/g

function states(sentence: Sentence, patterns: readonly RegExp[]): boolean {
  return (
    !NOT_OWNERSHIP.test(sentence.folded.replace(ASIDE, '')) &&
    patterns.some((pattern) => pattern.test(withoutMeans(sentence)))
  )
}

/** "You (or your agents) create". */
const OR_ANOTHER = / \((?:or|and) (?:your|any|the) [^)]{2,40}\)/g

const withoutMeans = ofSentence(({ folded }) => folded.replace(MEANS_TO_IT, '').replace(OR_ANOTHER, ''))

/** A name other than the reader's owns what is generated, and the reader does not beside it. */
const anotherOwns = ofSentence(({ text, folded }) => {
  const owner = ANOTHER_OWNS.exec(text)
  return (
    owner !== null &&
    OVER_OUTPUT.test(folded.slice(owner.index).replace(MEANS_TO_IT, '')) &&
    !/\b(?:you|customer|user)\b[^.;]{0,40}\b(?:owns?|retains?|assign)/.test(folded.replace(owner[0].toLowerCase(), ''))
  )
})

function collectiveName(passages: readonly Passage[]): string | null {
  for (const [at, passage] of passages.entries()) {
    const previous = passages[at - 1]?.folded ?? ''
    const named = includesBoth(passage)
      ? [...previous.matchAll(/"(?:your |the )?([a-z][a-z ]{3,24})[,.]?"/g)].at(-1)
      : undefined
    const name = (nameGiven(passage) ?? named?.[1])?.trim()
    if (name && !/^(?:outputs?|inputs?|services?|prompts?|.*generated content)$/.test(name)) return name
  }
  return null
}

const includesBoth = ofSentence(({ folded }) => INCLUDES_BOTH.test(folded))
const nameGiven = ofSentence(({ folded }): string | null => {
  const match = COLLECTIVE.exec(folded)
  return (
    match?.[1] ??
    match?.[2] ??
    match?.[3] ??
    match?.[4] ??
    (folded.includes('")') ? LISTED_UNDER.exec(folded)?.[1] : null) ??
    null
  )
})
