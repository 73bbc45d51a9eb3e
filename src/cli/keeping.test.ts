import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunOptions, runCli } from '../../test/cli.ts'

let room: string
let data: string
beforeAll(async () => {
  room = await mkdtemp(path.join(tmpdir(), 'clausewatch-keeping-'))
  data = path.join(room, 'data')
  await runCli(['demo', '--once', '--until', '2025-02-15', '--data', data])
}, 120_000)
afterAll(() => rm(room, { recursive: true, force: true }))

const run = (args: readonly string[], options: RunOptions = {}) => runCli([...args, '--data', data], options)

describe('an archive on the command line', () => {
  it('is backed up without its key, and restored as a successor that says why', { timeout: 60_000 }, async () => {
    const file = path.join(room, 'backup.tar')
    const backup = await run(['backup', file])
    expect(backup).toMatchObject({ code: 0, err: expect.stringContaining('key of the log is not in it') })
    expect(await run(['backup', file])).toMatchObject({ code: 3, err: expect.stringContaining('is there already') })
    const put = path.join(room, 'put')
    const restored = await runCli(['restore', file, '--data', put, '--json', '--reason', 'a new machine'])
    expect(JSON.parse(restored.out)).toMatchObject({ origin: expect.stringMatching(/\/2$/) })
    expect(await runCli(['audit', '--data', put])).toMatchObject({ code: 0 })
    expect(await runCli(['up', '--data', put])).toMatchObject({ code: 3, err: expect.stringContaining('demo') })
  })

  it('is asked for by every command that would otherwise make one', async () => {
    const nowhere = path.join(room, 'nowhere')
    for (const args of [
      ['backup', path.join(room, 'b')],
      ['restore'],
      ['log', 'show'],
      ['log', 'rotate-key', '--reason', 'r'],
      ['withdraw', 'CW-V-000001', '--reason', 'r'],
    ])
      expect(await runCli([...args, '--data', nowhere])).toMatchObject({
        code: 3,
        err: expect.stringContaining('no archive'),
      })
    const env = { CLAUSEWATCH_TSA: 'http://127.0.0.1:1/' }
    expect(await runCli(['timestamp', '--data', nowhere], { env })).toMatchObject({ code: 3 })
  })

  it('says of each record what is verified and when', async () => {
    const { out } = await run(['show', 'CW-V-000001'])
    expect(out).toMatch(/bytes stored: verified \d{4}-.*\nin the log: verified \d{4}-.*\nconfirmed: /)
    expect(JSON.parse((await run(['show', 'CW-V-000001', '--json'])).out).proof.inLog.kind).toBe('verified')
  })

  it('lets go of a version for good, with the reason', { timeout: 60_000 }, async () => {
    expect(await run(['withdraw', 'CW-C-000001', '--reason', 'r'])).toMatchObject({ code: 3 })
    expect((await run(['withdraw', 'CW-V-000001'])).code).toBe(2)
    const { out } = await run(['withdraw', 'CW-V-000001', '--reason', 'a mistake', '--json'])
    expect(JSON.parse(out)).toMatchObject({ versions: ['CW-V-000001'], snapshots: 2 })
    expect((await run(['show', 'CW-V-000001'])).out).toMatch(/withdrawn on .*: a mistake\n/)
    expect(await run(['audit'])).toMatchObject({ code: 0, out: expect.stringContaining('1 withdrawn') })
    const file = path.join(room, 'withdrawn.wacz')
    expect(await run(['evidence', 'CW-V-000001', '-o', file])).toMatchObject({ code: 0 })
    expect(await runCli(['verify', file])).toMatchObject({ code: 0 })
  })

  it('has its log shown, given a new key, and asks for authorities where it is to be stamped', async () => {
    const before = JSON.parse((await run(['log', 'show', '--json'])).out)
    await run(['log', 'rotate-key', '--reason', 'the machine was sold'])
    const after = JSON.parse((await run(['log', 'show', '--json'])).out)
    expect(after.verifierKeys[1]).toBe(before.verifierKeys[0])
    expect(await run(['timestamp'])).toMatchObject({ code: 3, err: expect.stringContaining('CLAUSEWATCH_TSA') })
    const down = await run(['timestamp'], { env: { CLAUSEWATCH_TSA: 'http://127.0.0.1:1/' } })
    expect(down).toMatchObject({ code: 6, out: expect.stringContaining('nothing was kept') })
    const odd = path.join(room, 'odd.txt')
    await writeFile(odd, await readFile(path.join(data, 'archive.json')))
    expect(await run(['log', 'cosign', odd])).toMatchObject({ code: 3, err: expect.stringContaining('not taken') })
  })
})
