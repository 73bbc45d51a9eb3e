import { describe, expect, it } from 'vitest'
import { applyEdit, unfold } from './site/history.ts'
import { demoPlatformsFolder, loadPlatforms } from './site/platform.ts'

const TEXT = `# Rules

## 1. First

1.1 One thing.

- (a) alpha
- (b) beta
  - nested under beta

## 2. Second

2.1 See sections 1.1, 2 and 3 to 4.
`

describe('an edit', () => {
  it('is refused where its target is missing or ambiguous', () => {
    expect(() => applyEdit(TEXT, { replace: 'gamma', with: 'delta' })).toThrow('0 times')
    expect(() => applyEdit(TEXT, { replace: 'beta', with: 'delta' })).toThrow('2 times')
    expect(() => applyEdit(TEXT, { remove: 'zeta' })).toThrow('0 times')
  })

  it('is refused where nothing would change', () => {
    expect(() => applyEdit(TEXT, { replace: 'alpha', with: 'alpha' })).toThrow('changes nothing')
  })

  it('takes an item with what is nested under it, and a heading with its section', () => {
    const withoutItem = applyEdit(TEXT, { remove: '(b) beta' })
    expect(withoutItem).not.toContain('nested')
    expect(withoutItem).toContain('(a) alpha')
    const withoutSection = applyEdit(TEXT, { remove: '## 1. First' })
    expect(withoutSection).not.toContain('alpha')
    expect(withoutSection).toContain('## 2. Second')
  })

  it('moves a section as a whole', () => {
    const moved = applyEdit(TEXT, { move: '## 1. First', after: '## 2. Second' })
    expect(moved.indexOf('## 2. Second')).toBeLessThan(moved.indexOf('## 1. First'))
    expect(moved.length).toBe(TEXT.length)
  })

  it('renumbers headings, paragraphs and references from a number on', () => {
    const shifted = applyEdit(TEXT, { renumber: 2, by: 1 })
    expect(shifted).toContain('## 3. Second')
    expect(shifted).toContain('3.1 See sections 1.1, 3 and 4 to 5.')
    expect(shifted).toContain('1.1 One thing.')
  })
})

describe('a history', () => {
  const first = { on: '', text: TEXT, stated: '2024-01-01', effective: '' }

  it('goes back to the text and dates before a revision that is withdrawn', () => {
    const states = unfold(
      first,
      [
        { on: '2025-01-02', because: '', stated: '2025-01-02', edits: [{ replace: 'alpha', with: 'omega' }] },
        { on: '2025-02-02', because: '', withdraw: true },
      ],
      () => '',
    )
    expect(states.map((state) => state.text.includes('omega'))).toEqual([false, true, false])
    expect(states.at(-1)).toMatchObject({ on: '2025-02-02', stated: '2024-01-01' })
  })

  it('is refused where its revisions are out of order', () => {
    const twice = { on: '2025-01-02', because: '' }
    expect(() => unfold(first, [twice, twice], () => '')).toThrow('does not come after')
  })
})

describe('the histories of the demo', () => {
  const pages = loadPlatforms(demoPlatformsFolder).flatMap((platform) =>
    platform.pages.map((page) => ({ name: `${platform.slug}/${page.name}`, page })),
  )

  it('apply, every edit of them, and lie between the first day and the last', () => {
    for (const { name, page } of pages) {
      for (const state of page.states.slice(1)) {
        expect(state.on > '2025-01-01' && state.on <= '2026-09-30', `${name} ${state.on}`).toBe(true)
      }
    }
  })

  it('leave at least a week between two revisions of a page, so that a weekly check sees each', () => {
    for (const { name, page } of pages) {
      const days = page.states.slice(1).map((state) => Date.parse(state.on))
      for (const [index, day] of days.entries()) {
        const before = days[index - 1]
        if (before !== undefined)
          expect((day - before) / 86_400_000, `${name} ${page.states[index + 1]?.on}`).toBeGreaterThanOrEqual(7)
      }
    }
  })

  it('never state a date that lies after the day on which it is shown', () => {
    for (const { name, page } of pages) {
      for (const state of page.states) {
        if (state.on)
          expect(state.stated <= state.on || state.stated === '2025-07-01', `${name} ${state.on} ${state.stated}`).toBe(
            true,
          )
      }
    }
  })
})
