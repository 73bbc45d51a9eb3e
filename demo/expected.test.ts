import { describe, expect, it } from 'vitest'
import { expectedChanges } from './site/expected.ts'
import { demoPlatformsFolder, loadPlatforms, stateOn } from './site/platform.ts'

describe('the changes to be expected', () => {
  const changes = expectedChanges()

  it('are more than a hundred, most of them substantive, in order', () => {
    expect(changes.length).toBeGreaterThan(100)
    expect(changes.filter((change) => change.kind === 'substantive').length).toBeGreaterThan(changes.length / 2)
    expect(changes.map((change) => change.on)).toEqual(changes.map((change) => change.on).toSorted())
  })

  it('leave out what an archive cannot see, and what leaves the text as it was', () => {
    const at = (on: string) => changes.filter((change) => change.on === on).map((change) => change.url)
    expect(at('2026-04-13')).not.toContain('http://pallowby.example/community')
    expect(at('2025-09-01')).toEqual([])
  })

  it('change what is printed, each of them', () => {
    const pages = new Map(
      loadPlatforms(demoPlatformsFolder).flatMap(({ host, pages }) =>
        pages.map((page) => [`http://${host}${page.path}`, page]),
      ),
    )
    for (const change of changes) {
      const page = pages.get(change.url)!
      const after = stateOn(page, change.on)
      const before = page.states[page.states.indexOf(after) - 1]!
      const prints = ({ text, stated, effective }: typeof after) =>
        text.replaceAll('{{stated}}', stated).replaceAll('{{ago}}', stated).replaceAll('{{effective}}', effective)
      expect(prints(after), `${change.url} ${change.on}`).not.toBe(prints(before))
    }
  })
})
