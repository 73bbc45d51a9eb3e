/**
 * How fast two versions are compared, over real histories and over built extremes, beside jsdiff and diff-match-patch.
 * The peers find the words that differ; ours also matches passages, hides what pages add, and describes the change.
 * Times of real pairs are of the clock, those of extremes of the processor. Usage: node bench/compare.ts [REPOSITORY]; the repository is a bare clone or a bundle of
 * an Open Terms Archive versions collection, by default the one in ../shared/corpus. Prints one JSON object.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Block, type PolicyText, plainText } from '../src/core/policy-text.ts'
import { extract } from '../src/stages/3-extract/index.ts'
import { align, describe } from '../src/stages/4-compare/index.ts'

const BUNDLE = path.resolve(import.meta.dirname, '../../shared/corpus/genai-contrib-versions.bundle')
/** Every so many pairs the peers run too; they are slow. */
const PEER_EVERY = 10
const SLOWEST = 5

const WORDS =
  'data you we may share service account content use model terms notice right party law agree provide access customer information'.split(
    ' ',
  )

type Peer = { readonly name: string; readonly compare: (before: string, after: string) => unknown }
type Pair = { readonly name: string; readonly before: PolicyText; readonly after: PolicyText }

const repository = process.argv[2] ?? BUNDLE
const result: Record<string, unknown> = { extremes: extremes() }
if (existsSync(repository)) result.corpus = await corpus(repository)
else console.error(`${repository} is absent: only the built extremes are measured`)
console.log(JSON.stringify(result, null, 1))

function timed(run: () => unknown): number {
  const started = performance.now()
  run()
  return performance.now() - started
}

function processorMs(run: () => unknown): number {
  const started = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}

function compare({ before, after }: Omit<Pair, 'name'>): void {
  describe(align(before, after), {
    old: { text: before },
    new: { text: after },
    platform: 'A platform',
    documentType: 'terms-of-service',
  })
}

async function corpus(from: string): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-compare-'))
  try {
    const git = path.join(folder, 'versions.git')
    execFileSync('git', ['clone', '-q', '--bare', from, git])
    const peers = await installedPeers()
    const own: number[] = []
    const slowest: { name: string; ms: number; chars: number }[] = []
    const both = new Map(peers.map(({ name }) => [name, [] as { own: number; peer: number }[]]))
    for await (const pair of consecutiveTexts(git)) {
      const ms = timed(() => compare(pair))
      own.push(ms)
      slowest.push({ name: pair.name, ms: round(ms), chars: plainText(pair.after).length })
      slowest.sort((x, y) => y.ms - x.ms).splice(SLOWEST)
      if (own.length % PEER_EVERY !== 0) continue
      const [x, y] = [plainText(pair.before), plainText(pair.after)]
      for (const { name, compare: run } of peers) both.get(name)!.push({ own: ms, peer: timed(() => run(x, y)) })
    }
    return {
      pairs: own.length,
      ...quantiles(own),
      slowest,
      peers: Object.fromEntries([...both].map(([name, times]) => [name, ratio(times)])),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Pairs of recorded versions that follow one another in one path, as policy texts; only those that differ. */
async function* consecutiveTexts(git: string): AsyncGenerator<Pair> {
  const log = execFileSync(
    'git',
    ['--git-dir', git, 'log', '--reverse', '--no-renames', '--no-abbrev', '--raw', '-z', '--format='],
    { maxBuffer: 1 << 28 },
  ).toString()
  const records = [...log.matchAll(/:\d+ \d+ [0-9a-f]{40} ([0-9a-f]{40}) [AM]\0([^\0]+\/[^\0]+\.md)\0/g)]
  const blobs = readBlobs(git, new Set(records.map(([, blob]) => blob!)))
  const last = new Map<string, { blob: string; text: PolicyText }>()
  for (const [, blob, file] of records) {
    const previous = last.get(file!)
    if (previous?.blob === blob) continue
    const text = await read(blobs.get(blob!)!, file!)
    if (previous) yield { name: `${file} ${blob!.slice(0, 8)}`, before: previous.text, after: text }
    last.set(file!, { blob: blob!, text })
  }
}

/** All blobs by one process. */
function readBlobs(git: string, names: ReadonlySet<string>): Map<string, Buffer> {
  const { stdout } = spawnSync('git', ['--git-dir', git, 'cat-file', '--batch'], {
    input: `${[...names].join('\n')}\n`,
    maxBuffer: 1 << 30,
  })
  const blobs = new Map<string, Buffer>()
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(10, at)
    const [name, , size] = stdout.toString('latin1', at, end).split(' ')
    blobs.set(name!, stdout.subarray(end + 1, end + 1 + Number(size)))
    at = end + 2 + Number(size)
  }
  return blobs
}

async function read(bytes: Uint8Array, file: string): Promise<PolicyText> {
  const [platform, title] = file.replace(/\.md$/, '').split('/')
  return (
    await extract({
      bytes,
      mediaType: 'text/markdown',
      url: null,
      declared: { platform: platform!, title: title!, type: 'other' },
    })
  ).text
}

/** Peers are no dependencies of the product; they are measured where somebody installed them. */
async function installedPeers(): Promise<Peer[]> {
  const peers: Peer[] = []
  const jsdiff = await load('diff')
  if (jsdiff) peers.push({ name: 'jsdiff diffWords', compare: (a, b) => (jsdiff.diffWords as Peer['compare'])(a, b) })
  const google = await load('diff-match-patch')
  if (google) {
    const Engine = (google.default ?? google.diff_match_patch) as new () => {
      diff_main(a: string, b: string): unknown
    }
    peers.push({ name: 'diff-match-patch', compare: (a, b) => new Engine().diff_main(a, b) })
  }
  return peers
}

async function load(name: string): Promise<Record<string, unknown> | null> {
  try {
    return (await import(name)) as Record<string, unknown>
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw cause
    console.error(`${name} is not installed: not compared`)
    return null
  }
}

function quantiles(times: readonly number[]): Record<string, number> {
  const sorted = times.toSorted((x, y) => x - y)
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
  return { medianMs: at(0.5), p90Ms: at(0.9), p99Ms: at(0.99), maxMs: at(1) }
}

function ratio(times: readonly { own: number; peer: number }[]): Record<string, number> {
  const median = (values: readonly number[]): number => values.toSorted((x, y) => x - y)[values.length >> 1] ?? 0
  return {
    pairs: times.length,
    ownMedianMs: round(median(times.map(({ own }) => own))),
    peerMedianMs: round(median(times.map(({ peer }) => peer))),
    timesFaster: round(median(times.map(({ own, peer }) => peer / own))),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Texts that no history holds: rewritten completely, very long, and made to defeat the search. */
function extremes(): Record<string, number> {
  const built: Record<string, Omit<Pair, 'name'>> = {
    'rewritten, 100 kB, the first comparison of a process': { before: text(1, 100_000), after: text(2, 100_000) },
    'rewritten, 100 kB, another one after it': { before: text(9, 100_000), after: text(10, 100_000) },
    'rewritten, 2 MB': { before: text(3, 2_000_000), after: text(4, 2_000_000) },
    'every word edited, 2 MB': { before: text(5, 2_000_000), after: text(5, 2_000_000, 'x') },
    'one block, 2 MB': { before: single(text(6, 2_000_000)), after: single(text(7, 2_000_000)) },
    'reversed, 2 MB': {
      before: text(8, 2_000_000),
      after: { format: 1, blocks: text(8, 2_000_000).blocks.toReversed() },
    },
    'the same two words, 2 MB': { before: repeated('a b', 2_000_000), after: repeated('b a', 1_900_000) },
  }
  return Object.fromEntries(
    Object.entries(built).map(([name, pair]) => [name, round(processorMs(() => compare(pair)))]),
  )
}

function text(seed: number, bytes: number, ending = ''): PolicyText {
  const blocks: Block[] = []
  let state = seed * 2_654_435_761
  const next = (n: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * n)
  }
  for (let size = 0; size < bytes; ) {
    const words = Array.from({ length: 20 + next(60) }, () =>
      next(3) === 0 ? `w${next(5_000)}${ending}` : `${WORDS[next(WORDS.length)]}${ending}`,
    )
    blocks.push(paragraph(words.join(' ')))
    size += blocks.at(-1)!.text.length
  }
  return { format: 1, blocks }
}

function single(whole: PolicyText): PolicyText {
  return { format: 1, blocks: [paragraph(plainText(whole).replaceAll('\n', ' '))] }
}

function repeated(words: string, bytes: number): PolicyText {
  return {
    format: 1,
    blocks: Array.from({ length: bytes / 1000 }, () => paragraph(`${words} `.repeat(1000 / (words.length + 1)).trim())),
  }
}

function paragraph(words: string): Block {
  return { kind: 'paragraph', depth: 0, number: null, headingPath: [], links: [], text: words }
}
