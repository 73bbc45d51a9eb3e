/** `indemnity.byUser` and `indemnity.byProvider`: who pays for claims of others against the other side. */
import type { Fact } from '../../../core/provision.ts'
import { type FactReader, factFrom } from './reader.ts'

const INDEMNIFIES = /\b(?:indemnif(?:y|ies)|hold (?:\w+ ){0,8}harmless|defend)\b/
const USER =
  /\b(?:you|your|customer|user|users|developer|licensee|subscriber|publisher|merchant|partner|client|member)\b/

export const readIndemnity: FactReader = ({ passages, platform }) => {
  const facts: Fact[] = []
  const us = new RegExp(
    `\\b(?:we|us|company|${platform
      .toLowerCase()
      .replace(/[^a-z0-9 .]/g, '')
      .replace(/\./g, '\\.')})\\b`,
  )
  for (const passage of passages) {
    const match = INDEMNIFIES.exec(passage.folded)
    if (!match || !/indemnif|harmless/.test(passage.folded)) continue
    const before = passage.folded.slice(0, match.index)
    const after = passage.folded.slice(match.index)
    const user = lastIndex(before, USER)
    const provider = lastIndex(before, us)
    const byUser = user > provider
    const name = byUser ? 'indemnity.byUser' : 'indemnity.byProvider'
    if (Math.max(user, provider) < 0 || (!byUser && !USER.test(after))) continue
    if (!facts.some((f) => f.fact === name)) facts.push(factFrom(name, true, passage))
  }
  return facts
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1
  for (const match of text.matchAll(new RegExp(pattern, 'g'))) last = match.index
  return last
}
