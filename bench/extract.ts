/**
 * Speed and memory of stage 3 beside its peers, on the same pages in one run:
 *   node bench/extract.ts [--pages DIR] [--peers DIR] [--memory 5000] [--every 1]
 * DIR of pages holds HTML files, also gzipped (default: the labelled pages beside the repository). Peers (jsdom,
 * turndown, defuddle) are no dependencies: install them anywhere and name the folder that holds their node_modules.
 * Times are those of the processor, of all threads, so that a busy machine does not decide; `--every 3` takes every
 * third page.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { parse } from 'parse5'
import { extract } from '../src/stages/3-extract/index.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '../shared/gold/extraction/html' },
    peers: { type: 'string' },
    memory: { type: 'string', default: '0' },
    every: { type: 'string', default: '1' },
  },
})
if (!existsSync(values.pages)) {
  console.error(`skipped: no pages in ${values.pages}`)
  process.exit(0)
}

const names = readdirSync(values.pages).filter((_, i) => i % Number(values.every) === 0)
const pages = names.map((name) => {
  const bytes = readFileSync(join(values.pages, name))
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes
})
const extractPage = (bytes: Uint8Array) =>
  extract({
    bytes,
    mediaType: 'text/html; charset=utf-8',
    url: 'https://larkspur.example/terms',
    declared: { platform: 'Larkspur', title: 'Terms of Service', type: 'terms-of-service' },
  })

type Contender = { readonly name: string; readonly run: (bytes: Buffer) => unknown }

async function peers(folder: string | undefined): Promise<Contender[]> {
  if (!folder) return []
  const require = createRequire(join(resolve(folder), 'package.json'))
  const { JSDOM, VirtualConsole } = require('jsdom')
  const Turndown = require('turndown')
  const { Defuddle } = await import(pathToFileURL(join(resolve(folder), 'node_modules/defuddle/dist/node.js')).href)
  const virtualConsole = new VirtualConsole()
  return [
    {
      name: 'jsdom + turndown',
      run: (bytes) =>
        new Turndown().turndown(new JSDOM(bytes.toString('utf8'), { virtualConsole }).window.document.body),
    },
    {
      name: 'defuddle',
      run: (bytes) => Defuddle(new JSDOM(bytes.toString('utf8'), { virtualConsole }).window.document),
    },
  ]
}

const median = (list: number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0

const contenders: Contender[] = [
  { name: 'parse5.parse alone', run: (bytes) => parse(bytes.toString('utf8')) },
  { name: 'extract', run: extractPage },
  ...(await peers(values.peers)),
]
const results: { name: string; medianMs: number; totalMs: number }[] = []
for (const { name, run } of contenders) {
  // One round to warm up; the slow ones only a few pages of it.
  for (const bytes of name === 'extract' || name.startsWith('parse5') ? pages : pages.slice(0, 5)) await run(bytes)
  const times: number[] = []
  for (const bytes of pages) {
    const started = process.cpuUsage()
    await run(bytes)
    const spent = process.cpuUsage(started)
    times.push((spent.user + spent.system) / 1000)
  }
  results.push({ name, medianMs: median(times), totalMs: times.reduce((sum, time) => sum + time, 0) })
}
const own = results[1]!
console.table(
  results.map(({ name, medianMs, totalMs }) => ({
    name,
    'median ms': medianMs.toFixed(1),
    'total ms': totalMs.toFixed(0),
    'median, extract = 1': (medianMs / own.medianMs).toFixed(2),
  })),
)

const runs = Number(values.memory)
if (runs > 0) {
  const marks: string[] = []
  for (let i = 1; i <= runs; i++) {
    await extractPage(pages[i % pages.length]!)
    if (i % Math.ceil(runs / 10) === 0) {
      globalThis.gc?.()
      marks.push(`${i}: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`)
    }
  }
  console.log(`resident memory over ${runs} extractions\n${marks.join('\n')}`)
}
