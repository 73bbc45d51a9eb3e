/** `arbitration.*`: whether disputes go to an arbitrator, the days to opt out of it, and the waiver of class actions. */
import type { Fact } from '../../../core/provision.ts'
import { DURATION, inDays, parseDuration } from './duration.ts'
import { ofSentence } from './memory.ts'
import type { Passage } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const DISPUTE =
  /\b(?:disputes?|claims?|controvers\w+|differences?|proceedings?|actions?|matters?|disagreements?|causes? of action|lawsuits?|litigation|suit)\b/
const ARBITRATES = new RegExp(
  [
    '\\b(?:resolv\\w+|settle[ds]?|settling|determin\\w+|decided|adjudicated|submit\\w*|referr?(?:ed)?|subject(?:ed)?|brought|handled|heard)\\b[^.;]{0,200}?\\b(?:by|through|to|in|via|with|using)\\b[^.;]{0,80}\\barbitrat(?:ion|or)\\b(?! act| rules? of evidence)',
    '\\b(?:binding|mandatory|final|compulsory|individual)(?:,? (?:and )?(?:binding|individual|neutral|confidential))* arbitration\\b',
    '\\b(?:agree|shall|will|must|requires?)\\b[^.;]{0,40}\\b(?:to )?arbitrat(?:e|ed)\\b',
    '\\b(?:only|solely|exclusively) (?:through|by|in|via) (?:binding )?arbitration\\b',
    '\\barbitration (?:clause|agreement|provision|section)s?\\b[^.;]{0,120}\\b(?:appl(?:y|ies)|governs?|extends?|covers?)\\b[^.;]{0,30}\\b(?:any|all|every)\\b[^.;]{0,40}\\b(?:disputes?|claims?|controvers)',
    '\\b(?:disputes?|claims?)\\b[^.;]{0,120}\\b(?:is|are|be) (?:(?!not\\b)\\w+ )?(?:governed by|covered by|resolved (?:under|in accordance with)|handled (?:under|in accordance with)) [^.;]{0,60}\\barbitration (?:clause|agreement|provision|section)',
    '\\barbitration\\b[^.;]{0,80}\\b(?:instead of|rather than|not)\\b[^.;]{0,30}\\b(?:court|litigation)',
  ].join('|'),
)
/** Arbitration that is a choice, an exception, somebody else's, or only spoken of. */
const NOT_BINDING =
  /\b(?:opt(?:ing|ed)?[- ]?out|arbitration fees|may (?:also )?(?:elect|choose|seek(?! (?:\w+ ){0,2}?(?:injunctive|equitable|interim|provisional))|opt|submit|bring|refer)|can (?:elect|choose)|optional(?! rules)|non-binding|not (?:be )?(?:subject to|required to submit to|bound by)[^.]{0,40}arbitrat|(?:does|do|shall|will) not apply|no arbitration|unenforceable|not apply|without limiting|domain name|udrp|counter-?notice|rules of arbitration,? which|(?:fees|costs) of (?:the )?arbitrat|before (?:initiating|commencing|starting|filing)|prior to (?:initiating|commencing|filing)|data protection authorit|recourse mechanism|data privacy framework|privacy shield|dpf|annex i\b|under certain conditions|residual|indemnif\w+|mediator (?:\w+ )?(?:becomes?|acts?|serves?|sits?)|not (?:by|through|in|via|before|to) (?:an? |any |binding )*arbitrat\w+)\b/

const COURTS = new RegExp(
  [
    '\\b(?:exclusive|sole|non-?exclusive|personal)(?:ly)?\\b[^.;]{0,120}\\b(?:courts?|jurisdiction|venue)\\b',
    '\\bcourts?\\b[^.;]{0,160}\\b(?:exclusive|sole|shall have|will have|have|having|competent) ?(?:\\w+ )?(?:jurisdiction|venue)\\b',
    '\\b(?:must|shall|will|should|may|can|to|only)(?: only)? be (?:brought|filed|resolved|submitted|heard|litigated|settled|commenced|referred|instituted|conducted|decided)\\b[^.;]{0,140}\\bcourts?\\b',
    '\\b(?:submit|consent|agree|accept)s?\\b[^.;]{0,80}\\b(?:jurisdiction|venue)\\b[^.;]{0,100}\\b(?:courts?|located)\\b',
    '\\bcompetent (?:\\w+ )?courts? (?:will|shall) be\\b|\\bplace of jurisdiction\\b|\\b(?:legal )?venue (?:for|of) (?:\\w+ )?(?:disputes?|proceedings|claims|actions)\\b',
    '\\b(?:dispute|claim|dissension|difference|controvers|matter)\\w*\\b[^.;]{0,60}\\b(?:to|by|in|before|within|under)\\b[^.;]{0,40}\\bcourts? (?:of|in|with|having|at|located)\\b',
    '\\b(?:go|apply|turn|resort) to\\b[^.;]{0,40}\\bcourts?\\b',
    '\\b(?:file (?:an? )?(?:lawsuit|claim|action|suit)|bring (?:\\w+ ){0,3}(?:action|proceedings?|claims?|suit|lawsuit|matter|dispute)|(?:file|bring) (?:\\w+ )?disputes|choose)\\b[^.;]{0,80}\\bcourts?\\b',
    '\\b(?:take|bring|start|begin|commence|issue|institute|initiate|pursue)\\b[^.;]{0,30}\\b(?:court|legal|judicial) (?:proceedings?|actions?|claims?)\\b[^.;]{0,80}\\b(?:must|shall|should|will|can only|may only|have to|need to)(?: only)? (?:do so|be (?:brought|taken|started|commenced|issued))\\b[^.;]{0,20}\\b(?:in|within|before|at)\\b',
    '\\bcourts? (?:of|in|located in)\\b[^.;]{0,80}\\b(?:shall|will) (?:have|be)\\b',
    '\\b(?:before|by|in|to|with) (?:the|a|any) competent (?:\\w+ )?courts?\\b|\\bcourts? (?:of|in) [\\w ]{2,40} (?:is|are) competent',
    '\\battorns?\\b[^.;]{0,60}\\bcourts?\\b|\\bvenue (?:shall|will) (?:lie|be)\\b|^[^a-z]*(?:place of )?(?:jurisdiction|venue)(?: and venue)? ?[:-] ?(?:the )?(?:\\w+ ){0,3}courts?\\b',
  ].join('|'),
)
/** Consent to courts says what it is for without the word dispute. */
const SUBMITS =
  /\b(?:submits?|consents?|agrees?)\b[^.;]{0,60}\bjurisdiction\b|\b(?:exclusive|sole) (?:place of )?(?:jurisdiction|venue)\b[^.;]{0,60}\b(?:is|shall be|are|lies)\b|\bcourts?\b[^.;]{0,80}\b(?:have|has|having) (?:the )?(?:sole |exclusive |sole and exclusive |non-exclusive )jurisdiction\b|\bcourt\b[^.;]{0,60}\bfirst instance\b|\battorns?\b|\bvenue (?:shall|will) (?:lie|be)\b|^[^a-z]*(?:place of )?(?:jurisdiction|venue)(?: and venue)? ?[:-]/
const OTHER_COURT =
  /\b(?:court order|courts? order|counter-?notif|counter-?notice|judicial district|dmca|clause 18|standard contractual|sccs?|(?:in|of|under) clause 1[78]\b(?! of)|the clauses|these clauses|subpoena|injunctive|data subjects?|supervisory|personal data|finally determined|court of competent jurisdiction (?:to|finds|holds|determin|decides|deems|rules)|small claims|by order of|service of process from|statement that you|(?:interim|conservatory) (?:relief|measures)|finally (?:settled or )?awarded|until and unless|indemnif\w+|held (?:to be )?(?:invalid|unenforceable))\b/

/** Courts that the reader gives up, and what an arbitrator may do as a court could. */
const NO_COURT =
  /\b(?:waiv\w+|giv\w+ up|forgo\w*|relinquish\w*|surrender\w*|affects?|los(?:e|ing))\b[^.;]{0,60}\brights? to (?:\w+ )?(?:go|pursue|file|sue|seek|bring|litigate|have|take)\b[^.;]{0,120}\bcourt|\barbitrators?\b[^.;]{0,40}\b(?:award|grant|order|authority|power)\b|\bclass[- ]action waiver\b/

/** Courts as one way of several: "may file in the courts of Ireland or pursue alternative dispute resolution". */
const OR_OTHERWISE =
  /\b(?:may|can)\b[^.;]{0,90}\bcourts?\b[^.;]{0,60}\bor(?: alternatively| else| instead)? (?:(?:to )?(?:pursue|use|choose|elect|seek|request|start|begin|initiate|commence|go to|resort to|submit (?:it |the (?:dispute|matter|claim) )?to|refer (?:it |the (?:dispute|matter|claim) )?to) )(?:an? |the |any )?(?:\w+ ){0,2}?(?:alternative dispute resolution|adr\b|arbitrat\w+|mediation|out-of-court)|\b(?:may|can)\b[^.;]{0,40}\b(?:either|choose between|choice of)\b[^.;]{0,80}\b(?:arbitration|mediation|alternative dispute resolution)\b[^.;]{0,40}\bor\b[^.;]{0,80}\bcourts?\b/

/** "If a court finds a provision invalid": of the document, not of disputes. */
const SEVERS =
  /\b(?:provisions?|parts?|portions?|terms?|sections?)\b[^.]{0,120}\b(?:invalid|unenforceable|void|illegal|unlawful)\b|\b(?:invalid|unenforceable|void|illegal|unlawful)\b[^.]{0,80}\b(?:provisions?|parts?|portions?)\b/

const OPT_OUT =
  /\b(?:opt(?:ing|ed)?[- ]?out|reject(?:ing)?|decline|(?:do not|don't) (?:wish|want) to (?:be bound|arbitrate|resolve)|exclude yourself)\b/
/** Ways out of joint proceedings of many. */
const NOT_YOURS = /\b(?:mass arbitration|batch|mediation|the parties may|coordinated)\b/
const DAYS = new RegExp(DURATION, 'g')

const CLASS =
  /\bclass(?:[- ]wide|[- ]actions?|[- ]arbitrations?|es| members?| proceedings?|,| basis)|\bclass,? (?:or|and|and\/or) |\brepresentative (?:actions?|proceedings?|basis|capacity|claims?)|\bcollective (?:actions?|proceedings?)/
const WAIVES =
  /\b(?:waiv\w*|giv(?:e|ing) up|not|nor|no|neither|prohibited|only|solely|individual(?:ized)?|never|barred|without)\b/
const NO_WAIVER =
  /\b(?:class action waiver" section|if (?:this|the) (?:class|section)[^.]{0,60}(?:unenforceable|invalid)|you may (?:bring|participate))\b/

export const readArbitration: FactReader = ({ passages, kind }) => {
  const facts: Fact[] = []
  const mandatory = passages.find(isMandatory) ?? null
  if (mandatory) facts.push(factFrom('arbitration.mandatory', true, mandatory, ARBITRATES))
  else if (!/\b(?:privacy|cookie|trackers)/.test(kind)) {
    // A contract on processing repeats clauses on the courts of others: there the sentence itself names disputes.
    const courts =
      passages.find((p) => goesToCourt(p) && (!/\bprocess(?:or|ing)/.test(kind) || namesDispute(p))) ??
      passages.find(clausesGoToCourt)
    if (courts) facts.push(factFrom('arbitration.mandatory', false, courts, COURTS))
  }
  if (mandatory) facts.push(...optOutDays(passages))
  const waivers = passages.filter(isClassWaiver)
  // The rule itself rather than its caption or the notice at the top.
  const waiver =
    waivers.find(
      (p) =>
        p.folded.length > 60 &&
        /\b(?:agree|waiv(?:e|ing)\b|must|may|will|shall|prohibited|not allowed|permitted)/.test(p.folded),
    ) ?? waivers[0]
  if (waiver) facts.push(factFrom('arbitration.classWaiver', true, waiver, CLASS))
  return facts
}

const goesToCourt = ofSentence(
  ({ folded, heading }) =>
    COURTS.test(folded) &&
    (DISPUTE.test(`${folded} ${heading}`) || SUBMITS.test(folded)) &&
    !OTHER_COURT.test(folded) &&
    !NO_COURT.test(folded) &&
    !OR_OTHERWISE.test(folded) &&
    !(SEVERS.test(folded) && /^[^a-z]*(?:\w+[. ]+)?(?:if|should|in the event)\b/.test(folded)),
)

/** Courts for the standard clauses of a contract on data: count where it names no others. */
const clausesGoToCourt = ofSentence(({ folded }) =>
  /\bdisputes?\b[^.;]{0,60}\b(?:standard contractual clauses|sccs?)\b[^.;]{0,40}\bcourts? of\b|\bcourts? of\b[^.;]{0,60}\bdisputes?\b[^.;]{0,60}\b(?:standard contractual clauses|sccs?)\b|\b(?:standard contractual clauses|sccs?)\b[^.;]{0,40}\bdisputes? (?:regarding|concerning|about|relating to|under) (?:this|the) ?agreement\b[^.;]{0,80}\bcourts?\b/.test(
    folded,
  ),
)

const namesDispute = ofSentence(({ folded }) => DISPUTE.test(folded))

const isClassWaiver = ofSentence(
  ({ folded }) =>
    CLASS.test(folded) &&
    WAIVES.test(folded) &&
    !NO_WAIVER.test(folded) &&
    /\b(?:actions?|arbitrat\w+|proceedings?|plaintiff|lawsuits?|litigation|disputes?|claims?)\b/.test(folded),
)

/** Who may leave it is bound by it until then. */
const UNLESS_OUT = /\bunless you (?:have )?(?:timely )?opt(?:ed)?[- ]?out\b[^,;:]{0,80}[,;:]/g

const isMandatory = ofSentence(({ folded, heading }) => {
  const text = folded.replaceAll('federal arbitration act', '').replace(UNLESS_OUT, '')
  if (!text.includes('arbitrat') || !ARBITRATES.test(text) || NOT_BINDING.test(text)) return false
  return DISPUTE.test(folded) || /\b(?:arbitrat|dispute)/.test(heading)
})

const speaksOfArbitration = ofSentence(({ folded }) => /arbitrat/.test(folded))
const isHeadedArbitration = ofSentence(({ heading }) => /arbitrat/.test(heading))
const speaksOfClass = ofSentence(({ folded }) => /class/.test(folded))
const offersWayOut = ofSentence(
  ({ folded }) =>
    OPT_OUT.test(folded) && !(/\breject/.test(folded) && /\bchang/.test(folded)) && !NOT_YOURS.test(folded),
)

/** Days to leave the arbitration agreement; days to reject a later change of it are not meant. */
function optOutDays(passages: readonly Passage[]): readonly Fact[] {
  let inSection = -1
  for (const passage of passages) {
    if (speaksOfArbitration(passage)) inSection = passage.block
    if (!offersWayOut(passage)) continue
    const about = speaksOfClass(passage) || isHeadedArbitration(passage) || passage.block - inSection <= 1
    if (!about) continue
    for (const match of passage.folded.matchAll(DAYS)) {
      const duration = parseDuration(match[0])
      const days = duration && inDays(duration)
      if (days && days <= 120) return [factFrom('arbitration.optOutDays', days, passage, OPT_OUT)]
    }
  }
  return []
}
