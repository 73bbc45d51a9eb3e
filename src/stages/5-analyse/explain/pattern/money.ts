/** The words by which rules on what is paid, and on who bears a loss, are told apart. Matched like `manner.ts`. */
import type { Signal } from '../../../../core/signal.ts'

export const MONEY_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  promotion: /\bpromotional (?:offers?|codes?|period|pric\w+)\b|\bcoupons?\b|\bdiscount codes?\b|\bspecial offers?\b/,
  'billing-cycle':
    /\b(?:billed|charged|paid|payable|invoiced|due)\b[^.;]{0,80}\b(?:in advance|monthly|annually|yearly|each month|every month|per month|upfront|in arrears)\b|\b(?:monthly|annual|yearly) (?:payments?|fees?|basis|instal\w+)\b/,
  'price-unannounced':
    /\b(?:prices?|fees?|rates?|pricing)\b[^.;]{0,80}\bwithout (?:any )?(?:prior |advance |further )*notice\b|\bwithout (?:any )?(?:prior |advance |further )*notice\b[^.;]{0,60}\b(?:prices?|fees?|rates?|pricing)\b/,
  'way-to-pay':
    /\bpayment methods?\b|\bmethods? of payment\b|\b(?:credit|debit) cards?\b|\b(?:wire|bank) transfers?\b|\bpre-?authori[sz]ation\b|\bpaypal\b/,
  'price-list':
    /\b(?:prices?|fees?|pricing)\b[^.;]{0,50}\b(?:set (?:out|forth)|listed|displayed|indicated|available|shown|determined|stated|specified)\b/,
  deposit:
    /\b(?:pay|hold|held|require[sd]?|request|further|security|the|a) (?:\w+ )?deposit\b(?! (?:money|funds))|\bas (?:a )?security for\b/,
  'renewal-term': /\brenewal terms?\b/,
  'price-error':
    /\berrors?\b[^.;]{0,100}\b(?:prices?|pricing)\b|\b(?:prices?|pricing)\b[^.;]{0,100}\berrors?\b|\bincorrectly (?:priced|advertised)\b|\b(?:incorrect|wrong) prices?\b/,
  'charges-announced':
    /\bmade clear (?:to you )?before\b|\bbefore (?:you pay|purchase|you are charged)\b|\bopportunity to review and accept\b/,
  'new-fees':
    /\breserves? the right to (?:\w+ )?(?:require|charge|introduce|start charging)\b[^.;]{0,40}\b(?:fees?|charges?)\b|\byou may incur\b[^.;]{0,30}\b(?:fees?|charges?)\b|\bsubject to (?:an? )?(?:additional|extra|separate|certain) (?:price|fees?|charges?|payment)\b|\brequires? (?:the )?payment of (?:a |certain )?(?:\w+ )?fees?\b|\b(?:invoiced|billed|charged) (?:additionally|separately)\b/,
  'sets-own-price':
    /\byou (?:(?:may|can|will|are free to|alone) )?(?:\w+ )?(?:set|decide|determine)\b[^.;]{0,40}\b(?:prices?|amount you charge|fees? you charge)\b/,
  'indirect-loss':
    /(?<!\bdirect(?: or|,| and|, or)? )\b(?:indirect|consequential|incidental|punitive|exemplary)\b[^.;]{0,80}\b(?:damages?|loss(?:es)?)\b/,
  'liability-excluded':
    /\b(?:not|cannot|can't) (?:be )?(?:held )?(?:liable|responsible)\b|\bnor\b[^.;]{0,60}\bliable\b|\bno (?:liability|responsibility)\b|\bnot (?:have|assume|accept|bear|take) any (?:responsibilit|liabilit)\w*|\bdisclaims? (?:any|all|any and all) (?:liability|responsibility)\b|\bneither\b[^.;]{0,120}\b(?:liable|responsible)\b|\b(?:in no event|under no circumstances)\b[^.;]{0,200}\b(?:liab|responsib)|\bexclud\w+\b[^.;]{0,60}\bliability\b|\bin no (?:case|way)\b[^.;]{0,60}\b(?:responsible|liable)\b|\bnot under any circumstances be (?:liable|responsible)\b|\bexempt \w+ from (?:any|all) (?:liabilit|responsibilit)\w*|\b(?:is|are) not our responsibility\b|\bdisclaims? (?:any|all) (?:liabilit|responsibilit)(?:y|ies)\b/,
  'reader-bears':
    /\b(?:sole|solely|fully|entirely)(?: and \w+)? (?:responsible|liable|responsibility|liability) for\b[^.;]{0,60}\b(?:damages?|loss(?:es)?)\b|\bat (?:the )?(?:customer|user|client)'s (?:\w+ )?risk\b|\bbears? all (?:liabilit\w+|responsibilit\w+|risks?|loss(?:es)?)\b|\b(?:entire|full) risk as to\b|\btake responsibility for what you\b/,
  // What comes late in a long passage about something else is no more than an aside.
  'liability-early': /^[\s\S]{0,500}?\b(?:liab\w+|responsib\w+|loss(?:es)?|damages?|risks?|as[- ]is|warrant\w*)\b/,
  'liability-capped':
    /\bliab\w+\b[^.]{0,240}\b(?:exceed\w*|limited to|excess of|capped|maximum|more than)\b|\b(?:exceed\w*|limited to|excess of|capped|maximum)\b[^.]{0,160}\bliab/,
  'limits-elsewhere':
    /\bliab\w+\b[^.;]{0,200}\bsubject to\b[^.;]{0,80}\b(?:exclusions?|limitations?|limits?|caps?)\b|\b(?:exclusions?|limitations?) (?:of|on) liability\b[^.;]{0,60}\b(?:set (?:out|forth)|contained|in the)\b[^.;]{0,60}\b(?:apply|applies|agreement|terms)\b/,
  'sole-remedy': /\b(?:sole|exclusive)(?: and exclusive)? (?:and entire )?(?:remed(?:y|ies)|recourse)\b/,
  'slight-negligence':
    /\b(?:slight|minor|simple|ordinary)(?:ly)? negligen\w+|\b(?:cardinal|essential|material) (?:contractual )?(?:dut(?:y|ies)|obligations?)\b/,
}
