import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS, type FollowedSite, followSite, policyPage, termsWith } from '../../test/followed-site.ts'
import { TestWitness } from '../../test/test-witness.ts'
import { auditFolder, evidenceOf, verifyEvidence } from './evidence/index.ts'
import { addCosignatures, logState, rotateKey } from './log.ts'

/** Of a kind that nobody here can check. */
const ML_DSA = `— witness.example/pq ${Buffer.alloc(4 + 8 + 2420, 5).toString('base64')}`
const SECONDS = 1_772_355_600

let site: FollowedSite
let place: { readonly folder: string }

beforeEach(async () => {
  site = await followSite()
  place = { folder: site.folder }
  site.pages.set('/terms', policyPage('Terms of Service', termsWith()))
  await check()
})
afterEach(() => site[Symbol.asyncDispose]())

async function check(): Promise<void> {
  const pipeline = await site.open()
  await site.check(pipeline)
  site.advance(DAY_MS)
  await pipeline[Symbol.asyncDispose]()
}

const checkpoint = async (): Promise<string> => (await logState(site.folder)).checkpoint!

describe('a witness', () => {
  it('that signed a checkpoint stands in the evidence, also when the log has grown since', async () => {
    const witness = new TestWitness()
    const asked = await checkpoint()
    await check()
    const returned = `${asked}${witness.line(asked, SECONDS)}\n${ML_DSA}\n`
    expect(await addCosignatures(place, returned, [witness.key])).toEqual([
      { witness: witness.name, at: '2026-03-01T09:00:00.000Z' },
    ])
    expect(await checkpoint()).not.toContain(witness.name)
    const bundle = (await evidenceOf(site.folder, { kind: 'version', number: 1 }))!
    expect(Buffer.from(bundle).includes(ML_DSA)).toBe(true)
    expect(await verifyEvidence(bundle)).toMatchObject({ kind: 'holds' })
    expect((await auditFolder(site.folder)).problems).toEqual([])
  })

  it('may return its lines alone, for the last checkpoint', async () => {
    const witness = new TestWitness()
    await addCosignatures(place, `${witness.line(await checkpoint(), SECONDS)}\n`, [witness.key])
    expect(await checkpoint()).toContain(witness.name)
    const other = new TestWitness()
    await addCosignatures(place, `${other.line(await checkpoint(), SECONDS)}\n`, [])
    expect((await checkpoint()).split('\n— ')).toHaveLength(4)
  })

  it.each([
    ['whose key was not the one that signed', async (text: string) => new TestWitness().line(text, SECONDS)],
    ['that signed the checkpoint of another log', async () => 'other.invalid/log\n1\nAAAA\n\n— other.invalid/log AAAA'],
    ['that took the signature of the log away', async (text: string) => text.split('\n— ')[0]!],
    ['that sent something else', async () => 'thank you'],
  ])('%s is refused', async (_what, answer) => {
    const given = `${await answer(await checkpoint())}\n`
    await expect(addCosignatures(place, given, [new TestWitness().key])).rejects.toMatchObject({
      code: 'cosignature-refused',
    })
    await expect(checkpoint()).resolves.not.toContain('witness')
  })
})

describe('a log', () => {
  it('goes on with a new key, and evidence from before and after holds', async () => {
    const before = (await evidenceOf(site.folder, { kind: 'version', number: 1 }))!
    const [old] = (await logState(site.folder)).verifierKeys
    const verifierKey = await rotateKey(place, 'the machine was sold')
    expect((await logState(site.folder)).verifierKeys).toEqual([verifierKey, old])
    await check()
    expect(await verifyEvidence(before)).toMatchObject({ kind: 'holds', verifierKey: old })
    const after = (await evidenceOf(site.folder, { kind: 'version', number: 1 }))!
    expect(await verifyEvidence(after, { trustedKeys: [verifierKey] })).toMatchObject({
      kind: 'holds',
      isKeyTrusted: true,
    })
    expect((await auditFolder(site.folder)).problems).toEqual([])
  })
})
