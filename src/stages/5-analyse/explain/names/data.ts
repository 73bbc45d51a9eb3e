/** Kinds of data that wordings name. */
import type { Names } from '../name.ts'

export const DATA: Names = [
  ['inputs', /\binputs?\b/],
  [
    'prompts',
    /\bprompts\b|\b(?:your|a|the|user|each|text|input) prompt\b(?! (?:notice|written|payment|action|response))/,
  ],
  ['outputs', /\boutputs?\b|\bgenerated content\b/],
  ['conversations', /\bconversations?\b|\bchats?\b|\bchat (?:history|logs)\b/],
  [
    'messages',
    /(?<!\b(?:sms|text|e-?mail|promotional|marketing|commercial|electronic|service) )\bmessages?\b(?! (?:frequency|and data rates))/,
  ],
  ['feedback', /\bfeedback\b|\b(?:your|and|or|any|comments,|ideas,) suggestions\b/],
  ['files and uploads', /(?<!\b(?:log|small|text|data) )\bfiles?\b(?! information)|\buploads?\b|\bdocuments you\b/],
  ['user content', /\b(?:user|your|customer|submitted) content\b/],
  ['customer data', /\b(?:customer|business) (?:personal )?data\b/],
  ['personal data', /(?<!\bnon-)\bpersonal (?:data|information)\b|(?<!\bnon-)\bpersonally identif\w+/],
  [
    'contact details',
    /\bcontact (?:details|information)\b|\be-?mail address\w*|\bphone numbers?\b|\bpostal address\w*/,
  ],
  ['names', /(?<!\b(?:domain|user|file|brand|browser|host|product|company) )\bnames?\b(?=,| and|;)/],
  ['account details', /\baccount (?:information|data|details)\b|\busernames?\b|\blog-?in (?:information|details)\b/],
  [
    'payment details',
    /\bpayment (?:information|data|details|card|method)\w*|\bcredit card\b|\bbilling (?:information|address|details)\b/,
  ],
  [
    'usage data',
    /\busage (?:data|information)\b|\bhow you use\b|\bservice data\b|\btelemetry\b|\binteractions? with (?:the|our|us)\b/,
  ],
  [
    'device data',
    /\bdevice (?:information|data|type|identifier)\w*|\bbrowser type\b|\boperating system\b|\bdevice ids?\b/,
  ],
  ['IP addresses', /\bip address\w*|\binternet protocol\b/],
  ['log data', /\blog (?:data|files?|information)\b|\bserver logs?\b/],
  ['location data', /\b(?:geo-?)?location (?:data|information)\b|\bprecise location\b|\bgeolocation\b|\bgps\b/],
  ['cookie data', /\bcookies?\b(?! (?:polic(?:y|ies)|notices?|statements?|lists?))/],
  [
    'biometric data',
    /\bbiometric\w*|\bvoice ?prints?\b|\bface ?prints?\b|\bfacial (?:geometry|recognition|features)\b/,
  ],
  ['health data', /\bhealth (?:data|information)\b|\bmedical (?:data|information|records)\b|\bphi\b/],
  ['genetic data', /\bgenetic\b/],
  ['recordings', /\b(?:audio|voice|video|call) (?:and \w+ )?recordings?\b|\brecordings?\b/],
  ['photos and images', /\bphotos?\b|\bphotographs?\b|\bimages?\b|\bpictures\b/],
  ['contacts', /\baddress book\b|\bcontact lists?\b/],
  [
    'employment data',
    /\bemployment (?:data|information|history|records?|details|status)\b|\bjob (?:title|application)\b|\b(?:your|a|the) (?:resume|cv)\b/,
  ],
  ['demographic data', /\bdemographic\b|\bgender\b|\bdate of birth\b|\b(?:your|their) age\b|\bage(?=,| and gender)/],
  ['inferences', /\binferences\b/],
  ['crash and diagnostic data', /\bcrash\b|\bdiagnostic\w*/],
  [
    'data from social networks',
    /\b(?:data|information|profile|accounts?)\b[^.;]{0,60}\bsocial (?:media|network)|\bsocial (?:media|network\w*) (?:\w+ )?(?:data|information|profiles?|accounts?)\b/,
  ],
  [
    'aggregated or de-identified data',
    /\baggregated\b|\baggregate (?:data|information|form|statistics|usage)\b|\bde-?identified\b|\banonymi[sz]ed\b/,
  ],
]
