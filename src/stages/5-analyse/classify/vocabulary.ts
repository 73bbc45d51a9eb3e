/** The features that a model knows, and the vector of a block over them. */
import { type DocumentContext, emitFeatures, FIELDS } from './features.ts'
import type { Surroundings } from './surroundings.ts'

/** Rarities are kept in steps of one sixteenth. */
export const RARITY_STEPS = 16

export type Vocabulary = {
  /** Hash of each column's feature. */
  readonly hashes: Uint32Array
  /** Inverse document frequency of each column, times RARITY_STEPS. */
  readonly rarities: Uint8Array
}

/** Columns and values of one block; valid until the next vector is made. */
export type BlockVector = { length: number; columns: Uint32Array; values: Float32Array; fields: Uint8Array }

/** Makes vectors over a vocabulary. Keeps scratch room between calls, holds no other state. */
export function createVectoriser({
  hashes,
  rarities,
}: Vocabulary): (around: Surroundings, context: DocumentContext) => BlockVector {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, hashes.length * 2)))
  const mask = size - 1
  // Hash and column side by side, so that a look-up touches one line of memory; column 0 stands as 1.
  const table = new Uint32Array(size * 2)
  for (let column = 0; column < hashes.length; column++) {
    let slot = hashes[column]! & mask
    while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & mask
    table[slot * 2] = hashes[column]!
    table[slot * 2 + 1] = column + 1
  }
  const counts = new Uint16Array(hashes.length)
  let vector: BlockVector = emptyVector(4096)
  const lengths = new Float64Array(FIELDS.length)

  const take = (field: number, hash: number): void => {
    let slot = hash & mask
    while (table[slot * 2] !== hash || table[slot * 2 + 1] === 0) {
      if (table[slot * 2 + 1] === 0) return
      slot = (slot + 1) & mask
    }
    const column = table[slot * 2 + 1]! - 1
    if (counts[column] === 0) {
      if (vector.length === vector.columns.length) vector = grown(vector)
      vector.columns[vector.length] = column
      vector.fields[vector.length] = field
      vector.length++
    }
    if (counts[column]! < 65535) counts[column]!++
  }

  return (around, context) => {
    vector.length = 0
    emitFeatures(around, context, take)
    lengths.fill(0)
    const { columns, values, fields, length } = vector
    for (let k = 0; k < length; k++) {
      const column = columns[k]!
      const flat = FIELDS[fields[k]!]!.flat === true
      const value = flat ? 1 : ((1 + Math.log(counts[column]!)) * rarities[column]!) / RARITY_STEPS
      counts[column] = 0
      values[k] = value
      lengths[fields[k]!]! += value * value
    }
    for (let field = 0; field < FIELDS.length; field++) {
      const { weight, flat } = FIELDS[field]!
      lengths[field] = flat === true ? weight : weight / Math.sqrt(lengths[field] || 1)
    }
    for (let k = 0; k < length; k++) values[k]! *= lengths[fields[k]!]!
    return vector
  }
}

function emptyVector(room: number): BlockVector {
  return { length: 0, columns: new Uint32Array(room), values: new Float32Array(room), fields: new Uint8Array(room) }
}

function grown(vector: BlockVector): BlockVector {
  const larger = emptyVector(vector.columns.length * 2)
  larger.columns.set(vector.columns)
  larger.fields.set(vector.fields)
  larger.length = vector.length
  return larger
}
