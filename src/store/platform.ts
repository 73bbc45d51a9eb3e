/** Platforms as stored. */
import type { Platform } from '../core/document.ts'
import type { Db } from './index.ts'

export async function putPlatform(
  db: Db,
  number: number,
  { slug, name, website }: Platform,
  at: string,
): Promise<void> {
  await db
    .insertInto('platform')
    .values({ number, slug, name, website, registered_at: at })
    .onConflict((conflict) => conflict.column('number').doUpdateSet({ name, website }))
    .execute()
}

export async function platformBySlug(db: Db, slug: string): Promise<(Platform & { number: number }) | null> {
  return (
    (await db
      .selectFrom('platform')
      .select(['number', 'slug', 'name', 'website'])
      .where('slug', '=', slug)
      .executeTakeFirst()) ?? null
  )
}
