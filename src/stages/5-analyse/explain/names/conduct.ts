/** Conduct that is forbidden. */
import type { Names } from '../name.ts'

/** What is forbidden wherever law forbids it. */
export const ILLEGAL = 'illegal activity'

export const CONDUCT: Names = [
  [
    ILLEGAL,
    /\b(?:illegal|illicit|(?:commit\w*|leading to|promot\w*) (?:\w+ ){0,2}?crimes?|unlawful|(?:violat\w+|breach\w*) (?:of )?(?:(?:any|the|all) )?(?:(?:applicable|relevant|local) )?(?:laws?|regulations?|legislation)|in violation of (?:the |any )?(?:[\w.]+ ){0,5}?(?:act|laws?|directive|regulations?)\b|not violate the law|criminal(?! (?:prosecution|penalt|liabilit|proceeding)))\b/,
  ],
  [
    'harm to children',
    /\b(?:child (?:porn\w*|sexual|abuse|exploit\w*)|csam|csae)\b|\b(?:minors?|child(?:ren)?)\b[^.;]{0,60}\b(?:sexual\w*|exploit\w*|abus\w+|harm\w*|groom\w*|inappropriate|endanger\w*)\b|\b(?:sexual\w*|exploit\w*|abus\w+|harm\w*|damage|groom\w*|suggestive|inappropriate|endanger\w*|coerc\w+|target\w*)\b[^.;]{0,40}\b(?:minors?|child(?:ren)?)\b/,
  ],
  ['hate speech and discrimination', /\b(?:hat(?:e|eful)|discriminat\w+|racis\w+|intoleran\w+|bigot\w+)\b/],
  [
    'harassment and threats',
    /\b(?:harass\w*|bully\w*|threaten\w*|threats?(?! to)|intimidat\w+|stalk\w*|personal attacks?|name-calling|provok\w+|insult\w*|abusive|abus(?:e|ing) (?:of )?(?:others?|users?|people|any (?:person|individual)|individuals)|victimi[sz]\w+)\b/,
  ],
  ['violence and extremism', /\b(?:violen\w+|terroris\w+(?!["” ]*support)|extremis\w+|incit\w+)\b/],
  ['self-harm', /\b(?:self-harm|suicid\w+|eating disorder)\b/],
  ['weapons', /\b(?:weapons?|firearms?|guns?|ammunition|explosives?|nuclear|chemical|biological)\b/],
  [
    'sexual content',
    /\b(?:sexual(?! (?:orientation|preference|identity))\w*|porn\w*|obscen\w+|nudity|adult content)\b/,
  ],
  [
    'fraud and deception',
    /\b(?:(?:de)?fraud\w*|non-genuine|inauthentic|fake|false pretens\w+|trick(?:s|ing)?|scams?|phish\w*|decepti\w+|mislead\w*|deceiv\w*)\b/,
  ],
  ['impersonation', /\b(?:impersonat\w+|misrepresent\w*|deepfakes?|pretend\w*)\b/],
  ['misinformation', /\b(?:misinformation|disinformation|fake news|false information)\b/],
  ['political campaigns and elections', /\b(?:elections?|political campaign\w*|lobbying|voter)\b/],
  ['spam', /\b(?:spam\w*|unsolicited|robo-?calls?|junk mail|chain letters|mailing lists?|contact lists)\b/],
  [
    'malware and attacks',
    /\b(?:malware|virus\w*|trojan|worms?|malicious (?:\w+ )?(?:code|software|programs?|files?|links?|content)|hack\w*|ddos|denial[- ]of[- ]service|exploits|exploit\w* (?:\w+ )?vulnerabilit\w+)\b/,
  ],
  [
    'infringement of rights of others',
    /\b(?:infring\w*|intellectual property|counterfeit\w*|copyright\w*(?! (?:(?:or|and) other )?notices?)|trademarks?|third[- ]party rights|rights of (?:any )?third part(?:y|ies)|misappropriat\w*(?= (?:\w+ ){0,4}?(?:rights?|property|secrets?|content|works?|data|materials?)\b))\b/,
  ],
  [
    'intrusion into privacy',
    /\b(?:privacy(?! (?:polic(?:y|ies)|notice|statement|settings|laws?))|personal (?:data|information) (?:of|about) others|dox\w*|surveil\w*|track(?:ing)? individuals|facial recognition)\b/,
  ],
  [
    'profiling on protected characteristics',
    /\b(?:classify\w*|profiling|social scoring|(?:classif|profil|predict)\w*[^.;]{0,80}\bprotected (?:characteristics|class\w*))\b/,
  ],
  ['offensive or defamatory content', /\b(?:defam\w+|libel\w*|slander\w*|offensive|intended to (?:disgust|shock))\b/],
  ['profanity', /\b(?:profan\w+|swear(?:ing)? words?|curse words?|vulgar\w*)\b/],
  ['cheating', /\bcheat(?:s|ing)?\b|\bin order to win\b/],
  [
    'hoarding or trading of accounts and names',
    /\b(?:squat\w*|hoard\w*)\b|\b(?:buy|sell|trade)\w*\b[^.;]{0,40}\b(?:usernames?|accounts)\b/,
  ],
  [
    'sensitive data',
    /\b(?:submit|upload|enter|solicit(?:ing)?|collect(?:ing)?|process|store)\b[^.;:]{0,80}\b(?:sensitive|personally identifiable|protected health)\b/,
  ],
  [
    'data of children and services made for them',
    /\b(?:information|data) (?:of|about|from) (?:children|minors)\b|\b(?:directed (?:to|at)|target\w*) (?:users|children|kids|minors) (?:who are )?under\b/,
  ],
  [
    'copying, changing or redistribution',
    /\b(?:derivative works?|re-?distribut\w+|re-?syndicat\w+|republish\w*|repackag\w+|framing|mirroring|(?:mirror|frame) (?:or|and) (?:mirror|frame))\b|(?<!\b(?:may|can) )\b(?:modify|alter|copy|reproduce|adapt)\b[^.;]{0,60}\b(?:services?|api|software|platform|site|website)\b/,
  ],
  ['gambling', /\bgambl\w+|\bbetting\b/],
  ['drugs and similar goods', /\b(?:drugs?|narcotic\w*|controlled substances?|tobacco|cigarettes?|alcohol)\b/],
  [
    'resale or sharing of access',
    /\b(?:re-?sell\w*|resale|rent|leas(?:e|ing)|sub-?licen[sc](?!able)\w*|share your account|service bureau|time-?shar\w+)\b/,
  ],
  [
    'automated access',
    /\b(?:scrap(?:e|es|ing|ers?)|crawl\w*|bots?|robots?|spiders?|automated means|automatically, systematically|programmatically)\b/,
  ],
  ['reverse engineering', /\b(?:reverse[- ]engineer\w*|decompil\w*|disassembl\w*)\b/],
  ['circumvention of limits and safeguards', /\b(?:circumvent\w*|bypass\w*|evad\w+|rate limits?|jailbreak\w*)\b/],
  ['interference with the service', /\b(?:interfer\w+|disrupt\w*|overload\w*|overburden\w*|impair\w*)\b/],
  [
    'building competing products',
    /\bcompet(?:e|es|ing)\b|\bcompetitive (?:\w+ )?(?:product|service|use|purpose|analys|website|model)\w*|\b(?:build|develop|creat)\w*[^.;]{0,40}\bcompet/,
  ],
  ['professional advice without review', /\b(?:legal|medical|financial|professional) advice\b/],
  [
    'decisions with serious effects on people',
    /\bautomated decision\w*|\b(?:decision|determin|eligib|screen)\w*\b[^.;]{0,80}\b(?:credit|employment|housing|insurance|benefits|lending)\b|\b(?:credit|employment|housing|insurance|benefits|lending)\b[^.;]{0,60}\b(?:decision|determin|eligib|screen|scor)\w*/,
  ],
  [
    'high-risk operations',
    /\b(?:critical infrastructure|life support|aircraft|emergency (?:services|systems|calls)|safety-critical)\b/,
  ],
]
