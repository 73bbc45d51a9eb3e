/** Heading paths as pages print them. */

/** The last two headings of a path joined by ` › `: enough to know where one is. */
export function shortPath(path: string): string {
  const headings = path.split(' › ')
  return headings.length <= 2 ? path : `… › ${headings.slice(-2).join(' › ')}`
}
