import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChangeDescription } from '../core/change.ts'
import type { PolicyDocument, Source } from '../core/document.ts'
import { type PolicyText, policyTextSha256 } from '../core/policy-text.ts'
import { insertChange, newestRevision, reviseKind } from './change.ts'
import {
  documentByKey,
  documentByNumber,
  dueDocuments,
  nextCheckAt,
  noteAttempt,
  putDocument,
  renameDocument,
  unfollowExcept,
} from './document.ts'
import { openStore, type Store } from './index.ts'
import { platformBySlug, putPlatform } from './platform.ts'
import { createTextCache, putText } from './policy-text.ts'
import { insertRecord, knownForeign, lastSequence, placeRecord } from './record.ts'
import { activeSources, noteReceived, putSources } from './source.ts'
import { ensureTrack, readTrackMemory, type Track, trackVersions, writeTrackMemory } from './track.ts'
import { extendSpan, insertVersion, openSpan } from './version.ts'

const AT = '2026-01-01T00:00:00Z'
const TERMS: PolicyDocument = {
  platformSlug: 'larkspur',
  slug: 'terms',
  title: 'Terms',
  type: 'terms-of-service',
  locale: 'en',
  governs: ['Larkspur Chat'],
  checkEveryMinutes: 720,
  sources: [],
}
const TERMS_KEY = { platform: 'larkspur', document: 'terms' }

let store: Store
beforeEach(async () => {
  store = await openStore(':memory:')
  await putPlatform(store.db, 7, { slug: 'larkspur', name: 'Larkspur', website: null }, AT)
  await putDocument(store.db, 12, 7, TERMS, true, AT)
})
afterEach(() => store[Symbol.asyncDispose]())

describe('platforms and documents', () => {
  it('are found by number and by slugs', async () => {
    expect(await platformBySlug(store.db, 'larkspur')).toEqual({
      number: 7,
      slug: 'larkspur',
      name: 'Larkspur',
      website: null,
    })
    const document = await documentByKey(store.db, TERMS_KEY)
    expect(document).toMatchObject({
      number: 12,
      key: TERMS_KEY,
      platformName: 'Larkspur',
      governs: ['Larkspur Chat'],
      readParts: null,
    })
    expect(await documentByNumber(store.db, 12)).toEqual(document)
    expect(await documentByKey(store.db, { platform: 'larkspur', document: 'none' })).toBeNull()
  })

  it('are described by the catalogue, never by an import', async () => {
    await putDocument(store.db, 12, 7, { ...TERMS, title: 'Of an import' }, false, AT)
    expect(await documentByNumber(store.db, 12)).toMatchObject({ title: 'Terms', followed: 1 })
    await putDocument(store.db, 12, 7, { ...TERMS, title: 'Terms of Use' }, true, AT)
    expect(await documentByNumber(store.db, 12)).toMatchObject({ title: 'Terms of Use' })
  })

  it('that the catalogue no longer names are kept and not checked', async () => {
    await unfollowExcept(store.db, [])
    expect(await dueDocuments(store.db, null)).toEqual([])
    expect(await documentByNumber(store.db, 12)).toMatchObject({ followed: 0 })
  })

  it('are due when their time has come, the longest overdue first', async () => {
    await putDocument(store.db, 13, 7, { ...TERMS, slug: 'privacy' }, true, AT)
    const attempt = { outcome: 'received', verdict: 'policy', reason: '', good: true, at: AT } as const
    await noteAttempt(store.db, 12, { ...attempt, nextCheckAt: '2026-01-03T00:00:00Z' })
    await noteAttempt(store.db, 13, { ...attempt, nextCheckAt: '2026-01-02T00:00:00Z' })
    const due = async (at: string) => (await dueDocuments(store.db, at)).map(({ number }) => number)
    expect(await due('2026-01-01T12:00:00Z')).toEqual([])
    expect(await due('2026-01-02T00:00:00Z')).toEqual([13])
    expect(await due('2026-01-05T00:00:00Z')).toEqual([13, 12])
    expect(await nextCheckAt(store.db)).toBe('2026-01-02T00:00:00Z')
  })

  it('count a run of failures from its first, and forget it when all is well', async () => {
    const failed = { outcome: 'unreachable', verdict: null, reason: 'no answer', good: false, nextCheckAt: AT } as const
    await noteAttempt(store.db, 12, { ...failed, at: '2026-01-02T00:00:00Z' })
    await noteAttempt(store.db, 12, { ...failed, at: '2026-01-03T00:00:00Z' })
    expect(await documentByNumber(store.db, 12)).toMatchObject({
      failures: 2,
      failing_since: '2026-01-02T00:00:00Z',
      last_good_at: null,
    })
    await noteAttempt(store.db, 12, {
      outcome: 'received',
      verdict: 'policy',
      reason: '',
      good: true,
      at: '2026-01-04T00:00:00Z',
      nextCheckAt: AT,
    })
    expect(await documentByNumber(store.db, 12)).toMatchObject({
      failures: 0,
      failing_since: null,
      last_good_at: '2026-01-04T00:00:00Z',
    })
  })

  it('keep their number when an archive renames them, and do not when the new address is taken', async () => {
    await ensureTrack(store.db, 12, 'import', 'other', 'Larkspur/Terms.md')
    await renameDocument(
      store.db,
      'other',
      'Larkspur/Terms.md',
      { platform: 'larkspur', document: 'conditions' },
      'Conditions',
    )
    expect(await documentByKey(store.db, { platform: 'larkspur', document: 'conditions' })).toMatchObject({
      number: 12,
      title: 'Conditions',
    })
    await putDocument(store.db, 13, 7, { ...TERMS, slug: 'privacy' }, true, AT)
    await renameDocument(
      store.db,
      'other',
      'Larkspur/Terms.md',
      { platform: 'larkspur', document: 'privacy' },
      'Privacy',
    )
    expect(await documentByNumber(store.db, 12)).toMatchObject({ slug: 'conditions' })
    expect(await store.db.selectFrom('slug_alias').selectAll().execute()).toEqual([
      { platform_slug: 'larkspur', document_slug: 'terms', document_number: 12 },
    ])
  })
})

describe('sources', () => {
  const source = (url: string, position = 0, more: Partial<Source> = {}): Source => ({
    url,
    selectors: { select: [], remove: [], normalise: [] },
    position,
    validFrom: null,
    validUntil: null,
    needsBrowser: false,
    ...more,
  })

  it('are those valid at a moment, in their order', async () => {
    await putSources(store.db, 12, [
      source('https://a.example/old', 0, { validUntil: '2025-06-01T00:00:00Z' }),
      source('https://a.example/second', 1, { validFrom: '2025-06-01T00:00:00Z' }),
      source('https://a.example/first', 0, { validFrom: '2025-06-01T00:00:00Z', needsBrowser: true }),
    ])
    const at = async (moment: string) => (await activeSources(store.db, 12, moment)).map(({ url }) => url)
    expect(await at('2025-05-31T23:59:59Z')).toEqual(['https://a.example/old'])
    expect(await at('2025-06-01T00:00:00Z')).toEqual(['https://a.example/first', 'https://a.example/second'])
    expect((await activeSources(store.db, 12, AT))[0]).toMatchObject({ needsBrowser: true })
  })

  it('that stay keep what is known of them; one that goes is forgotten', async () => {
    await putSources(store.db, 12, [source('https://a.example/1'), source('https://a.example/2', 1)])
    await noteReceived(store.db, 12, 'https://a.example/1', 0, {
      etag: '"x"',
      lastModified: null,
      part: 'f'.repeat(64),
      mediaType: 'text/html',
      capture: 3,
      at: AT,
    })
    await putSources(store.db, 12, [source('https://a.example/1', 1), source('https://a.example/3', 0)])
    expect(await activeSources(store.db, 12, AT)).toMatchObject([
      { url: 'https://a.example/3', etag: null, lastCapture: null },
      { url: 'https://a.example/1', etag: '"x"', lastCapture: 3, lastPart: 'f'.repeat(64) },
    ])
  })
})

describe('tracks', () => {
  let track: Track
  let texts: number[]
  beforeEach(async () => {
    track = await ensureTrack(store.db, 12, 'own', 'own', null)
    texts = []
    for (const words of ['One.', 'Two.']) {
      const text: PolicyText = {
        format: 1,
        blocks: [{ kind: 'paragraph', depth: 0, number: null, headingPath: [], text: words, links: [] }],
      }
      const facts = { title: null, language: 'en', stated: null, effective: null }
      texts.push(
        (await putText(store.db, createTextCache(), { text: policyTextSha256(text), comparison: words }, text, facts))
          .id,
      )
    }
  })

  const record = (sequence: number, commit: string | null = null) =>
    insertRecord(store.db, {
      trackId: track.id,
      sequence,
      observedAt: AT,
      readingEntry: sequence,
      verdict: 'policy',
      reason: '',
      textId: texts[0]!,
      rowKind: null,
      rowReason: null,
      awaiting: false,
      foreignCommit: commit,
      foreignPath: commit && 'Larkspur/Terms.md',
      technical: false,
    })
  const version = (
    number: number,
    key: number,
    textId: number,
    firstRecord: number,
    previousVersion: number | null = null,
  ) =>
    insertVersion(store.db, {
      number,
      documentNumber: 12,
      trackId: track.id,
      key,
      variant: 0,
      textId,
      firstRecord,
      previousVersion,
      observedAt: AT,
    })

  it('are one for each document, kind and archive', async () => {
    expect((await ensureTrack(store.db, 12, 'own', 'own', null)).id).toBe(track.id)
    expect((await ensureTrack(store.db, 12, 'import', 'other', 'a.md')).id).not.toBe(track.id)
  })

  it('remember where their machine is', async () => {
    expect(await readTrackMemory(store.db, track.id)).toEqual({ pending: null, currentKey: null, lastVerdict: null })
    await writeTrackMemory(store.db, track.id, { pending: '{}', currentKey: 4, lastVerdict: 'blocked' })
    expect(await readTrackMemory(store.db, track.id)).toEqual({ pending: '{}', currentKey: 4, lastVerdict: 'blocked' })
  })

  it('give their versions with spans, ordinals and how often each came back', async () => {
    const [first, second, third] = [await record(1), await record(2), await record(3)]
    await version(1, 1, texts[0]!, first)
    await openSpan(store.db, 1, '2026-01-01T00:00:00Z', first)
    await extendSpan(store.db, 1, '2026-01-02T00:00:00Z', null)
    // After a gap: another span, and no return.
    await openSpan(store.db, 1, '2026-01-04T00:00:00Z', first)
    await version(2, 2, texts[1]!, second, 1)
    await openSpan(store.db, 2, '2026-01-05T00:00:00Z', second)
    await openSpan(store.db, 1, '2026-01-06T00:00:00Z', third)
    expect(await trackVersions(store.db, track.id)).toMatchObject([
      {
        number: 1,
        key: 1,
        returns: 1,
        change: null,
        spans: [
          { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z', records: 2 },
          { from: '2026-01-04T00:00:00Z', to: '2026-01-04T00:00:00Z', records: 1 },
          { from: '2026-01-06T00:00:00Z', to: '2026-01-06T00:00:00Z', records: 1 },
        ],
      },
      { number: 2, key: 2, returns: 0, spans: [{ records: 1 }] },
    ])
    expect(await store.db.selectFrom('version').select(['number', 'ordinal']).orderBy('number').execute()).toEqual([
      { number: 1, ordinal: 1 },
      { number: 2, ordinal: 2 },
    ])
  })

  it('count their records, and know the foreign ones', async () => {
    expect(await lastSequence(store.db, track.id)).toBe(0)
    await record(1)
    await record(2)
    expect(await lastSequence(store.db, track.id)).toBe(2)
    track = await ensureTrack(store.db, 12, 'import', 'other', 'Larkspur/Terms.md')
    await record(1, 'abc')
    expect(await knownForeign(store.db, 'other')).toEqual(new Set(['abc Larkspur/Terms.md']))
    expect(await knownForeign(store.db, 'another')).toEqual(new Set())
  })

  it('keep every revision of a change and show the newest', async () => {
    const [first, second] = [await record(1), await record(2)]
    await version(1, 1, texts[0]!, first)
    await version(2, 2, texts[1]!, second, 1)
    const description = {
      kind: 'substantive',
      severity: 'high',
      direction: 'neutral',
      reasons: ['a rule is new'],
      effects: [],
      summary: 'New.',
    } as unknown as ChangeDescription
    await insertChange(store.db, {
      number: 5,
      documentNumber: 12,
      trackId: track.id,
      variant: 0,
      fromVersion: 1,
      toVersion: 2,
      detectedAt: AT,
      statedOn: null,
      effectiveOn: '2026-02-01',
      description,
      groupKey: null,
      cause: 'capture',
      madeAt: AT,
      stages: { compare: '1' },
    })
    await placeRecord(store.db, second, 2, 5)
    await reviseKind(store.db, 2, 'noise', 'variant', 'the page alternates', '2026-01-09T00:00:00Z')
    expect(await store.db.selectFrom('change').select(['kind', 'revisions']).execute()).toEqual([
      { kind: 'noise', revisions: 2 },
    ])
    expect((await newestRevision(store.db, 5)).description).toMatchObject({
      kind: 'noise',
      reasons: ['the page alternates', 'a rule is new'],
    })
    const revisions = await store.db
      .selectFrom('revision')
      .select(['ordinal', 'cause', 'kind'])
      .orderBy('ordinal')
      .execute()
    expect(revisions).toEqual([
      { ordinal: 1, cause: 'capture', kind: 'substantive' },
      { ordinal: 2, cause: 'variant', kind: 'noise' },
    ])
  })

  it('give a version of which nothing changed no revision', async () => {
    await reviseKind(store.db, 99, 'noise', 'variant', 'nothing', AT)
    expect(await store.db.selectFrom('revision').selectAll().execute()).toEqual([])
  })
})
