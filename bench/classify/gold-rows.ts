/** The labelled blocks, by document, and the split by platform that training never sees. */
import { existsSync, readFileSync } from 'node:fs'
import type { Severity } from '../../src/core/change.ts'
import type { ProvisionType } from '../../src/core/provision.ts'
import { hashString } from '../../src/stages/5-analyse/classify/words.ts'

export type GoldRow = {
  readonly id: string
  readonly platform: string
  readonly document: string
  readonly heading: string
  readonly text: string
  readonly types: readonly ProvisionType[]
  readonly severity: Severity | null
}

/** Platforms of one owner share documents or whole paragraphs; they stay on one side of every split. */
const OWNERS: readonly (readonly string[])[] = [
  ['OpenAI', 'ChatGPT', 'DALL·E'],
  ['Mistral AI', 'Le Chat'],
  ['Twitter', 'X'],
  ['Facebook', 'Threads', 'Oculus'],
  ['Snap', 'Snapchat'],
  ['Wolfram', 'WolframAlpha'],
  ['Tencent', 'WeChat', 'WeChat Open Platform'],
  ['Amazon.com', 'Amazon Publisher', 'Alexa Skills', 'Twitch'],
  ['AdSense', 'Gmail', 'Local Services'],
  ['Microsoft Copilot', 'Microsoft Store', 'LinkedIn'],
  ['Civitai', 'Codeium'],
]

export function ownerOf(platform: string): string {
  return OWNERS.find((names) => names.includes(platform))?.[0] ?? platform
}

/** Groups by owner: 0 to `parts` - 1. */
export function partOf(platform: string, parts: number, salt: string): number {
  return hashString(`${salt} ${ownerOf(platform)}`) % parts
}

/** Whether a platform belongs to the held-out fifth. */
export function isHeldOut(platform: string): boolean {
  return partOf(platform, 5, 'held-out') === 0
}

export function readGold(goldFolder: string): GoldRow[] | undefined {
  const file = `${goldFolder}/provisions/provisions.jsonl`
  if (!existsSync(file)) return undefined
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldRow)
}

/** Rows of one document each, in reading order. */
export function byDocument(rows: readonly GoldRow[]): GoldRow[][] {
  const documents = new Map<string, GoldRow[]>()
  for (const row of rows) {
    const id = row.id.split('.')[0] ?? row.id
    const list = documents.get(id)
    if (list === undefined) documents.set(id, [row])
    else list.push(row)
  }
  return [...documents.values()]
}
