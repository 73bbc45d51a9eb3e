/** Choice controls as own captures showed them last, and the notices on platforms that their loss makes. */
import type { ChoiceControl } from '../core/reading.ts'
import type { Db } from './index.ts'

export type StoredControl = ChoiceControl & {
  readonly missingSince: string | null
  readonly lostAt: string | null
}

export type ControlName = Pick<ChoiceControl, 'kind' | 'label'>

export async function documentControls(db: Db, documentNumber: number): Promise<StoredControl[]> {
  const rows = await db
    .selectFrom('choice_control')
    .selectAll()
    .where('document_number', '=', documentNumber)
    .orderBy('kind')
    .orderBy('label')
    .execute()
  return rows.map(({ kind, label, href, missing_since, lost_at }) => ({
    kind,
    label,
    href,
    missingSince: missing_since,
    lostAt: lost_at,
  }))
}

export async function putControl(db: Db, documentNumber: number, control: StoredControl): Promise<void> {
  const { kind, label, href, missingSince, lostAt } = control
  const state = { href, missing_since: missingSince, lost_at: lostAt }
  await db
    .insertInto('choice_control')
    .values({ document_number: documentNumber, kind, label, ...state })
    .onConflict((conflict) => conflict.columns(['document_number', 'kind', 'label']).doUpdateSet(state))
    .execute()
}

export async function dropControl(db: Db, documentNumber: number, { kind, label }: ControlName): Promise<void> {
  await db
    .deleteFrom('choice_control')
    .where('document_number', '=', documentNumber)
    .where('kind', '=', kind)
    .where('label', '=', label)
    .execute()
}

/**
 * A notice of one document. Pages join those of a platform (`view/notice.ts`), because documents are read in another
 * order when rows are made anew.
 */
export async function openNotice(
  db: Db,
  documentNumber: number,
  { kind, label }: ControlName,
  at: string,
): Promise<void> {
  await db
    .insertInto('notice')
    .values({ document_number: documentNumber, kind, label, opened_at: at, closed_at: null })
    .execute()
}

export async function closeNotice(
  db: Db,
  documentNumber: number,
  { kind, label }: ControlName,
  at: string,
): Promise<void> {
  await db
    .updateTable('notice')
    .set({ closed_at: at })
    .where('document_number', '=', documentNumber)
    .where('kind', '=', kind)
    .where('label', '=', label)
    .where('closed_at', 'is', null)
    .execute()
}
