/** The plainest classifier: one expression a type over heading and text. What answers when no model is given. */
import type { ProvisionType } from '../../../core/provision.ts'

type KeywordRule = { readonly type: ProvisionType; readonly pattern: RegExp }

export const KEYWORD_RULES: readonly KeywordRule[] = [
  { type: 'class-action-waiver', pattern: /\bclass[- ]action|class or representative|collective action/i },
  { type: 'arbitration', pattern: /\barbitrat|jury trial|informal(ly)? (dispute )?resol/i },
  {
    type: 'governing-law',
    pattern: /\bgoverning law|governed by the laws|exclusive jurisdiction|courts? (located )?in\b/i,
  },
  {
    type: 'indemnification',
    pattern: /\byou (agree to|will|shall) (defend|indemnify)|indemnif\w+ .{0,40}\b(us|company)\b/i,
  },
  {
    type: 'liability-limit',
    pattern: /\b(limitation of liability|not be liable|aggregate liability|consequential)\b/i,
  },
  { type: 'warranty-disclaimer', pattern: /\bas[- ]is\b|disclaims? all|without warrant|no warrant/i },
  {
    type: 'changes-to-terms',
    pattern: /\b(change|modif|updat|amend|revis)\w* (to )?(these|this|the|our) (terms|policy|agreement|privacy)/i,
  },
  { type: 'termination-suspension', pattern: /\b(terminat|suspend)/i },
  { type: 'refunds-cancellation', pattern: /\brefund|cancel(lation)?\b|right of withdrawal/i },
  { type: 'fees-payment', pattern: /\bfees?\b|payment|invoice|billing|subscription|taxes/i },
  {
    type: 'model-training',
    pattern: /\btrain(ing)?\b.{0,60}\b(model|ai|machine learning)|\b(model|ai)\b.{0,30}\btrain(ing)?\b/i,
  },
  { type: 'advertising-sale', pattern: /\badvertis|marketing|sell your personal/i },
  { type: 'government-access', pattern: /\blaw enforcement|subpoena|court order|legal process/i },
  { type: 'retention-deletion', pattern: /\bretain|retention|how long we (keep|store)/i },
  {
    type: 'cross-border-transfer',
    pattern: /\bstandard contractual clauses|international(ly)? transfer|outside (of )?the (eu|eea|european)/i,
  },
  { type: 'cookies-tracking', pattern: /\bcookies?\b|web beacon|do not track/i },
  { type: 'children-age', pattern: /\b(under|least) (the age of )?(1[0-9]|thirteen|eighteen)\b|children|minors?\b/i },
  { type: 'processor-terms', pattern: /\bsub-?processors?\b|\bdata (controller|processor)\b/i },
  { type: 'privacy-rights', pattern: /\bright (to|of) (access|erasure|rectif|object|portab|delet|lodge)|your rights/i },
  { type: 'security-breach', pattern: /\bsecurity (measures|incident|breach)|encrypt|safeguards/i },
  {
    type: 'content-license',
    pattern: /\b(grant|licen[cs]e)\b.{0,80}\b(worldwide|royalty-free|perpetual|non-exclusive)/i,
  },
  { type: 'ip-complaints', pattern: /\bdmca\b|copyright infring|takedown|repeat infringer/i },
  { type: 'scraping-reverse-engineering', pattern: /\bscrap|reverse[- ]engineer|decompil|crawl/i },
  { type: 'prohibited-use', pattern: /\b(you (may|must|shall|will) not|prohibited|do not (use|post))\b/i },
  { type: 'account-duties', pattern: /\b(your )?(password|account credentials|login)\b|you are responsible for/i },
  { type: 'data-collection', pattern: /\bwe (may )?(also )?(collect|receive)\b|information (you provide|we collect)/i },
  {
    type: 'data-sharing',
    pattern: /\b(share|disclose)\b.{0,60}\b(information|data)\b|with (our )?(affiliates|service providers)/i,
  },
  { type: 'data-use', pattern: /\bwe (may )?use\b.{0,40}\b(information|data)\b|how we use/i },
  { type: 'third-party-services', pattern: /\bthird[- ]party (sites?|websites?|services?|links?)/i },
  { type: 'acceptance', pattern: /\byou (agree|accept|consent) to (be bound|these)|by (using|accessing|clicking)/i },
  { type: 'general-terms', pattern: /\bseverab|force majeure|no waiver|assign (this|these|your)/i },
]

/** Types whose expression the text or its heading meets, in the order of the rules, at most three. */
export function typesByKeyword(heading: string, text: string): readonly ProvisionType[] {
  const lastHeading = heading.slice(heading.lastIndexOf('>') + 1)
  return KEYWORD_RULES.filter(({ pattern }) => pattern.test(text) || pattern.test(lastHeading))
    .map(({ type }) => type)
    .slice(0, 3)
}
