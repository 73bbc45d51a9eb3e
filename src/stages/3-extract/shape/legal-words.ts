/**
 * How much a passage sounds like the rules of a platform, in the languages that policies are most often written in.
 * A weak sign of its own: it decides only between passages whose place on the page leaves it open.
 */

const WORDS = [
  // English
  'agree(?:s|d|ment|ments)?|terms|polic(?:y|ies)|privacy|personal (?:data|information)|your (?:data|content|information)|opt[- ]?out|liab(?:le|ility)|warrant(?:y|ies)|consents?|rights?|pursuant|applicable laws?|third[- ]part(?:y|ies)|shall|licen[cs]e[sd]?|prohibited|disclos(?:e|es|ed|ure)|terminat(?:e|es|ed|ion)|obligations?|indemni\\w+|dispute|arbitration|jurisdiction|processing|processors?|controllers?|cookies|retention|retain|copyright|intellectual property|lawful|legal|governed|breach|user content|subprocessors?|vulnerabilit(?:y|ies)|disclaim\\w*|must not|may not|you must',
  // German, French, Spanish, Italian, Portuguese, Dutch
  'datenschutz\\w*|personenbezogene\\w*|nutzungsbedingungen|haftung|vertrag\\w*|gemäß|einwilligung|rechte|données|confidentialité|conditions|utilisateurs?|droits?|responsabilité|contrat|consentement|datos personales|privacidad|condiciones|términos|derechos?|usuarios?|responsabilidad|contrato|dati personali|condizioni|diritt[oi]|responsabilità|consenso|dados pessoais|termos|direitos?|usuários?|persoonsgegevens|voorwaarden|rechten|overeenkomst|aansprakelijk\\w*',
].join('|')

const PATTERN = new RegExp(`(?<![\\p{L}])(?:${WORDS})(?![\\p{L}])`, 'giu')

/** Number of such words in a text. */
export function legalWordCount(text: string): number {
  PATTERN.lastIndex = 0
  let count = 0
  while (PATTERN.test(text)) count++
  return count
}

/** Whether a passage reads as a rule: two such words, or one in a short passage. */
export function soundsLegal(text: string): boolean {
  const count = legalWordCount(text)
  return count >= 2 || (count === 1 && text.length < 240)
}
