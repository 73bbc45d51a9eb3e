/** What a passage is about: its provision types from the analysis, or from words where no analysis is at hand. */
import type { Severity } from '../../../core/change.ts'
import type { ProvisionType } from '../../../core/provision.ts'

type Topic = {
  /** As part of a sentence: "a rule on …". */
  readonly phrase: string
  readonly words: RegExp
  /** Of a usual provision of this type that burdens the reader; losing its protection weighs the same. */
  readonly weight: Severity
}

/** In the order in which they are looked for where no analysis says it: the narrow ones first. */
export const TOPICS: Readonly<Record<ProvisionType, Topic>> = {
  'class-action-waiver': {
    phrase: 'class actions',
    words: /class[- ]action|class or representative|jury trial/i,
    weight: 'high',
  },
  arbitration: { phrase: 'arbitration', words: /arbitrat/i, weight: 'high' },
  'model-training': {
    phrase: 'training of models on content or data',
    words:
      /\btrain(?:ing|ed|s)?\b.{0,60}\b(?:model|AI|machine|algorithm)|(?:improve|develop).{0,40}\bmodels?\b|teacher data/i,
    weight: 'high',
  },
  'competitive-use': { phrase: 'competing use', words: /\bcompet(?:e|ing|itive|itor)/i, weight: 'medium' },
  'scraping-reverse-engineering': {
    phrase: 'scraping and reverse engineering',
    words: /scrap(?:e|ing)|reverse[- ]engineer|decompil|crawl/i,
    weight: 'medium',
  },
  'liability-limit': { phrase: 'the limit of liability', words: /\bliab(?:le|ility)\b/i, weight: 'high' },
  'provider-indemnity': {
    phrase: 'the indemnity given by the provider',
    words: /\bwe (?:will|shall) (?:defend|indemnify)|indemnif.{0,30}\b(?:you|customer)\b/i,
    weight: 'medium',
  },
  indemnification: { phrase: 'indemnification', words: /indemnif|hold harmless/i, weight: 'high' },
  'warranty-disclaimer': { phrase: 'warranties', words: /warrant(?:y|ies)|\bas[- ]is\b/i, weight: 'medium' },
  'refunds-cancellation': { phrase: 'refunds and cancellation', words: /refund|cancel/i, weight: 'medium' },
  'fees-payment': {
    phrase: 'fees and payment',
    words:
      /\bfees?\b|\bpay(?:ment|able|ing)?\b|\bpric(?:e|ing)|\bcharge[sd]?\b|billing|subscription|credits?\b|\btax(?:es)?\b/i,
    weight: 'medium',
  },
  'children-age': {
    phrase: 'age and children',
    words: /\bchild(?:ren)?\b|\bminors?\b|years old|years of age|under (?:the age of )?1[368]/i,
    weight: 'medium',
  },
  'advertising-sale': {
    phrase: 'advertising and the sale of data',
    words: /\badvertis|\bsell\b.{0,30}\b(?:data|information)|\bsale of\b|targeted/i,
    weight: 'high',
  },
  'cookies-tracking': {
    phrase: 'cookies and tracking',
    words: /\bcookies?\b|\btrack(?:ing|ers?)\b|\bpixels?\b|\bbeacons?\b/i,
    weight: 'medium',
  },
  'cross-border-transfer': {
    phrase: 'transfers of data to other countries',
    words:
      /transfer.{0,60}\b(?:countr|outside|international|EEA|United States|abroad)|standard contractual clauses|data privacy framework/i,
    weight: 'medium',
  },
  'government-access': {
    phrase: 'access by authorities',
    words: /law enforcement|government(?:al)? (?:request|authorit|agenc)|subpoena|court order/i,
    weight: 'medium',
  },
  'retention-deletion': {
    phrase: 'retention and deletion of data',
    words: /\bretain|\bretention|\bdelet(?:e|ion|ed)|\bstored? for\b/i,
    weight: 'medium',
  },
  'sensitive-data': {
    phrase: 'sensitive data',
    words: /biometric|health (?:data|information)|sensitive (?:personal )?(?:data|information)|special categor/i,
    weight: 'high',
  },
  'automated-decisions': {
    phrase: 'automated decisions',
    words: /automated (?:decision|processing)|profiling/i,
    weight: 'high',
  },
  'privacy-rights': {
    phrase: 'privacy rights',
    words: /\byour rights?\b|right to (?:access|delete|object|opt|correct|know|port)|opt[- ]out|data subject/i,
    weight: 'medium',
  },
  'processor-terms': {
    phrase: 'processing on behalf of customers',
    words: /sub-?processors?|data processor|controller|process(?:es|ing)? .{0,40}\bon behalf/i,
    weight: 'medium',
  },
  'security-breach': {
    phrase: 'security and breaches',
    words: /\bsecur(?:e|ity)\b|encrypt|breach of (?:security|personal)|data breach/i,
    weight: 'medium',
  },
  'data-sharing': {
    phrase: 'sharing of data',
    words:
      /\bshar(?:e|es|ed|ing)\b|\bdisclos|\bthird[- ]part(?:y|ies).{0,40}\b(?:data|information)|recipients?\b|vendors?\b/i,
    weight: 'high',
  },
  'data-collection': {
    phrase: 'collection of data',
    words: /\bcollect(?:s|ed|ion|ing)?\b|information you provide|we (?:receive|obtain)/i,
    weight: 'medium',
  },
  'data-use': {
    phrase: 'use of data',
    words: /\b(?:use|uses|using|process)\b.{0,40}\b(?:personal )?(?:data|information)/i,
    weight: 'medium',
  },
  'monitoring-review': {
    phrase: 'monitoring and review',
    words: /\bmonitor|\breview(?:s|ed|ing)?\b.{0,40}\b(?:content|conversation|input|use)/i,
    weight: 'medium',
  },
  'output-ownership': {
    phrase: 'ownership of outputs',
    words: /\bown(?:s|ership)?\b.{0,60}\boutputs?\b|\boutputs?\b.{0,60}\bown/i,
    weight: 'medium',
  },
  'content-license': {
    phrase: 'the licence to content',
    words: /licen[sc]e.{0,80}\b(?:content|input|submission|feedback)|(?:content|input).{0,80}licen[sc]e|royalty-free/i,
    weight: 'high',
  },
  'provider-ip': {
    phrase: "the provider's intellectual property",
    words: /intellectual property|trademark|\bpatents?\b|all rights?, title/i,
    weight: 'low',
  },
  'ip-complaints': {
    phrase: 'complaints about infringement',
    words: /infring|dmca|copyright|takedown/i,
    weight: 'low',
  },
  'output-accuracy': {
    phrase: 'accuracy of outputs',
    words: /\baccura|\binaccura|hallucinat|human review/i,
    weight: 'medium',
  },
  'ai-disclosure': {
    phrase: 'disclosure that AI is used',
    words: /disclos.{0,60}\b(?:AI|artificial|generated)|watermark|(?:AI|artificially)[- ]generated/i,
    weight: 'medium',
  },
  'high-risk-use': {
    phrase: 'high-risk use',
    words: /high[- ]risk|critical infrastructure|medical|weapon|safety-critical/i,
    weight: 'medium',
  },
  'content-moderation': {
    phrase: 'moderation of content',
    words: /moderat|remove (?:any )?content|flag(?:ged)? content/i,
    weight: 'medium',
  },
  'export-sanctions': {
    phrase: 'export control and sanctions',
    words: /export control|sanction|embargo/i,
    weight: 'low',
  },
  'changes-to-terms': {
    phrase: 'changes to the terms',
    words: /(?:modify|change|update|amend|revis).{0,60}\b(?:terms|agreement|policy|notice)/i,
    weight: 'medium',
  },
  'termination-suspension': { phrase: 'termination and suspension', words: /terminat|suspend/i, weight: 'high' },
  'service-changes': {
    phrase: 'changes to the service',
    words:
      /(?:discontinu|modify|change|availab|beta|preview).{0,60}\b(?:service|feature|model)|\bservice level|uptime/i,
    weight: 'medium',
  },
  confidentiality: { phrase: 'confidentiality', words: /confidential/i, weight: 'medium' },
  'governing-law': {
    phrase: 'governing law and courts',
    words: /govern(?:ed|ing) (?:by|law)|\bjurisdiction|\bvenue\b|\bcourts?\b/i,
    weight: 'medium',
  },
  'account-duties': {
    phrase: 'duties of account holders',
    words: /\baccounts?\b|password|credentials|\blog[- ]?in\b/i,
    weight: 'low',
  },
  'prohibited-use': {
    phrase: 'prohibited use',
    words: /\bmust not\b|\bmay not\b|\bshall not\b|\bprohibit|\bnot (?:to )?use\b|\bdon['’]t\b|\bforbidden/i,
    weight: 'medium',
  },
  'third-party-services': {
    phrase: 'services of third parties',
    words: /third[- ]part(?:y|ies)|plugins?|connectors?|integrations?/i,
    weight: 'low',
  },
  acceptance: {
    phrase: 'acceptance of the terms',
    words: /\bby (?:using|accessing|clicking)|\byou (?:accept|agree to (?:these|be bound))/i,
    weight: 'medium',
  },
  incorporation: {
    phrase: 'other documents that apply',
    words: /incorporated|\bpolic(?:y|ies)\b|\baddendum\b|supplemental terms/i,
    weight: 'low',
  },
  'general-terms': {
    phrase: 'general terms',
    words: /severab|assign|waiver|entire agreement|force majeure|notices?\b/i,
    weight: 'low',
  },
}

/** At most two, the most important first. */
export function typesOf(text: string): readonly ProvisionType[] {
  const found: ProvisionType[] = []
  for (const [type, { words }] of Object.entries(TOPICS) as [ProvisionType, Topic][]) {
    if (words.test(text)) found.push(type)
    if (found.length === 2) break
  }
  return found
}

export function phraseOf(types: readonly ProvisionType[]): string | null {
  return types[0] ? TOPICS[types[0]].phrase : null
}
