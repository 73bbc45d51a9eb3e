/** One locale, said in every form that a request has for it. Pure. */

/**
 * "de-AT" -> "de-AT,de;q=0.9"; with a language other than English, English comes last, as browsers send it. The
 * fallback is used where the document declares no locale.
 */
export function toAcceptLanguage(locale: string, fallback: string): string {
  const [language, ...rest] = locale.split('-')
  if (!language) return fallback
  if (language.toLowerCase() === 'en') return rest.length > 0 ? `${locale},en;q=0.9` : 'en-US,en;q=0.9'
  const own = rest.length > 0 ? `${locale},${language};q=0.9` : language
  return `${own},en;q=0.5`
}

/** "Clausewatch/0.1" and a contact -> "Clausewatch/0.1 (+https://…)"; unchanged where the contact is already in it. */
export function toUserAgent(userAgent: string, contact: string): string {
  return contact === '' || userAgent.includes(contact) ? userAgent : `${userAgent} (+${contact})`
}
