/** `retention.periods`: how long what is kept, as stated. */
import type { Fact } from '../../../core/provision.ts'
import { DURATION, durationText, parseDuration } from './duration.ts'
import type { Passage } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'

const KEEPS =
  /\b(?:retain\w*|retention|kept|keep|store[ds]?|delet\w*|eras\w*|remov\w*|purg\w*|anonymi[sz]\w*|preserv\w*|hold)\b/
const SPAN = new RegExp(DURATION, 'g')

export const readRetention: FactReader = ({ passages }) => {
  const periods: { what: string; period: string }[] = []
  let first: Passage | null = null
  for (const passage of passages) {
    if (!KEEPS.test(passage.folded)) continue
    for (const match of passage.folded.matchAll(SPAN)) {
      const duration = parseDuration(match[0])
      if (!duration) continue
      periods.push({ what: passage.text.slice(0, 60), period: durationText(duration) })
      first ??= passage
    }
  }
  return first ? ([factFrom('retention.periods', periods, first)] satisfies Fact[]) : []
}
