/**
 * Controls around a document by which a reader exercises a choice (DESIGN section 5). One that is missing in two good
 * captures in a row is a notice on the platform, never a change; when it is back, the notice is closed. Own captures
 * only: another archive's page was perhaps shown to somebody in another country.
 */
import type { ChoiceControl } from '../core/reading.ts'
import {
  closeNotice,
  documentControls,
  dropControl,
  openNotice,
  putControl,
  type StoredControl,
} from '../store/choice-control.ts'
import type { StoredDocument } from '../store/document.ts'
import type { Db } from '../store/index.ts'

/** `seen`: the controls of a good capture; null where the page is the same as at the last one. */
export async function noteControls(
  db: Db,
  document: StoredDocument,
  at: string,
  seen: readonly ChoiceControl[] | null,
): Promise<void> {
  const known = await documentControls(db, document.number)
  if (seen === null) {
    for (const control of known) if (control.missingSince !== null) await miss(db, document, control, at)
    return
  }
  const { kept, missing, renamed, fresh } = matchControls(known, seen)
  for (const control of kept) if (control.missingSince !== null) await welcomeBack(db, document, control, at)
  for (const { from, to } of renamed) {
    await dropControl(db, document.number, from)
    await putControl(db, document.number, { ...to, missingSince: null, lostAt: null })
    if (from.lostAt !== null) await closeNotice(db, document.number, from, at)
  }
  for (const control of fresh) await putControl(db, document.number, { ...control, missingSince: null, lostAt: null })
  for (const control of missing) await miss(db, document, control, at)
}

type Matched = {
  readonly kept: readonly StoredControl[]
  readonly missing: readonly StoredControl[]
  /** A choice under another label is the same choice where one of its kind is new. */
  readonly renamed: readonly { readonly from: StoredControl; readonly to: ChoiceControl }[]
  readonly fresh: readonly ChoiceControl[]
}

export function matchControls(known: readonly StoredControl[], seen: readonly ChoiceControl[]): Matched {
  const labels = new Set(seen.map(nameOf))
  const knownLabels = new Set(known.map(nameOf))
  const fresh = seen.filter((control) => !knownLabels.has(nameOf(control)))
  const missing: StoredControl[] = []
  const renamed: { from: StoredControl; to: ChoiceControl }[] = []
  for (const control of known) {
    if (labels.has(nameOf(control))) continue
    const at = fresh.findIndex(({ kind }) => kind === control.kind)
    if (at < 0) missing.push(control)
    else renamed.push({ from: control, to: fresh.splice(at, 1)[0]! })
  }
  return { kept: known.filter((control) => labels.has(nameOf(control))), missing, renamed, fresh }
}

const nameOf = ({ kind, label }: ChoiceControl): string => `${kind} ${label.toLowerCase()}`

async function miss(db: Db, document: StoredDocument, control: StoredControl, at: string): Promise<void> {
  if (control.lostAt !== null) return
  const isSecond = control.missingSince !== null
  await putControl(db, document.number, {
    ...control,
    missingSince: control.missingSince ?? at,
    lostAt: isSecond ? at : null,
  })
  if (isSecond) await openNotice(db, document.number, control, at)
}

async function welcomeBack(db: Db, document: StoredDocument, control: StoredControl, at: string): Promise<void> {
  await putControl(db, document.number, { ...control, missingSince: null, lostAt: null })
  if (control.lostAt !== null) await closeNotice(db, document.number, control, at)
}
