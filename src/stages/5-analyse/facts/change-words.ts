/** The words by which a document speaks of changing itself, and those by which sentences speak of other changes: matched on folded text. */
import { ofSentence } from './memory.ts'

const DOCUMENT =
  '(?:terms|agreements?|contract|polic(?:y|ies)|(?:privacy|cookies?|this|the|our|these) (?:privacy )?(?:notices?|statements?)|conditions|guidelines|rules|addend(?:um|a)|dpa|baa|sla|aup|eula|tos|tou|t&cs?|code of conduct|document)'
/** A change of the document itself: "changes to these Terms", "the revised policy", "amend any part of this Agreement". */
export const OWN_CHANGE = new RegExp(
  [
    `\\b(?<!without )(?<!(?:do|does|did) not )(?:chang|updat|modif(?!ied or)|revis|amend|alter|vary|variations?|adjustments)(?:\\w*)(?:,? (?:or|and|and/or) \\w+|, \\w+){0,5}(?:,? (?:to|of|in|on|the|these|this|our|its|your|any|such|part|parts|portions?|aspects?|provisions?|sections?|or|all|some|material|from|time|may|make|made|we|into|certain|are|is|were|been|be|following|above|foregoing|entire|whole|service'?s?|user|website)){0,9} ['"]?(?:[\\w&'-]+ ){0,3}?['"]?${DOCUMENT}\\b`,
    `\\b(?:revised|updated|amended|modified|new|current|latest|future|changed|up-to-date|recent)(?: version| versions| edition)?(?: of)?(?: (?:the|these|this|our|its))? ['"]?(?:[\\w&'-]+ ){0,3}?['"]?${DOCUMENT}\\b`,
    `\\b${DOCUMENT}\\b['")]*(?: \\w+){0,4} (?:may|can|will|are subject to|is subject to|could|might)(?: be)? (?:\\w+ )?(?:chang|updat|modif|revis|amend)`,
    `\\b${DOCUMENT} (?:updat|chang|modification|revision|amendment)`,
    '\\b(?:material|significant|substantial)(?:ly)? chang\\w*\\b[^.]{0,20}\\b(?:ways?|manner|how)\\b[^.]{0,20}\\bwe (?:use|collect|share|process|treat|handle)',
    '\\b(?:make|made|propose) (?:\\w+ ){0,2}(?:changes|updates|modifications|revisions|amendments)\\b',
  ].join('|'),
)
/** Changes of something else. */
export const OTHER_SUBJECT =
  /\b(?:prices?|pricing|fees?|charges|sub-?processors?|subcontractors?|their (?:personal |account |contact )?(?:information|details|data)|your (?:account |contact )?(?:information|details|password|consent|preferences|choices)|cancel|refund|subscription (?:plan|term)|dispute|arbitrat\w+)\b/
export const PRICES = /\b(?:fees?|pric(?:es?|ing)|charges|subscription (?:costs?|rates?))\b/
export const SUBPROCESSORS = /\b(?:sub-?processors?|subcontractors?)\b/
/** Duties of the reader and grants read like changes ("you may not modify"). */
export const READER_ACTS =
  /\b(?:you (?:may not|shall not|must not|will not|agree not)|not permit|reproduce|sublicense|reverse engineer|amendment by you|in writing signed|signed by)\b/
/** A place that a template leaves open: "[enter the date, about 2 weeks from publication]". */
export const FILL_IN = /\[[^\]]*\b(?:dates?|days|weeks|enter|insert|fill|name|url|link|tbd)\b[^\]]*\]/g
/** "Modify the payment terms" changes prices. */
const PRICE_TERMS =
  /\b(?:the|your|our|any) (?:payment|pricing|fees?|billing|credit) terms(?= (?:and|or) (?:\w+ )?(?:fees?|pric|rates?|charges)| (?:that|which) apply| applicable)|\b(?:the|your|any|its) (?:applicable|agreed|standard|existing|individual) (?:payment|pricing|billing|credit) terms\b/g
/** "Reservation changes and cancellation policy": a policy on changes of a booking, and no change of a policy. */
const POLICY_ON_CHANGES =
  /\b(?:reservation|booking|order|itinerary|schedule|flight|ticket|appointment|date|name|address)s? (?:changes?|modifications?|amendments?)(?:,? (?:and|or|and\/or) [a-z-]+)? (?:polic(?:y|ies)|rules|conditions|terms)\b/g
/** How terms name others in passing: that is no change of theirs. */
const AS_AMENDED =
  /\b(?:referred|referenced|linked|listed|posted|incorporated)\b[^.;]{0,60}\bas (?:may be |they may be |it may be )?(?:amended|updated|modified|changed)\b[^.;]{0,20}from time to time/g

/** Whether a sentence speaks of a change of the document itself. */
export const isOwnChange = ofSentence(({ folded }) =>
  OWN_CHANGE.test(folded.replace(AS_AMENDED, '').replace(PRICE_TERMS, 'prices').replace(POLICY_ON_CHANGES, 'policy')),
)
