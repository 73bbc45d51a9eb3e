/** One word in two spellings: stems and distances. */

/** Words of one side without a partner of the same stem on the other. */
export function leftOver(x: readonly string[], y: readonly string[]): string[] {
  const rest = y.map((word) => ({ word, stem: stem(word) }))
  const gone: string[] = []
  for (const word of x) {
    const root = stem(word)
    const at = rest.findIndex((other) => other.stem === root)
    if (at < 0) gone.push(word)
    else rest.splice(at, 1)
  }
  return [...gone, ...rest.map(({ word }) => word)]
}

/** Endings of number, tense and of the two English spellings are cut; enough to see one word in two forms. */
export function stem(word: string): string {
  return word
    .replace(/['’]s$/, '')
    .replace(/isation/g, 'ization')
    .replace(/(?<=\w{2}[tb])re(?=s?$)/, 'er')
    .replace(/is(e[sd]?|ing)$/, 'iz$1')
    .replace(/our(?=s?$|ed$|ing$|able$)/, 'or')
    .replace(/(?<=\w{3})(?:ies|ied)$/, 'y')
    .replace(/(?<=\w{3})(?:ing|ed|es|s)$/, '')
    .replace(/(?<=\w{3})e$/, '')
}

/** Levenshtein distance, given up above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]!
}
