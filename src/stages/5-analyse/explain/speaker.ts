/** Who speaks: passages are read with the platform as "we", whatever name the document gives it. */
import type { ExplainInput } from '../../../core/explanation.ts'
import type { PolicyText } from '../../../core/policy-text.ts'
import { fold } from '../facts/passage.ts'

/** A folded text in which the platform speaks of itself as "we", whatever name the document gives it. */
export function asWe(folded: string, { platform, text }: ExplainInput): string {
  const names = [...namesOf(platform), ...definedAsWe(text)]
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .sort((a, b) => b.length - a.length)
  if (names.length === 0) return folded
  return folded.replace(
    new RegExp(
      `\\b(?:${names.join('|')})(?![\\w.]*@)(?: (?:inc|llc|ltd|gmbh|pbc)\\b\\.?)?('s)?(?!\\w| (?:services?|sites?|websites?|platform|apps?|software|accounts?|terms|products?|content|materials?|apis?|polic(?:y|ies)|privacy|users?|members?)\\b)`,
      'g',
    ),
    (_, own) => (own ? 'our' : 'we'),
  )
}

/** "AI21 Labs" is called "AI21" as well; a first word that is an everyday word names nobody. */
function namesOf(platform: string): readonly string[] {
  const whole = fold(platform)
  const first = whole.split(' ')[0] ?? ''
  return first.length >= 4 && first !== whole && !EVERYDAY.test(first) ? [whole, first] : [whole]
}
const EVERYDAY =
  /^(?:the|open|better|stack|together|google|meta|data|cloud|social|smart|digital|deep|first|true|your|user)$/

/** Names that the beginning of a document defines as "we", "us" or "the company". */
function definedAsWe(text: PolicyText): readonly string[] {
  const kept = defined.get(text)
  if (kept) return kept
  const beginning = text.blocks
    .slice(0, 40)
    .map((block) => block.text)
    .join('\n')
  const made = [...beginning.matchAll(DEFINES_WE)].map((match) => fold(match[1]!)).filter((name) => name.length >= 4)
  defined.set(text, made)
  return made
}
const defined = new WeakMap<PolicyText, readonly string[]>()
const DEFINES_WE =
  /\b(\p{Lu}[\p{L}\d.&-]+(?: \p{Lu}[\p{L}\d.&-]+){0,2}?),?(?: (?:Inc|LLC|Ltd|Limited|GmbH|PBC|SAS|AB|B\.V)\.?,?)? ?\([^)]{0,80}[“"'](?:we|us|our|the company|company)[”"',]/gu
