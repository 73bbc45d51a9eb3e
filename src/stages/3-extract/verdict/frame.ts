/** The address of a frame that may hold the document, for the reason of a page that does not. */

const FRAME = /<i?frame\b[^>]{0,2000}?\ssrc\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))/gi
/** Of documents, and of services that serve them; players, counters and captchas are none. */
const DOCUMENT =
  /terms|privacy|polic|legal|agreement|conditions|guidelines|cookie|iubenda|termly|onetrust|notion|docs\.google|\.pdf\b/i
/** Documents stand where a reader sees them: near the top of long pages too. */
const MAX_MARKUP = 2_000_000

/** As the page writes it, entities of ampersands apart; null where no frame seems to hold a document. */
export function documentFrame(markup: string): string | null {
  for (const [, double, single, bare] of markup.slice(0, MAX_MARKUP).matchAll(FRAME)) {
    const address = (double ?? single ?? bare ?? '').replaceAll('&amp;', '&').trim()
    if (DOCUMENT.test(address) && !/^(?:javascript|data|about):/i.test(address)) return address.slice(0, 300)
  }
  return null
}
