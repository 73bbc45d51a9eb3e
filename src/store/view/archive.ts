/** What the archive holds, in numbers. */
import type { ChangeKind } from '../../core/change.ts'
import type { Db } from '../index.ts'

export type Holdings = {
  readonly platforms: number
  readonly documents: number
  readonly versions: number
  readonly changes: Readonly<Record<ChangeKind, number>>
  /** First and last moment at which anything in it was observed; null where it is empty. */
  readonly firstAt: string | null
  readonly lastAt: string | null
}

export async function readHoldings(db: Db): Promise<Holdings> {
  const [platforms, documents, versions] = await Promise.all(
    (['platform', 'document', 'version'] as const).map(async (table) => {
      const { n } = await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return Number(n)
    }),
  )
  const kinds = await db
    .selectFrom('change')
    .where('retired_at', 'is', null)
    .select((eb) => ['kind', eb.fn.countAll<number>().as('n')])
    .groupBy('kind')
    .execute()
  const changes: Record<ChangeKind, number> = { substantive: 0, administrative: 0, noise: 0, 'broken-capture': 0 }
  for (const { kind, n } of kinds) changes[kind] = Number(n)
  const bounds = await db
    .selectFrom('span')
    .select((eb) => [eb.fn.min('from_at').as('first'), eb.fn.max('to_at').as('last')])
    .executeTakeFirst()
  return {
    platforms: platforms!,
    documents: documents!,
    versions: versions!,
    changes,
    firstAt: bounds?.first ?? null,
    lastAt: bounds?.last ?? null,
  }
}
