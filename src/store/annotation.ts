/** Notes that a language model wrote, kept under what it was shown, and the tokens it used, day by day. */
import type { Annotation, AnnotationKey } from '../core/analyst.ts'
import type { Db } from './index.ts'

export async function findAnnotation(db: Db, key: AnnotationKey): Promise<Annotation | null> {
  const row = await db
    .selectFrom('annotation')
    .select('annotation')
    .where('subject_sha256', '=', key.subject)
    .where('prompt_version', '=', key.promptVersion)
    .where('model', '=', key.model)
    .executeTakeFirst()
  return row ? (JSON.parse(row.annotation) as Annotation) : null
}

export async function hasAnnotations(db: Db): Promise<boolean> {
  return (await db.selectFrom('annotation').select('model').limit(1).executeTakeFirst()) !== undefined
}

export type KeptAnnotation = { readonly annotation: Annotation; readonly madeAt: string }

/** By subject: the newest that holds anything a model wrote, whichever model it was. */
export async function annotationsOf(db: Db, subjects: readonly string[]): Promise<ReadonlyMap<string, KeptAnnotation>> {
  if (subjects.length === 0) return new Map()
  const rows = await db
    .selectFrom('annotation')
    .select(['subject_sha256', 'annotation', 'made_at'])
    .where('subject_sha256', 'in', subjects)
    .orderBy('made_at')
    .execute()
  const kept = rows.map(
    (row) =>
      [row.subject_sha256, { annotation: JSON.parse(row.annotation) as Annotation, madeAt: row.made_at }] as const,
  )
  return new Map(kept.filter(([, { annotation }]) => annotation.by.kind === 'model'))
}

export async function keepAnnotation(db: Db, key: AnnotationKey, annotation: Annotation, at: string): Promise<void> {
  const row = {
    subject_sha256: key.subject,
    prompt_version: key.promptVersion,
    model: key.model,
    annotation: JSON.stringify(annotation),
    made_at: at,
  }
  await db
    .insertInto('annotation')
    .values(row)
    .onConflict((conflict) => conflict.columns(['subject_sha256', 'prompt_version', 'model']).doNothing())
    .execute()
}

/** Tokens of a day (`YYYY-MM-DD`, UTC), set aside ones included. */
export async function tokensUsedOn(db: Db, day: string): Promise<number> {
  const row = await db.selectFrom('model_use').select('tokens').where('day', '=', day).executeTakeFirst()
  return row?.tokens ?? 0
}

/** Adds to the tokens of a day; a negative number gives back what was set aside and not used. */
export async function addTokens(db: Db, day: string, tokens: number): Promise<void> {
  await db
    .insertInto('model_use')
    .values({ day, tokens })
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet(({ eb }) => ({ tokens: eb('model_use.tokens', '+', tokens) })),
    )
    .execute()
}
