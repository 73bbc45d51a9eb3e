/** Rights over data, losses, assurances and safeguards. */
import type { Names } from '../name.ts'

export const RIGHTS: Names = [
  [
    'access',
    /(?<!\bunauthori[sz]ed )\baccess\b(?! (?:our|this|the (?:service|site|app))\b)|\bcop(?:y|ies) of\b|\bto know\b/,
  ],
  ['correction', /\bcorrect\w*|\brectif\w+|\bupdate your\b/],
  ['deletion', /\bdelet\w+|\beras\w+/],
  ['restriction', /\brestrict\w*/],
  ['objection', /\bobject\w*/],
  ['portability', /\bportab\w+|\bmachine-readable\b/],
  ['withdrawal of consent', /\bwithdraw\w*/],
  [
    'opt-out of sale and sharing',
    /\bopt(?:ing)?[- ]?out\b[^.;]{0,120}\b(?:sale|sell|sharing|targeted|cross-context|tailored)|\b(?:sale|sell|targeted)\b[^.;]{0,80}\bopt(?:ing)?[- ]?out\b|\bdo not sell\b/,
  ],
  ['limits on sensitive data', /\blimit\b[^.;]{0,40}\bsensitive\b/],
  ['no automated decisions', /\bautomated\b/],
  ['appeal', /\bappeal\w*/],
  ['notice of collection', /\bright to (?:receive )?(?:notice|be (?:notified|informed))\b/],
  ['complaint to an authority', /\bcomplain\w*|\bsupervisory authorit\w+/],
  ['equal treatment after a request', /\bdiscriminat\w+|\bretaliat\w+/],
]

export const LOSSES: Names = [
  ['indirect and consequential loss', /\b(?:indirect|consequential|incidental)\b/],
  ['lost profits and revenue', /\b(?:profits?|revenues?|income)\b/],
  ['lost data', /\b(?:loss of|lost|corrupt\w+)[^.;]{0,30}\bdata\b|\bloss of (?:use|data)/],
  ['lost goodwill', /\bgoodwill\b|\breputation\b/],
  ['punitive damages', /\b(?:punitive|exemplary)\b/],
  ['interruption of business', /\b(?:business )?interruption\b|\bdowntime\b/],
  [
    'conduct of third parties',
    /\b(?:acts?|conduct|content|products?|services?|software|equipment|sites?|websites?|provided|caused)\b[^.;]{0,50}\bthird[- ]part(?:y|ies)\b(?! benefi)|\bthird[- ]part(?:y|ies)(?:'s?)? (?:\w+ )?(?:content|conduct|products?|services?|sites?|websites?|providers?|software)\b/,
  ],
  ['errors and inaccuracies', /\b(?:errors?|inaccura\w+|mistakes?)\b/],
  ['unauthorised access', /\bunauthori[sz]ed access\b/],
  ['personal injury and damage to property', /\b(?:personal|bodily) injury\b|\bproperty damage\b/],
]

export const ASSURANCES: Names = [
  ['merchantability', /\bmerchantab\w+/],
  ['fitness for a purpose', /\bfitness\b/],
  ['title and non-infringement', /\b(?:non-?infring\w+|title)\b/],
  ['accuracy and completeness', /\b(?:accura\w+|complete(?:ness)?|correctness|reliab\w+)\b/],
  [
    'availability and freedom from interruption',
    /\b(?:uninterrupted|availability|as[- ]available|(?:always|be|continuously) available|timely)\b/,
  ],
  ['freedom from errors and viruses', /\b(?:error[- ]free|free (?:of|from)|virus\w*|bugs?|defects?)\b/],
  ['security', /\bsecur(?:e|ity)\b/],
  ['satisfactory quality', /\b(?:satisfactory|quality|quiet enjoyment)\b/],
]

export const SAFEGUARDS: Names = [
  ['encryption', /\bencrypt\w*|\btls\b|\bssl\b/],
  ['access controls', /\baccess controls?\b|\bleast privilege\b|\bneed[- ]to[- ]know\b/],
  ['SOC 2', /\bsoc ?2\b/],
  ['ISO 27001', /\biso(?:\/iec)? ?27001\b/],
  ['multi-factor authentication', /\b(?:multi|two)-factor\b|\bmfa\b|\b2fa\b/],
  ['penetration tests', /\bpenetration test\w*/],
  ['firewalls', /\bfirewalls?\b/],
  ['pseudonymisation', /\bpseudonymi[sz]\w*/],
  ['staff training', /\bstaff training\b|\btrain(?:ed|ing) (?:of )?(?:staff|personnel|employees)\b/],
  ['standard contractual clauses', /\bstandard contractual clauses\b|\bsccs?\b/],
  [
    'adequacy decisions',
    /\badequacy (?:decisions?|findings?|regulations?|status)\b|\bdecisions? (?:on|of) adequacy\b|\b(?:commission|authorities)\b[^.;]{0,120}\badequate\b|\badequate\b[^.;]{0,100}\bcommission\b/,
  ],
  ['the Data Privacy Framework', /\bdata privacy framework\b|\bdpf\b/],
  ['binding corporate rules', /\bbinding corporate rules\b|\bbcrs?\b/],
]
