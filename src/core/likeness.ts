/** Provisions of different platforms compared by what they say (DESIGN section 7): stance, likeness, rarity. */
import type { ProvisionType } from './provision.ts'
import type { Signal } from './signal.ts'

/** What decides between two provisions of one type: the signals of it that the wording gives, in the order of the list. */
export type Stance = readonly Signal[]

/** A wording that stands in a current version of some platform. */
export type ComparedWording = {
  readonly provision: number
  readonly platform: string
  /** Most important first. */
  readonly types: readonly ProvisionType[]
  readonly quote: string
}

export type NearWording<Wording extends ComparedWording = ComparedWording> = {
  readonly wording: Wording
  /** 0 to 1: cosine of the weighted words of both. */
  readonly likeness: number
  readonly sameStance: boolean
  /** Other platforms whose document has the very same text; they are counted once. */
  readonly sameTextOf: readonly string[]
}

/** `near` holds what is close enough to be called alike, best first; `nearest` the best of all, also where none is close. */
export type Nearest<Wording extends ComparedWording = ComparedWording> = {
  readonly near: readonly NearWording<Wording>[]
  readonly nearest: NearWording<Wording> | null
  /** Different texts that were compared. */
  readonly compared: number
}

/** Numbers of platforms, and of different policy texts: one text that governs several platforms counts once. */
export type RarityCount = { readonly platforms: number; readonly texts: number }

export type Rarity = {
  /** With an assessed document of this kind. */
  readonly assessed: RarityCount
  /** Of these, with a provision whose main type is the same. */
  readonly withType: RarityCount
  /** Of these, with one that takes the same stance. */
  readonly withStance: RarityCount
  readonly stance: Stance
}
