import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../../test/fake-clock.ts'
import { serveModel, shownTo } from '../../../test/model-server.ts'
import type { Store } from '../../store/index.ts'
import { changeLines } from '../../store/view/change.ts'
import { openSmallArchive } from '../../web/fixtures/small-archive.ts'
import { annotateChange, keptNotes } from './annotate.ts'
import { openAnalyst } from './index.ts'

describe('notes on a change', () => {
  it('are written effect by effect, kept, and found again without asking', async () => {
    await using server = await serveModel((request) => {
      const quote = shownTo(request, 'after').slice(0, 30)
      const notes = [{ text: 'A rule for its reader.', quote, side: 'after' }]
      return { kind: 'text', text: JSON.stringify({ notes }) }
    })
    await using store = await openSmallArchive()
    const change = await aChange(store)
    const clock = createFakeClock('2026-01-02T03:04:05Z')
    await using opened = openAnalyst(
      { url: server.url, name: 'small', key: null, tokensPerDay: 1_000_000 },
      { store, clock },
    )
    expect(await keptNotes(store.db, change)).toEqual(new Map())
    const noted = await annotateChange(store.db, change, opened.analyst)
    expect(noted.length).toBeGreaterThan(0)
    expect(server.requests).toHaveLength(noted.length)
    const kept = await keptNotes(store.db, change)
    expect([...kept].map(([effect, { annotation, madeAt }]) => ({ effect, annotation, madeAt }))).toEqual(
      noted.map((one) => ({ ...one, madeAt: '2026-01-02T03:04:05Z' })),
    )
    await annotateChange(store.db, change, opened.analyst)
    expect(server.requests).toHaveLength(noted.length)
  })

  it('of our own rules are not kept: they can be said again at any time', async () => {
    await using store = await openSmallArchive()
    const change = await aChange(store)
    await using opened = openAnalyst(null, { store, clock: createFakeClock() })
    expect((await annotateChange(store.db, change, opened.analyst)).length).toBeGreaterThan(0)
    expect(await keptNotes(store.db, change)).toEqual(new Map())
  })
})

async function aChange({ db }: Store): Promise<number> {
  return (await changeLines(db, { kinds: ['substantive'], limit: 1 }))[0]!.number
}
