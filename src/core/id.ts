/**
 * Public ids (DESIGN section 1): per archive, at least six digits, never sorted as text, never reused.
 * Which number belongs to which natural key is decided once, in the archive's register.
 */
export type Branded<T, B extends string> = T & { readonly __brand: B }

/** The letter between `CW-` and the number. */
export const ID_LETTERS = { platform: 'E', document: 'D', version: 'V', change: 'C', provision: 'P' } as const
export type IdKind = keyof typeof ID_LETTERS

export type PublicId = Branded<string, 'public-id'>

/** `formatId('change', 1500)` is `CW-C-001500`. */
export function formatId(kind: IdKind, number: number): PublicId {
  return `CW-${ID_LETTERS[kind]}-${String(number).padStart(6, '0')}` as PublicId
}

/** The kind and number of a public id in any case; null for anything else. */
export function parseId(text: string): { kind: IdKind; number: number } | null {
  const match = /^CW-([EDVCP])-(\d{6,12})$/i.exec(text.trim())
  if (!match) return null
  const kind = (Object.keys(ID_LETTERS) as IdKind[]).find((key) => ID_LETTERS[key] === match[1]!.toUpperCase())
  return kind ? { kind, number: Number(match[2]) } : null
}
