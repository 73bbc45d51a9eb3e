/**
 * Mail addresses that Cloudflare hides from robots: the page carries them XORed with their first byte, in hexadecimal,
 * and a script of the page puts them back (`/cdn-cgi/scripts/…/email-decode.min.js`). The text is what a reader with a
 * browser sees: the address as plain text, or a `mailto:` link where the publisher had linked it.
 */
import { attribute } from './element.ts'
import type { Element } from './parse.ts'

const PROTECTED_PATH = /^(?:https?:\/\/[^/]+)?\/cdn-cgi\/l\/email-protection#([0-9a-f]+)$/i
/** An address has at most 320 octets; a linked one may carry a subject and a body. */
const MAX_HEX_UNITS = 4000

/** What an element shows instead of its content; null for elements that hide nothing, and for what does not decode. */
export function protectedText(element: Element): string | null {
  const hex = attribute(element, 'data-cfemail')
  return hex === null ? null : decodeMail(hex)
}

/** The `mailto:` address of a link that leads to the protection; null for any other link. */
export function protectedLink(href: string): string | null {
  const hex = PROTECTED_PATH.exec(href.trim())?.[1]
  const mail = hex === undefined ? null : decodeMail(hex)
  return mail === null ? null : `mailto:${mail}`
}

/** Null where the digits are no address: then what the page prints stays. */
export function decodeMail(hex: string): string | null {
  if (hex.length < 4 || hex.length % 2 === 1 || hex.length > MAX_HEX_UNITS || !/^[0-9a-f]+$/i.test(hex)) return null
  const bytes = Buffer.from(hex, 'hex')
  const key = bytes[0]!
  const mail = bytes
    .subarray(1)
    .map((byte) => byte ^ key)
    .toString()
  return /^[^\s@\p{C}<>]+@[^\s@\p{C}<>]+$/u.test(mail.split('?')[0]!) ? mail : null
}
