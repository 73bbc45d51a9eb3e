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
  readonly vocabulary: Vocabulary /** The network looks at the columns before this one. */
  readonly networkColumns: number
}

/** A feature is kept where this many labelled blocks have it, */
const RAREST_LABELLED = 3
/** or, for the network, this many blocks of both kinds. */
const RAREST_ANY = 25
/** Runs of characters serve the linear machines alone. */
const NOT_FOR_NETWORK = FIELDS.findIndex(({ name }) => name === 'characters')
const SEEN_SIZE = 2 ** 27

/** Counts features over labelled and unlabelled documents. The network's columns come first. */
export function buildVocabulary(
  labelled: readonly DocumentBlocks[],
  unlabelled: readonly DocumentBlocks[],
): BuiltVocabulary {
  const counts = new Map<number, { labelled: number; all: number; forNetwork: boolean }>()
  // Features seen once are kept out of the map by a table of marks, because most are.
  const seen = new Uint8Array(SEEN_SIZE)
  let rows = 0
  for (const [list, isLabelled] of [
    [labelled, true],
    [unlabelled, false],
  ] as const) {
    for (const { platform, document, blocks } of list) {
      const context = documentContextOf({ platform, document })
      for (const around of surroundingsOf(blocks)) {
        rows++
        const here = new Map<number, number>()
        emitFeatures(around, context, (field, hash) => here.set(hash, field))
        for (const [hash, field] of here) {
          const slot = hash & (SEEN_SIZE - 1)
          const known = counts.get(hash)
          if (known !== undefined) {
            known.all++
            if (isLabelled) known.labelled++
          } else if (seen[slot] === 0) seen[slot] = isLabelled ? 2 : 1
          else
            counts.set(hash, {
              labelled: (seen[slot] === 2 ? 1 : 0) + (isLabelled ? 1 : 0),
              all: 2,
              forNetwork: field !== NOT_FOR_NETWORK,
            })
        }
      }
    }
  }
  const kept = [...counts].filter(([, n]) => n.labelled >= RAREST_LABELLED || (n.forNetwork && n.all >= RAREST_ANY))
  const isNetwork = ([, n]: (typeof kept)[number]): boolean => n.forNetwork && n.all >= RAREST_ANY
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
