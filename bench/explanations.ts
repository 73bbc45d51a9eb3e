/**
 * How far explanations come from the wording that they explain. Of every labelled provision, grouped as the product
 * groups blocks: whether a reading made for such wordings says what it is, whether nothing but the general text of its
 * type is left, and how many different texts 100 provisions of a type get. Quoted words of the passage are taken out
 * before texts are compared, since those always differ.
 *
 *   node bench/explanations.ts [development|unseen] [SHARED]     (default: both halves, ../shared beside the repository)
 */
import path from 'node:path'
import type { ExplainInput, Explanation } from '../src/core/explanation.ts'
import type { ProvisionKnowledge } from '../src/core/knowledge.ts'
import { PROVISION_TYPES } from '../src/core/provision.ts'
import { packageKnowledge } from '../src/service/knowledge.ts'
import { explain } from '../src/stages/5-analyse/index.ts'
import { readGold } from './classify/gold-rows.ts'
import { goldProvisions, type Half } from './explain/gold-provisions.ts'

type Read = {
  readonly type: string
  /** A reading made for such wordings says what the provision is. */
  readonly own: boolean
  /** No part differs from the general text of the type. */
  readonly general: boolean
  /** Parts that differ from the general text, of eight. */
  readonly parts: number
  readonly said: string
}

const knowledge = packageKnowledge()
const args = process.argv.slice(2)
const halves = args.filter((arg): arg is Half => arg === 'development' || arg === 'unseen')
const shared = args.find((arg) => !halves.includes(arg as Half)) ?? path.join(import.meta.dirname, '../../shared')
const rows = readGold(path.join(shared, 'gold'))
if (rows === undefined) process.stdout.write(`skipped: no labelled blocks under ${shared}\n`)
else
  for (const half of halves.length > 0 ? halves : (['development', 'unseen'] as const))
    print(half, goldProvisions(rows, half).map(readOf))

function readOf(input: ExplainInput): Read {
  const explanation = explain(input, knowledge)
  const said = partsOf(explanation).map((text) => text.replace(/“[^”]*”/g, '“”'))
  // Another of its types may explain a provision, where it has more to say.
  const types = input.types.map((type) => partsOf(knowledge.types[type]))
  const changed = types.map((general) => said.filter((text, at) => withoutQuote(text) !== general[at]).length)
  return {
    type: input.types[0]!,
    own: types.every((general) => !said[0]!.startsWith(general[0]!)),
    general: changed.includes(0),
    parts: Math.min(...changed),
    said: said.join('\n').replaceAll(input.platform, '{platform}'),
  }
}

/** The eight parts that are texts; what a type says in general has the same ones. */
function partsOf({ whatItIs, whyItMatters, impact, contract, compliance }: Explanation | ProvisionKnowledge): string[] {
  const { consumers, businesses, researchers, endUsers } = impact
  return [whatItIs, whyItMatters, consumers, businesses, researchers, endUsers, contract, compliance]
}

function withoutQuote(text: string): string {
  return text.replace(/ In the document’s own words: “”\.| It sets a condition or makes an exception: “”\./g, '')
}

function print(half: Half, all: readonly Read[]): void {
  const line = (name: string, of: readonly Read[]): string =>
    [
      name.padEnd(30),
      String(of.length).padStart(10),
      percent(of.filter(({ own }) => own).length, of.length),
      percent(of.filter(({ general }) => general).length, of.length),
      (of.reduce((sum, { parts }) => sum + parts, 0) / (of.length || 1)).toFixed(1).padStart(10),
      percent(new Set(of.map(({ said }) => said)).size, of.length),
    ].join(' ')
  process.stdout.write(
    `${half}\n${['type'.padEnd(30), ...['provisions', 'own', 'general', 'parts of 8', 'distinct'].map((name) => name.padStart(10))].join(' ')}\n`,
  )
  for (const type of PROVISION_TYPES)
    process.stdout.write(
      `${line(
        type,
        all.filter((one) => one.type === type),
      )}\n`,
    )
  process.stdout.write(`${line('all', all)}\n\n`)
}

/** Of 100. */
function percent(part: number, whole: number): string {
  return (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)).padStart(10)
}
