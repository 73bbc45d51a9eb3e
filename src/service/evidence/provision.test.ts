import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FollowedSite, followSite, policyPage, termsWith } from '../../../test/followed-site.ts'
import { evidenceOf, verifyEvidence } from './index.ts'

let site: FollowedSite
let provisions: readonly { number: number; exact: string }[]

beforeAll(async () => {
  site = await followSite()
  site.pages.set('/terms', policyPage('Terms of Service', termsWith()))
  await using pipeline = await site.open()
  await site.check(pipeline)
  await pipeline.analyse()
  provisions = await pipeline.store.db
    .selectFrom('wording')
    .select(['provision_number as number', 'exact'])
    .orderBy('id')
    .execute()
}, 60_000)
afterAll(() => site[Symbol.asyncDispose]())

describe('evidence of a provision', () => {
  it('is its version with its words, which stand in the text', async () => {
    expect(provisions.length).toBeGreaterThan(3)
    for (const { number, exact } of provisions) {
      const bundle = await evidenceOf(site.folder, { kind: 'provision', number })
      const verdict = await verifyEvidence(bundle!)
      expect(verdict).toMatchObject({ kind: 'holds', subject: { kind: 'provision' } })
      expect(JSON.stringify(verdict)).toContain('The quotation stands word for word in the text.')
      expect(Buffer.from(bundle!).toString()).toContain(JSON.stringify(exact).slice(1, -1))
    }
  })

  it('is nothing for a provision that is not there', async () => {
    expect(await evidenceOf(site.folder, { kind: 'provision', number: 999_999 })).toBeNull()
  })

  it('stops holding when one word of the quotation is another', async () => {
    const { number, exact } = provisions[0]!
    const bundle = Buffer.from((await evidenceOf(site.folder, { kind: 'provision', number }))!)
    const at = bundle.indexOf(JSON.stringify(exact).slice(1, 9), bundle.indexOf('"quotation":'))
    expect(at).toBeGreaterThan(0)
    bundle[at] = bundle[at]! ^ 1
    expect(await verifyEvidence(bundle)).toMatchObject({ kind: 'broken', part: 'evidence/evidence.json' })
  })

  it('is the same bytes every time', async () => {
    const named = { kind: 'provision', number: provisions[0]!.number } as const
    expect(Buffer.from((await evidenceOf(site.folder, named))!).equals((await evidenceOf(site.folder, named))!)).toBe(
      true,
    )
  })
})
