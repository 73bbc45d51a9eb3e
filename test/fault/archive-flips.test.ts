/**
 * One byte of one file of an archive is changed. Either opening refuses, or the audit names it, or the file is one that
 * can be made again, and then everything acknowledged is still there. FLIP_STEP=1 tries every byte of every file.
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ClausewatchError } from '../../src/core/error.ts'
import type { Archive } from '../../src/stages/2-archive/index.ts'
import { Acknowledged, openFor, workOneRound } from './archive-round.ts'

const stride = Number(process.env.FLIP_STEP ?? 0)
/** Made again from others, or for people only: a change of theirs is harmless. */
const DERIVED = /entries\.idx$|pack-\d+\.idx$|log[/\\](level-\d+|verifier-key)$|writer\.(lock|json)$/

let room: string
let folder: string
const acknowledged = new Acknowledged()
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'flip-'))
  folder = join(room, 'data')
  await using archive = await openFor(folder)
  for (let round = 0; round < 2; round++) await workOneRound(archive, acknowledged, round)
  await archive.putSnapshot(Buffer.from('loose and unnamed'))
})
afterAll(() => rm(room, { recursive: true, force: true }))

/** What is noticed: the code of the refusal, the first problem of the audit, or nothing. */
async function noticed(): Promise<string | null> {
  try {
    await using archive = await openFor(folder)
    const { problems } = await archive.audit()
    if (problems[0]) return problems[0].kind
    return (await isWhole(archive)) ? null : 'lost'
  } catch (error) {
    if (error instanceof ClausewatchError) return error.code
    throw error
  }
}

async function isWhole(archive: Archive): Promise<boolean> {
  for (const [position, entry] of acknowledged.entries) expect(await archive.entryAt(position)).toEqual(entry)
  for (const [name, id] of acknowledged.ids) expect(archive.knownId('version', name)).toBe(id)
  return true
}

test('a changed byte of any file is noticed, or harms nothing', { timeout: 600_000 }, async () => {
  const backup = join(room, 'backup')
  await cp(folder, backup, { recursive: true })
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
  const missed: string[] = []
  for (const file of files) {
    const path = join(file.parentPath, file.name)
    const name = relative(folder, path)
    const { length } = await readFile(path)
    for (const at of positionsIn(length)) {
      const bytes = await readFile(path)
      bytes[at]! ^= 0x10
      await writeFile(path, bytes)
      const result = await noticed()
      if (DERIVED.test(name)) expect(result, `${name} byte ${at}`).toBeOneOf([null, 'entries-lost', 'tiles-differ'])
      else if (result === null) missed.push(`${name} byte ${at} of ${length}`)
      await rm(folder, { recursive: true })
      await cp(backup, folder, { recursive: true })
    }
  }
  expect(missed.filter((one) => !isHarmless(one))).toEqual([])
})

/** A few of every file, or all of them. */
function positionsIn(length: number): readonly number[] {
  if (stride > 0) return Array.from({ length: Math.ceil(length / stride) }, (_, i) => i * stride)
  return [...new Set([0, length >> 2, length >> 1, length - 2, length - 1])].filter((at) => at >= 0 && at < length)
}

/**
 * The moment of creation, which nothing rests on; the frame of a key file; the unused space of a database page; and of
 * snapshots what does not change them, such as a spare bit of a compressed frame: the audit has compared their bytes with
 * their names.
 */
function isHarmless(name: string): boolean {
  return /^(archive\.json|checkpoint\.sqlite|snapshots[/\\]|log[/\\]key\.pem)/.test(name)
}
