/** What a provision is called: by the words that stand over it in the document. */
import type { Block } from '../../../core/policy-text.ts'
import type { BlockRange } from '../../../core/provision.ts'

const LONGEST_TITLE = 90
const RUN_IN = /^["“]?(\p{Lu}[^.:;?!"“”]{2,60}?)["”]?\s?[.:–—-]\s+(?=["“]?\p{Lu}.{15})/u

/** "Eligibility" of "Eligibility. You must be 18 or older."; null where the text begins with a sentence. */
export function runInHeading(text: string): string | null {
  const found = RUN_IN.exec(text)?.[1]?.trim()
  if (found === undefined || found.split(' ').length > 7) return null
  // A sentence has a verb of its own, a heading hardly ever one of these.
  return /\b(?:is|are|was|were|will|shall|may|must|can|agree|you|we|have|has|do|does)\b/i.test(found) ? null : found
}

/** Titles of all provisions of a text: run-in heading, else the heading where one provision stands alone under it. */
export function titlesOf(blocks: readonly Block[], ranges: readonly BlockRange[]): (string | null)[] {
  const underHeading = new Map<string, number>()
  const pathOf = ({ first }: BlockRange): string => JSON.stringify(blocks[first]!.headingPath)
  for (const range of ranges) underHeading.set(pathOf(range), (underHeading.get(pathOf(range)) ?? 0) + 1)
  return ranges.map((range) => {
    const block = blocks[range.first]!
    const runIn = runInHeading(block.text)
    if (runIn !== null) return runIn
    const heading = block.headingPath.at(-1)
    if (heading === undefined || underHeading.get(pathOf(range))! > 1) return null
    return heading.length > LONGEST_TITLE ? `${heading.slice(0, heading.lastIndexOf(' ', LONGEST_TITLE))} …` : heading
  })
}
