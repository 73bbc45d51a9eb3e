/**
 * A running import is killed at random moments and started again until it ends. After each kill the archive is audited,
 * with every text made again from its bytes; at the end the rows are those of an import that nobody has disturbed.
 * FAULT_KILLS=300 is the full size.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditFolder } from '../../src/service/evidence/index.ts'
import { TERMS } from '../corpus/extract/fictional-policy.ts'
import { rowsOf } from '../followed-site.ts'
import { type ForeignRepository, makeRepository } from '../foreign-repository.ts'

const kills = Number(process.env.FAULT_KILLS ?? 3)
/** Some batches of them. */
const RECORDS = 200
const writer = new URL('./import-writer.ts', import.meta.url).pathname

let room: string
let repository: ForeignRepository
beforeEach(async () => {
  room = await mkdtemp(path.join(tmpdir(), 'clausewatch-import-kill-'))
  repository = await makeRepository(
    Array.from({ length: RECORDS }, (_, i) => ({
      at: new Date(Date.UTC(2024, 0, 1 + i)).toISOString(),
      message: 'Record new changes of Larkspur Chat Terms of Service\n',
      files: { [`Larkspur Chat/${['Terms of Service', 'Privacy Policy'][i % 2]}.md`]: textOf(i) },
    })),
  )
})
afterEach(async () => {
  await repository[Symbol.asyncDispose]()
  await rm(room, { recursive: true, force: true })
})

function textOf(i: number): string {
  const terms = TERMS.map(({ heading, paragraphs }) => `## ${heading}\n\n${paragraphs.join('\n\n')}`).join('\n\n')
  return `# Terms of Service\n\n${terms}\n\nNotice is given ${i} days before a change.\n`
}

/** Gives whether it ended by itself before it was killed. */
async function importUntil(folder: string, killAfterMs: number | null): Promise<boolean> {
  const child = spawn(process.execPath, [writer, folder, repository.location], { stdio: ['ignore', 'pipe', 'pipe'] })
  const output: string[] = []
  child.stdout.on('data', (chunk: Buffer) => {
    output.push(chunk.toString())
    if (killAfterMs !== null && output.join('') === 'open\n') setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== null && code !== 0) throw new Error(errors)
  return output.join('').endsWith('done\n')
}

/** What readers see, without what tells of the moments of the run. */
function shown(folder: string): unknown {
  const pick = (table: string, columns: readonly string[]) =>
    rowsOf(folder, table).map((row) => columns.map((column) => row[column]))
  return {
    versions: pick('version', ['number', 'key', 'variant', 'ordinal', 'observed_at']),
    changes: pick('change', ['number', 'kind', 'summary', 'from_version', 'to_version']),
    texts: pick('policy_text', ['sha256', 'chars', 'blocks']).sort(),
  }
}

test(`an import that is killed ${kills} times is whole in the end`, { timeout: 60_000 + kills * 20_000 }, async () => {
  const whole = path.join(room, 'whole')
  await importUntil(whole, null)
  let folder = ''
  let killed = 0
  let isDone = true
  while (killed < kills || !isDone) {
    if (isDone) {
      if (folder) await rm(folder, { recursive: true })
      folder = path.join(room, `killed-${killed}`)
    }
    isDone = await importUntil(folder, killed < kills ? Math.random() * 900 : null)
    if (!isDone) killed++
    const { problems } = await auditFolder(folder, { rereads: isDone })
    expect(problems).toEqual([])
    if (isDone) expect(shown(folder)).toEqual(shown(whole))
  }
})
