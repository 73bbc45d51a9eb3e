import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../test/cli.ts'
import { TERMS } from '../../test/corpus/extract/fictional-policy.ts'
import { type ForeignRepository, makeRepository } from '../../test/foreign-repository.ts'
import { openStore } from '../store/index.ts'
import { insertAnalysis, insertPlaces, putProvision, putWording } from '../store/provision.ts'
import { type ProvisionPlace, provisionsOfVersion } from '../store/view/provision.ts'

let folder: string
let repository: ForeignRepository

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-provisions-'))
  const terms = TERMS.map(({ heading, paragraphs }) => `## ${heading}\n\n${paragraphs.join('\n\n')}`).join('\n\n')
  repository = await makeRepository(
    ['', '\n\nYou waive the right to take part in a class action.'].map((edit, month) => ({
      at: `2024-0${month + 1}-01T10:00:00Z`,
      message: 'Record new changes of Larkspur Chat Terms of Service\n',
      files: { 'Larkspur Chat/Terms of Service.md': `# Terms of Service\n\n${terms}${edit}\n` },
    })),
  )
})
afterAll(async () => {
  await repository[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

describe('provisions on the command line', () => {
  const data = () => path.join(folder, 'data')

  it('come with an import where it is wished, or later', async () => {
    const later = path.join(folder, 'later')
    const left = await runCli(['import', 'ota', repository.location, '--data', later, '--json'])
    expect(JSON.parse(left.out)).toMatchObject({ records: 2, analysed: 0, awaiting: 2 })
    const made = await runCli(['reprocess', '--stage', 'analyse', '--data', later, '--json'])
    expect(JSON.parse(made.out)).toMatchObject({ stage: 'analyse', looked: 2 })
    const { out } = await runCli(['import', 'ota', repository.location, '--data', data(), '--analyse', '--json'])
    expect(JSON.parse(out)).toMatchObject({ records: 2, analysed: 2, awaiting: 0 })
  })

  it('are shown with their words, reasons and wordings', async () => {
    const { code, out } = await runCli(['show', 'CW-P-000001', '--data', data()])
    expect(code).toBe(0)
    expect(out).toMatch(/severity, \w+ confidence, (explicit|inferred)/)
    expect(out).toMatch(/because /)
    expect(out).toMatch(/verbatim/)
    const shown = JSON.parse((await runCli(['show', 'CW-P-000001', '--json', '--data', data()])).out)
    expect(shown).toMatchObject({ id: 'CW-P-000001', end: null })
    expect(shown.quotation.exact).toBe(shown.place.wording.exact)
    expect((await runCli(['show', 'CW-P-000999', '--data', data()])).code).toBe(3)
  })

  it('are shown as retired, with date and reason, where the analysis of today does not see them', async () => {
    const older = path.join(folder, 'older')
    await runCli(['import', 'ota', repository.location, '--data', older, '--analyse', '--json'])
    let heir: ProvisionPlace
    {
      await using store = await openStore(older)
      const { db } = store
      heir = (await provisionsOfVersion(db, 1))![0]!
      const made = { version: 1, stage: 'older', predecessor: null, madeAt: '2024-01-02T00:00:00Z' }
      const analysis = await insertAnalysis(db, { ...made, state: 'assessed' })
      await putProvision(db, { number: 900, document: 1, bornVersion: 1, splitFrom: null })
      const wording = await putWording(db, 900, 'older', { ...heir.wording, title: 'Seen by nobody now' }, false)
      await insertPlaces(db, analysis, [{ first: heir.first, last: heir.last, provision: 900, wording }])
    }
    expect((await runCli(['reprocess', '--stage', 'analyse', '--data', older, '--json'])).code).toBe(0)
    const { code, out } = await runCli(['show', 'CW-P-000900', '--data', older])
    expect(code).toBe(0)
    expect(out).toMatch(
      /retired \d{4}-\S+: the analysis of stage version \S+ does not see it as a rule of its own\nin its place: CW-P-\d+/,
    )
    expect(out).toContain(heir.wording.exact)
    expect(out).toContain('2024-01-01T10:00:00Z to 2024-01-01T10:00:00Z  CW-V-000001')
    const shown = JSON.parse((await runCli(['show', 'CW-P-000900', '--json', '--data', older])).out)
    expect(shown).toMatchObject({
      id: 'CW-P-000900',
      wording: { exact: heir.wording.exact, stage: 'older' },
      place: { version: 1, first: heir.first, last: heir.last },
      runs: [{ fromVersion: 1, toVersion: 1, fromAt: '2024-01-01T10:00:00Z' }],
      retired: { at: expect.stringMatching(/Z$/), reason: expect.stringContaining('does not see it') },
      successor: expect.stringMatching(/^CW-P-\d{6}$/),
    })
  })

  it('are compared, and a fact that there is not is refused in one sentence', async () => {
    const { out } = await runCli(['comparison', '--fact', 'liability.cap', '--data', data()])
    expect(out).toMatch(/stated by 1 of 1 platforms with an assessed document \(1 of 1 different texts\)/)
    const { shares } = JSON.parse((await runCli(['comparison', '--json', '--data', data()])).out)
    expect(shares).toContainEqual(
      expect.objectContaining({ fact: 'liability.cap', assessed: { platforms: 1, texts: 1 } }),
    )
    expect(await runCli(['comparison', '--fact', 'weather', '--data', data()])).toMatchObject({ code: 3, out: '' })
  })

  it('are held against their texts by the audit', async () => {
    const { quotations } = JSON.parse((await runCli(['audit', '--data', data(), '--json'])).out)
    expect(quotations).toMatchObject({ versions: 2, problems: [] })
    expect(quotations.quotations).toBeGreaterThan(10)
  })
})
