import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PRIVACY } from '../../test/corpus/extract/fictional-policy.ts'
import {
  DAY_MS,
  type FollowedSite,
  followSite,
  platformWith,
  policyPage,
  rowsOf,
  START,
  termsWith,
} from '../../test/followed-site.ts'
import type { Pipeline } from '../pipeline.ts'
import { dueDocuments } from '../store/document.ts'
import { checkDocuments, createSimulatedClock, restMs, runUntil } from './schedule.ts'

const CATALOGUE = platformWith([
  { slug: 'terms', title: 'Terms of Service', type: 'terms-of-service', paths: ['/terms'] },
  { slug: 'privacy', title: 'Privacy Policy', type: 'privacy-policy', paths: ['/privacy'] },
])

let site: FollowedSite
let pipeline: Pipeline
beforeEach(async () => {
  site = await followSite(CATALOGUE)
  pipeline = await site.open()
  site.pages.set('/terms', policyPage('Terms of Service', termsWith()))
  site.pages.set('/privacy', policyPage('Privacy Policy', PRIVACY))
})
afterEach(() => site[Symbol.asyncDispose]())

const never = new AbortController().signal

describe('a simulated clock', () => {
  it('stands still while work is done, and jumps where somebody sleeps', async () => {
    const clock = createSimulatedClock(START)
    await clock.sleep(DAY_MS)
    expect(clock.now().toISOString()).toBe('2026-03-03T06:00:00.000Z')
    clock.set(new Date(START))
    expect(clock.now().getTime()).toBe(Date.parse(START))
    await expect(clock.sleep(1, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
    expect(() => createSimulatedClock('some day')).toThrow(expect.objectContaining({ code: 'moment-malformed' }))
  })
})

describe('the schedule', () => {
  it('checks every document when it is due, for as long as it is told', async () => {
    const seen: string[] = []
    await runUntil(pipeline, site.clock, new Date(Date.parse(START) + 3 * DAY_MS), {
      signal: never,
      onResult: ({ document }) => seen.push(`${site.clock.now().toISOString().slice(0, 10)} ${document.document}`),
    })
    expect(seen).toEqual(
      ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].flatMap((day) => [`${day} terms`, `${day} privacy`]),
    )
    expect(await restMs(pipeline, site.clock)).toBe(60_000)
  })

  it('stops between two documents when it is asked to', async () => {
    const stop = new AbortController()
    const seen: string[] = []
    const round = runUntil(pipeline, site.clock, new Date(Date.parse(START) + 30 * DAY_MS), {
      signal: stop.signal,
      onResult: ({ document }) => {
        seen.push(document.document)
        stop.abort()
      },
    })
    await round
    expect(seen).toEqual(['terms'])
  })

  it('goes on with other documents when one cannot be had', async () => {
    site.pages.set('/terms', (_, response) => response.destroy())
    const results: string[] = []
    await checkDocuments(pipeline, await dueDocuments(pipeline.store.db, null), site.clock, {
      signal: never,
      onResult: ({ document, outcome }) => results.push(`${document.document} ${outcome}`),
    })
    expect(results).toEqual(['terms unreachable', 'privacy received'])
  })

  it('ends its round, and waits for all of its lanes, when the archive fails', async () => {
    const documents = await dueDocuments(pipeline.store.db, null)
    pipeline.archive.append = async () => {
      throw new Error('the disk is gone')
    }
    const seen: unknown[] = []
    const round = checkDocuments(pipeline, documents, site.clock, {
      signal: never,
      onResult: (result) => seen.push(result),
    })
    await expect(round).rejects.toThrow('the disk is gone')
    expect(seen).toEqual([])
    expect(rowsOf(site.folder, 'capture')).toEqual([])
  })
})
