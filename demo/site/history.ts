/**
 * A page's history: the first text in full, and dated revisions that are applied to it strictly. An edit whose target
 * does not stand in the text exactly once is an error, so a history can never drift away from what it means to tell.
 *
 * A target is a fragment of a line. The unit that it names is the line, with what is nested under it where it is a
 * list item, and the whole section where it is a heading.
 */

export type Edit =
  | { readonly replace: string; readonly with: string }
  | { readonly remove: string }
  | { readonly insert: string; readonly after?: string; readonly before?: string }
  | { readonly move: string; readonly after?: string; readonly before?: string }
  /** Adds `by` to every section number from `renumber` on: in headings, in "4.2" paragraphs and in references. */
  | { readonly renumber: number; readonly by: number }

export type Revision = {
  readonly on: string
  /** For readers of this file: why the publisher did it. Never shown on the page. */
  readonly because: string
  /** What a good archive calls it, where that is not `substantive`; `none` where the text stays the same. */
  readonly kind?: RevisionKind
  readonly stated?: string
  readonly effective?: string
  readonly edits?: readonly Edit[]
  /** Name of the file that holds the whole new text. */
  readonly rewrite?: string
  /** Takes back the revision before this one, its dates included. */
  readonly withdraw?: boolean
}

/** The page from day `on` until the next state: its Markdown, and the dates that it prints for `{{stated}}` and `{{effective}}`. */
export type State = {
  readonly on: string
  readonly text: string
  readonly stated: string
  readonly effective: string
  /** Of the revision that led here; absent on the first state. */
  readonly because?: string
  readonly kind?: RevisionKind
}

export type RevisionKind = 'substantive' | 'administrative' | 'none'

/** The states of a page in order. `read` gives the body of a rewrite. @throws Error naming the revision that does not fit. */
export function unfold(first: State, revisions: readonly Revision[], read: (file: string) => string): State[] {
  const states = [first]
  for (const revision of revisions) {
    const last = states.at(-1)!
    if (revision.on <= last.on) throw new Error(`revision of ${revision.on} does not come after ${last.on}`)
    const base = revision.withdraw ? states.at(-2) : last
    if (!base) throw new Error(`revision of ${revision.on} withdraws a revision that does not exist`)
    try {
      const start = revision.rewrite ? read(revision.rewrite) : base.text
      states.push({
        on: revision.on,
        text: (revision.edits ?? []).reduce(applyEdit, start),
        stated: revision.stated ?? base.stated,
        effective: revision.effective ?? base.effective,
        because: revision.because,
        kind: revision.kind ?? 'substantive',
      })
    } catch (cause) {
      throw new Error(`revision of ${revision.on}: ${(cause as Error).message}`, { cause })
    }
  }
  return states
}

/** The text after one edit. @throws Error where the target is missing, ambiguous, or nothing would change. */
export function applyEdit(text: string, edit: Edit): string {
  const edited = editedText(text, edit)
  if (edited === text) throw new Error(`the edit changes nothing: ${JSON.stringify(edit).slice(0, 120)}`)
  return edited
}

function editedText(text: string, edit: Edit): string {
  if ('replace' in edit) {
    requireOnce(text, edit.replace)
    return text.replace(edit.replace, () => edit.with)
  }
  if ('renumber' in edit) return renumber(text, edit.renumber, edit.by)
  const lines = text.split('\n')
  if ('remove' in edit) {
    const { start, end } = unit(lines, edit.remove)
    return tidy(lines.toSpliced(start, end - start))
  }
  if ('move' in edit) {
    const { start, end } = unit(lines, edit.move)
    return tidy(place(lines.toSpliced(start, end - start), lines.slice(start, end), edit))
  }
  return tidy(place(lines, edit.insert.trimEnd().split('\n'), edit))
}

function place(lines: string[], inserted: string[], at: { after?: string; before?: string }): string[] {
  const target = at.after ?? at.before
  if (target === undefined) throw new Error(`no place given for: ${inserted[0]?.slice(0, 80)}`)
  const { start, end } = unit(lines, target)
  return lines.toSpliced(at.after === undefined ? start : end, 0, ...spaced(inserted))
}

/** Rows and list items stay in their list; everything else is set off by empty lines. */
function spaced(lines: string[]): string[] {
  return /^\s*(\||-|\d+\.) /.test(lines[0] ?? '') ? lines : ['', ...lines, '']
}

function unit(lines: readonly string[], fragment: string): { start: number; end: number } {
  requireOnce(lines.join('\n'), fragment)
  const start = lines.findIndex((line) => line.includes(fragment))
  if (start < 0) throw new Error(`runs over several lines: ${fragment.slice(0, 80)}`)
  const line = lines[start]!
  const level = /^#+/.exec(line)?.[0].length
  const indent = /^( *)(?:- |\d+\. )/.exec(line)?.[1]?.length
  let end = start + 1
  if (level !== undefined) {
    while (end < lines.length && (/^#+/.exec(lines[end]!)?.[0].length ?? 7) > level) end++
  } else if (indent !== undefined) {
    while (end < lines.length && /^ +(?:- |\d+\. )/.test(lines[end]!) && /^ */.exec(lines[end]!)![0].length > indent)
      end++
  }
  return { start, end }
}

function requireOnce(text: string, fragment: string): void {
  const times = text.split(fragment).length - 1
  if (times !== 1) throw new Error(`stands ${times} times in the text: ${fragment.slice(0, 120)}`)
}

/** "section 4.2(b)", "Sections 4.1, 6 to 10, 12 and 13". */
const REFERENCE =
  /\b(?:sections?|clauses?) \d+(?:\.\d+)*(?:\([a-z]\))?(?:(?:,? and|,? or|,| to) \d+(?:\.\d+)*(?:\([a-z]\))?)*/gi

function renumber(text: string, from: number, by: number): string {
  const shifted = (number: string) => String(Number(number) >= from ? Number(number) + by : Number(number))
  return text
    .replace(/^(#+ (?:§ )?)(\d+)(?=[. ])/gm, (_, marks, number) => marks + shifted(number))
    .replace(/^(\d+)(?=\.\d)/gm, (number) => shifted(number))
    .replace(REFERENCE, (reference) => reference.replace(/(?<![\d.])\d+/g, shifted))
}

function tidy(lines: readonly string[]): string {
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}
