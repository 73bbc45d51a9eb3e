/** The redline of a change, from the texts of both its versions. */
import { align, type RedlineRow, redline } from '../../stages/4-compare/index.ts'
import type { Db } from '../../store/index.ts'
import { readText } from '../../store/policy-text.ts'

/** `context`: unchanged blocks shown around a change, the rest is folded; `rulesOff`: what normalisers hide is shown too. */
export type RedlineRequest = {
  readonly fromVersion: number
  readonly toVersion: number
  readonly context: number
  readonly rulesOff: boolean
}
/** `coarse`: the comparison ended early, and what was left is shown as deleted and inserted as a whole. */
export type ChangeRedline = {
  readonly rows: readonly RedlineRow[]
  readonly coarse: boolean
  /** One of the texts was taken down: there is nothing to compare. */
  readonly withheld?: true
}

/** Null where one of the versions does not exist. */
export async function computeRedline(db: Db, request: RedlineRequest): Promise<ChangeRedline | null> {
  const { fromVersion, toVersion, context, rulesOff } = request
  const rows = await db
    .selectFrom('version')
    .select(['number', 'text_id'])
    .where('number', 'in', [fromVersion, toVersion])
    .execute()
  const textOf = (number: number) => rows.find((row) => row.number === number)?.text_id
  const [from, to] = [textOf(fromVersion), textOf(toVersion)]
  if (from === undefined || to === undefined) return null
  const [old, fresh] = [await readText(db, from), await readText(db, to)]
  if (old.blocks.length === 0 || fresh.blocks.length === 0) return { rows: [], coarse: false, withheld: true }
  const alignment = align(old, fresh, { rulesOff })
  return { rows: redline(alignment, { context }), coarse: alignment.coarse }
}
