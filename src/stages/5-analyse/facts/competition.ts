/** `competition.ban`: what may not be built with the service because it would compete with it. */
import { ofSentence } from './memory.ts'
import { type FactReader, factFrom } from './reader.ts'

const RIVAL =
  '(?:compet(?:e|es|ing|itive|ition)|rival\\w*|look-?alike|comparable (?:product|service|platform|software|tool|model|offering)|same (?:or \\w+ )?(?:product|service|function\\w*|features?)|similar or compet\\w+|competitive|substantially similar|functions? substantially the same|substantially the same as|similar (?:or \\w+ )?(?:product|service|application|platform|software|tool|solution|model|offering|features?|function\\w*|website|ideas)|(?:substitute|replacement|alternative)s?(?: or \\w+)? (?:for|to) (?:using |(?:the|our|any|this|these) (?:\\w+ ){0,2}?(?:services?|products?|platform|software|sites?|websites?|api|app|tools?|applications?)\\b)|replicat\\w+ the (?:service|functional)|other ai services?|(?:foundation(?:al)?|large[- ]scale|large language|other|any|your own|generative|third[- ]party)? ?(?:ai|artificial intelligence|machine learning|language) (?:\\w+ )?models?|models? that)'
const BUILDS =
  '(?:develop\\w*|build\\w*|creat\\w+|train\\w*|design\\w*|launch\\w*|offer\\w*|construct\\w*|produc\\w+|copy\\w*|fine-tun\\w+|provid\\w+|establish\\w*|improv\\w+|enhanc\\w+|distill?\\w*|benchmark\\w*|clon\\w+|recreat\\w+|replicat\\w+)'
const BAN = new RegExp(
  `\\b${BUILDS}\\b[^.;]{0,140}\\b(?:${RIVAL})\\b|\\b(?:compet(?:e|es|ing)) (?:\\w+ ){0,3}?(?:with|against) |\\bfor (?:any )?(?:the purposes? of )?compet\\w+|\\bcompetitive (?:analysis|intelligence)\\b|\\byou are (?:a |our )?(?:direct )?competitors?\\b`,
)
const COMPETES =
  /\bcompet|\brival|\bcomparable\b|\blook-?alike|\bsimilar\b|\bsubstitute\b|\breplacement|\balternatives? (?:to|for)\b|\breplicat|\bsubstantially the same/
/** Whoever may build no other model at all may build no competing one. */
const OTHER_MODELS =
  /^(?!.*\b(?:we|us) (?:\w+ )?(?:do|does|will|may|shall|use)\b).*\b(?:create|train|improve|develop|build|fine-tune|distill)(?:ing)?\b[^.;]{0,60}\b(?:any )?other (?:generative )?(?:ai|artificial intelligence|machine[- ]learning|(?:large )?language) (?:services?|models?|systems?|products?|tools?)\b/
const FORBIDS =
  /\b(?:not|prohibit\w*|restrict\w*|forbidden|never|no|cannot|can't|don't|won't|mustn't|shan't|refrain|unacceptable|misuse|disallow\w*|except as|neither|unauthorized)\b/
/** Competition of other kinds: games, law, others' conduct, fair trade. */
const OTHER_COMPETITION =
  /\b(?:competition law|anti-?competitive|unfair compet\w+|fair compet\w+|competitions?,|contests?|sweepstakes|competent|competitive (?:sports|gam(?:es?|ing)|play|pric\w+|market|rates?|advantage of|edge|level playing|environments?|procurement|pressures?|bidding|landscape|tender)|competitions? (?:and |or )?(?:consumer|authorit|commission|bureau|act\b|entr|prize)|(?:for|in|enter\w*) (?:\w+ )?competitions?\b(?! with)|forward-looking|\bwe (?:will|shall|do) not use your\b|esports|competitors? of (?:yours|the user)|compete in|highly competitive|antitrust|(?:we|us) (?:will not|won't|shall not|do not|don't) [^.]{0,80}\bcompet[^.]{0,40}\byour\b|we (?:may|and our)[^.]{0,80}\b(?:develop|compete|offer)[^.]{0,80}(?:similar|compet)|(?:nothing|not) (?:\w+ ){0,6}(?:prevent|preclude|prohibit|restrict|limit)[^.]{0,40}\b(?:us|we|company|party|either)|non-?solicit|confidential|promot\w+|advertis\w+|consider\w* a competitor|similar technolog(?:y|ies)|(?:similar|competitive|competes?|competing) (?:to|with) your|whether such third parties|postings? about|domain names?|trademarks?|confus\w+|username|employee|is entitled to develop|not guarantee|service providers are bound|auditor|subcontractor|beta)\b/

export const readCompetition: FactReader = ({ passages }) => {
  const ban = passages.find(isBan)
  return ban ? [factFrom('competition.ban', true, ban, BAN)] : []
}

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
