/**
 * The words by which the subjects of rules about people and content are told: accounts, forbidden conduct, children,
 * complaints, secrecy, a provider's own rights, AI, authorities, other companies and promises of quality. Matched like
 * those of `manner.ts`, for explanations alone.
 */
import type { Signal } from '../../../../core/signal.ts'
import { WE } from './manner.ts'

const A_CHILD = '(?:child(?:ren)?|minors?|under|younger|anyone|persons?|individuals|people)'

export const CONDUCT_PATTERNS: Readonly<Partial<Record<Signal, RegExp>>> = {
  credentials:
    /\bpasswords?\b|\bcredentials?\b|\blog-?in (?:details|information|data)\b|\bauthentication (?:information|data|details|credentials)\b|\b(?:api|access|secret) keys?\b|\busernames?\b|\baccess codes?\b/,
  'kept-secret':
    /\b(?:passwords?|credentials?|log-?in|keys?|usernames?|account)\b[^.]{0,120}\b(?:confidential\w*|secure(?:ly)?|security|safe(?:guard\w*|ly)?|secret|protect\w*|unauthori[sz]ed|disclos\w+)\b|\b(?:confidential\w*|secur\w+|safe(?:guard\w*|ly)?|secret|protect\w*)\b[^.]{0,80}\b(?:passwords?|credentials?|log-?in|keys?|usernames?)\b/,
  'no-sharing':
    /^(?:\(?\w\)?\.? )?sharing (?:your|an) account with\b|\baccounts?\b[^.;]{0,60}\bmay not (?:be shared|transfer|lease)|\b(?:not|never|cannot)\b[^.;]{0,80}\b(?:share|sell|transfer|lend|disclose|allow|permit|give)\b[^.;]{0,80}\b(?:accounts?|passwords?|credentials?|keys?|username)\b|\b(?:account|credentials?|password)s?\b[^.;]{0,80}\b(?:not be shared|cannot be (?:shared|transferred)|designated individual only)\b/,
  'true-details':
    /\b(?:accurate|complete|current|true|truthful|correct|up[- ]to[- ]date)\b[^.;]{0,60}\b(?:information|details|data|contact)\b|\b(?:information|details|data)\b[^.;]{0,80}\b(?:is|are|be|being|remains?|keep|kept)\b[^.;]{0,50}\b(?:accurate|complete|current|true|truthful|correct|up[- ]to[- ]date)\b/,
  'answers-for-all':
    /\b(?:responsible|liable|responsibility) for (?!ensuring)(?:all |any |every |the )?(?:\w+ ){0,3}?(?:activit\w+|actions?(?! included)|conduct|anything|everything)\b|\b(?:responsible|liable|responsibility) for (?:all|any|every|the) (?:\w+ ){0,2}?(?:uses?|access)\b[^.;]{0,40}\baccounts?\b/,
  'report-misuse':
    /\b(?:notify|inform|tell|contact|alert)\b[^.;]{0,60}\b(?:immediately|promptly|at once|without delay|as soon)\b|\b(?:immediately|promptly) (?:notify|inform|contact)\b|\bnotify (?:us|we)\b[^.;]{0,80}\b(?:unauthori[sz]ed|lost|stolen|compromis\w+|breach)/,
  'content-warranty':
    /\b(?:represent|warrant|guarantee|confirm|ensur|affirm|must have|promise)\w*\b[^.;]{0,160}\b(?:rights?|licen[sc]es?|permissions?)\b(?! of (?:others|any third))[^.]{0,160}\b(?:content|inputs?|materials?|submissions?|prompts|text|stories|videos?)\b|\b(?:content|inputs?|materials?|submissions?)\b[^.;]{0,160}\b(?:not|nor|never)\b:? (?:\(\w+\) )?(?:\w+,? ){0,5}?(?:infring|misappropriat)\w*|\b(?:content|inputs?|materials?|submissions?)\b[^.;]{0,200}\byou (?:own|have|have acquired) (?:\w+ ){0,2}?(?:the )?(?:necessary |all |appropriate |sufficient )*(?:rights|permissions)\b|\byou (?:own|have|have acquired|are the owner of) (?:\w+ ){0,2}?(?:the )?(?:necessary |all |appropriate |sufficient )*(?:rights|permissions)\b[^.;]{0,80}\b(?:content|inputs?|materials?|submissions?)\b|\byou are the (?:creator|owner)\b[^.;]{0,80}\b(?:content|rights?)\b|\bmust not post\b[^.;]{0,60}\bcontent if you are not the owner\b/,
  'own-content':
    /\b(?:solely|entirely|fully) responsible for (?:all |any |the |your |such )*(?:\w+ ){0,3}?(?:content|inputs?|submissions?|data|posts?|materials?)\b|\bbear all liability\b[^.;]{0,60}\bcontent\b/,
  'disclose-ads':
    /\bbranded content\b|\bsponsored (?:content|posts?|videos?|streams?)\b|\bposts?\b[^.;]{0,60}\bsponsored\b|\bdisclos\w+\b[^.;]{0,120}\b(?:compensation|paid|sponsor\w*)\b|\bin (?:return|exchange) for (?:any )?(?:payment|compensation|something of value)\b|\bendorsements?\b[^.;]{0,80}\b(?:disclos|ftc|guid)\w*|\bpaid partnerships?\b|\bmaterial connection\b/,
  bribery:
    /\bmoney[- ]laundering\b|\bbriber\w+|\banti-?corruption\b|\bcorrupt (?:practices?|payments?|dealings)\b|\bterrorists? financing\b/,
  takeover:
    /\b(?:administrators?|organi[sz]ation|employer|domain|customer)\b[^.;]{0,120}\b(?:convert|take over)\b[^.;]{0,60}\baccounts?\b|\baccounts? (?:take-?over|conversion)\b|\baccounts?\b[^.;]{0,80}\bunder (?:\w+'s|your organi[sz]ation's) control\b/,
  'one-account':
    /\bone (?:\w+,? )?(?:\w+ )?account\b|\bmore than one (?:\w+ )?account\b|\b(?:multiple|duplicate)\b[^.;]{0,12}\baccounts\b|\bsingle account\b/,
  'own-privacy-notice':
    /\b(?:maintain|provide|post|publish|display|have and abide by|makes available)\b[^.;]{0,80}\bprivacy (?:policy|notice)\b|\byour (?:own )?privacy (?:policy|notice)\b|\b(?:necessary|required|all) privacy (?:disclosures|notices)\b|\bobtain (?:that|the|each|any) (?:other )?(?:person|individual|user|people)(?:'s|s')? consents?\b|\b(?:obtain|provid|given?|secur)\w*\b[^.;]{0,60}\b(?:consents?|notices?)\b[^.;]{0,120}\b(?:individuals|data subjects|end users?|users|persons|third part(?:y|ies)|personal data)\b/,
  'answers-for-users':
    /\b(?:responsible|liable|responsibility)\b[^.;]{0,40}\b(?:acts?|actions?|conduct|use|compliance|access|activit\w+|omissions?)\b[^.;]{0,50}\b(?:users?|members?|employees|personnel|affiliates|contractors|drivers)\b|\b(?:responsible|liable) for (?:all |any |your |its )*(?:authori[sz]ed |end[- ])?(?:users|team members|employees|personnel)\b|\b(?:ensur\w+|cause|procure|guarantee|require)\b[^.;]{0,40}\b(?:users?|team members?|employees|personnel|customers|affiliates|drivers|children)\b[^.;]{0,60}\b(?:compl(?:y|ies)|abide|adhere|conform|accept|observe|follow|bound|eligible|respected)\b|\bensur\w+\b[^.;]{0,60}\brespected by\b[^.;]{0,20}\busers?\b|\b(?:your|its) (?:\w+ )?(?:users?|team members?|employees|personnel)(?:'s?)?\b[^.;]{0,60}\b(?:comply|compliance|abide)\b/,
  'own-backup':
    /\bback(?:ing)?[- ]?ups?\b|\blocal cop(?:y|ies)\b|\bbusiness continuity\b|\bkeep(?:ing)? (?:your own )?copies\b/,
  'own-equipment':
    /\b(?:internet|devices?|hardware|equipment|mobile network)\b[^.;]{0,100}\b(?:responsib\w+|costs?|charges|fees|expense)\b|\b(?:responsib\w+|obtain\w*)\b[^.;]{0,100}\b(?:hardware|equipment|internet (?:access|connection)|devices?)\b|\bdevices\b[\s\S]{0,200}?\bown (?:\w+ and )?(?:responsibility|expense)/,
  cooperate:
    /\b(?:cooperate|co-operate|assist)\b[^.;]{0,100}\b(?:information|verify|compliance|audits?|investigat\w+)\b|\brequests? for information\b|\bprovide\b[^.;]{0,80}\b(?:reasonably requested|to (?:confirm|verify)|upon request)\b/,
  'licences-held':
    /\bpermits(?:,| and| or| for| required| necessary| that are)\b|\b(?:licen[sc]es|registrations|approvals|concessions)[^.;]{0,60}\bpermits\b|\b(?:any|all|every|each|a|business|work) permits?\b(?! (?:any|others?|third|users?|you|we)\b)|\b(?:legal|professional|necessary|relevant|related) qualifications?\b|\b(?:governmental?|business|professional|trade|driving|operating|euro|transport) licen[sc]es?\b|\bqualification (?:materials|certificat\w+)|\bregistered\b[^.;]{0,80}\b(?:tax authorities|(?:trade|commercial) register|governmental)\b|\blegally entitled to (?:form|rent|offer|provide|sell|operate)\b|\btechnical and professional requirements\b/,
  'good-service':
    /\b(?:professional manner|best interests? of the (?:passenger|customer|guest|buyer)|skill and care|quality of (?:the |your |its )?(?:services?|work|goods|items|\w+ users' experience))\b/,
  'least-data':
    /\bonly (?:request|collect|access|use)\b[^.;]{0,120}\b(?:data|permissions?|information|necessary)\b|\bdata minimi[sz]ation\b/,
  'offer-details':
    /\b(?:listings?|offers?|inventory|items?|products?|pricing|prices?|rates?|availability|rooms|descriptions?)\b[^.;]{0,120}\b(?:accura\w+|declar\w+|updat\w+|correct\w*|misleading|clearly explained|up[- ]to[- ]date)\b|\b(?:accurate|correct|misleading|truthful)\b[^.;]{0,60}\b(?:listings?|offers?|items?|prices?|descriptions?)\b/,
  'own-support': /\bcustomer support\b|\bsupport requests\b|\bsupport (?:or|and) maintenance\b/,
  'keeps-law':
    /\bcompl(?:y|iance|ies|ying)\b[^.;]{0,60}\b(?:laws?|legal|regulations?)\b|\bin accordance with (?:\w+ )?(?:all )?(?:applicable )?laws?\b|\blegally responsible\b/,

  'children-harm':
    /\b(?:csam|csae|child (?:porn\w*|sexual|abuse|exploit\w*|safety)|minors?|child(?:ren)?)\b[^.;]{0,80}\b(?:sexual\w*|exploit\w*|abus\w+|harm\w*|groom\w*|porn\w*|endanger\w*)\b|\b(?:sexual\w*|exploit\w*|abus\w+|harm\w*|groom\w*|porn\w*)\b[^.;]{0,60}\b(?:minors?|child(?:ren)?)\b|\bcsam\b/,
  'catch-all':
    /\bother (?:\w+ )?(?:acts?|actions?|conduct|activit\w+|purposes?|content|behaviou?r|reasons?)\b[^.;]{0,80}\b(?:deem\w*|inappropriate|determin\w*|judg\w+|consider\w*)|\bdeems? (?:to be )?(?:\w+ )?(?:inappropriate|unacceptable|objectionable)|\botherwise (?:objectionable|inappropriate)\b/,
  'exceptions-possible':
    /\b(?:grant|make) exceptions\b|\bexceptions?\b[^.;]{0,40}\bmay\b|\b(?:permitted|allowed|may)\b[^.;]{0,80}\b(?:provided that|only if|on condition|if you|as long as)\b|\bonly if:?$/,
  'ads-rules': /\bads?\b|\badvertis\w+|\binventory\b|\bpublisher(?:s|'s)?\b/,
  'data-misuse':
    /\b(?:personal|user|end user|account|customer|device|passenger's?) (?:data|information)\b|\bdata\b[^.;]{0,60}\bpassenger/,
  etiquette:
    /\bname-calling\b|\bpersonal attacks?\b|\bcivil(?:ity|ly)?\b|\bcourte(?:ous|sy)\b|\brespectful\w*|\bbe (?:kind|nice|polite)\b/,
  'off-platform':
    /\b(?:outside (?:of )?(?:the )?(?:platform|website|app|service)\b|other than through|exchange contact details|previously booked)\b/,
  'unauthorised-access':
    /\bother than (?:an )?authori[sz]ed\b|\bunauthori[sz]ed (?:users?|persons?|third part\w+)\b|\baccess\b[^.;]{0,40}\bby anyone\b/,

  'not-directed': new RegExp(
    `\\bnot (?:\\w+ ){0,2}?(?:directed|intended|designed|targeted|aimed|meant|offered|marketed|available|appropriate)\\b[^.;]{0,50}\\b${A_CHILD}\\b`,
  ),
  knowingly:
    /\b(?:do|does|will)(?: not|n't) (?:\w+ )?(?:knowingly|intentionally|solicit|collect)\b|\bnot (?:knowingly|intentionally)\b|\bno actual knowledge\b/,
  'deleted-if-found':
    /\b(?:learn|aware|discover|find out|become|notified|believe)\b[^.]{0,200}\b(?:delet|remov|eras|terminat|destroy)\w*|\b(?:delet|remov|eras)\w*\b[^.]{0,100}\b(?:child|minor|under)\w*/,
  'parental-consent':
    /\b(?:parents?|guardians?|legal representatives?)\b[^.;]{0,120}\b(?:consent\w*|permission|agree\w*|approv\w+|supervis\w+|authori[sz]\w+)\b|\b(?:consent|permission|supervision|agree|approval)\b(?![^.;]{0,40}\bnot by)[^.;]{0,60}\b(?:parents?|guardians?|legal representatives?)\b/,
  'age-stated':
    /\b(?:at least|under|over|below|aged?|ages|(?:older|younger|less) than|the age of|between|be|are|is|means) (?:the age of )?(?:\w+ \()?(?:1[0-9]|2[01]|thirteen|sixteen|eighteen)\b|\b(?:1[0-9]|2[01]|thirteen|sixteen|eighteen)\)? (?:years|or older|or over|and older|and over)\b/,
  'several-ages':
    /\b(1[0-9]|2[01]|thirteen|sixteen|eighteen)\b(?=[\s\S]*?\b(?!\1\b)(?:1[3-9]|2[01]|sixteen|eighteen) (?:years|or older|under|if|in\b))/,
  'adults-only':
    /\b(?:at least|over|must be|are|minimum age of)\b[^.;]{0,20}\b(?:18|eighteen)\b|\blegal age\b|\bage of (?:legal )?majority\b|\b18 years (?:of age|old|or older)\b/,
  schools: /\bschools?\b|\bstudents?\b|\bpupils?\b|\bferpa\b|\bclassrooms?\b/,
  'no-minor-sale':
    /\b(?:sell|sale|share|targeted advertising)\w*\b[^.]{0,160}\b(?:minors?|child(?:ren)?|under (?:the age of )?1[368]|less than 16|years of age)\b/,
  'age-check':
    /\bverif\w+\b[^.;]{0,60}\bages?\b|\bage[- ](?:verif|assur|estimat|check|gat)\w+|\bproof of (?:your )?age\b/,
  'minimum-age':
    /\b(?:at least|minimum age|exclusively)\b|\b(?:or|and) (?:older|over)\b|\bover (?:the age of )?1[0-9]\b|\bnot available to\b|\bnot allow (?:children|anyone|minors|persons)\b/,
  'child-directed':
    /\bchild-directed\b|\bdirected (?:at|to) (?:users|children|kids)\b|\bcovered by the children's online\b|\bmixed audience\b|\btarget\w* (?:users|people|children|kids|minors)\b[^.;]{0,20}\bunder\b/,
  'users-under-customer':
    /\b(?:customer|you|developer)s?\b[^.;]{0,60}\b(?:responsible|ensure|must)\b[^.;]{0,80}\b(?:users?|participants)\b/,

  'notice-contents':
    /\bsignature\b|\b(?:description|identification) of (?:the|a|each|where)\b|\bidentify the\b|\b(?:must|should|shall) include (?:all|the following|substantially|at least|your)\b|\b(?:must|should|shall) include:|\bfollowing (?:information|written information)\b|\bunder penalty of perjury\b|\b(?:your statement|statement by you)\b|\bi have a good faith belief\b/,
  perjury: /\bknowingly (?:and )?(?:materially )?misrepresent\w*|\b512\(f\)|\bfalse (?:notif|claim|statement)\w*/,
  'counter-notice':
    /\bcounter[- ]?(?:notice|notif\w+)|\bput back\b|\bmistake or misidentification\b|\baccept service of process\b|\bconsent\w* to the jurisdiction\b|\bdispute a (?:copyright )?notice\b/,
  'repeat-infringer': /\brepeat(?:ed(?:ly)?)? (?:\w+ )?infring\w*|\brepeatedly\b[^.;]{0,40}\binfring\w*/,
  'agent-address':
    /\b(?:copyright|designated|dmca) (?:\w+ )?agent\b|\bdmca\w*@|\bcopyright@|\bagent can be reached\b|\bplease (?:contact|notify|send|write)\b|\bdmca policy\b|\bnotify \w+ in accordance\b|\breport(?:ing)? form\b/,
  'notice-forwarded':
    /\b(?:shared?|forward\w*|provid\w+|disclos\w+|sent|send)\b[^.;]{0,100}\b(?:alleged infringer|lumen|accused|person who posted|the user|affected user|counter-?part)/,
  takedown:
    /\b(?:remov\w+|disabl\w+|delet(?:e|es|ing)|tak(?:e|ing) down|restrict\w*)\b[^.;]{0,80}\b(?:content|material|access|client data|infring\w+)/,

  'confidential-word': /\bconfidential\w*/,
  // What comes late in a long passage about something else is no more than an aside.
  'secrecy-early':
    /^[\s\S]{0,500}?(?:\b(?:keeps?|holds?|treats?|maintains?)\b[^.;]{0,160}?\bconfidential\b|\b(?:kept|held|treated|remains?|deemed|considered|are|is|be) (?!not\b)(?:[\w,'’-]+ ){0,3}?confidential\b|\b(?:ensure?|ensuring|maintain\w*|preserv\w*|protect\w*|observe|respect) (?:\w+ ){0,3}?confidentiality\b(?! (?:of your (?:account|password|log)|agreement))|\bdut(?:y|ies) of confidentiality\b)/,
  'not-confidential':
    /\bnot (?:be )?(?:treated|considered|deemed|regarded|held|kept)(?: as| to be| in)? confiden\w+|\bnon-?confidential\b|\bno (?:obligation|duty|expectation) of confidential\w*|\b(?:is|are) not confidential\b|\bno assurances?\b[^.;]{0,80}\bconfidential/,
  'confidential-means':
    /\bconfidential information"? (?:means|includes|shall mean|is defined|refers)\b|\((?:\w+,? ){0,3}"confidential information"\)|\bdefinition of "?confidential/,
  unreleased: /\bbeta\b|\bunreleased\b|\bpre-?release\b|\bpreviews?\b|\buntil officially\b/,
  'staff-secrecy':
    /\b(?:personnel|employees|persons employed|staff|persons? authori[sz]ed|workers)\b[^.;]{0,160}\bconfidential\w*/,
  compelled:
    /\b(?:required|compelled) (?:to (?:do so |disclose )?)?by (?:\w+ )?(?:law|applicable|court|regulation)|\bsubpoena\b|\bprotective order\b/,
  'need-to-know':
    /\bneed[- ]to[- ]know\b|\bneed to know\b|\bonly for the purpose\b|\bsame degree of care\b|\bconfidential information (?:only|solely) (?:to|for|in|as)\b|\bconfidential information\b[\s\S]{0,600}\buse it (?:only|solely)\b|\b(?:refrain from disclosing|avoid (?:the )?disclosure)\b|\bfor any purpose (?:outside|other)\b|\bexcept for the purpose\b/,
  'receiving-party': /\breceiving party\b|\brecipients?\b|\bother party\b|\beach party\b/,
  'terms-secret':
    /\b(?:terms|content|existence|conclusion) of (?:this|the) (?:agreement|contract)\b[^.;]{0,80}\bconfidential|\bnot to disclose the terms\b|\bterms\b[^.;]{0,40}\b(?:is|are) confidential\b/,
  'return-secrets':
    /\breturn or destroy\b|\breturn (?:all|any|the)\b[^.;]{0,60}\bconfidential|\bdestr(?:oy|uction)\b|\bdelete all\b[^.;]{0,60}\bconfidential information\b/,

  publicity:
    /\b(?:we|us|party|you (?:grant|agree|authori[sz]e|allow|permit|consent))\b[^.;]{0,80}\b(?:identify|list|refer to|include|use|name|display)\b[^.;]{0,80}\b(?:customers?|you|your|other party)\b[^.;]{0,100}\b(?:website|marketing|promotional|publicity|customer lists?|client|references?|publicly)\b|\bcustomer lists?\b|\bcase stud(?:y|ies)\b|\bpublicly announce\b|\bpublicity materials\b/,
  'feedback-taken':
    /\b(?:feedback|suggestions?|ideas)\b[^.]{0,200}\b(?:free(?:ly)?|unrestricted|own|assign|without|perpetual|royalty|licen[sc]e|any purpose)\b/,
  trademarks: /\btrade ?-?marks?\b|\blogos?\b|\bservice marks?\b|\bbrands?\b|\bcompany marks\b|\bsigns\b/,
  'licence-granted':
    /\byou (?:\w+ )?grant (?:to )?(?:us|we)\b|\byou grant \w+ a (?:\w+ )?right\b|\b(?:grants?|granted|granting|gives?|obtains?)\b[^.;]{0,200}\b(?:licen[sc]e|right to (?:access|use)|permission)\b|\blimited,? (?:[\w-]+,? ){0,6}?licen[sc]e to\b/,
  'personal-only':
    /\bnon-?commercial\b|\bpersonal(?:,| or| and)? (?:\w+ )?use\b|\binternal (?:business )?(?:or personal )?(?:use|purposes|operations|needs)\b|\bown personal (?:purposes|needs)\b|\bpersonal (?:or|and) (?:\w+ ){0,2}?internal\b|\buse .{0,30}\binternally\b/,
  revocable: /\brevocable\b|\brevoke\w*|\bterminable\b/,
  'notices-kept':
    /\b(?:retain|preserve|reproduce)\b[^.;]{0,50}\bnotices\b|\b(?:remov|alter|obscur|delet)\w*\b[^.;]{0,80}\b(?:notices?|legends?|attribution|marks)\b|\b(?:appropriately|properly) attribute\b|\battribution requirements?\b|\battribute the authors?\b|\bpowered by\b/,
  linking:
    /\blink(?:s|ing)? to (?:the|our|this)\b|\blinking permission\b|\bintegrate\b[^.;]{0,60}\bon (?:their|your) websites?\b|\bhyperlinks? on\b|\bembed\w*|\bframing\b|\biframe\w*/,
  derivative: /\bderivative works?\b|\b(?:copy|reproduc|modif|distribut|translat|adapt)\w*\b/,

  'provider-labels': new RegExp(
    `\\b${WE} (?:\\w+ ){0,2}?(?:labels?|marks?|watermarks?|attach|tags?|is transparent|are transparent)\\b`,
  ),
  watermark: /\bwater-?mark\w*|\bmetadata\b|\bc2pa\b|\bprovenance\b|\bcontent credentials\b/,
  deepfake: /\bdeep ?-?fakes?\b|\bsynthetic (?:media|content)\b|\bmanipulated media\b|\brealistic\b|\blikeness\b/,
  'human-claim':
    /\bhuman[- ](?:generated|made|created|written|authored)\b|\b(?:generated|written|created|made) by (?:a |an )?(?:humans?|person)\b|\brepresent\w*\b[^.;]{0,80}\bhuman\b|\bgenerated by a human\b|\bpass(?:ing)? (?:\w+ )?off\b/,
  'bot-disclosure':
    /\b(?:chat-?bots?|bots?|agents?|automated systems?)\b[^.;]{0,120}\b(?:disclos\w*|inform\w*|aware|ai|automated)\b|\binteract(?:ing|s)? with (?:an? )?(?:ai|bot|machine|artificial)/,

  'similar-output':
    /\b(?:similar|identical|same)\b[^.]{0,100}\b(?:output|response|result|content|other (?:users?|customers?))\w*|\bmay not be unique\b|\bnot be unique\b/,
  'denies-watching':
    /\b(?:do|does|will|are|is)(?: not|n't)\b[^.;]{0,80}\b(?:monitor|review|screen|watch|read|pre-screen|control|(?:obligat|requir)\w* to (?:\w+,? (?:or |and )?){0,3}?(?:monitor|review|screen|edit|check))\w*|\bno (?:obligation|duty|responsibility) to\b[^.;]{0,40}\b(?:monitor|review|screen|edit|pre-?screen)|(?<!\bwould )\b(?:never|not) (?:\w+ )?(?:monitor|review|screen|read|watch)\w*/,
  'denies-collection':
    /\b(?<!\bthat \w+ |\byou )(?:do|does|will|did)(?: not|n't) (?:\w+ ){0,2}?(?:collect|gather|obtain|record|store|request|ask|process|track)\b(?![^.;]{0,60}\b(?:beyond|more than)\b)|\b(?:never|not) (?:\w+ )?(?:collected?|recorded|stored|gathered|sent)\b|\bno (?:\w+ )?(?:personal )?(?:data|information) (?:is|are) (?:\w+ )?(?:collected|stored)\b/,
  'purpose-stated':
    /\bin order to\b|\bfor (?:the )?(?:\w+ ){0,2}?purposes?\b|\bwe (?:\w+ )?use\b|\bused? (?:\w+ ){0,3}?(?:to|for)\b|\b(?:helps?|enables?|allows?) us\b|\bto (?:provide|improve|operate|deliver|communicate|personali[sz]e|maintain|prevent|comply|verify|respond|analy[sz]e)\b/,
  'sourced-elsewhere':
    /\b(?:from|(?:provided|shared|given|supplied|disclosed|sent) (?:to us )?by) (?:\w+,? ){0,7}?(?:third[- ]part(?:y|ies)|partners?|identity provider|access management provider|single sign-on provider|publicly available|public sources?|other sources?|data brokers?|social (?:media|network)\w*|other users|your employer|affiliates)\b|\bthird[- ]part(?:y|ies)\b[^.;]{0,60}\b(?:provide|share|give|send)\w* (?:us|we)\b/,
  'recorded-automatically':
    /\bautomatic\w*|\blog (?:data|files?)\b|\bcookies?\b|\bwhen you (?:visit|browse)\b|\bpixels?\b|\btelemetry\b/,
  'hosted-abroad':
    /\b(?:hosted|processed|stored|store|maintained|transferred|process|located|run)\b[^.]{0,160}\b(?:united states|u\.s|outside|other (?:countries|locations|places|jurisdictions)|countr(?:y|ies)|abroad|additional sites)\b|\boutside (?:of )?(?:the )?(?:uk|eu|eea|european|united kingdom|republic)/,
  'stays-in-region':
    /\bonly (?:store|process|use)\w*\b[^.;]{0,80}\b(?:within|in) the\b|\bdata cent(?:er|re)s in\b|\bmay not use any subcontractors located outside\b|\bnot transfer\b[^.;]{0,80}\boutside\b/,
  'no-automated-decisions':
    /\bno automated (?:individual )?decisions?\b|\bno automated decision[- ]making\b|\b(?:do|does|will)(?: not|n't)\b[^.;]{0,60}\b(?:automated (?:individual )?decision\w*|decisions? (?:based )?solely|solely automated)\b|\b(?:do|does|will)(?: not|n't)\b[^.;]{0,120}\bautomated processing\b[^.;]{0,60}\bdecisions?\b|\b(?:do|does|will|are|is)(?: not|n't)\b[^.;]{0,120}\b(?:automated decision|autonomously (?:make|decide|recommend)|engage in profiling)\b/,
  'no-automation-right':
    /\bnot (?:to )?be subject(?:ed)? to\b|\bright to object to automated\b|\bnot let robots\b|\bautomated decision[- ]making\b[^.;]{0,40}\bright\b/,
  'human-intervention':
    /\bhuman (?:intervention|review\w*|involvement)\b|\bcontest\b|\bexpress your (?:point of )?views?\b|\breviewed by a (?:person|human)\b/,
  'fraud-decisions': /\bfraud\w*|\bdeactivat\w+|\bsuspen\w+|\bban(?:s|ned)?\b|\beligib\w+/,
  ranking: /\brecommend\w*|\bmatch(?:es|ing)?\b|\brank\w*|\bpersonali[sz]\w*/,
  'advice-limits':
    /\b(?:medical|legal|financial|tax|investment|professional|health|real estate)\b[^.;]{0,80}\b(?:advice|opinions?|judg\w+|diagnos\w+|counsel|issues)\b|\badvice\b[^.;]{0,40}\bprofessional\b/,
  'critical-systems':
    /\bnuclear\b|\baircraft\b|\bair traffic\b|\blife[- ](?:support|critical)\b|\bmedical devices?\b|\bhazardous\b|\bfail-?safe\b|\bemergency services\b|\bcritical infrastructure\b|\bautonomous vehicles\b/,
  consequential:
    /\b(?:credit|employment|hiring|housing|insurance|consequential decisions?|eligibility|lending|loan\b|loan-related)\b/,
  'not-designed': /\b(?:not|neither) (?:\w+ )?(?:designed|intended|suitable|meant|considered)\b/,

  'embargo-place':
    /\bembargo\w*|\b(?:located|resid\w+|nationals?|citizen)\b[^.;]{0,80}\b(?:country|countries|territory|region)\b|\b(?:cuba|iran|north korea|syria|crimea)\b|\bsanctioned countr\w+/,
  'denied-list':
    /\b(?:prohibited|restricted|denied|designated|blocked)\b[^.;]{0,40}\b(?:part(?:y|ies)|persons?|nationals?|entit(?:y|ies)|countries)\b|\bspecially designated\b|\bsdn\b|\b(?:entity|sanctions?|denied persons?) lists?\b|\bsubject to (?:any )?(?:\w+ )?sanctions\b|\bofac\b|\bpersons barred\b|\bblocked or denied\b/,
  'no-reexport':
    /\bre-?export\w*|\b(?:not|never)\b[^.;]{0,40}\bexport\b|\bexport(?:ed|s|ing)?\b[^.;]{0,80}\b(?:except|violation|laws?|controls?|regulations?)\b/,
  'own-initiative':
    /\bown (?:initiative|volition)\b|\binternational use\b|\boutside (?:of )?the united states\b|\bappropriate or available\b|\bother locations\b|\bat their own risk\b/,
  'end-use': /\b(?:nuclear|missiles?|chemical or biological|biological|weapons?|military|proliferation)\b/,
  'licence-duty':
    /(?<!\bneed for \w+ to )\b(?:obtain|secure)(?:ing)?\b[^.;]{0,80}\b(?:licen[sc]es?|approvals?|authori[sz]ations?)\b/,

  'legal-demand':
    /\bsubpoenas?\b|\bcourt orders?\b|\blegal process\b|\b(?:lawful|legal|valid) (?:\w+ )?requests?\b|\brequired (?:to do so )?by (?:\w+ )?(?:law|applicable)|\brequired to do so by law\b|\b(?:comply|compliance) with\b[^.;]{0,40}\b(?:law|legal|obligations?)\b|\brequests? (?:by|from)\b[^.;]{0,60}\bauthorit|\blaw enforcement\b/,
  emergency: /\bemergenc\w+|\bimminent\b|\b(?:risk|threat|danger) (?:of|to) (?:death|life|serious)\b/,
  'own-judgement': new RegExp(
    `\\bgood[- ]faith (?:belie|judg)\\w*|\\bin good faith\\b|\\b${WE} (?:\\w+ )?(?:believe|feel|deem|determine|consider)s?\\b|\\breasonably (?:believe|necessary)\\b|\\bbelieves? (?:that )?(?:disclosure|it is|such)\\b`,
  ),
  'own-rights':
    /\b(?:protect(?:s|ing|ion)?|defend(?:s|ing)?|enforc(?:e|es|ing)|establish(?:ing)?)\b[^.;]{0,80}\b(?:our |rights?|property|terms|legal)\b/,
  'request-form':
    /\brequests? must\b|\bmust include\b|\bbadge\b|\bsubmit(?:ted)? (?:an? )?(?:\w+ ){0,3}?requests?\b|\blaw enforcement (?:portal|guidelines)\b|\bservice of process page\b|\bappropriate level of legal process\b/,
  'no-data-held': /\bno[- ]logs?\b|\bno data to (?:share|provide)\b|\bdo not (?:keep|record)\b|\bcannot provide\b/,
  'narrow-demands':
    /\bchallenge\b|\boverbroad\b|\bpush back\b|\bscrutini[sz]e\b|\breview (?:each|every|all)\b[^.;]{0,40}\brequests?\b|\bvalid and lawful\b|\bobject to (?:the|such|any) (?:request|demand|order)/,
  'national-security': /\bnational security\b/,

  'model-terms':
    /\bmodel (?:terms|providers?)\b|\b(?:openai|anthropic|google|meta|mistral|lightricks)(?:'s)?\b[^.;]{0,40}\bmodels?\b|\bflow-?through\b|\bthird[- ]party (?:ai )?models?\b/,
  'app-store':
    /\bapp stores?\b|\bgoogle play\b|\bapple,? inc\b|\bapple (?:has|will|is|and its subsidiaries)\b|\bitunes\b|\bdistributors?\b[^.;]{0,60}\b(?:usage rules|app)/,
  'store-refund': /\b(?:app store|google play|apple|itunes)\b/,
  'log-in-by-others':
    /\bsingle sign-on\b|\blog(?:ging)? (?:on|in) (?:to [^.;]{0,40})?(?:via|through|with|using)\b|\bsign in with\b|\bthird[- ]party accounts?\b|\blink (?:an |your )?account\b/,
  'linked-sites':
    /\blinks? to\b|\blinked (?:sites?|websites?)\b|\bhyper-?links?\b|\bthird[- ]party (?:web ?sites?|sites?|links?)\b|\bother (?:web ?sites?|companies' websites)\b/,
  integrations:
    /\bintegrat\w+|\binter-?opera\w+|\bplug-?ins?\b|\bconnect(?:s|ed|ing)?\b(?! (?:to|with) the internet)|(?<!\b(?:internet|in|network|your) )\bconnections?\b|\bextensions?\b/,
  components:
    /\bopen[- ]source\b|\bthird[- ]party (?:software|components?|libraries)\b|\b(?:components?|libraries)\b[^.;]{0,80}\blicen[sc]/,
  'data-leaves':
    /\b(?:data|information)\b[^.;]{0,80}\b(?:share|send|transfer|disclos|collect|process|export)\w*|\b(?:share|send|transfer|disclos|collect|process|export)\w*\b[^.;]{0,80}\b(?:data|information)\b/,
  'no-endorsement':
    /\bendors\w+|\bno control\b|\bnot (?:\w+ )?control\b|\bnot responsible\b|\bno responsibility\b|\bnot (?:be )?(?:in any way )?(?:liable|responsible|held responsible)\b/,

  'as-is': /\bas[- ]is\b|\bas[- ]available\b|\bwith all faults\b/,
  'disclaims-warranty':
    /\bdisclaim\w*|\bwithout (?:any )?(?:\w+ )?(?:warrant|representation)\w*|\bno (?:other )?(?:\w+ ){0,3}?(?:warrant|guarantee|representation)\w*|\b(?:do|does|can|cannot|will|shall|makes?)(?: not|n't| no)?(?: \w+){0,3}? (?:no )?(?:warrant|guarantee|promise|representation)\w*(?<=\b(?:not|n't|no|cannot)\b.{0,40})|\bcan't guarantee\b|\bexclud\w+\b[^.]{0,100}\b(?:warrant|representation)\w*|\bexclude all\b|\bwaive any and all implied\b/,
  'express-warranty': new RegExp(
    `\\b(?:${WE}|each party|it) (?:\\w+ )?(?:represents? and )?warrants?\\b(?! (?:or|nor))|\\blimited warranty\\b|\\bwarranty remedy\\b|(?<!\\b(?:you|customer|user|client|developer|partner|publisher)s? (?:\\w+ )?(?:represents? and )?)\\bwarrants that,? (?:during|the services|its services|it will|it has)\\b`,
  ),
  'own-risk': /\b(?:sole|own) risk\b|\bassum\w+ (?:\w+ ){0,3}?risks?\b/,
  'release-of-claims':
    /\breleas(?:e|es|ing)\b[^.;]{0,200}\b(?:claims?|liabilit|demands|damages|from)\b|\bwaiv\w+\b[^.;]{0,100}\b(?:claims?|rights?|1542)\b|\b1542\b/,
  'no-results':
    /\b(?:particular|level of|specific|desired)\b[^.;]{0,40}\b(?:contracts|revenues?|income|requests)\b|\breceipt of any requests\b|\bany revenue or profit\b/,
  'user-content-risk':
    /\b(?:content|users?|material)\b[^.;]{0,100}\b(?:offensive|objectionable|erroneous|mislead\w*|indecent)\b|\b(?:not responsible|no responsibility|not (?:\w+ )?endorse)\b[^.]{0,200}\b(?:user (?:content|posts)|message boards|chat rooms)\b/,
  'guarantees-stay':
    /\bremain unaffected\b|\bwarranty rights under\b|\bnot (?:be )?affected\b|\bstatutory (?:rights|warrant\w*|guarantees)\b/,
  'some-places':
    /\b(?:some|certain) (?:\w+ and )?(?:\w+ )?(?:states|jurisdictions|countries)\b|\bprohibited from disclaiming\b/,
}
