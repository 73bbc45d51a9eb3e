/** An edit of a line that belongs to the page and not to the document: menus, footers, banners, the page's own title. */
import type { Pair } from '../alignment.ts'
import { isFurniture } from './block-rules.ts'
import { type Context, isLabelLine, isRunTogether, linkShare } from './context.ts'
import { type Edit, squash } from './edits.ts'

export function isFurnitureEdit(pair: Pair, edits: readonly Edit[], context: Context): boolean {
  if (pair.old.length !== 1 || pair.new.length !== 1) return false
  const [oldAt, newAt] = [pair.old[0]!, pair.new[0]!]
  const [before, after] = [context.alignment.old.blocks[oldAt]!, context.alignment.new.blocks[newAt]!]
  if (before.kind !== 'row' && isRunTogether(before.text) && isRunTogether(after.text)) return true
  const edge = (at: number, side: 'old' | 'new'): boolean => at < context.body(side)[0] || at > context.body(side)[1]
  if (!edge(oldAt, 'old') || !edge(newAt, 'new')) return false
  if (/\b(?:19|20)\d\d\b/.test(`${before.text} ${after.text}`) && !/all rights reserved|©|copyright/i.test(after.text))
    return false
  if (linkShare(before) > 0.6 && linkShare(after) > 0.6) return true
  if (isLabelLine(before) && isLabelLine(after) && oldAt > context.body('old')[1]) return true
  // A line with other figures is an address or a number that somebody looks for.
  if (figures(before.text) !== figures(after.text)) return false
  if (isPageTitle(before.text, after.text) || /all rights reserved|^©/i.test(after.text)) return true
  const words = (text: string): number => text.split(/\s+/).length
  return (
    (before.kind !== 'heading' || oldAt > context.body('old')[1]) &&
    (after.kind !== 'heading' || newAt > context.body('new')[1]) &&
    isFurniture(before, words(before.text), 'start') &&
    isFurniture(after, words(after.text), 'start') &&
    edits.length > 0
  )
}

function figures(text: string): string {
  return /©|copyright/i.test(text) ? '' : (text.match(/\d+/g) ?? []).join()
}

/** "Usage policies | OpenAI" and "OpenAI": the title of the browser's window, with and without its parts. */
function isPageTitle(before: string, after: string): boolean {
  const parts = (text: string): string[] => text.split(/\s+[|–—·-]\s+/).map(squash)
  const [x, y] = [parts(before), parts(after)]
  const [longer, shorter] = x.length >= y.length ? [x, y] : [y, x]
  return longer.length > shorter.length && shorter.every((part) => longer.includes(part))
}
