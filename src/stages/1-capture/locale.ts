/** One locale, said in every form that a request has for it. Pure. */

/**
 * "de-AT" -> "de-AT,de;q=0.9,en;q=0.8": the edition, its language, and English last. Weights go down by a tenth, as
 * Chromium sends them, so that a page is asked for in the same words by HTTP and through the browser. The fallback is
 * for documents that declare no locale.
 */
export function toAcceptLanguage(locale: string, fallback: string): string {
  const [language, ...rest] = locale.split('-')
  if (!language) return fallback
  if (language.toLowerCase() === 'en') return rest.length > 0 ? `${locale},en;q=0.9` : 'en-US,en;q=0.9'
  return rest.length > 0 ? `${locale},${language};q=0.9,en;q=0.8` : `${language},en;q=0.9`
}

/** "Clausewatch/0.1" and a contact -> "Clausewatch/0.1 (+https://…)"; unchanged where the contact is already in it. */
export function toUserAgent(userAgent: string, contact: string): string {
  return contact === '' || userAgent.includes(contact) ? userAgent : `${userAgent} (+${contact})`
}
