/** Labelled blocks as the provisions that the product would make of them, each ready to be explained. */
import type { DocumentType } from '../../src/core/document.ts'
import { DOCUMENT_TYPES } from '../../src/core/document.ts'
import type { ExplainInput } from '../../src/core/explanation.ts'
import type { Block, PolicyText } from '../../src/core/policy-text.ts'
import type { Classification } from '../../src/core/provision.ts'
import { readFacts } from '../../src/stages/5-analyse/facts/index.ts'
import { groupBlocks } from '../../src/stages/5-analyse/provision/group.ts'
import { makeWording } from '../../src/stages/5-analyse/provision/wording.ts'
import { byDocument, type GoldRow, partOf } from '../classify/gold-rows.ts'

/** Readings were written with the platforms of one half in sight; the other half shows what they are worth. */
export type Half = 'development' | 'unseen'

export function halfOf(platform: string): Half {
  return partOf(platform, 2, 'explanations') === 0 ? 'development' : 'unseen'
}

/** Every provision of a half, with the facts of its document; no other provision and no other document is known. */
export function goldProvisions(rows: readonly GoldRow[], half: Half): ExplainInput[] {
  return byDocument(rows.filter(({ platform }) => halfOf(platform) === half)).flatMap(provisionsOf)
}

function provisionsOf(rows: readonly GoldRow[]): ExplainInput[] {
  const { platform, document: title } = rows[0]!
  const blocks = blocksOf(rows)
  const text: PolicyText = { format: 1, blocks }
  const facts = readFacts(rows, { platform, document: title })
  const answers = rows.map(
    ({ types, severity }): Classification => ({
      types,
      severity: types.length > 0 ? severity : null,
      confidence: 'high',
    }),
  )
  return groupBlocks(blocks, answers).map((range) => {
    const { exact, types, severity } = makeWording(blocks, range, answers, null, facts)
    return {
      platform,
      document: { title, type: typeOf(title) },
      text,
      blocks: range,
      quote: exact,
      types,
      severity,
      facts,
      provisions: [],
      documents: [],
    }
  })
}

/** The labelled data does not say what is an item of a list: taken for one is what follows a colon under the same heading, for as long as it is short. */
function blocksOf(rows: readonly GoldRow[]): Block[] {
  let inList = false
  let before: GoldRow | undefined
  return rows.map((row) => {
    if (before && (before.heading !== row.heading || !(inList || /[:：]$/.test(before.text)))) inList = false
    else if (before) inList = row.text.length < LONGEST_ITEM
    before = row
    return {
      kind: inList ? 'item' : 'paragraph',
      depth: inList ? 1 : 0,
      number: null,
      headingPath: row.heading === '' ? [] : row.heading.split(' > '),
      text: row.text,
      links: [],
    }
  })
}
const LONGEST_ITEM = 400

/** By the names that documents have in the labelled data. */
const OTHER_NAMES: Readonly<Record<string, DocumentType>> = {
  'Data Processor Agreement': 'data-processing-agreement',
  'Data Controller Agreement': 'data-processing-agreement',
  'Trackers Policy': 'cookie-policy',
  'Copyright Claims Policy': 'copyright-policy',
  'Restricted Use Policy': 'acceptable-use-policy',
}

function typeOf(title: string): DocumentType {
  const slug = (Object.keys(DOCUMENT_TYPES) as DocumentType[]).find((type) => DOCUMENT_TYPES[type] === title)
  return slug ?? OTHER_NAMES[title] ?? 'other'
}
