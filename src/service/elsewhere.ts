/** What other platforms say in the place of a provision, and how many say it (DESIGN section 7). */
import type { DocumentType } from '../core/document.ts'
import type { Nearest, Rarity } from '../core/likeness.ts'
import type { ProvisionType } from '../core/provision.ts'
import { isSameStance, nearestWordings, stanceOf } from '../stages/5-analyse/index.ts'
import type { Db } from '../store/index.ts'
import { comparedWordings, type PlacedComparison, rarityOf } from '../store/view/rarity.ts'

/** As many as a reader looks at. */
const SHOWN = 4

export type ElsewhereQuestion = {
  readonly provision: number
  readonly platformName: string
  readonly platformSlug: string
  readonly documentType: DocumentType
  /** Most important first, never empty. */
  readonly types: readonly ProvisionType[]
  readonly quote: string
}

export type Elsewhere = { readonly rarity: Rarity; readonly nearest: Nearest<PlacedComparison> }

export async function provisionElsewhere(db: Db, question: ElsewhereQuestion): Promise<Elsewhere> {
  const { provision, platformName, platformSlug, documentType, types, quote } = question
  const type = types[0]!
  const stance = stanceOf(type, quote)
  const [rarity, others] = await Promise.all([
    rarityOf(db, { documentType, type, stance, takesIt: (other) => isSameStance(stance, stanceOf(type, other)) }),
    comparedWordings(db, type, platformSlug),
  ])
  return { rarity, nearest: nearestWordings({ provision, platform: platformName, types, quote }, others, SHOWN) }
}
