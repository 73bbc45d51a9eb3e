import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FollowedSite, followSite, policyPage, termsWith } from '../../../test/followed-site.ts'
import { auditQuotations } from './audit-quotations.ts'

let site: FollowedSite

beforeAll(async () => {
  site = await followSite()
  site.pages.set('/terms', policyPage('Terms of Service', termsWith()))
  await using pipeline = await site.open()
  await site.check(pipeline)
  await pipeline.analyse()
}, 60_000)
afterAll(() => site[Symbol.asyncDispose]())

function edit(statement: string): void {
  using database = new DatabaseSync(path.join(site.folder, 'clausewatch.sqlite'))
  database.exec(statement)
}

it('every quotation of a sound archive stands in its version', async () => {
  const { quotations, versions, problems } = await auditQuotations(site.folder)
  expect(versions).toBe(1)
  expect(quotations).toBeGreaterThan(5)
  expect(problems).toEqual([])
})

it('names a wording and a fact that are not in the text', async () => {
  edit(`update wording set exact = exact || ' And more.' where id = 1`)
  edit(`update fact set quote = 'invented' where fact = (select min(fact) from fact)`)
  const { problems } = await auditQuotations(site.folder)
  expect(problems.map(({ kind }) => kind)).toEqual(['quotation-not-verbatim', 'quotation-not-verbatim'])
  expect(problems[0]!.subject).toMatch(/^CW-V-000001 CW-P-\d+$/)
})

it('names a text that is not the one it is said to be', async () => {
  edit(`update block set text = text || '!' where id = (select block_id from text_block order by position limit 1)`)
  const { problems } = await auditQuotations(site.folder)
  expect(problems.map(({ kind }) => kind)).toContain('text-differs')
})

it('asks nothing of a folder without a database', async () => {
  expect(await auditQuotations(path.join(site.folder, 'elsewhere'))).toEqual({
    versions: 0,
    quotations: 0,
    problems: [],
  })
})
