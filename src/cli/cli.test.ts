import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ran, runCli, runShell, startCli } from '../../test/cli.ts'
import { TERMS } from '../../test/corpus/extract/fictional-policy.ts'
import { rowsOf, tablesOf } from '../../test/followed-site.ts'
import { type ForeignRepository, makeRepository } from '../../test/foreign-repository.ts'
import { serveHttp } from '../../test/loopback.ts'

const PATH = 'Larkspur Chat/Terms of Service.md'
const terms = (edit = ''): string =>
  `# Terms of Service\n\n${TERMS.map(({ heading, paragraphs }) => `## ${heading}\n\n${paragraphs.join('\n\n')}`).join('\n\n')}\n\n## 7. Notices\n\nWe send notices to the address of your account.${edit}\n`

let folder: string
let data: string
let repository: ForeignRepository
let imported: Ran

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-cli-'))
  data = path.join(folder, 'data')
  repository = await makeRepository(
    [
      terms(),
      terms(' You waive the right to take part in a class action.'),
      terms(' We may change the fees at any time without notice.'),
    ].map((text, month) => ({
      at: `2024-0${month + 1}-01T10:00:00Z`,
      message: 'Record new changes of Larkspur Chat Terms of Service\n',
      files: { [PATH]: text },
    })),
  )
  imported = await runCli(['import', 'ota', repository.location, '--data', data, '--json'])
})
afterAll(async () => {
  await repository[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const json = (text: string) => JSON.parse(text) as Record<string, unknown>
const lines = (text: string) => text.split('\n').filter(Boolean).map(json)

/** One sentence for a person, on standard error alone. */
function expectSentence({ code, out, err }: Ran, expected: number, words: RegExp): void {
  expect({ code, out }).toEqual({ code: expected, out: '' })
  expect(err).toMatch(words)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).not.toMatch(/\bat .+:\d+:\d+|node:internal/)
}

describe('the main job on the command line', () => {
  it('takes a history in and says how much', () => {
    expect(imported).toMatchObject({ code: 0 })
    expect(json(imported.out)).toMatchObject({ archive: 'larkspur-versions', commits: 3, records: 3 })
  })

  it('prints every record that differs as one JSON line, with where it comes from', async () => {
    const { code, out } = await runCli(['changes', '--all', '--jsonl', '--data', data])
    expect(code).toBe(0)
    expect(lines(out)).toMatchObject(
      repository.commits.slice(1).map((commit, at) => ({
        id: `CW-C-00000${at + 1}`,
        platform: 'Larkspur Chat',
        document: 'Terms of Service',
        kind: 'substantive',
        severity: expect.stringMatching(/^(high|medium|low)$/),
        detectedAt: `2024-0${at + 2}-01T10:00:00Z`,
        source: { commit, path: PATH },
      })),
    )
  })

  it('shows a change, its redline, and what is there by words', async () => {
    const [shown, diff, found, status] = await Promise.all([
      runCli(['show', 'cw-c-000001', '--json', '--data', data]),
      runCli(['diff', 'CW-C-000001', '--data', data]),
      runCli(['search', 'class', 'action', '--every-version', '--json', '--data', data]),
      runCli(['status', '--json', '--data', data]),
    ])
    expect(json(shown.out)).toMatchObject({ id: 'CW-C-000001', kind: 'substantive', fromVersion: 1, toVersion: 2 })
    expect(diff.out).toMatch(/\{\+ ?You waive the right to take part in a class action\.\+\}/)
    expect(JSON.parse(found.out)).toMatchObject([{ version: 'CW-V-000002' }])
    expect(JSON.parse(status.out)).toMatchObject({
      documents: [{ id: 'CW-D-000001', title: 'Terms of Service' }],
      notices: [],
    })
  })

  it('survives a reader that has seen enough', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => `{"id":${at}`).join('\n')
    await writeFile(path.join(folder, 'many.jsonl'), many)
    const { code, out, err } = await runShell(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell reads it
      '$MAIN judge --jsonl < many.jsonl | head -1; exit ${PIPESTATUS[0]}'.replace('$MAIN', 'eval $MAIN'),
      folder,
    )
    expect({ code, lines: out.trim().split('\n').length, err }).toEqual({ code: 0, lines: 1, err: '' })
  })
})

describe('an error', () => {
  it('of usage is 2 and names the help', async () => {
    const [command, option, value, missing] = await Promise.all([
      runCli(['frobnicate']),
      runCli(['changes', '--frobnicate']),
      runCli(['changes', '--limit', 'few']),
      runCli(['show']),
    ])
    for (const { code, out } of [command, option, value, missing]) expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(command.err).toMatch(/unknown command 'frobnicate'/)
    expect(option.err).toMatch(/unknown option '--frobnicate'/)
    expect(value.err).toMatch(/Write a whole number from 1/)
    expect(missing.err).toMatch(/missing required argument 'id'/)
  })

  it('of input is 3, one sentence with what to do', async () => {
    const catalogue = path.join(folder, 'catalogue')
    await mkdir(catalogue, { recursive: true })
    await writeFile(
      path.join(catalogue, 'broken.yaml'),
      'platform: Larkspur\ndocuments:\n  - title: Terms\n    typo: terms-of-service\n',
    )
    const plain = path.join(folder, 'plain')
    await mkdir(plain, { recursive: true })
    const nowhere = path.join(folder, 'nowhere')
    const [noPath, noRepository, noCatalogue, noArchive, noId, unknownId, noSetting, noUrl] = await Promise.all([
      runCli(['import', 'ota', nowhere, '--data', path.join(folder, 'd1')]),
      runCli(['import', 'ota', plain, '--data', path.join(folder, 'd2')]),
      runCli(['check', '--catalogue', catalogue, '--data', path.join(folder, 'd3')]),
      runCli(['changes', '--data', nowhere]),
      runCli(['show', 'change-1', '--data', data]),
      runCli(['show', 'CW-C-000999', '--data', data]),
      runCli(['check', '--data', path.join(folder, 'd4')], { env: { CLAUSEWATCH_SPACING_MS: 'slow' } }),
      runCli(['add', 'larkspur terms', '--data', path.join(folder, 'd5')]),
    ])
    expectSentence(noPath, 3, /^clausewatch: there is nothing at .*nowhere; give the path/)
    expectSentence(noRepository, 3, /is no git repository with a history; give a clone/)
    expectSentence(noCatalogue, 3, /broken\.yaml:4:5: documents\.0 has the unknown key "typo"; mend the file/)
    expectSentence(noArchive, 3, /there is no archive in .*nowhere; name its folder/)
    expectSentence(noId, 3, /"change-1" is no id; write it like/)
    expectSentence(unknownId, 3, /CW-C-000999 is not in/)
    expectSentence(noSetting, 3, /CLAUSEWATCH_SPACING_MS is "slow"/)
    expectSentence(noUrl, 3, /"larkspur terms" is no web address/)
  })

  it('is one line of JSON with --json', async () => {
    const { code, out, err } = await runCli(['changes', '--json', '--data', path.join(folder, 'nowhere')])
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(json(err)).toEqual({
      error: {
        code: 'archive-missing',
        message: expect.stringContaining('nowhere'),
        remedy: expect.stringContaining('--data'),
      },
    })
  })

  it('of the environment is 4: a port in use, a locked archive', async () => {
    await using server = await serveHttp((_, response) => response.end())
    const inUse = await runCli(['up', '--no-check', '--port', String(server.port), '--data', path.join(folder, 'up')])
    expectSentence(inUse, 4, new RegExp(`port ${server.port} of 127.0.0.1 is in use; stop what uses it`))
  })

  it('of stored data is 5: a file that is no database', async () => {
    const damaged = path.join(folder, 'damaged')
    await mkdir(damaged, { recursive: true })
    await writeFile(path.join(damaged, 'clausewatch.sqlite'), 'no database '.repeat(100))
    expectSentence(
      await runCli(['changes', '--data', damaged]),
      5,
      /clausewatch\.sqlite is damaged or no database; move it away/,
    )
  })
})

describe('a disk without room', () => {
  it.skipIf(process.platform === 'win32')(
    'stops an import with one sentence, and the next run has everything',
    async () => {
      const many = await makeRepository(
        Array.from({ length: 150 }, (_, at) => ({
          at: new Date(Date.UTC(2023, 0, 1 + at)).toISOString(),
          message: 'Record new changes of Larkspur Chat Terms of Service\n',
          files: {
            [PATH]: terms(
              ` Plan ${at} costs ${at + 20} euros a month, and ${'a fee of its own applies '.repeat(at % 9)}to it.`,
            ),
          },
        })),
      )
      const limited = path.join(folder, 'limited')
      const whole = path.join(folder, 'whole')
      try {
        // No file may grow beyond 100 KiB: the database and the entries are cut off in the middle of the work.
        const stopped = await runShell(`ulimit -f 100; eval $MAIN import ota '${many.location}' --data '${limited}'`)
        expect(stopped.code).toBe(4)
        expect(stopped.err).toMatch(/clausewatch: .*(disk|Writing)/i)
        expect(stopped.err).not.toMatch(/this should not have happened|node:internal/)
        const again = await runCli(['import', 'ota', many.location, '--data', limited])
        expect(again).toMatchObject({ code: 0 })
        await runCli(['import', 'ota', many.location, '--data', whole])
        expect(tablesOf(limited)['change']).toEqual(tablesOf(whole)['change'])
        expect(rowsOf(limited, 'record')).toHaveLength(150)
      } finally {
        await many[Symbol.asyncDispose]()
      }
    },
  )
})

describe('stage commands', () => {
  it('answer in the order of their lines, also those that fail', async () => {
    const page = path.join(folder, 'page.html')
    await writeFile(page, '<!doctype html><title>Not found</title><h1>404</h1><p>This page was not found.</p>')
    const input = [
      JSON.stringify({ id: 'a', file: page, platform: 'Larkspur', document: 'Terms of Service' }),
      'not JSON',
      JSON.stringify({ id: 'b', file: path.join(folder, 'none.html'), platform: 'Larkspur', document: 'Terms' }),
      JSON.stringify({ id: 'c', platform: 'Larkspur' }),
      '',
      JSON.stringify({ id: 'd', file: page, platform: 'Larkspur', document: 'Terms of Service', status: 404 }),
    ]
    const { code, out } = await runCli(['judge', '--jsonl'], { stdin: `${input.join('\n')}\n` })
    expect(code).toBe(0)
    expect(lines(out)).toMatchObject([
      { id: 'a', verdict: 'error' },
      { id: null, error: 'line 2 is no JSON object; write one object a line' },
      { id: 'b', error: expect.stringContaining('none.html cannot be read (ENOENT)') },
      { id: 'c', error: expect.stringContaining('"file"') },
      { id: 'd', verdict: 'error' },
    ])
  })

  it('extract, compare, classify and facts speak the form of the scorer', async () => {
    const page = path.join(folder, 'terms.html')
    await writeFile(
      page,
      `<!doctype html><html lang="en"><title>Terms of Service</title><main><h1>Terms of Service</h1>${TERMS.map(({ heading, paragraphs }) => `<h2>${heading}</h2><p>${paragraphs.join('</p><p>')}</p>`).join('')}</main></html>`,
    )
    const about = { platform: 'Larkspur', document: 'Terms of Service' }
    const [extracted, compared, classified, facts] = await Promise.all([
      runCli(['extract', '--jsonl'], { stdin: JSON.stringify({ id: 1, file: page, url: null, ...about }) }),
      runCli(['compare', '--jsonl'], {
        stdin: JSON.stringify({ id: 2, old: terms(), new: terms(' You waive the right to a class action.'), ...about }),
      }),
      runCli(['classify', '--jsonl'], {
        stdin: `${JSON.stringify({ id: '3.1', ...about, heading: '6. Governing law', text: 'These terms are governed by the laws of Ireland.' })}\nnot JSON\n${JSON.stringify({ id: '3.2', ...about, heading: '', text: 'You must be at least sixteen years old.' })}\n`,
      }),
      runCli(['facts', '--jsonl'], {
        stdin: JSON.stringify({
          id: 4,
          ...about,
          blocks: [{ id: 'x', heading: '6. Governing law', text: 'These terms are governed by the laws of Ireland.' }],
        }),
      }),
    ])
    expect(json(extracted.out)).toMatchObject({ id: 1, title: 'Terms of Service', language: 'en' })
    expect(json(compared.out)).toMatchObject({
      id: 2,
      kind: 'substantive',
      effects: expect.any(Array),
      reasons: expect.any(Array),
    })
    expect(lines(classified.out)).toMatchObject([
      { id: '3.1', types: expect.any(Array), confidence: expect.any(String) },
      { id: null, error: expect.stringContaining('line 2') },
      { id: '3.2', types: expect.any(Array) },
    ])
    expect(json(facts.out)).toMatchObject({ id: 4, facts: expect.any(Array) })
  })
})

describe('the program', () => {
  it('goes on under the pinned Node when an older one starts it', async (context) => {
    const older = olderNode()
    if (!older) return context.skip('no Node older than 24 is installed here')
    const { code, out } = await runCli(['--version'], { node: older })
    expect({ code, out: out.trim() }).toEqual({ code: 0, out: '0.1.0' })
    const failed = await runCli(['changes', '--data', path.join(folder, 'nowhere')], { node: older })
    expect(failed.code).toBe(3)
  })

  it('serves, and ends with 0 when it is stopped', async () => {
    const { match, child, done } = await startCli(
      ['up', '--no-check', '--port', '0', '--data', data],
      /served at (http:\S+)/,
    )
    const response = await fetch(match[1]!)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('Larkspur Chat')
    child.kill('SIGINT')
    const ended = await done
    expect({ code: ended.code, err: ended.err }).toEqual({ code: 0, err: '' })
  })
})

/** A Node of this machine that is too old for the program itself. */
function olderNode(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/local/bin', '/usr/bin']
  for (const file of folders.map((one) => path.join(one, 'node'))) {
    if (!existsSync(file)) continue
    const [major] = execFileSync(file, ['-p', 'process.versions.node'], { encoding: 'utf8' }).split('.')
    if (Number(major) >= 20 && Number(major) < 24) return file
  }
  return null
}
