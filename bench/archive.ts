/**
 * The archive against its peers, one run, ratios printed. Usage: node bench/archive.ts CAPTURES.git [FOLDER]
 * CAPTURES.git: a bare clone of a repository of raw captures, one commit a capture.
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { canonicalJson } from '../src/core/canonical-json.ts'
import type { CaptureEntry, Entry } from '../src/core/entry.ts'
import { policyTextSha256 } from '../src/core/policy-text.ts'
import {
  type Archive,
  createEvidence,
  type EvidenceSide,
  openArchive,
  verifyEvidence,
} from '../src/stages/2-archive/index.ts'
import { extract } from '../src/stages/3-extract/index.ts'

/** Captures of one append. */
const BATCH = 256

type RawCapture = { readonly commit: string; readonly path: string; readonly bytes: Buffer }

const clock = { now: () => new Date(), sleep: () => Promise.resolve() }
const repository = process.argv[2]
if (!repository) {
  process.stderr.write('usage: node bench/archive.ts CAPTURES.git [FOLDER]\n')
  process.exit(2)
}
const folder = process.argv[3] ?? (await mkdtemp(join(tmpdir(), 'bench-archive-')))
const captures = readCaptures(repository)
const rawBytes = captures.reduce((sum, { bytes }) => sum + bytes.length, 0)
const gzipBytes = captures.reduce((sum, { bytes }) => sum + gzipSync(bytes).length, 0)
const gitBytes = await sizeOf(join(repository, 'objects', 'pack'), '.pack')
say(`${captures.length} captures: raw ${mb(rawBytes)}, gzip one by one ${mb(gzipBytes)}, git pack ${mb(gitBytes)}`)

let sides: readonly EvidenceSide[] = []
{
  await using archive = await openArchive(folder, { mode: 'write', clock, origin: 'bench.invalid/archive' })
  const started = performance.now()
  for (const capture of captures) await archive.append([await entryOf(archive, capture)])
  say(`put and append one by one: ${((performance.now() - started) / captures.length).toFixed(2)} ms a capture`)
  sides = await readAll(archive)
  const batched = await timeBatches()
  say(`put and append in batches of ${BATCH}: ${batched}`)
  say(`loose: ${ratio(await sizeOf(join(folder, 'snapshots')), gitBytes)} of git`)
  const packing = performance.now()
  const { packed } = await archive.repack({ budgetMs: Number.POSITIVE_INFINITY })
  say(`repacked ${packed} in ${((performance.now() - packing) / 1000).toFixed(1)} s`)
  say(`packed, with all texts: ${ratio(await sizeOf(join(folder, 'snapshots')), gitBytes)} of git (at most 1.1)`)
}
{
  await using archive = await openArchive(folder, { mode: 'write', clock })
  const names: string[] = []
  for await (const { entry } of archive.entriesFrom(0)) {
    if (entry.kind === 'capture') names.push(...entry.parts.map((part) => part.sha256))
  }
  const times = await timeEach(2000, async (i) => void (await archive.readSnapshot(names[(i * 7919) % names.length]!)))
  say(`random read: median ${times.median} ms (under 3), p99 ${times.p99} ms (under 10), p99 of CPU ${times.cpu} ms`)

  // Attempts that received nothing: they fill the log and leave the snapshots as they are.
  const { parts: _, ...blank } = (await archive.entryAt(0)) as CaptureEntry
  const entries: Entry[] = Array.from({ length: 1000 }, () => ({ ...blank, outcome: 'not-modified', parts: [] }))
  const filling = performance.now()
  while (archive.size < 100_000) await archive.append(entries)
  const perSecond = ((100_000 - captures.length) / (performance.now() - filling)) * 1000
  say(`append in batches of 1,000: ${Math.round(perSecond)} entries a second (at least 1,000)`)
  const single = await timeEach(300, async (i) => void (await archive.append([entries[i]!])))
  say(`append one alone, durable, at 100,000 entries: median ${single.median} ms (under 10), p99 ${single.p99} ms`)
}
{
  await using archive = await openArchive(folder, { mode: 'write', clock })
  const subject = { kind: 'version', id: 'CW-V-000001', platform: 'p', document: 'd' } as const
  const bundle = await createEvidence(archive, { subject, sides: [sides.at(-1)!] })
  const verifying = await timeEach(50, async () => {
    if ((await verifyEvidence(bundle)).kind !== 'holds') throw new Error('the bundle does not hold')
  })
  say(`verify a bundle of ${mb(bundle.length)} offline: median ${verifying.median} ms (under 1000)`)
}
{
  await using archive = await openArchive(folder, { mode: 'write', clock })
  await archive.repack({ budgetMs: Number.POSITIVE_INFINITY, retention: 'first-and-last' })
  await archive.repack({ budgetMs: Number.POSITIVE_INFINITY, retention: 'first-and-last' })
  say(
    `with default retention, all texts kept: ${ratio(await sizeOf(join(folder, 'snapshots')), gitBytes)} of git (at most 0.5)`,
  )
  const auditing = performance.now()
  const { problems, entries, snapshots } = await archive.audit()
  const took = ((performance.now() - auditing) / 1000).toFixed(1)
  say(
    `audit of ${entries.count} entries and ${snapshots.verified} snapshots: ${took} s, ${problems.length} problems, ${snapshots.released} released`,
  )
}
{
  const opening = performance.now()
  await using _archive = await openArchive(folder, { mode: 'write', clock })
  say(`open at 100,000 entries: ${(performance.now() - opening).toFixed(1)} ms`)
}
if (!process.argv[3]) await rm(folder, { recursive: true })

/** Readings of the raw captures and their texts, as the pipeline keeps them. */
async function readAll(archive: Archive): Promise<readonly EvidenceSide[]> {
  const sides: EvidenceSide[] = []
  const readings: Entry[] = []
  const first = archive.size
  for (let position = 0; position < captures.length; position++) {
    const capture = await archive.entryAt(position)
    if (capture.kind !== 'capture') continue
    const { key, parts } = capture
    const bytes = await archive.readSnapshot(parts[0]!.sha256)
    const declared = { platform: key.platform, title: key.document.replace('.html', ''), type: 'other' } as const
    const { verdict, reason, text, language, stated, effective } = await extract({
      bytes,
      mediaType: 'text/html',
      url: null,
      declared,
    })
    const policyText = policyTextSha256(text)
    await archive.putSnapshot(Buffer.from(canonicalJson(text)))
    sides.push({ label: 'version', reading: first + readings.length, policyText: Buffer.from(canonicalJson(text)) })
    readings.push({
      kind: 'reading',
      key,
      reads: [position],
      verdict,
      reason,
      policyText,
      stages: {},
      readAt: capture.finishedAt,
      found: { title: null, language, stated, effective, choiceControls: [], comparison: policyText, chars: 0 },
    })
  }
  await archive.append(readings)
  return sides
}

/** The same captures into an archive of their own, many puts under way at once. */
async function timeBatches(): Promise<string> {
  const apart = await mkdtemp(join(tmpdir(), 'bench-archive-'))
  try {
    await using archive = await openArchive(apart, { mode: 'write', clock, origin: 'bench.invalid/batches' })
    const usage = process.cpuUsage()
    const started = performance.now()
    for (let i = 0; i < captures.length; i += BATCH) {
      await archive.append(await Promise.all(captures.slice(i, i + BATCH).map((one) => entryOf(archive, one))))
    }
    const perSecond = (captures.length / (performance.now() - started)) * 1000
    const { user, system } = process.cpuUsage(usage)
    const cpuMs = (user + system) / 1000 / captures.length
    return `${Math.round(perSecond)} captures a second (at least 1,000), ${cpuMs.toFixed(2)} ms of CPU each`
  } finally {
    await rm(apart, { recursive: true, force: true })
  }
}

async function entryOf(archive: Archive, { commit, path, bytes }: RawCapture): Promise<Entry> {
  const [platform, document] = path.split('/') as [string, string]
  const { sha256, sizeBytes } = await archive.putSnapshot(bytes)
  return {
    kind: 'capture',
    key: { platform, document },
    source: { url: `https://example.invalid/${commit}`, position: 0 },
    outcome: 'received',
    finalUrl: 'https://example.invalid/',
    status: 200,
    headers: { 'content-type': 'text/html' },
    parts: [{ kind: 'response', sha256, sizeBytes, mediaType: 'text/html' }],
    reason: '',
    startedAt: '2026-01-01T00:00:00Z',
    finishedAt: '2026-01-01T00:00:00Z',
    acceptLanguage: 'en',
    userAgent: 'bench',
  }
}

function readCaptures(repo: string): readonly RawCapture[] {
  const log = execFileSync('git', ['-C', repo, 'log', '--reverse', '--format=%x00%H', '--name-only'], {
    maxBuffer: 2 ** 28,
  })
  const records = log
    .toString()
    .split('\0')
    .slice(1)
    .map((record) => record.split('\n'))
    .map(([commit, , path]) => ({ commit: commit!, path: path! }))
  const input = records.map(({ commit, path }) => `${commit}:${path}\n`).join('')
  const out = execFileSync('git', ['-C', repo, 'cat-file', '--batch'], { input, maxBuffer: 2 ** 31 })
  let offset = 0
  return records.map((record) => {
    const headerEnd = out.indexOf(10, offset)
    const size = Number(out.toString('latin1', offset, headerEnd).split(' ')[2])
    offset = headerEnd + 1 + size + 1
    return { ...record, bytes: out.subarray(headerEnd + 1, headerEnd + 1 + size) }
  })
}

/** `cpu`: what the process itself used, which other work on the machine does not lengthen. */
type Times = { readonly median: string; readonly p99: string; readonly cpu: string }

async function timeEach(count: number, step: (i: number) => Promise<void>): Promise<Times> {
  const times: number[] = []
  const cpu: number[] = []
  for (let i = 0; i < count; i++) {
    const started = performance.now()
    const usage = process.cpuUsage()
    await step(i)
    times.push(performance.now() - started)
    const { user, system } = process.cpuUsage(usage)
    cpu.push((user + system) / 1000)
  }
  const at = (values: number[], share: number) => values.sort((a, b) => a - b)[Math.floor(count * share)]!.toFixed(2)
  return { median: at(times, 0.5), p99: at(times, 0.99), cpu: at(cpu, 0.99) }
}

async function sizeOf(path: string, suffix = ''): Promise<number> {
  let sum = 0
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && entry.name.endsWith(suffix)) sum += (await stat(join(entry.parentPath, entry.name))).size
  }
  return sum
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`
}

function ratio(bytes: number, of: number): string {
  return `${mb(bytes)}, ${(bytes / of).toFixed(2)}`
}
