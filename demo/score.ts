/**
 * Compares what an archive made of the demo with what happened: reads the lines of `clausewatch changes --all --jsonl`
 * and says which changes were found, missed, called by another kind, or seen where there was none.
 *
 * `clausewatch changes --all --jsonl --data data-demo | node demo/score.ts`
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { parse } from 'yaml'
import { type ExpectedChange, expectedChanges } from './site/expected.ts'

/** A weekly check sees a change after at most seven days; a trouble of ten days may lie in between. */
const SEEN_WITHIN_MS = 18 * 86_400_000

export type SeenChange = {
  readonly id: string | null
  readonly platform: string
  readonly document: string
  readonly kind: string
  readonly detectedAt: string
}

export type DemoScore = {
  readonly expected: number
  readonly found: number
  readonly kindRight: number
  /** Published as a change of the document where nothing happened. */
  readonly extra: readonly string[]
  readonly missed: readonly string[]
  readonly otherKind: readonly string[]
}

export function scoreDemo(
  seen: readonly SeenChange[],
  expected: readonly ExpectedChange[] = expectedChanges(),
): DemoScore {
  const titles = documentTitles()
  const open = new Set(seen.filter((change) => change.id !== null && isChangeOfDocument(change.kind)))
  const missed: string[] = []
  const otherKind: string[] = []
  for (const change of expected) {
    const document = titles.get(change.url)
    const since = Date.parse(change.on)
    const hit = [...open].find(({ platform, document: title, detectedAt }) => {
      const delay = Date.parse(detectedAt) - since
      return `${platform}: ${title}` === document && delay >= 0 && delay < SEEN_WITHIN_MS
    })
    if (!hit) missed.push(`${document}, ${change.on}: ${change.because}`)
    else if (hit.kind !== change.kind)
      otherKind.push(`${document}, ${change.on}: ${hit.kind}, not ${change.kind}: ${change.because}`)
    if (hit) open.delete(hit)
  }
  const found = expected.length - missed.length
  const extra = [...open].map(
    ({ platform, document, kind, detectedAt }) => `${platform}: ${document}, ${detectedAt}: ${kind}`,
  )
  return { expected: expected.length, found, kindRight: found - otherKind.length, extra, missed, otherKind }
}

function isChangeOfDocument(kind: string): boolean {
  return kind === 'substantive' || kind === 'administrative'
}

function documentTitles(): Map<string, string> {
  type Listed = { platform: string; documents: { title: string; sources: { url: string }[] }[] }
  const folder = path.join(import.meta.dirname, 'catalogue')
  const platforms = readdirSync(folder).map((file) => parse(readFileSync(path.join(folder, file), 'utf8')) as Listed)
  return new Map(
    platforms.flatMap(({ platform, documents }) =>
      documents.flatMap(({ title, sources }) => sources.map(({ url }) => [url, `${platform}: ${title}`] as const)),
    ),
  )
}

if (import.meta.main) {
  const lines = (await text(process.stdin)).split('\n').filter(Boolean)
  const score = scoreDemo(lines.map((line) => JSON.parse(line) as SeenChange))
  process.stdout.write(`${JSON.stringify(score, null, 2)}\n`)
}
