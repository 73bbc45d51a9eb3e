/** Pieces of a document as they stand in our own sentences: quotations, and dates as readers expect them. */

const CLAUSE = 160

/** The beginning of a passage, cut at a word, as a quotation with a full stop. */
export function clause(text: string, limit = CLAUSE): string {
  const line = plain(text)
  if (line.length <= limit) return `“${line.replace(/[\s.;:,]+$/, '')}”.`
  const cut = line.slice(0, limit)
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2)).replace(/[\s,;:.\uD800-\uDBFF]+$/, '')} …”.`
}

/** In one line, without marks of Markdown and tags that a table left, and with quotation marks that stand inside ours. */
export function plain(text: string): string {
  return text
    .replace(/<\/?[a-z][a-z0-9]*\s*\/?>/gi, ' ')
    .replace(/\*\*|__|_:_|(?<!\S)[*•]\s/g, ' ')
    .replace(/[“"]([^”"]*)[”"]/g, '‘$1’')
    .replace(/[“”"]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "1 March 2026" of `2026-03-01`. */
export function writtenDate(on: string): string {
  const [year, month, day] = on.split('-').map(Number)
  return `${day} ${MONTHS[month! - 1]} ${year}`
}
