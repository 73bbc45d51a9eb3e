/** `liability.cap`: the most that the provider will be liable for, in short. */
import { DURATION, type Duration, durationText, parseDuration } from './duration.ts'
import { ofSentence } from './memory.ts'
import { MONEY, type Money, moneyText, parseMoney } from './money.ts'
import { NUMBER, parseNumber } from './number.ts'
import type { Passage } from './passage.ts'
import { type FactDocument, type FactReader, factFrom } from './reader.ts'

const LIABILITY = /\bliab\w*|\bresponsibility\b|\bdamages\b(?=[^.]{0,200}\b(?:exceed|limited))|\bin no event\b/
/** Where a cap begins. "Not limited to" and "no liability for" begin none. */
const CAP =
  /\b(?:exceeds?|exceeding|excess(?: \([^)]{1,40}\))? of|(?<!not (?:be )?)(?<!without being )limited (?:in aggregate |in all cases )?(?:to|at)|greater of|higher of|larger of|lesser of|lower of|capped(?:,[^,.;]{1,40},)? at|more than|greater than|higher than|maximum(?: aggregate| total)? (?:liability|amount)|up to|not be liable (?:\w+ ){0,8}(?:beyond|above)|limit(?:ed|s)? our (?:total )?liability to|(?:entire|total|maximum|aggregate|cumulative) liability\b[^.;]{0,80}\b(?:is|shall be|will be|equals?))\b/
const FEES =
  /\b(?:fees?|amounts?|sums?|price|charges|considerations?|payments?|subscriptions?|money|monies|remuneration|dollars|commissions?)\b[^.;]{0,110}\b(?:paid|pays?|payable|received|due|owed|owing|charged|spent|earned|attributable)\b|\b(?:paid|pay|payable)\b[^.;]{0,60}\b(?:fees?|amounts?|sums?|services?|us|subscription)\b|\bwhat you (?:paid|have paid)\b|\b(?:payments|purchases) made\b|\bcost of (?:your|the) (?:reservation|booking|order|trip|purchase)\b|\bvalue of (?:the|your|this) (?:performance|services?|contract|agreement|orders?|subscription|purchases?|transactions?|bookings?)\b|\b(?:annual|monthly|total|subscription|contract) (?:fees?|charges|price|value|subscription)\b/
/** All that was ever paid: "amounts paid by you pursuant to this agreement". */
const UNDER_AGREEMENT =
  /\bpaid\b[^.;]{0,20}\bby (?:you|(?:the )?(?:customer|user|client))\b[^.;]{0,60}\b(?:under|pursuant to|in connection with) (?:this|these|the) (?:agreement|terms|contract)\b/
const AMOUNT = new RegExp(MONEY, 'g')
const SPAN = new RegExp(DURATION, 'g')
/** "In no event more than five days after a payment" limits time. */
const LIMITS_TIME = new RegExp(
  `\\b(?:more|later|greater|longer) than (?:${DURATION}) (?:after|from|following|before|prior)\\b`,
)
/** Caps of something else than the provider's liability. */
const OTHER_CAP =
  /\b(?:refunds?|chargeback|credits? (?:will|shall)|arbitration (?:fees|costs)|small claims|statutory damages|liquidated damages|file size|insurance|deductible|penalt(?:y|ies) (?:of|up to)|contractual penalt(?:y|ies)|guild|service credit)\b/

export const readLiability: FactReader = (document) => {
  for (const passage of document.passages) {
    if (!limitsLiability(passage)) continue
    const cap = capOf(withItems(document, passage))
    if (!cap) continue
    const least = /\b[A-Z]{3} \d/.test(cap) ? null : whereNothingPaid(document, passage)
    return [factFrom('liability.cap', least ? `${cap}, ${least} where nothing was paid` : cap, passage, CAP)]
  }
  return []
}

/** "If you have paid nothing, our liability will not exceed $50", in the sentence right after the cap. */
const NOTHING_PAID =
  /\b(?:amount|fees?|total|sum) (?:is|are|equals?|was|were) (?:zero|nil|nothing|\$0)\b|\b(?:paid|pays?|paying|owe|pay) (?:us |the company |[a-z]+ )?(?:nothing|no (?:fees?|amounts?|money|charges?))\b|\b(?:not|n't) (?:yet )?(?:paid|pay|made|make|been charged|purchased)\b|\bno (?:such )?(?:fees?|amounts?|payments?|charges?|sums?) (?:\w+ ){0,3}?(?:paid|made|due|payable|received|charged)\b|\b(?:free|unpaid|no[- ]charge|no[- ]cost) (?:\w+ )?(?:services?|subscriptions?|plans?|tiers?|versions?|accounts?|basis|users?)\b|\bfree of charge\b/
const HOLDS_THERE = /\b(?:if|where|when|in (?:the )?(?:case|event)|for|otherwise)\b/

function whereNothingPaid({ passages }: FactDocument, passage: Passage): string | null {
  const next = passages[passages.indexOf(passage) + 1]
  if (!next || next.block !== passage.block || !CAP.test(next.folded)) return null
  if (!HOLDS_THERE.test(next.folded) || !NOTHING_PAID.test(next.folded) || !LIABILITY.test(next.folded)) return null
  const tail = next.folded.slice(next.folded.search(CAP))
  const money = parseMoney(new RegExp(MONEY).exec(tail)?.[0] ?? '')
  return money && money.amount > 0 ? moneyText(money) : null
}

/** What the reader pays for a stolen card, and not what the provider pays. */
const READERS_LIABILITY =
  /\byour (?:\w+ )?liability\b|\byou(?:'re| are| will be| may be| could be)? (?:\w+ )?(?:liable|responsible) for\b/
const OUR_LIABILITY =
  /\b(?:our|we|us|company|provider|supplier|licensor|party|parties|[a-z]+'s)\b[^.]{0,80}\bliab|\bliab\w+ of (?!you\b|the (?:user|customer))|\b(?:total|aggregate|entire|maximum|cumulative) liability/

const limitsLiability = ofSentence(
  ({ folded, lead }) =>
    CAP.test(folded) &&
    !LIMITS_TIME.test(folded) &&
    !(READERS_LIABILITY.test(folded) && !OUR_LIABILITY.test(folded)) &&
    (LIABILITY.test(folded) || (LIABILITY.test(lead) && !OTHER_CAP.test(folded))) &&
    !(OTHER_CAP.test(folded) && !/\b(?:aggregate|total|maximum|entire|cumulative|overall) liability/.test(folded)),
)

/** The sentence, and the items of its list where it ends in a colon. */
function withItems({ blocks, passages }: FactDocument, passage: Passage): string {
  if (!/(?::|\bof|\bor)\s*$/.test(passage.folded)) return passage.folded
  const items = passages.filter((p) => p.block > passage.block && p.block <= Math.min(passage.block + 3, blocks.length))
  return [passage.folded, ...items.map((p) => p.folded)].join(' ').slice(0, 1500)
}

/** "The fees you paid, up to a maximum of $500": the sum bounds the fees. */
const AT_MOST =
  /\bpaid\b[^.;]{0,80}(?:\(|, |\b(?:and|but) )(?:in (?:any|each) (?:case|event) )?(?:up to|subject to|(?:limited|capped) (?:to|at)|not (?:to exceed|exceeding|more than)|but no more than|no more than) (?:a |an )?(?:(?:total|overall|maximum|aggregate|absolute) )*(?:maximum|cap|limit|ceiling)\b/

/** "And for indemnity obligations, $500,000": a cap of its own for another kind of claim, and no choice between two. */
const SEPARATE = new RegExp(
  `\\bpaid\\b[^.;]{0,160}(?:,|;|\\band) (?:and )?(?:\\([a-z\\d]{1,3}\\) )?(?:for|in (?:respect|the case|case) of|with (?:respect|regard) to|as to) (?:all |any |its |the )?([a-z][a-z -]{3,60}?)(?:,|:| to| at)? (?:(?:an? |the )?(?:amount|sum|maximum|total|cap) of )?(?:${MONEY})`,
)

function capOf(text: string): string | null {
  const tail = text.slice(text.search(CAP), text.search(CAP) + 900)
  const money = [...tail.matchAll(AMOUNT)]
    .map((m) => parseMoney(m[0]))
    .find((m): m is Money => m !== null && m.amount > 0)
  const paid = FEES.exec(tail)
  if (!paid && !money) return null
  const fees = paid ? feesText(tail, paid.index) : null
  const limit = money ? moneyText(money) : null
  const other = fees && money ? SEPARATE.exec(tail)?.[1] : undefined
  if (fees && limit && other) return `${fees}; ${limit} for ${other}`
  if (fees && limit)
    return `${AT_MOST.test(tail) || /\b(?:lesser|lower|smaller) of\b|\bwhichever (?:is|shall be|being) (?:the )?(?:less(?:er)?|lower|smaller)/.test(tail) ? 'lesser' : 'greater'} of ${fees} and ${limit}`
  return fees ?? limit
}

const MULTIPLE = new RegExp(
  `\\b(?:(${NUMBER})(?: \\(\\d+\\))? ?(?:times|x)|(twice|double)) (?:the |your |all )?(?:\\w+ ){0,4}$`,
)

/** "Three (3) times the fees", with the words before the fees. */
function multipleOf(tail: string, from: number): string {
  const match = MULTIPLE.exec(tail.slice(0, from))
  const count = match?.[2] ? 2 : parseNumber(match?.[1] ?? '')
  return count !== null && count > 1 && count < 100 ? `${count} times the ` : ''
}

/** "During the current billing period", "for the product that gives rise to the claim": of which payment a cap speaks. */
const SCOPE =
  /^[^.;]{0,110}?\b((?:during|over|throughout|in) (?:the (?:entire |whole |full )?|your )(?:term|duration|life(?:time)?|period) of (?:your|the|this|such) (?:use|agreement|contract|subscription|membership|order|licen[cs]e)\b|(?:during|in|for|over) (?:the|your|that|such|any) (?:(?:then-?)?current|relevant|applicable|preceding|same) (?:\w+ )?(?:period|term|year|quarter|month)\b|for (?:the|that|such|any) (?:(?:specific|particular|individual|relevant|affected) )?(?:(?:products?|goods|services?|items?|orders?|bookings?|tickets?|transactions?|purchases?|deliverables?|subscriptions?)(?:,? (?:and|or|and\/or) )?){1,3} (?:(?:that|which) (?:gives?|gave|has given|is|are|was|were) (?:rise to|the subject of) [^.;,()]{3,40}|giving rise to [^.;,()]{3,40}|in question|concerned|at issue))/

function scopeOf(tail: string, from: number): string | null {
  const scope = SCOPE.exec(tail.slice(from, from + 300))?.[1]?.trim()
  return scope ? ` ${scope}` : null
}

/** "fees paid in prior 12 months", "2 times the fees paid". */
function feesText(tail: string, from: number): string {
  const span = [...tail.matchAll(SPAN)]
    .map((m) => parseDuration(m[0]))
    .find(
      (d): d is Duration =>
        d !== null && (d.unit === 'month' || d.unit === 'year' || d.unit === 'day' || d.unit === 'week'),
    )
  const percent = /\b(\d{2,3}) ?%/.exec(tail.slice(0, from + 60))?.[1]
  const share = percent && percent !== '100' ? `${percent}% of ` : ''
  const whole = UNDER_AGREEMENT.test(tail) ? ' by the user under the agreement' : ''
  return `${share}${multipleOf(tail, from)}fees paid${span ? ` in prior ${durationText(span)}` : (scopeOf(tail, from) ?? whole)}`
}
