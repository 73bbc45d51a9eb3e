import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../test/cli.ts'
import { TERMS } from '../../test/corpus/extract/fictional-policy.ts'
import { type ForeignRepository, makeRepository } from '../../test/foreign-repository.ts'

let folder: string
let data: string
let repository: ForeignRepository

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-evidence-'))
  data = path.join(folder, 'data')
  const terms = TERMS.map(({ heading, paragraphs }) => `## ${heading}\n\n${paragraphs.join('\n\n')}`).join('\n\n')
  repository = await makeRepository(
    ['', ' You waive the right to take part in a class action.'].map((edit, month) => ({
      at: `2024-0${month + 1}-01T10:00:00Z`,
      message: 'Record new changes of Larkspur Chat Terms of Service\n',
      files: { 'Larkspur Chat/Terms of Service.md': `# Terms of Service\n\n${terms}${edit}\n` },
    })),
  )
  await runCli(['import', 'ota', repository.location, '--data', data])
})
afterAll(async () => {
  await repository[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

describe('evidence on the command line', () => {
  it('is written, and verified without the archive; of an import it says whose word it is', async () => {
    const file = path.join(folder, 'change.wacz')
    expect(await runCli(['evidence', 'cw-c-000001', '-o', file, '--data', data])).toMatchObject({ code: 0 })
    const { code, out } = await runCli(['verify', file])
    expect({ code, head: out.split('\n')[0] }).toEqual({
      code: 0,
      head: 'Larkspur Chat · Terms of Service  change CW-C-000001',
    })
    expect(out).toMatch(/larkspur-versions/)
  })

  it('that was touched does not hold: exit code 6, and the part is named', async () => {
    const file = path.join(folder, 'version.wacz')
    await runCli(['evidence', 'CW-V-000001', '-o', file, '--data', data])
    const bytes = await readFile(file)
    bytes[bytes.indexOf('WARC/1.1') + 2000]! ^= 1
    await writeFile(file, bytes)
    const { code, out } = await runCli(['verify', file, '--json'])
    expect({ code, verdict: JSON.parse(out) }).toMatchObject({
      code: 6,
      verdict: { kind: 'broken', part: 'archive/evidence.warc' },
    })
  })

  it('refuses what it cannot do in one sentence', async () => {
    for (const [args, code, words] of [
      [['evidence', 'CW-E-000001', '--data', data], 3, /no evidence of its own/],
      [['evidence', 'CW-V-000999', '--data', data], 3, /CW-V-000999 is not in/],
      [['evidence', 'CW-V-000001', '-o', path.join(folder, 'no', 'file'), '--data', data], 4, /cannot be written/],
      [['verify', path.join(folder, 'nothing.wacz')], 3, /cannot be read/],
    ] as const) {
      const ran = await runCli([...args])
      expect(ran).toMatchObject({ code, out: '' })
      expect(ran.err).toMatch(words)
    }
  })
})

describe('an audit on the command line', () => {
  it('ends with 0 where all is well and with 6 where an entry was changed, which it names', async () => {
    expect(await runCli(['audit', '--data', data, '--json'])).toMatchObject({ code: 0 })
    const file = path.join(data, 'entries.jsonl')
    const before = await readFile(file)
    const after = Buffer.from(before)
    after.write('3', after.indexOf('2024-01-01T10:00:00Z') + 3)
    await writeFile(file, after)
    const { code, out } = await runCli(['audit', '--data', data, '--json'])
    await writeFile(file, before)
    const { problems } = JSON.parse(out) as { problems: { kind: string; subject: string }[] }
    expect(code).toBe(6)
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'entry-changed', subject: '0' }))
  })
})
