/** `liability.cap`: the most that the provider will be liable for, in short. */
import type { Fact } from '../../../core/provision.ts'
import { DURATION, durationText, parseDuration } from './duration.ts'
import { MONEY, moneyText, parseMoney } from './money.ts'
import { type FactReader, factFrom } from './reader.ts'

const LIABILITY = /\b(?:liab\w*|damages|obligation)/
const CAPS =
  /\b(?:exceed|exceeding|exceeds|limited to|greater of|higher of|lesser of|larger of|capped at|more than|maximum|not be greater than|up to|cap)\b/
const FEES =
  /\b(?:fees?|amounts?|sums?|price|charges|consideration|payments?|subscription)\b[^.;]{0,80}\b(?:paid|pay|payable|received|due|owed|owing|charged)\b|\b(?:paid|pay|payable)\b[^.;]{0,40}\b(?:fees?|amounts?|sums?)\b|\bwhat you paid\b/
const AMOUNT = new RegExp(MONEY, 'g')
const SPAN = new RegExp(DURATION, 'g')

export const readLiability: FactReader = ({ passages, blocks }) => {
  for (const passage of passages) {
    if (!LIABILITY.test(passage.folded + passage.heading) || !CAPS.test(passage.folded)) continue
    const cap = capOf(passage.folded)
    if (cap) return [factFrom('liability.cap', cap, passage)] satisfies Fact[]
  }
  void blocks
  return []
}

function capOf(text: string): string | null {
  const from = text.search(CAPS)
  const tail = text.slice(from)
  const money = [...tail.matchAll(AMOUNT)].map((m) => parseMoney(m[0])).find((m) => m !== null)
  const fees = FEES.test(tail)
  if (!fees && !money) return null
  const span = fees ? [...tail.matchAll(SPAN)].map((m) => parseDuration(m[0])).find((d) => d !== null) : null
  const paid = fees ? `fees paid${span ? ` in prior ${durationText(span)}` : ''}` : null
  const limit = money ? moneyText(money) : null
  if (paid && limit)
    return `${/\b(?:lesser|lower|smaller) of\b/.test(tail) ? 'lesser' : 'greater'} of ${paid} and ${limit}`
  return paid ?? limit
}
