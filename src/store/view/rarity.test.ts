import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DocumentType } from '../../core/document.ts'
import { type PolicyText, policyTextSha256 } from '../../core/policy-text.ts'
import type { ProvisionType } from '../../core/provision.ts'
import { putDocument } from '../document.ts'
import { openStore, type Store } from '../index.ts'
import { putPlatform } from '../platform.ts'
import { createTextCache, putText } from '../policy-text.ts'
import { insertAnalysis, insertPlaces, putProvision, putWording } from '../provision.ts'
import { insertRecord } from '../record.ts'
import { ensureTrack } from '../track.ts'
import { insertVersion } from '../version.ts'
import { comparedWordings, rarityOf } from './rarity.ts'

const AT = '2026-01-01T00:00:00Z'
let store: Store
beforeEach(async () => {
  store = await openStore(':memory:')
})
afterEach(() => store[Symbol.asyncDispose]())

type Entry = {
  readonly type: DocumentType
  readonly words: string
  readonly states: ProvisionType | null
  readonly assessed?: boolean
}

/** A platform with one document in one version, which states one provision or none. */
async function publish(number: number, { type, words, states, assessed = true }: Entry): Promise<void> {
  const { db } = store
  const name = `Platform ${number}`
  await putPlatform(db, number, { slug: `platform-${number}`, name, website: null }, AT)
  const document = {
    platformSlug: `platform-${number}`,
    slug: 'terms',
    title: 'Terms',
    type,
    locale: 'en',
    governs: [],
    checkEveryMinutes: 720,
    sources: [],
  }
  await putDocument(db, number, number, document, true, AT)
  const track = await ensureTrack(db, number, 'own', '', null)
  const text: PolicyText = {
    format: 1,
    blocks: [{ kind: 'paragraph', depth: 0, number: null, headingPath: [], text: words, links: [] }],
  }
  const names = { text: policyTextSha256(text), comparison: words }
  const { id: textId } = await putText(db, createTextCache(), names, text, {
    title: 'Terms',
    language: 'en',
    stated: null,
    effective: null,
  })
  const record = await insertRecord(db, {
    trackId: track.id,
    sequence: 1,
    observedAt: AT,
    readingEntry: number,
    verdict: 'policy',
    reason: '',
    textId,
    rowKind: null,
    rowReason: null,
    awaiting: false,
    foreignCommit: null,
    foreignPath: null,
    technical: false,
  })
  await insertVersion(db, {
    number,
    documentNumber: number,
    trackId: track.id,
    key: 1,
    variant: 1,
    textId,
    firstRecord: record,
    previousVersion: null,
    observedAt: AT,
  })
  await db.updateTable('track').set({ current_key: 1 }).where('id', '=', track.id).execute()
  const analysis = await insertAnalysis(db, {
    version: number,
    stage: '1',
    state: assessed ? 'assessed' : 'not-assessed',
    predecessor: null,
    madeAt: AT,
  })
  if (!states) return
  await putProvision(db, { number, document: number, bornVersion: number, splitFrom: null })
  const wording = await putWording(
    db,
    number,
    '1',
    {
      title: null,
      types: [states],
      severity: 'medium',
      reasons: ['r'],
      confidence: 'high',
      basis: 'explicit',
      exact: words,
    },
    false,
  )
  await insertPlaces(db, analysis, [{ first: 0, last: 0, provision: number, wording }])
}

it('counts platforms and different texts, against those with an assessed document of the kind', async () => {
  const shared = 'We train on prompts unless you opt out.'
  await publish(1, { type: 'privacy-policy', words: shared, states: 'model-training' })
  await publish(2, { type: 'privacy-policy', words: shared, states: 'model-training' })
  await publish(3, { type: 'privacy-policy', words: 'We train on prompts.', states: 'model-training' })
  await publish(4, { type: 'privacy-policy', words: 'We keep data for a year.', states: 'retention-deletion' })
  await publish(5, { type: 'privacy-policy', words: 'Wir trainieren.', states: null, assessed: false })
  await publish(6, { type: 'terms-of-service', words: 'We train on all prompts.', states: 'model-training' })
  const rarity = await rarityOf(store.db, {
    documentType: 'privacy-policy',
    type: 'model-training',
    stance: ['opt-out'],
    takesIt: (quote) => quote.includes('opt out'),
  })
  expect(rarity.assessed).toEqual({ platforms: 4, texts: 3 })
  expect(rarity.withType).toEqual({ platforms: 3, texts: 2 })
  expect(rarity.withStance).toEqual({ platforms: 2, texts: 1 })
})

it('compares current wordings of the main type on other platforms', async () => {
  await publish(1, { type: 'privacy-policy', words: 'We train on prompts.', states: 'model-training' })
  await publish(2, { type: 'terms-of-service', words: 'We never train on prompts.', states: 'model-training' })
  const found = await comparedWordings(store.db, 'model-training', 'platform-1')
  expect(found).toEqual([expect.objectContaining({ platform: 'Platform 2', quote: 'We never train on prompts.' })])
})
