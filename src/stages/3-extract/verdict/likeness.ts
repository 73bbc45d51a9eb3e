/** How much of one text is in another, by runs of four words; independent of order and markup. */

export type Likeness = {
  /** Share of the new text's runs that the old one has, and the other way round: 0 to 1. */
  readonly known: number
  readonly kept: number
}

export function likeness(text: string, previous: string): Likeness {
  const a = runs(text)
  const b = runs(previous)
  let shared = 0
  for (const run of a) if (b.has(run)) shared++
  return { known: shared / (a.size || 1), kept: shared / (b.size || 1) }
}

/** Long texts are sampled by their start; the likeness of two documents shows there too. */
const MAX_UNITS = 200_000

function runs(text: string): Set<string> {
  const words =
    text
      .slice(0, MAX_UNITS)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const found = new Set<string>()
  for (let i = 0; i + 3 < words.length; i++) found.add(`${words[i]} ${words[i + 1]} ${words[i + 2]} ${words[i + 3]}`)
  return found
}
