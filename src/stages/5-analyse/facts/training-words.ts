/** The words by which sentences about training on what readers give are told: matched on folded text. */

const MODEL =
  '(?:models?|algorithms?|artificial intelligence|machine[- ]learning|ai(?! (?:features?|inputs?|outputs?|services?)\\b)|a\\.i\\.|llms?|neural networks?|classifiers?)'
export const TRAINS = new RegExp(
  [
    `\\b(?:pre-?|re-?)?train(?:s|ing|ed)?\\b[^.;]{0,100}\\b(?:${MODEL}|our (?:\\w+ )?(?:technolog\\w+|systems?|engines?))\\b`,
    `\\b${MODEL}(?:'s)?[ ,-][^.;]{0,14}\\btrain(?:ing|ed)?\\b`,
    `\\b(?:improv|develop(?!er)|enhanc|fine-?tun|refin|optimi[sz])\\w*\\b[^.;]{0,80}\\b(?:our|the|its|ai|generative|discriminative|language|foundation|any)?[^.;]{0,30}\\b(?:models?\\b(?! (?:agreement|contract|clauses))|machine[- ]learning|artificial intelligence|ai (?:performance|technolog\\w+|systems?|capabilities)|algorithms)\\b`,
    '\\b(?:opt(?:ed|ing)?[- ]?out (?:of|from)|used for|use (?:it|them) for|purposes? of|not be|turn off|turning off|disable) (?:the |our )?(?:ai |model )?training\\b(?! and quality)|\\buse\\b[^.;]{0,40} for training\\b(?! (?:and|sessions|materials?|your|our|of|staff|employees))|\\btraining purposes\\b|\\b(?:machine[- ]learning|ai (?:model )?(?:training|development)) purposes\\b|\\b(?:for|including)(?: for)? training, (?:optimi[sz]ing|improving|developing|fine-?tuning)\\b|\\bno[- ]training\\b[^.]{0,30}\\bterms\\b|\\bif training is (?:enabled|on)\\b',
    '\\b(?:datasets?|inputs?) (?:utili[sz]ed|used) (?:by|in|for|to) (?:any )?(?:generative )?(?:ai|artificial intelligence)\\b',
    // What an AI answers and is asked is improved on without the word model.
    '\\b(?:(?:ai|your|voice) inputs?|(?<!other )(?<!user )inputs|outputs|(?<!opt-out )prompts)\\b(?![^.;]{0,80}\\bsuggestions\\b)[^.;]{0,160}\\b(?:(?:improv|enhanc)\\w*|develop(?:ing)?)\\b[^.;]{0,50}\\b(?:services?|products?|technolog\\w+|features)\\b',
    '\\b(?:ai inputs?|inputs|outputs|prompts)\\b[^.;]{0,120}\\b(?:product|service) (?:development|improvement)s?\\b',
    '\\b(?:improv|develop|enhanc)\\w*\\b[^.;]{0,60}\\b(?:our|including|the|new) (?:generative )?(?:ai|artificial intelligence)(?:[- ]powered)? (?:features?|tools?|products?|functionalit\\w+|offerings|experiences?)\\b',
    '\\b(?:develop(?:ing)?|improv(?:e|ing)|enhanc(?:e|ing))(?:,? (?:and|or) \\w+)? (?:our |the )?(?:ai|artificial intelligence)(?=[ ,.;|)]|$)(?! (?:act|inputs?|outputs?|policy|governance|literacy))',
    '\\bnot use (?:customer|your|user|any) (?:content|data|inputs?|information)\\b[^.]{0,50}\\bto (?:develop|improve)\\b',
  ].join('|'),
)
export const USER_DATA =
  /\b(?:content|inputs?|outputs?|prompts?|personal (?:data|information)|your (?:\w+ ){0,3}?(?:data|information|files?|conversations?|chats?|messages?|stories|uploads?|interactions?|stuff|code|images?|voice|recordings?)|materials|(?:customer|user|usage|business|training) data|data|information|conversations?|chats?|chat sessions|interactions|customer property|submissions|recordings|queries|inquiries|responses|communications|texts?|images|photos|posts|pins|messages|your (?:\w+ )?(?:work|works|music|songs|art(?:work)?|photos|videos|drawings|posts|writing|documents|notes|lessons|homework)|(?:work|works|essays|writing|recordings|documents|photos|voices?|stories|art|music) (?:of|by|from) (?:our |the |any |your )?(?:\w+ )?(?:students?|pupils?|users?|customers?|members?|learners?|teachers?|artists?|authors?|writers?|creators?|patients?|clients?)|(?:student|learner|user|member|patient|client)(?:'s|s')? (?:work|works|writing|essays|voices?|uploads)|it)\b/
/** Training of others, by others, or on what others gave. */
export const NOT_ABOUT_USERS =
  /\b(?:from the internet|on the internet|from public sources|websites? (?:that|we)|employees?|staff|personnel|(?:you|customer|users?|publisher|licensee|developer|parties|anyone|(?:api|app|plugin) responses)\b[^.;]{0,30}\b(?:(?:may|shall|must|will|should) (?:not|only)|(?:further )?agrees? not|agrees? to not|undertakes? not)\b[^.;]{0,500}\btrain\w*|compet\w+|scrap\w+|crawl\w+|data mining|google (?:workspace|user|drive)|idp|pre-trained|trained by third parties|trained on distinct|sell or license your(?![^.]*\bwe (?:do|will) not train)|you may (?:apply|use)|temporary chats?|(?:prohibit\w*(?! us\b)|forbidden)|trained on (?:massive|vast|large)|(?:our|company's|publisher's) (?:prior |express |written )*(?:consent|permission)|consent (?:from|of) (?:the )?(?!you\b|your\b|users?\b|(?:the )?customers?\b|data\b|each\b|individuals?\b)[\w ]{3,40}(?:company|inc|ltd|llc|limited)|previously trained|your own (?:models?|training data)|fine-tuned models? (?:are|is)|your fine-tuned|fine-tuned model|quality (?:assurance|control)|(?:tele)?phone (?:calls?|conversations?)|calls? (?:may|will|are|is) (?:be )?(?:monitored|recorded)|does not grant any|you do not use any|train\w* (?:\w+ ){0,4}to (?:not|refuse|avoid)|this definition includes|models have been trained|help you train|requests? concerns?|anyone can submit requests|text[- ]and[- ]data[- ]mining|do not consent|more of your|":? means\b|rights ?holders|owners of|custom models? in training|for clarity, \(i\) input|training information|sources of information used|alleg\w+|by third parties for|content reviewers|have published|through the process of training|not control|their own (?:large |language |ai |artificial )*\w* ?models?|train(?:ing)? data you|you (?:upload|provide|submit)[^.,]{0,60}\bto (?:train|fine-tune)|describes (?:the|our|how)|continually working|set out to|(?:data|information) used to train [^.;]{0,20}models? (?:may|might|can|is|was|are|could))\b/
/** A list of what readers may not do, whose item on training stands far from its beginning. */
export const READERS_LIST =
  /\b(?:you|customers?|users?|developers?|licensees?)\b[^.;]{0,40}\b(?:(?:may|shall|will|must|should) not|agrees? (?:not to|to not))\b.*\([a-z]{1,3}\).*\btrain|^[^a-z]*(?:you|customers?|users?|developers?|licensees?|members?)\b[^.;]{0,40}\b(?:may|shall|will|must|can)(?:not| not)\b(?! be\b)/
/** What readers give, beside what is public anyway. */
export const GIVEN =
  /\b(?:inputs?|outputs?|prompts?|opt[- ]?out|interactions?|the information we collect|people (?:have )?shared|your (?:content|conversations?|chats?|data))\b/
/** Data of one connected service or feature: what holds for it holds for nothing else. */
export const LIMITED =
  /\bchildren's (?:personal )?(?:data|information)\b|\bthis third-party content\b|\b(?:e-?mail service|calendar|health|contacts|workspace api|mailbox|app store|connected (?:account|service|app)\w*) (?:information|data|content)\b/
export const FEEDBACK_ONLY = /\b(?:feedback|thumbs)\b/
export const PLAN =
  /\b(?:enterprise|business (?:customers?|users?|offerings?|products?|plans?|data|accounts?)|for business users|teams?|edu|education|api|apis|paid|unpaid|free (?:plan|tier|subscription|version|users?|account)|(?:your|the|account type or|different|certain|specific|some) plans?|plan type|tiers?|subscription|pro|premium|subscribers?|individual (?:users|plans)|workspaces?|tariffs?|plans)\b/

export const OUT =
  /\b(?:opt(?:s|ed|ing)?[- ]?outs?|object(?:ed|ion)? to|right to object|turn(?:ed|ing)? (?:it |this |training )?off|switch(?:ed|ing)? (?:\w+ )?off|disabl\w+|toggl\w+|(?:do not|don't) want (?:us|your)|refuse to allow|(?:choose|control|decide|select|elect) (?:whether|how|if)|(?:in )?control (?:of|over) (?:whether|how)|opted against|(?:ask|tell|request|notify|instruct) us\b[^.]{0,40}\b(?:not to|to stop|do not want|to exclude)|opt out|limit or opt|deselect\w*|unless you (?:choose not|tell us not|ask us not|tell us otherwise|request otherwise|say no|decline|refuse)|training (?:is|setting)[^.]{0,20}(?:enabled|on)|deactivat\w+|withdraw)\b/
export const NOT_USED =
  /\b(?:not|never|no|nor|none|neither|won't|don't|doesn't|isn't|aren't|without)\b[^.;]{0,110}?\b(?:us(?:e|es|ed|ing)|utili[sz]\w+|train\w*|process\w*|leverag\w+|develop\w*|permit\w*|allow\w*)\b/
export const ASKED_FIRST =
  /\b(?:unless|without|except|only(?: if| when| with| where)?|until|with)\b[^.]{0,400}\b(?:consent\w*|permission|opt(?:s|ed|ing)?[- ]?in\b|explicit\w*|expressly|agree[sd]?|(?:your|their|customer's|prior) (?:\w+ )*agreement|instruct\w*|authori[sz]\w+|permits?|permitted|allows?|enabled?|choose to|approv\w+|direct(?:s|ed)? us|(?:you|customer) (?:\w+ )?(?:ask|asks|request|requests|tell|tells|direct|directs|switch(?:es)?[^.]{0,20} on|turn(?:s)?[^.]{0,20} on))\b|\b(?:opt(?:s|ed|ing)?[- ]?in)\b/
export const NOT_WITHOUT = /(?:\bnot\b|n't\b)[^.;]{0,60}\bopt(?:ed|ing)?[- ]?out/
export const USAGE_ONLY =
  /^(?!.*\b(?:content|inputs?|outputs?|prompts?|conversations?|personal)\b).*\b(?:usage|telemetry|performance|technical) (?:data|information|statistics)\b/
export const ANONYMOUS = /\b(?:anonymi[sz]ed|de-?identified|aggregated?|anonymous|statistic\w*)\b/
export const US =
  /\b(?:we|us|our|you (?:\w+ )?(?:grant|give|license)|company|provider|(?!(?:that|which|outputs?|content|it|they|models?|users?|or|and) )[a-z\d.]+ (?:may|will|does|uses|also|has|can|shall|never) )\b/
/** Using data for it, and not only speaking of models. */
export const USES =
  /\b(?:us(?:e|es|ed|ing|age)|utili[sz]\w+|process\w*|collect\w*|analy[sz]\w*|learn|leverag\w+|take into account|purposes?|includ\w+|grant\w*|licen[cs]e|monitoring|stored?|shar(?:e|es|ed|ing)|take|we (?:may |also |can )?train [^.;]{0,60} (?:on|with) [^.;]{0,30}(?:your|users?|customers?'?|posts|messages|content|prompts|inputs|interactions|conversations))\b/
export const PURPOSES =
  /\b(?:how (?:do )?we use|how (?:do(?:es)? )?[\w ]{1,30}? (?:uses?|process(?:es)?|handles?) (?:your|my|the|personal|this|information|data)|uses? (?:of )?(?:your |the |customer )?(?:personal )?(?:data|information|content)|purposes?|we (?:may )?(?:also )?(?:use|process)|what we (?:use|do)|model training|training)\b/
export const BY_CONTRACT =
  /\b(?:separate(?:ly)? (?:\w+ )?(?:written |signed )?(?:agreement|contract)|enterprise agreement|order form|written agreement with us|zero data retention agreement|signed (?:agreement|addendum|contract))\b/

/** A service in front of others' models: each of them decides. */
export const OTHERS_MAY =
  /\b(?:some|certain|different|third[- ]party|model|upstream|underlying) (?:(?:ai|model|inference) )?(?:models?|providers?|llms?)\b[^.]{0,60}\bmay\b[^.]{0,80}\btrain|\b(?:each|every|(?:model|third[- ]party|upstream|underlying|respective|individual|llm|ai|inference) (?:\w+ )?)(?:providers?|models?)\b[^.]{0,100}\b(?:whether|differ\w*|var(?:y|ies)|own (?:terms|polic\w+|data))\b[^.]{0,100}\btrain|\bwhether\b[^.]{0,60}\bproviders?\b[^.]{0,60}\btrain/
/** Providers of models behind the service that do not train: counts where nothing else is said. */
export const OTHERS_DO_NOT =
  /\b(?:they|providers?|partners?|vendors?|subprocessors?|third[- ]part(?:y|ies)|openai|anthropic|google)\b[^.;]{0,120}\b(?:not|never|no|cannot|without|no-training)\b[^.;]{0,120}\btrain|\bno-training\b/

export const EXAMPLES =
  /\b(?:including|includes|include)?,? ?(?:but )?(?:is |are )?(?:not limited to|without limitation)\b/g

export const TRAINS_THEIRS = /\btrain their\b/
/** A voice or likeness made for the reader is no general model. */
export const ONE_VOICE =
  /\b(?:voice clon\w+|clon\w+ (?:of )?(?:your|the|a) voice|(?:your|a|the) (?:\w+ )?(?:voice (?:model|clone|replica)|digital (?:twin|replica)|clone|avatar)|(?:your|a) (?:custom|personal|own|private|dedicated) (?:\w+ )?(?:models?|voice|avatar))\b/
export const VOICE_CONSENT =
  /\bconsent\w*\b[^.]{0,120}\btrain\w*\b[^.]{0,60}\b(?:voices?|clone|avatar|likeness|replica)\b/
/** The legal basis in a row of a table. */
export const CONSENT_CELL =
  /\|\s*(?:(?:legal basis|basis|art\w*\.? [^|]{0,30}|your|explicit|express|user|with your)[: -]*){0,2}\(?consent\b(?![^|]*\blegitimate interests?\b)/
/** "unless you have opted in", "without express consent": the choice is to be in. */
export const UNLESS_IN =
  /\b(?:unless|without|only (?:if|with|when|where|after))\b[^.;]{0,80}\b(?:opt(?:s|ed|ing)?[- ]?in|(?:explicit|express|prior|affirmative|specific|your|user|customer)(?:ly)?(?:,? (?:and )?(?:\w+ ))?(?:consent\w*|permission|agree\w*|authori[sz]\w+|instruct\w+))\b/
export const CONNECTED_HEADING =
  /\b(?:google (?:user|workspace|drive|api\w*|account|data|calendar)|gmail|google|workspace apis?|calendar|mailbox|third[- ]party apis?|api integrations?|connected (?:account|app|service)s?|limited use)\b/
/** What is done depends on plan, product or terms. */
export const DEPENDS =
  /\bdepend(?:s|ing|ent)? (?:up)?on (?:the |your |which |what |whether |how )?[^.]{0,60}\b(?:plans?|tiers?|subscription|account|products?|terms|agreement|services? you|edition|offering|licen[cs]e)\b|\b(?:varies|vary|differs?) (?:by|with|between|depending|according)\b[^.]{0,60}\b(?:plans?|products?|services?|tiers?|subscription|accounts?)\b|\bonly (?:if|when|where|for|to|on|with) (?:(?:you|customers?|users?|the|a|our|of|uses?|using|are|is|on|who|have|has) )*(?:free|paid|unpaid|trial|consumer) (?:\w+ )?(?:services?|plans?|tiers?|versions?|accounts?|users?|products?)\b/

export const OUT_OF_TRAINING =
  /\b(?:opt(?:ed|ing)?[- ]?out of|turn(?:ed|ing)? off|disabl\w+) (?:model |ai |the )?training\b/
/** A refusal in so many words. */
export const REFUSES = /\bopt(?:s|ed|ing)?[- ]?outs?\b|\bobject/
/** Consent that may be withdrawn is still consent. */
export const ONLY_WITH_CONSENT =
  /\bonly (?:with|after|on|upon) (?:\w+ ){0,3}consent\b|\bonly (?:if|when|where|once|after) [^,.;]{0,60}\b(?:(?:has|have|had) (?:\w+ )?(?:agreed|consented|allowed|permitted|opted in)|(?:you|customers?|users?|they) (?:\w+ )?(?:agree|consent|allow|permit|opt in)s?)\b/

/** "enhance photos with AI", "improve your AI portraits": works of the reader. */
export const IMPROVES_WORKS =
  /\b(?:improv|enhanc|refin|optimi[sz]|develop)\w* (?:or \w+ )?(?:your|their|the user's|certain|some|any)? ?(?:ai[- ](?:generated )?)?(?:images?|photos?|pictures?|portraits?|avatars?|content|texts?|writing|videos?|audio|drafts?|prose|essays?|sketches|documents?|presentations?|listings?|posts?|recordings?)\b(?! (?:\w+ )?(?:models?|moderation|recommend\w+|understanding|detection|recognition|generation|selection|delivery|ranking|algorithms?|technolog\w+))/g
/** The reader grants rights to content, for the purposes that follow as a list. */
export const GRANTS_CONTENT =
  /\b(?:grants?|licen[cs]e|permission|allows? us)\b.*\b(?:your|user|customer|member) (?:\w+ )?(?:content|data|materials|submissions|information|contributions)\b.*\b(?:purposes?|in order to|to|for|following)\b[^a-z]*(?:of)?[^a-z]*$/
/** "While Quiet Mode is on, your notes are not used": a switch that stops what is done without it. */
export const WHILE_SWITCHED_ON =
  /\b(?:when|while|once|with)(?: the| your| our)? (?:[\w'-]+ ){0,3}?(?:mode|setting|toggle|switch|option|control)s? (?:is |are |has been |being )?(?:enabled|on\b|turned on|switched on|active|activated|selected)/

/** What vendors are held to, beside what the provider does: "and our vendors are prohibited by contract from …". */
export const OTHERS_PROHIBITED =
  /, (?:and|while|but) (?:any |our |all |these |such |the )*(?:third[- ]part(?:y|ies)|providers?|vendors?|sub-?processors?|partners?|suppliers?|contractors?)\b[^,.;]{0,60}\b(?:is|are) (?:\w+ )?(?:prohibited|forbidden|barred|restricted)\b[^.;]*/g
/** "We will not, except in two circumstances:": what is done follows as a list. */
export const IN_SOME_CASES =
  /\bexcept (?:in|for|under|where|as|if)\b[^.;:]{0,60}\b(?:following|two|three|these|limited|below)\b[^.;:]{0,40}:?$/
