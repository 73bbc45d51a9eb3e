/**
 * The words by which the main rule of a passage is told from a word that it only brushes: on services of others, texts
 * that count, licences to content, removals, notices, results and courts. Matched like those of `manner.ts`, for
 * explanations alone.
 */
import type { Signal } from '../../../../core/signal.ts'
import { WE } from './manner.ts'

const OTHERS =
  "(?:third[- ]part(?:y|ies)|other (?:\\w+,? (?:and |or )?){0,2}?(?:sites?|websites?|services?|compan(?:y|ies)|part(?:y|ies)|providers?|platforms?)|(?:linked|those|such|these) (?:\\w+[- ]){0,2}?(?:sites?|websites?|services?|sources?|compan(?:y|ies)|providers?|resources)|other companies' \\w+|that company|landlords?|bot developers?|non-[\\w-]+ (?:services?|websites?)|partners?|app data)"
const DECLINES =
  "(?:not (?:be |in any way |be held )?(?:\\w+ )?(?:responsible|liable)|(?:isn't|aren't) (?:responsible|liable)|no (?:\\w+ )?(?:responsibility|liability|liabilities)|not have any (?:responsibility|liability)|(?:assumes?|accepts?|takes?|bears?|disclaims?) (?:no|any|all) (?:\\w+ )?(?:responsibility|liability)|not (?:assume|accept|bear) (?:any )?(?:responsibility|liability)|cannot be (?:held )?(?:responsible|liable)|impossible for us)"
const TERMS =
  '(?:terms(?: of (?:use|service)| and conditions)?|agreement|policy|notice|statement|conditions|addendum|guidelines|rules|baa)'

export const GIST_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  'others-disclaimed': new RegExp(
    `\\b${DECLINES}\\b[^.]{0,200}\\b${OTHERS}|\\b${OTHERS}[^.]{0,160}\\b${DECLINES}|\\b${OTHERS}[^.]{0,200}\\.[^.]{0,120}\\b${DECLINES} (?:\\w+ ){0,3}?(?:for|or liable for) (?:\\w+ )?(?:their|them|the (?:content|practices|privacy|acts))`,
  ),
  'others-connected':
    /\b(?:connect|integrat|enabl|authori[sz]|install|add|link)(?:s|e|es|ed|ing)?\b[^.]{0,160}\b(?:third[- ]party|third parties|google|bots?|mcp|other (?:services|apps)|apps?|accounts?|applications?|integrations?)\b[^.]{0,300}(?:\.[^.]{0,120})?\b(?:access|exchang\w*|retriev\w*|sends?|sync\w*|shar\w+|receiv\w*|collect\w*|process\w*|synchroni\w+|basic data|read and write)\b|\bthird[- ]party (?:apps?|applications?|bots?|integrations?|services)\b[^.]{0,120}\b(?:ask for permission|access (?:to )?your|send(?:ing)? (?:some of )?your)|\bsending some of your data\b|\brequest access to the following\b/,
  'others-interwork':
    /\b(?:inter-?opera\w+|integrat\w+)\b[^.;]{0,60}\b(?:with|third|weixin|services?)\b|\buse the service with\b|\bthird[- ]party developers\b/,
  'others-terms':
    /\b(?:third[- ]part(?:y|ies)|providers?|partners?|apple|google|compan(?:y|ies)|distributors?|social media|reseller|other sites|each part(?:y|ies))\b[^.]{0,160}\b(?:terms|polic(?:y|ies)|agreements?|licen[sc]es?|rules|procedures)\b|\b(?:subject to|governed by|agree(?:ing)? to)\b[^.;]{0,60}\b(?:[a-z]+'s|their|[a-z]+ (?:privacy|terms)|licensed application)\b/,
  'store-clause':
    /\b(?:not|and not)\b[^.;]{0,24}\b(?:apple|google)\b|\b(?:apple|google|app ?store)\b[^.;]{0,60}\bno (?:such )?(?:responsib|obligation|warrant|liab)\w*|\bapp ?store provider\b|\bios device\b[^.]{0,80}\b(?:section|terms)\b/,
  'others-content-main':
    /^[\s\S]{0,160}\b(?:third[- ]party content|content (?:from|of|provided by) (?:others|other users|third parties)|reviews and (?:visitor )?photos)\b/,
  'links-main':
    /^[\s\S]{0,420}\b(?:links? (?:directly )?to|linked (?:sites?|websites?|by)|hyper-?links?|third[- ]party (?:web ?sites?|sites?|links?)|other (?:web ?sites?|companies' websites)|externally-pointing links)\b/,
  'others-rely': new RegExp(
    `\\b${WE} (?:\\w+ )?rel(?:y|ies) on (?:a )?(?:third[- ]part(?:y|ies)|google|microsoft|\\w+ llc)|\\bmay rely on\\b|\\bcompatible with\\b[^.;]{0,60}\\bthird[- ]part|\\badd\\b[^.;]{0,60}\\bthird[- ]party apps\\b|\\bdigital storefronts?\\b`,
  ),
  'payment-by-others':
    /\b(?:payments?|transactions?)\b[^.]{0,120}\b(?:processed|handled|provided|performed|carried out|collected|made|facilitated|managed)\b[^.]{0,60}\b(?:by|through|via|with|using)\b[^.]{0,60}\b(?:third[- ]part|processors?|providers?|stripe|paypal|adyen|klarna)|\b(?:use|uses|using|employ|engage)\b[^.;]{0,60}\b(?:stripe|paypal|adyen|payment (?:service )?(?:processors?|providers?))\b|\b(?:stripe|paypal|adyen|payment (?:service )?(?:processors?|providers?))(?:'s)?\b[^.;]{0,60}\b(?:terms|agreement|policy|services)\b|\brel(?:y|ies) on (?:\w+ )?payment providers\b|\bpayment partners\b|\bpay (?:\w+ )?amounts? to the reseller\b|\bterms with our external payment\b/,
  'parts-of-others':
    /^[\s\S]{0,500}?(?:\b(?:includ|contain|us|incorporat|distribut|provid|accompan|require|embed)\w*\b[^.;]{0,80}\b(?:open[- ]source|third[- ]party (?:software|components?|libraries|technolog\w+|digital rights)|software components)\b|\b(?:open[- ]source|third[- ]party) (?:software|components?|libraries|code|materials)\b[^.;]{0,120}\b(?:licen[sc]e|subject to|governed|provided|terms))/,

  'claim-barred':
    /\b(?:permanently|forever|otherwise,?|be|is|are|deemed) (?:\w+ )?(?:barred|waived|lost|forfeited|time-barred)\b|\bno longer have the right to assert\b/,
  'false-notice': /\bknowingly (?:and )?(?:materially )?misrepresent\w*[^.]{0,400}\b(?:liable|damages)\b/,
  'courts-alone':
    /\b(?:exclusive(?:ly)?|sole(?:ly)?) (?:\w+ )?(?:jurisdiction|venue|in the (?:\w+ )*courts?)|\bexclusive\b[^.]{0,60}\bcourts?\b|\bcourts?\b[^.]{0,80}\bexclusive|\bexclusively\b[^.]{0,140}\bcourts?\b|\bexclusive (?:legal )?place of jurisdiction\b|\b(?:must|shall|may only) be brought in\b[^.]{0,80}\bcourts?\b|\bnot commence or prosecute\b/,
  'courts-elsewhere':
    /\b(?:jurisdiction and venue|disputes?|actions?|law)\b[^.]{0,80}\b(?:described|stated|set (?:out|forth)|specified|provided) in section\b|\bresolved\b[^.;]{0,40}\bin accordance with section\b|\bsee our\b[^.]{0,80}\bresolve disputes\b|\bgoverned by the governing laws\b|\bgoverned by\b[^.;]{0,60}\b(?:governing law|law and jurisdiction|jurisdiction|choice of law)\b[^.;]{0,60}\bprovisions?\b|\b(?:law|jurisdiction)\b[^.;]{0,60}\b(?:stipulated|set out|specified|provided|stated|chosen) in the (?:\w+ )?(?:agreement|terms|contract)\b|\b(?:choice of law|governing law|venue)\b[^.;]{0,60}\bprovisions? of\b|\b(?:same|that) (?:law|courts?|jurisdiction)s?\b[^.;]{0,30}\bas the (?:\w+ )?(?:agreement|terms|contract)\b/,
  'on-notice':
    /\b(?:notices?|notifications?|claims?|complaints?|reports?|objections?)\b[^.]{0,200}\b(?:remov|disabl|delet|respond)\w*|\b(?:remov|disabl|delet|respond)\w*\b[^.]{0,160}\b(?:notices?|notifications?|claims?|complaints?|objections?)\b/,
  'counter-objection': /^[\s\S]{0,260}\b(?:counter[- ]?(?:notice|notif\w+)|dispute (?:a|the) (?:copyright )?notice)/,
  'infringement-route':
    /\b(?:infring\w+|copyright|violation of (?:a |your )|unauthori[sz]ed posting|intellectual property)\b[^.]{0,260}(?:\.[^.]{0,160})?\b(?:please|report(?:ed)?|form|notify|contact|follow the (?:procedures?|process|instructions)|submit (?:a|your) (?:notice|claim|complaint|request)|send|filing|email|e-mail)\b/,
  'accuracy-denied':
    /\b(?:not|n't|no|neither|without|disclaims?|never|cannot)\b[^.;]{0,120}\b(?:guarante\w+|warrant\w*|represent\w*|assur\w+|promise)\b[^.]{0,200}\b(?:accura\w+|correct\w*|complete\w*|reliab\w+|error-free|results?|quality|current)\b|\bnot (?:tested|verified)\b/,

  'report-outcome': new RegExp(
    `\\b(?:${WE}|team|moderators?|staff)\\b[^.]{0,80}\\b(?:will|may|can(?:not|'t)?|do|take|then)\\b[^.]{0,60}\\b(?:review|investigat|respond|assess|determine|look into|act on|examine|evaluate|reply)\\w*|\\bafter (?:you|they|we) (?:make|receive|provide)\\b[^.;]{0,40}\\b(?:report|notice|flag)|\\breports?\\b[^.;]{0,40}\\b(?:are|is|will be) (?:\\w+ )?(?:reviewed|investigated|confirmed|handled)|\\bflag\\w* (?:will be|is) (?:visible|removed)`,
  ),
  'report-offered':
    /\b(?:can|may|should|please|to|possible to|be) (?:\w+ )?(?:report(?:ed|ing)?|flag(?:ged)?|notify us)\b|\breport(?:ing)? (?:abuse|content|violations?|inappropriate|suspected|a user)\b|\bway to report\b|\bmake reports? on\b|\breporting (?:such )?(?:content|tools|function)|\bplease (?:tell|email|contact) us\b|\breporting inappropriate\b/,
  'removal-at-will':
    /\b(?:discretion|for any reason|no reason|any manner that we)\b[^.;]{0,160}\b(?:remov|delet|refus|reject|screen|edit|restrict|disabl|block|tak(?:e|ing) down)\w*|\b(?:remov|delet|refus|reject|screen|edit|restrict|disabl|block|tak(?:e|ing) down)\w*\b[^.;]{0,160}\b(?:discretion|for any reason|no reason|any manner that we)\b/,
  'removal-groundless':
    /(?:^|[.:;/>] )(?![^.;]{0,300}\b(?:violat\w*|breach\w*|infring\w*|comply|opinion|if|unlawful)\b)[^.;]{0,200}\b(?:remov|delet|refus|reject|screen|edit|reformat)\w*[^.;]{0,160}\b(?:discretion|any reason|no reason|any manner that)\b/,
  'account-measures':
    /\b(?:suspend|ban|bann|block|terminat|warn|admonish|restrict|limit|clos|disabl|remov)\w*\b[^.;]{0,80}\b(?:accounts?|users?|members?|login|ability to|your access|usernames?)\b|\baccounts?\b[^.;]{0,80}\b(?:suspend|ban|bann|block|terminat|limit|restrict|clos|disabl)\w*|\blegal action against users\b|\binvestigate your legal liabilit|\bmisconducts? published\b/,
  'automated-review':
    /\b(?:automated|automatic)\b[^.;]{0,40}\b(?:moderation|review|detection|tools|means|systems?|content analysis)\b|\bhuman moderation\b|\btechnology and human\b|\bmonitor (?:and|content|compliance)\b|\bmoderators?\b[^.;]{0,40}\b(?:check|review|look)\b|\b(?:we|team|staff) (?:may|can|reserve the right to|have the right to|will) (?:\w+ )?(?:monitor|review|investigate|screen|browse|check)\b/,
  'content-marked':
    /\b(?:mark|label|tag|class|rat)(?:ed|ing|s|ify|e)?\b[^.;]{0,60}\b(?:mature|sensitive|adult|nsfw|explicit|ai[- ]generated|ages?)\b|\b(?:mature|sensitive|nsfw) content\b|\b(?:mature|sensitive|nsfw)\b[^.;]{0,40}\b(?:label|mark|tag)\w*|\bclassification result\b/,
  'content-removed':
    /\b(?:remov|delet|disabl|restrict|refus|reject|revers|revert|hid|limit|block|screen|edit|tak(?:e|en|ing) down)\w*\b[^.;]{0,80}\b(?:content|posts?|postings|material|contributions?|comments?|submissions?|listings?|uploads?|images?|covers?|videos?|extension|groups?|subject matter)\b|\b(?:content|posts?|postings|material|contributions?|comments?|submissions?|listings?|uploads?|images?|videos?|extension|groups?)\b[^.;]{0,80}\b(?:remov|delet|disabl|restrict|refus|reject|hidd|limited|block|taken down)\w*|\baction (?:on|against) (?:that |the |user |your )*content\b|\bremove it\b/,

  'submits-stays-own': new RegExp(
    `\\byou (?:\\w+ ){0,2}?(?:own|keep|retain|hold|reserve)\\b[^.;]{0,80}\\b(?:rights?|ownership|content|copyright|title|create|inputs?|data|stuff|intellectual)\\b|\\b(?:customers?|users?|client|company|author|seller)s? (?:\\w+ ){0,4}?(?:owns?|retains?|keeps?|holds?|retaining)\\b[^.;]{0,80}\\b(?:rights?|ownership|title)\\b[^.;]{0,80}\\b(?:data|content|submissions?|contributions?|materials?|stuff|story)\\b|\\b${WE} (?:do(?:es)?(?: not|n't)|never|make no) (?:\\w+ )?(?:claim|own|assert)\\b[^.;]{0,60}\\b(?:ownership|rights?|content|materials?|stuff)\\b|\\bnot (?:claim|own)\\b[^.;]{0,40}\\b(?:ownership|rights? in)\\b[^.;]{0,40}\\b(?:content|stuff|data)|\\b(?:content|data|submissions?|contents|materials?|copyrights?)\\b[^.;]{0,120}\\b(?:remains? (?:yours|the (?:sole )?property of (?:the )?(?:person|user|customer|you))|(?:still )?belongs? to (?:you|the (?:client|customer|user|author))|stays? yours|(?:remains?|is) (?:your|the) property)|\\bnot relinquish\\w*[^.;]{0,40}\\b(?:ownership|rights)\\b|\\bremain\\b[^.;]{0,60}\\bthe property of the person who\\b|\\byour ownership of your content\\b`,
  ),
  'content-usable': new RegExp(
    `\\b${WE} (?:and our users )?(?:may|can) (?:access and |retain and |continue to )?(?:use|show|display|host|store|reproduce)\\b[^.;]{0,60}\\b(?:your|customer|user|the) (?:\\w+ )?(?:content|data|api|submissions?|materials?|stuff)|\\byou (?:give|grant) (?:us|we|[\\w.]+) permission|\\bconsent\\b[^.;]{0,40}\\bto our use\\b|\\bneed your permission\\b|\\blicen[sc]e to use your (?:content|data)\\b|\\buse (?:your|the) content worldwide\\b|\\b(?:you|customers?|client|users?|developer|seller|merchant|publisher|company) (?:\\w+ ){0,3}?(?:hereby )?grants?\\b|\\b(?:a|the|above|community|operational) licen[sc]e (?:to use|for other users|lasts|terminates)|\\byou agree that we can (?:store|use)\\b|\\bas a seller, you grant\\b`,
  ),
  'licence-to-improve':
    /\b(?:improv\w*|develop\w*|train\w*|enhanc\w*)\b[^.;]{0,80}\b(?:services?|products?|models?|technolog\w+|platform|engine)\b|\bimprove \w+\.$/,
  'licence-for-service':
    /\b(?:sole(?:ly)?|only|limited|necessary|required|needed|in order|purposes?|so that|connection with|enabl\w+|allow\w*|extent)\b[^.;]{0,120}\b(?:provid|operat|perform|deliver|maintain|run|mak(?:e|ing)|enabl|display|offer)\w*[^.;]{0,80}\b(?:services?|platform|websites?|site|product|obligations|available)\b|\bto (?:provide|operate|perform|deliver|enable) (?:and \w+ )?(?:you )?(?:with )?(?:the|our|your) (?:\w+ )?(?:services?|platform|site|app|plugin)\b/,

  'terms-govern': new RegExp(
    `\\bterms and conditions that govern\\b|^it applies to your use\\b|\\bthese are the (?:[\\w-]+ ){0,3}?terms\\b|\\b(?:are|is) an agreement between\\b[^.]{0,160}\\bgoverns?\\b|\\b(?:this|these|our|the) (?:[\\w'.]+ ){0,5}?${TERMS}\\b(?: \\([^)]{0,80}\\))?,? (?:(?:will|shall|also|only|together) )?(?:govern|appl(?:y|ies)|cover|sets? (?:out|forth)|describ|explain|is a legally|are a legally|constitutes? a)\\w*|\\b(?:this|each) (?:sub)?section (?:\\w+ )?(?:applies|apply|covers)\\b|\\b(?:governed by|subject to) (?:this|these) (?:\\w+ ){0,3}?${TERMS}\\b|\\byour use of\\b[^.]{0,300}\\b(?:is|are) (?:subject to|governed by) (?:these|this|the following)\\b`,
  ),
  'entire-first':
    /^[\s\S]{0,160}\b(?:entire|complete|whole|exclusive) (?:and \w+ )?(?:\w+ ){0,2}?(?:agreement|understanding|contract)\b/,
  'texts-joined':
    /\b(?:terms|agreement|policy|policies|guidelines|rules|notices?|statement|conditions)\b[^.]{0,160}\b(?:incorporat(?:e|es|ed|ing)\b|forms? (?:an? )?(?:integral )?part of (?:these|this|the|our) (?:\w+ ){0,2}?(?:terms|agreement|contract)|(?:integral|made a) part of (?:these|this|the))|\b(?:incorporat\w+)\b[^.]{0,80}\b(?:terms|polic(?:y|ies)|guidelines)\b/,
  'own-terms-for-case':
    /^[^.:]{3,60}\b(?:terms|policy|guidelines|requirements|standards)(?: of use)?: |\bvisit our (?:\w+ ){1,4}agreement\b|\b(?:see|refer to|read|visit|find|found in|set out in|subject to|governed by|in accordance with|pursuant to)\b[^.;]{0,80}\b(?:separate|specific|supplement\w*|applicable|additional|respective|those particular|other|schedule|exhibit|following) (?:[\w']+ ){0,4}?(?:terms|polic(?:y|ies)|notices?|statements?|agreements?|guidelines|[a-z])\b|\bspecific terms and policies\b|\bterms specified here\b|\bsupplemental (?:\w+ )?(?:terms|statements|notices)\b|\b(?:business|enterprise|seller|developer|customer) (?:terms|agreement)\b/,
  'rules-followed':
    /\b(?:must|shall|will|agree to|required to|you may not)\b[^.]{0,120}\b(?:comply with|abide by|follow|adhere to|consistent with|in breach of|subject to|accordance with)\b(?! (?:this|these)\b)[^.;]{0,80}\b(?:polic(?:y|ies)|guidelines|rules|code of conduct|standards|agreement|requirements)\b|\b(?:community )?guidelines apply to\b|\byou are subject to our\b/,
}
