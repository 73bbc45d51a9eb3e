/** `contact.privacy`: where to send a request about personal data. */
import { mailAddressesIn } from './mail-address.ts'
import type { Passage } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const ABOUT_PRIVACY =
  /\b(?:privacy|personal (?:data|information)|data protection|dpo|data subject|your rights|gdpr|ccpa)\b/

export const readContact: FactReader = ({ passages, kind }) => {
  const found = new Set<string>()
  let first: Passage | null = null
  for (const passage of passages) {
    for (const { address } of mailAddressesIn(passage.text)) {
      if (!(kind.includes('privacy') || ABOUT_PRIVACY.test(address) || ABOUT_PRIVACY.test(passage.folded))) continue
      found.add(address)
      first ??= passage
    }
  }
  return first ? [factFrom('contact.privacy', [...found], first)] : []
}
