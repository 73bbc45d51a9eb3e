/** Sparse feature vectors of all blocks, in one piece. */
import { documentContextOf, emitFeatures, FIELDS } from '../../src/stages/5-analyse/classify/features.ts'
import { surroundingsOf } from '../../src/stages/5-analyse/classify/surroundings.ts'
import { createVectoriser, RARITY_STEPS, type Vocabulary } from '../../src/stages/5-analyse/classify/vocabulary.ts'

/** Row r holds columns[starts[r]] .. columns[starts[r + 1] - 1]. */
export type Matrix = {
  readonly rows: number
  readonly width: number
  readonly starts: Uint32Array
  readonly columns: Uint32Array
  readonly values: Float32Array
  readonly fields: Uint8Array
}

export type DocumentBlocks = {
  readonly platform: string
  readonly document: string
  readonly blocks: readonly { readonly heading: string; readonly text: string }[]
}

export type BuiltVocabulary = {
  readonly vocabulary: Vocabulary
  /** The network looks at the columns before this one. */
  readonly networkColumns: number
}

/** In how many blocks a feature has to occur to be kept. */
export type Rarest = {
  readonly labelled: number
  /** Labelled or not: enough for the network. */
  readonly any: number
}

/** Runs of characters serve the linear machines alone. */
const NOT_FOR_NETWORK = FIELDS.findIndex(({ name }) => name === 'characters')
const SEEN_SIZE = 2 ** 27

/** A document with a mark for each of its blocks: whether it is labelled. */
export type MarkedBlocks = DocumentBlocks & { readonly isLabelled: readonly boolean[] }

/** Counts features over labelled and unlabelled blocks. The network's columns come first. */
export function buildVocabulary(documents: readonly MarkedBlocks[], rarest: Rarest): BuiltVocabulary {
  const counts = new Map<number, { labelled: number; all: number; forNetwork: boolean }>()
  // Features seen once are kept out of the map by a table of marks, because most are.
  const seen = new Uint8Array(SEEN_SIZE)
  let rows = 0
  for (const { platform, document, blocks, isLabelled } of documents) {
    const context = documentContextOf({ platform, document })
    surroundingsOf(blocks).forEach((around, at) => {
      rows++
      const counted = isLabelled[at] === true ? 1 : 0
      const here = new Map<number, number>()
      emitFeatures(around, context, (field, hash) => here.set(hash, field))
      for (const [hash, field] of here) {
        const slot = hash & (SEEN_SIZE - 1)
        const known = counts.get(hash)
        if (known !== undefined) {
          known.all++
          known.labelled += counted
        } else if (seen[slot] === 0) seen[slot] = 1 + counted
        else counts.set(hash, { labelled: seen[slot]! - 1 + counted, all: 2, forNetwork: field !== NOT_FOR_NETWORK })
      }
    })
  }
  const kept = [...counts].filter(([, n]) => n.labelled >= rarest.labelled || (n.forNetwork && n.all >= rarest.any))
  const isNetwork = ([, n]: (typeof kept)[number]): boolean => n.forNetwork && n.all >= rarest.any
  kept.sort((a, b) => Number(isNetwork(b)) - Number(isNetwork(a)) || a[0] - b[0])
  const rarity = (all: number): number =>
    Math.max(1, Math.min(255, Math.round(RARITY_STEPS * Math.log((1 + rows) / all))))
  return {
    vocabulary: {
      hashes: Uint32Array.from(kept, ([hash]) => hash),
      rarities: Uint8Array.from(kept, ([, { all }]) => rarity(all)),
    },
    networkColumns: kept.filter(isNetwork).length,
  }
}

export function buildMatrix(documents: readonly DocumentBlocks[], vocabulary: Vocabulary): Matrix {
  const vectorise = createVectoriser(vocabulary)
  const parts: { columns: Uint32Array; values: Float32Array; fields: Uint8Array }[] = []
  for (const { platform, document, blocks } of documents) {
    const context = documentContextOf({ platform, document })
    for (const around of surroundingsOf(blocks)) {
      const { columns, values, fields, length } = vectorise(around, context)
      parts.push({
        columns: columns.slice(0, length),
        values: values.slice(0, length),
        fields: fields.slice(0, length),
      })
    }
  }
  const total = parts.reduce((sum, part) => sum + part.columns.length, 0)
  const starts = new Uint32Array(parts.length + 1)
  const columns = new Uint32Array(total)
  const values = new Float32Array(total)
  const fields = new Uint8Array(total)
  let at = 0
  parts.forEach((part, row) => {
    starts[row] = at
    columns.set(part.columns, at)
    values.set(part.values, at)
    fields.set(part.fields, at)
    at += part.columns.length
  })
  starts[parts.length] = at
  return { rows: parts.length, width: vocabulary.hashes.length, starts, columns, values, fields }
}
