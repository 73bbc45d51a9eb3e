/** `output.ownership` and `competition.ban`: who owns what is generated, and what may not be built with the service. */
import type { Fact } from '../../../core/provision.ts'
import { ofSentence } from './memory.ts'
import type { Passage, Sentence } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const GENERATED =
  '(?:outputs?|(?<!user )(?<!user-)generated (?:content|images?|materials?|music|text|works?|audio|videos?|code)|ai[- ]generated \\w+|generative (?:automations?|content|outputs?|images?|works?|assets?|results?|materials?)|(?:your|the|any) (?:generations|ai (?:content|results))|(?:content|images?|assets|materials?|works?|videos?|music) (?:that )?you (?:\\w+ )?(?:create|generate)\\w*(?: and \\w+)? (?:using|with|through|by)|(?<!\\b(?:other|its) )creations|content you [^.;]{0,80}receive from|responses generated|generated responses|completions)'
const YOU = '(?:you|customers?|users?|the user|subscriber|client|licensee|creator|member|developer)'
const OWNS =
  '(?:(?<!your )(?<!their )(?<!its )(?<!not )owns?(?! (?:risk|judg|discretion|independent|responsib|expense|account|personal))|(?<!not )retains?(?= [^.;]{0,60}\\b(?:own|rights?|title|ownership|interest))|will be the owner|are the (?:sole )?owner)'

/** Patterns for one name of what is generated. */
function ownedBy(name: string): { readonly user: readonly RegExp[]; readonly provider: readonly RegExp[] } {
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
      new RegExp(
        `\\b(?:do not|does not|will not|don't|doesn't) (?:claim|assert)\\b[^.]{0,40}\\bownership\\b[^.]{0,110}\\b${name}\\b`,
      ),
      new RegExp(`\\byour (?:inputs? and )?${name}\\b[^.;]{0,40}\\bbelongs? to you\\b`),
    ],
    provider: [
      new RegExp(`\\b(?:licensors?|llc|inc|ltd|limited)\\b[^.;]{0,60}\\bowns?\\b[^.;]{0,80}\\b${name}\\b`),
      new RegExp(
        `\\b(?:we|company|us)\\b[^.;]{0,40}\\b(?:owns?|retains? (?:all )?(?:right|title|ownership))[^.;]{0,80}\\b${name}\\b`,
      ),
      new RegExp(
        `\\b${name}\\b[^.;]{0,60}\\b(?:(?:is|are|remains?|shall be)(?: \\w+){0,3}? owned by|(?:the )?property of|belongs? to) (?:us|company|the company)\\b`,
      ),
      new RegExp(
        `\\b${name}\\b[^.;]{0,160}\\b(?:is|are) the (?:sole and )?exclusive property of (?!the\\b|their|its|others|${YOU})\\w`,
      ),
    ],
  }
}
const OUTPUT_WORD = new RegExp(GENERATED)
const OUTPUT_OWNED = ownedBy(GENERATED)
/** "Input and Output are together your "Content"": from there on the name stands for the output too. */
const MADE = '(?:outputs?|responses|generations|results|(?:\\w+-)?generated content|completions)'
const COLLECTIVE = new RegExp(
  `\\b(?:inputs?|prompts?)\\b[^.]{0,60}\\b${MADE}\\b[^.]{0,90}"(?:your |the |customer )?([a-z][a-z ]{3,24})[,.]?"|"(?:your |the )?([a-z][a-z ]{3,24})" (?:means|includes)[^.]{0,80}\\b(?:inputs?|prompts?)\\b[^.]{0,60}\\b${MADE}\\b|\\b${MADE}\\b[^.]{0,120}\\b(?:collectively|together)\\b[^.]{0,40}"(?:your |the )?([a-z][a-z ]{3,24})[,.]?"`,
)
/** "This includes your prompts as well as all outputs", after the sentence that gives the name. */
const INCLUDES_BOTH = new RegExp(
  `^(?:this|it|which) includes?\\b[^.]{0,80}\\b(?:inputs?|prompts?)\\b[^.]{0,120}\\b${MADE}\\b`,
)
const JOINTLY = /\b(?:joint(?:ly)?|co-?)[ -]?own\w*|\bshared? (?:in )?(?:the )?ownership|\bown\w* jointly\b/
/** Somebody else than the reader owns: a name or "we" right before the verb. */
const ANOTHER_OWNS =
  /\b(?!You\b|Customers?\b|Users?\b|Subscribers?\b|Clients?\b|Licensees?\b|Creators?\b|Members?\b|Developers?\b)(?:we|[A-Z][\w.]+)\*{0,2},? (?:(?:shall|will|hereby|otherwise|also|exclusively|solely|and its licensors) )*(?:owns?|retains? (?:full |all |exclusive |sole )?(?:ownership|rights?, title|right, title))\b/
/** What produces the output is owned here, not the output. */
const MEANS_TO_IT =
  /\b(?:technolog\w+|tools?|systems?|models?)\b[^.,;]{0,30}\b(?:used|underlying|made|designed) to [^.,;]{0,60}/g
const OVER_OUTPUT = new RegExp(`\\b(?:owns?|retains?)\\b[^.;]{0,90}\\b${GENERATED}\\b`)

/** What only sounds like it: input, feedback, no promise of ownership, outputs of others. */
const NOT_OWNERSHIP =
  /\b(?:not (?:owned?|acquire|share)|no (?:ownership|right)|no representation|may not (?:be unique|be protectable)|similar (?:output|results)|you (?:may|must|shall|will) not\b[^.]{0,40}\b(?:own|claim|represent)|feedback|unless you own|if you own|other users'|does not extend|personal data|fine-tuned model|benchmark|test results|survey|search results|research results|health|lab results)\b/

const RIVAL =
  '(?:compet(?:e|es|ing|itive|ition)|similar or compet\\w+|competitive|substantially similar|functions? substantially the same|substantially the same as|similar (?:or \\w+ )?(?:product|service|application|platform|software|tool|solution|model|offering|features?|functional\\w*|website|ideas)|substitute for (?:the|our|any) (?:service|product)\\w*|replicat\\w+ the (?:service|functional)|other ai services?|(?:foundation(?:al)?|large[- ]scale|large language|other|any|your own|generative|third[- ]party)? ?(?:ai|artificial intelligence|machine learning|language) (?:\\w+ )?models?|models? that)'
const BUILDS =
  '(?:develop\\w*|build\\w*|creat\\w+|train\\w*|design\\w*|launch\\w*|offer\\w*|construct\\w*|produc\\w+|copy\\w*|fine-tun\\w+|provid\\w+|establish\\w*|improv\\w+|enhanc\\w+|distill?\\w*|benchmark\\w*)'
const BAN = new RegExp(
  `\\b${BUILDS}\\b[^.;]{0,140}\\b(?:${RIVAL})\\b|\\b(?:compet(?:e|es|ing)) (?:\\w+ ){0,3}?(?:with|against) |\\bfor (?:any )?(?:the purposes? of )?compet\\w+|\\bcompetitive (?:analysis|intelligence)\\b|\\byou are (?:a |our )?(?:direct )?competitors?\\b`,
)
const COMPETES = /\bcompet|\bsimilar\b|\bsubstitute\b|\breplicat|\bsubstantially the same/
/** Whoever may build no other model at all may build no competing one. */
const OTHER_MODELS =
  /^(?!.*\b(?:we|us) (?:\w+ )?(?:do|does|will|may|shall|use)\b).*\b(?:create|train|improve|develop|build|fine-tune|distill)(?:ing)?\b[^.;]{0,60}\b(?:any )?other (?:generative )?(?:ai|artificial intelligence|machine[- ]learning|(?:large )?language) (?:services?|models?|systems?|products?|tools?)\b/
const FORBIDS =
  /\b(?:not|prohibit\w*|restrict\w*|forbidden|never|no|cannot|can't|don't|won't|mustn't|shan't|refrain|unacceptable|misuse|disallow\w*|except as|neither|unauthorized)\b/
/** Competition of other kinds: games, law, others' conduct, fair trade. */
const OTHER_COMPETITION =
  /\b(?:competition law|anti-?competitive|unfair compet\w+|fair compet\w+|competitions?,|contests?|sweepstakes|competent|competitive (?:sports|gam(?:es?|ing)|play|pric\w+|market|rates?|advantage of|edge|level playing)|esports|competitors? of (?:yours|the user)|compete in|highly competitive|antitrust|(?:we|us) (?:will not|won't|shall not|do not|don't) [^.]{0,80}\bcompet[^.]{0,40}\byour\b|we (?:may|and our)[^.]{0,80}\b(?:develop|compete|offer)[^.]{0,80}(?:similar|compet)|(?:nothing|not) (?:\w+ ){0,6}(?:prevent|preclude|prohibit|restrict|limit)[^.]{0,40}\b(?:us|we|company|party|either)|non-?solicit|confidential|promot\w+|advertis\w+|consider\w* a competitor|similar technologies|(?:similar|competitive|competes?|competing) (?:to|with) your|whether such third parties|postings? about|domain names?|trademarks?|confus\w+|username|employee|is entitled to develop|not guarantee|service providers are bound|similar in (?:its )?expression|auditor|subcontractor|beta)\b/

export const readOwnership: FactReader = ({ passages }) => {
  const facts: Fact[] = []
  const collective = collectiveName(passages)
  const user = passages.find(ownedByUser) ?? (collective ? passages.find(underName(collective)) : undefined)
  const provider = passages.find(ownedByProvider)
  const jointly = passages.find(ownedJointly)
  if (jointly) facts.push(factFrom('output.ownership', 'shared', jointly, JOINTLY))
  else if (user) facts.push(factFrom('output.ownership', 'user', user, OUTPUT_WORD))
  else if (provider) facts.push(factFrom('output.ownership', 'provider', provider, OUTPUT_WORD))
  const ban = passages.find(isBan)
  if (ban) facts.push(factFrom('competition.ban', true, ban, BAN))
  return facts
}

const ownedByUser = ofSentence((sentence) => givesUser(sentence, OUTPUT_OWNED.user))
const ownedByProvider = ofSentence(
  (sentence) =>
    states(sentence, OUTPUT_OWNED.provider) || (anotherOwns(sentence) && !NOT_OWNERSHIP.test(sentence.folded)),
)
const ownedJointly = ofSentence(({ folded }) => JOINTLY.test(folded) && OUTPUT_WORD.test(folded))

/** What is under a name that this document gave: asked of each of its sentences anew, but only where the name stands. */
function underName(name: string): (sentence: Sentence) => boolean {
  const { user } = ownedBy(name)
  return (sentence) => withoutMeans(sentence).includes(name) && givesUser(sentence, user)
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

const withoutMeans = ofSentence(({ folded }) => folded.replace(MEANS_TO_IT, ''))

/** A name other than the reader's owns what is generated, and the reader does not beside it. */
const anotherOwns = ofSentence(({ text, folded }) => {
  const owner = ANOTHER_OWNS.exec(text)
  return (
    owner !== null &&
    OVER_OUTPUT.test(folded.slice(owner.index).replace(MEANS_TO_IT, '')) &&
    !/\b(?:you|customer|user)\b[^.;]{0,40}\b(?:owns?|retains?|assign)/.test(folded.replace(owner[0].toLowerCase(), ''))
  )
})

const isBan = ofSentence(({ folded, heading, lead }) => {
  if (!(COMPETES.test(folded) || OTHER_MODELS.test(folded)) || !BAN.test(folded)) return false
  // Of a long list of things not to do, the item that speaks of it.
  const items = folded.split(/[;,] (?:and |or )?(?=\([a-z\d]{1,4}\) )/)
  if (!items.some((item) => BAN.test(item) && !OTHER_COMPETITION.test(item))) return false
  // Conditions of a permission are no ban.
  if (/\b(?:provided(?: that)?|as long as|if|following conditions)\b[^a-z]*$/.test(lead) && !FORBIDS.test(lead))
    return false
  // Where a ban is an item, its introduction or heading forbids.
  return (
    FORBIDS.test(folded) ||
    FORBIDS.test(lead) ||
    /\b(?:restrict|prohibit|not|misuse|acceptable|limitations|no \w+ing\b)/.test(heading)
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
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null
})
