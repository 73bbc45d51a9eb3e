/** `training.optOutRoute`: the ways that a document offers to stop training on one's data. */
import { mailAddressesIn } from './mail-address.ts'
import type { Passage } from './passage.ts'
import type { FactDocument } from './reader.ts'

const SETTINGS =
  /\b(?:settings?|toggl\w+|turn(?:ed|ing)? (?:\w+ ){0,2}off|turn(?:ing)? off|switch\w*|user controls?|data controls?|preferences|dashboard|from your (?:\w+ )?account|in your account|account (?:page|menu)|your account|deselect\w*|user preferences)\b/
const FORM = /\b(?:forms?|privacy (?:request )?porta|portal|privacy\.[a-z]+\.[a-z]+)/
const EMAIL = /\b(?:e-?mail(?:ing)?|write to|contact(?:ing)? us at)\b/
const ELSEWHERE =
  /\b(?:instructions?|help cent(?:er|re)|article|here|contact(?:ing)? (?:us|support)|faq|documentation|chatbot|learn (?:more|how)|link|as described)\b/
const EXERCISES =
  /\b(?:exercise|submit|make)\b[^.]{0,60}\b(?:rights?|requests?|choices)\b|\bcontact us\b|\bto exercise\b/

/** Routes named in the sentences that offer the way out and right after them; in a list of rights, where those are exercised. */
export function routesOf(
  { passages }: FactDocument,
  outs: readonly number[],
): { readonly routes: readonly string[]; readonly passage: Passage } | null {
  const found = collect(
    passages.filter(
      (_, index) =>
        outs.includes(index) || (outs.includes(index - 1) && passages[index]?.block === passages[index - 1]?.block),
    ),
  )
  if (found) return found
  const pointed = elsewhere(outs.map((index) => passages[index]))
  if (pointed) return pointed
  const wayOut = outs.map((index) => passages[index]).find((p) => p !== undefined)
  if (!wayOut) return null
  const exercised = passages.filter(
    (p) =>
      Math.abs(p.block - wayOut.block) <= 20 &&
      EXERCISES.test(p.folded) &&
      (p.heading === wayOut.heading || /\bright/.test(p.folded)),
  )
  return collect(
    exercised
      .filter((p) => mailAddressesIn(p.text).length > 0 || FORM.test(p.folded) || SETTINGS.test(p.folded))
      .slice(0, 1),
  )
}

function collect(near: readonly Passage[]): { readonly routes: readonly string[]; readonly passage: Passage } | null {
  const routes = new Set<string>()
  let first: Passage | null = null
  for (const passage of near) {
    const here = [
      ...(SETTINGS.test(passage.folded) ? ['settings'] : []),
      ...(mailAddressesIn(passage.text).length > 0 || EMAIL.test(passage.folded) ? ['email'] : []),
      ...(FORM.test(passage.folded) ? ['form'] : []),
    ]
    for (const route of here) routes.add(route)
    if (here.length > 0) first ??= passage
  }
  return first ? { routes: [...routes], passage: first } : null
}

function elsewhere(
  outs: readonly (Passage | undefined)[],
): { readonly routes: readonly string[]; readonly passage: Passage } | null {
  const passage = outs.find((p): p is Passage => p !== undefined && ELSEWHERE.test(p.folded))
  return passage ? { routes: ['other'], passage } : null
}
