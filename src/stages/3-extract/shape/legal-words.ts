/**
 * How much a passage sounds like the rules of a platform, in the languages that policies are most often written in.
 * A weak sign of its own: it decides only between passages whose place on the page leaves it open.
 */

const WORDS = [
  // English
  'agree(?:s|d|ment|ments)?|terms|polic(?:y|ies)|privacy|personal (?:data|information)|your (?:data|content|information)|opt[- ]?out|liab(?:le|ility)|warrant(?:y|ies)|consents?|rights?|pursuant|applicable laws?|third[- ]part(?:y|ies)|shall|licen[cs]e[sd]?|prohibited|disclos(?:e|es|ed|ure)|terminat(?:e|es|ed|ion)|obligations?|indemni\\w+|dispute|arbitration|jurisdiction|processing|processors?|controllers?|cookies|retention|retain|copyright|intellectual property|lawful|legal|governed|breach|user content|subprocessors?|vulnerabilit(?:y|ies)|disclaim\\w*|must not|may not|you must',
  // German, French, Spanish, Italian, Portuguese, Dutch
  'datenschutz\\w*|personenbezogene\\w*|nutzungsbedingungen|haftung|vertrag\\w*|gemäß|einwilligung|rechte|données|confidentialité|conditions|utilisateurs?|droits?|responsabilité|contrat|consentement|datos personales|privacidad|condiciones|términos|derechos?|usuarios?|responsabilidad|contrato|dati personali|condizioni|diritt[oi]|responsabilità|consenso|dados pessoais|termos|direitos?|usuários?|persoonsgegevens|voorwaarden|rechten|overeenkomst|aansprakelijk\\w*',
  // Swedish, Danish and Norwegian, Polish, Czech, Finnish, Turkish
  'personuppgifter\\w*|villkor\\w*|avtal\\w*|integritet\\w*|samtycke|persondata\\w*|personoplysninger|personopplysninger|vilkår\\w*|aftale\\w*|samtykke|dan(?:e|ych) osobow(?:e|ych)|regulamin\\w*|umow\\w*|zgod\\w*|prywatnoś\\w*|prawo|osobní\\w* údaj\\w*|podmínk\\w*|smlouv\\w*|henkilötie\\w*|käyttöehdo\\w*|kişisel veri\\w*|sözleşme\\w*|gizlilik|персональн\\w*|соглашени\\w*|конфиденциальн\\w*',
].join('|')

/** Words of languages that do not part them by spaces. */
const UNPARTED =
  '個人情報|プライバシー|利用規約|同意|当社|お客様|권리|개인정보|약관|동의|이용자|회사|个人信息|隐私|协议|用户|条款|法律|个人資料|個人資料|隱私|條款'

/** Languages of the lists above, as BCP 47 primary languages: in others the lack of such words says nothing. */
export const LEGAL_WORD_LANGUAGES: ReadonlySet<string> = new Set(
  'en de fr es it pt nl sv da no nb pl cs fi tr ru ja ko zh'.split(' '),
)

const PATTERN = new RegExp(`(?<![\\p{L}])(?:${WORDS})(?![\\p{L}])|${UNPARTED}`, 'giu')

/** Number of such words in a text. */
export function legalWordCount(text: string): number {
  PATTERN.lastIndex = 0
  let count = 0
  while (PATTERN.test(text)) count++
  return count
}

/** Whether a passage reads as a rule: two such words, or one in a short passage. To count them is what costs here. */
export function soundsLegal(text: string, count = legalWordCount(text)): boolean {
  return count >= 2 || (count === 1 && text.length < 240)
}
