/** Mail addresses that the page hides from robots. */
import type { TextNormaliser } from './normaliser.ts'

/** The key of an address that was hidden: it is taken to equal any address at the same place. */
export const HIDDEN_MAIL = '‹hidden mail›'

export const obfuscatedMail: TextNormaliser = {
  id: 'obfuscated-mail',
  description: 'mail addresses hidden by the page\'s host ("[email protected]")',
  pattern:
    '\\[\\s*email\\s*protected\\s*\\]|[\\w.+-]+\\s?(?:\\[at\\]|\\(at\\))\\s?[\\w-]+(?:\\s?(?:\\.|\\[dot\\]|\\(dot\\))\\s?[\\w-]+)+',
  key: (piece) =>
    /email\s*protected/i.test(piece)
      ? HIDDEN_MAIL
      : piece
          .replace(/\s?[[(]at[\])]\s?/i, '@')
          .replace(/\s?(?:[[(]dot[\])]|\.)\s?/gi, '.')
          .toLowerCase(),
}

/** Cloudflare's scheme: the first byte is the key with which the others are combined. Null for anything else. */
export function decodeProtectedMail(hex: string): string | null {
  if (!/^(?:[0-9a-f]{2}){4,}$/i.test(hex)) return null
  const key = Number.parseInt(hex.slice(0, 2), 16)
  let mail = ''
  for (let i = 2; i < hex.length; i += 2) mail += String.fromCharCode(Number.parseInt(hex.slice(i, i + 2), 16) ^ key)
  return /^[\w.+-]+@[\w.-]+$/.test(mail) ? mail : null
}
