/**
 * The words by which rules are told that settle how a contract comes about, how it is closed off, and how disputes and
 * claims of others under it are dealt with. Matched like those of `manner.ts`, for explanations alone.
 */
import type { Signal } from '../../../../core/signal.ts'

export const DISPUTE_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'legal-fees':
    /\bprevailing party\b|\bparty prevailing\b|\b(?:recover|award(?:ed)?)\b[^.;]{0,60}\b(?:attorneys?'?s?'?|legal) (?:fees|costs)\b/,
  subcontracting:
    /\b(?:hire|use|engage|appoint)s? (?:\w+ )?sub-?contractors?\b|\bdelegate our\b|\bperformed by subcontractors\b/,
  'statutory-rights':
    /\bstatutory rights\b|\brights? (?:that|which) (?:cannot|can't|may not) be (?:limited|excluded|waived)\b/,
  'provider-named':
    /\b(?:is|are) (?:owned|operated|published|provided|offered)(?: and \w+)?(?: to you)? by\b|\bis the (?:owner|publisher|operator) of\b|\bpublic company\b|\b\w+ corporation \(/,
  'terms-amended':
    /\b(?:term|section|clause|paragraph)s?\b[^.;]{0,60}\bis (?:hereby )?(?:changed|amended|deleted|replaced)\b/,

  'contract-start':
    /\b(?:enters?|come into|comes into|put into) (?:into )?(?:force|effect)\b|\btakes? effect\b|\b(?:become|becomes|are|is) effective (?:on|as of|upon|when)\b|\bdeemed (?:to be )?accepted\b|\baccepted as soon as\b|\bis concluded as soon as\b|\byou (?:form|enter|conclude) (?:into )?a (?:\w+ )?(?:contract|agreement)\b[^.;]{0,60}\b(?:when|once|upon|by)\b|\bcontract\b[^.;]{0,80}\b(?:arises?|formed|concluded|comes? about)\b|\b(?:subscription|agreement) is made upon\b/,
  'must-agree':
    /\b(?:must|need to|have to|required to) (?:first |thoroughly )?(?:\w+ and )?(?:agree|accept)\b|\bafter you have agreed\b|\b(?:subject to|condition\w* (?:of|on|upon)) (?:your )?acceptance\b|\bplease read and agree\b|\b(?:must|require\w*|need to|have to)\b[^.;]{0,80}\b(?:read|review|explanations)\b[^.;]{0,80}\b(?:and|then) (?:agree|accept)|\bmust (?:also )?agree to (?:these|the) terms\b/,
  'entry-conditions':
    /\b(?:only|exclusively)\b[^.;]{0,60}\b(?:residents?|persons?|users?|companies|corporations|individuals)\b|\bmust (?:meet|satisfy)\b[^.;]{0,60}\b(?:criteria|requirements|conditions)\b|\b(?:add|set) conditions for use\b|\blimiting their use to\b|\bnot already restricted\b|\bmust be a real\b|\bdesigned for use by\b|\bordinarily resident outside\b/,
  'adult-consents':
    /\b(?:adult|(?<!\bas a )parent|guardian)\b[^.;]{0,20}\b(?:agrees?|agreed|authority)\b[^.;]{0,30}\b(?:on your behalf|to act|to be bound)\b|\badult with authority\b/,
  'for-somebody-else':
    /\b(?:on behalf of|as (?:an )?agent for)\b[^.;]{0,40}\b(?:another (?:person|individual|user)|other person)\b|\bthird party on whose behalf\b|\bon the behalf of your (?:\w+ )?(?:child|student|minor)/,
  'offline-signature':
    /\b(?:(?:be|is) (?:\w+ )?signed (?:by|in)|signed in (?:writing|counterparts)|(?:electronic|digital|handwritten|e-)(?: \w+)? ?signatures?|signatures? (?:of|by|page|block)|counterparts|executed (?:by|in)|executing a)\b/,

  'claim-notice':
    /\bnotice of (?:arbitration|dispute|claim|intent)\b|\bwritten notice of (?:the |a |any |its )?(?:dispute|claim)\b|\bclaimant notices?\b|\bsend (?:us |a |an )?(?:\w+ ){0,2}?(?:letter|notice)\b[^.;]{0,80}\b(?:dispute|arbitrat\w*|claim)\b/,
  'hearing-rules':
    /\bhearings?\b[^.;]{0,60}\b(?:take place|conducted|held|by (?:video|telephone))|\b(?:sole|single|one) (?:\w+ )?arbitrator\b|\barbitrators? (?:will|shall|may|must) (?:be|issue|have|also|decide|award)\b|\barbitration (?:will|shall|may) (?:be )?(?:conducted|administered|take place)\b|\badministered by\b/,
  'arbitration-announced':
    /\barbitration notice\b|\bfollowing mandatory arbitration\b|\bread this\b[^.]{0,160}\bwill arbitrate\b|\bprovisions of the\b[^.;]{0,80}\bapply to these\b[^.;]{0,80}\barbitration provision|\bnotice regarding arbitration\b|\b(?:contains?|including|includes?|review|read)\b[^.]{0,120}\b(?:arbitration (?:agreement|clause|provision)|agreement to arbitrate|binding arbitration)\b/,
  'court-kept':
    /\b(?:each|both)\b[^.;]{0,20}\bretain the right to seek (?:injunctive|equitable)|\bexceptions?\b[^.]{0,120}\bsmall claims court\b|\b(?:nothing|not|never)\b[^.]{0,80}\b(?:require[sd]?|waive|preclude|limit)\b[^.]{0,120}\b(?:arbitrat\w+|courts?|injunctive|agenc(?:y|ies))\b|\b(?:disputes?|claims?) (?:that |which )?(?:is|are|isn't|aren't|not)(?: not)? (?:subject to arbitration|arbitrable)\b/,
  'mediation-named': /\bmediat\w+/,
  'internal-complaints':
    /\bcomplaint[- ]handling\b|\binternal complaints?\b|\bcomplaints?\b[^.;]{0,60}\b(?:contact|sent|address\w*|submit|help cent|support)\b/,
  'dispute-body':
    /\bonline dispute resolution\b|\balternative dispute (?:resolution|settlement)\b|\bdispute (?:resolution|settlement) bod(?:y|ies)\b|\bout-of-court\b(?! (?:settlement|solution)s?\b(?! (?:bod|proce)))|\bombuds\w+/,
  'between-users':
    /\b(?:conflicts?|disputes?)\b[^.;]{0,60}\b(?:between (?:the )?(?:users?|members?|carrier|buyers?|guests?|hosts?|you and (?:any|another|other))|with other users)\b/,
  'arbitration-named': /\barbitrat\w+/,
  'arbitration-secret': /\bconfidential\w*\b[^.]{0,160}\barbitrat\w+|\barbitrat\w+\b[^.]{0,160}\bconfidential\w*/,
  'award-effect':
    /\b(?:arbitration |arbitral |arbitrator's )?award\b[^.;]{0,120}\b(?:final|binding|entered|enforced|apply only|precedent|confirm\w*)/,

  'arbitration-agreed':
    /\b(?:disputes?|claims?|controvers\w+|differences)\b[^.]{0,320}\b(?:settled|resolved|decided|determined|submitted|go)\b[^.;]{0,60}\barbitrat|\b(?:agree|required|requires?) (?:\w+ ){0,6}?to (?:final\b|binding\b|submit|arbitrate|resolve|settle|follow)[^.]{0,320}\barbitrat|\b(?:agree|agrees|required|requires?) (?:[\w.,]+ ){0,6}?to arbitrate\b|\barbitration (?:terms|agreement|provisions?)\b[^.;]{0,60}\b(?:apply|applies) to\b|\barbitration\b[^.;]{0,40}\b(?:rather than|instead of) in court\b|\bagree to (?:final|binding)[^.;]{0,40}arbitration\b/,
  'dispute-clause-falls':
    /\b(?:unenforceable|invalid|precludes enforcement)\b(?:[^.]|\.(?=\d)){0,240}\b(?:null and void|severed|courts?|jurisdiction|arbitrat\w+)\b/,
  'dispute-clause-changed':
    /\breject (?:the|such|any|that) change\b|\b(?:changes?|modif\w+|update\w*)\b[^.;]{0,40}\b(?:to|of) (?:this|the) (?:arbitration|dispute|agreement to arbitrate)/,
  'neither-party':
    /\b(?:neither|no) party\b|\bneither (?:of us|[\w.]+ nor)\b|\ba party (?:is|shall be) (?:released|excused|not)\b/,
  'protects-reader':
    /(?<!\b(?:you|customer|user|merchant|publisher|licensee)s? (?:\w+ ){0,4}?)\b(?:defend|indemnify|hold)\b(?:,? (?:and |or )?(?:\w+ ){0,2}?(?:defend|indemnify|hold))*,? (?:harmless )?(?:the )?(?:customers?|you|subscribers?|licensees?|users?|merchants?)\b(?!')|\bindemnif\w+ obligations to (?:\w+ )?customers\b/,
  'infringement-remedy':
    /\b(?:modify|replace|procure|obtain)\b[^.;]{0,160}\b(?:non-?infring\w*|rights? (?:for \w+ )?to continue|infringing (?:service|portion|part)|continued use)/,
  'rights-claims':
    /\b(?:infring|violat|misappropriat)\w*\b[^.;]{0,80}\b(?:intellectual property|ip rights?|patents?|copyrights?|trade secrets?|third party rights)\b/,
  'indemnity-exclusions':
    /\b(?:excludes?|excluding|exclusions?)\b[^.;]{0,60}\bclaims?\b|\b(?:does|do|will|shall) not apply\b|\bno obligation\b[^.]{0,120}\b(?:arising|resulting|based|extent)\b|\bunless the claims?\b/,
  'indemnity-conditions':
    /\b(?:promptly|prompt|timely)\b[^.;]{0,30}\b(?:notif|notice|written)\w*|\b(?:reasonably|reasonable|fully) (?:co-?operat|assist)\w*|\b(?:sole|exclusive|full)(?: and exclusive)? (?:control|authority)\b/,
  'indemnity-cap':
    /\bindemn\w+\b[^.;]{0,60}\b(?:limited to|not exceed|up to)\b|\b(?:total|maximum|aggregate)\b[^.;]{0,60}\b(?:indemn\w+|liability)\b/,
}
