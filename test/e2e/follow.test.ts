import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli, startCli } from '../cli.ts'
import { TERMS } from '../corpus/extract/fictional-policy.ts'
import { policyPage, rowsOf, termsWith } from '../followed-site.ts'
import { makeRepository } from '../foreign-repository.ts'
import { type Loopback, serveHttp } from '../loopback.ts'

const TERMS_PAGE = policyPage('Terms of Service', termsWith())
const CHANGED_PAGE = policyPage(
  'Terms of Service',
  termsWith({
    '6. Governing law and disputes':
      'Disputes are settled by binding arbitration, and you waive any right to a class action.',
  }),
)

let folder: string
let data: string
let server: Loopback
let page: string
let env: Record<string, string>

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-follow-'))
  data = path.join(folder, 'data')
  page = TERMS_PAGE
  server = await serveHttp((request, response) => {
    if (request.url !== '/terms') response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
  env = { CLAUSEWATCH_ALLOW_PRIVATE_HOSTS: '127.0.0.1', CLAUSEWATCH_SPACING_MS: '0', CLAUSEWATCH_BROWSER: 'off' }
})
afterEach(async () => {
  await server[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const url = () => `http://127.0.0.1:${server.port}/terms`
const own = () => path.join(data, 'catalogue')
const add = (more: Record<string, string> = env) =>
  runCli(['add', url(), '--platform', 'Larkspur', '--data', data, '--json'], { env: more })
const check = () => runCli(['check', '--catalogue', own(), '--data', data, '--json'], { env })

describe('a document that somebody follows', () => {
  it('is added, captured, and its change is shown', async () => {
    const added = await add()
    expect(added).toMatchObject({ code: 0 })
    expect(JSON.parse(added.out)).toMatchObject({
      document: { type: 'terms-of-service', slug: 'terms-of-service' },
      verdict: 'policy',
    })
    expect(await add()).toMatchObject({ code: 3 })
    const first = await check()
    expect(JSON.parse(first.out)).toMatchObject({ verdict: 'policy', newVersion: true, changes: [] })
    page = CHANGED_PAGE
    expect(JSON.parse((await check()).out)).toMatchObject({ newVersion: true, changes: [1] })
    const { out } = await runCli(['changes', '--data', data, '--json'])
    expect(JSON.parse(out)).toMatchObject([{ id: 'CW-C-000001', platform: 'Larkspur', kind: 'substantive' }])
  })

  it('is not on an address that nobody may ask for', async () => {
    const refused = await add({ ...env, CLAUSEWATCH_ALLOW_PRIVATE_HOSTS: '' })
    expect(refused).toMatchObject({ code: 4, out: '' })
    expect(refused.err).toMatch(/page-not-received.*127\.0\.0\.1/)
  })

  it('is named before anything is fetched', async () => {
    await add()
    const asked = server.connections()
    const dry = await runCli(['check', '--dry-run', '--catalogue', own(), '--data', data], { env })
    expect(dry).toMatchObject({ code: 0, out: 'larkspur · terms-of-service\n' })
    expect(server.connections()).toBe(asked)
    const unknown = await runCli(['check', 'larkspur', 'none', '--catalogue', own(), '--data', data], { env })
    expect(unknown).toMatchObject({ code: 3 })
    expect(unknown.err).toMatch(/the catalogue has no larkspur\/none/)
  })
})

describe('`up`', () => {
  it('says what it fetches, serves, checks, and lets an import have its turn', async () => {
    await add()
    const { match, child, done } = await startCli(
      ['up', '--catalogue', own(), '--data', data, '--port', '0'],
      /served at (http:\S+)/,
      env,
    )
    await using repository = await makeRepository([
      {
        at: '2024-01-01T10:00:00Z',
        message: 'First record\n',
        files: {
          'Pinebrook/Terms of Service.md': `# Terms of Service\n\n${TERMS.map(({ heading, paragraphs }) => `## ${heading}\n\n${paragraphs.join('\n\n')}`).join('\n\n')}\n`,
        },
      },
    ])
    try {
      await expect.poll(() => rowsOf(data, 'version').length, { timeout: 30_000, interval: 200 }).toBe(1)
      const imported = await retried(() => runCli(['import', 'ota', repository.location, '--data', data]))
      expect(imported).toMatchObject({ code: 0 })
      const home = await (await fetch(new URL('/platforms', match[1]))).text()
      expect(home).toContain('Larkspur')
      expect(home).toContain('Pinebrook')
    } finally {
      child.kill('SIGINT')
    }
    const { code, err } = await done
    expect(code).toBe(0)
    expect(err).toMatch(/following 1 documents on 1 hosts, .*robots\.txt is obeyed/)
    expect(err).toMatch(/private hosts allowed: 127\.0\.0\.1/)
  })
})

/** The archive is held while a check runs, and only then. */
async function retried(run: () => ReturnType<typeof runCli>): ReturnType<typeof runCli> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const ran = await run()
    if (ran.code !== 4) return ran
  }
  return run()
}
