import { describe, expect, it } from 'vitest'
import { scoreDemo } from './score.ts'

const EXPECTED = [
  {
    platform: 'quillmere',
    url: 'http://www.quillmere.example/legal/privacy',
    on: '2025-05-12',
    kind: 'substantive',
    because: 'two words',
  },
] as const

function seen(kind: string, detectedAt: string) {
  return { id: 'CW-C-000001', platform: 'Quillmere', document: 'Privacy Notice', kind, detectedAt }
}

describe('the score of an archive of the demo', () => {
  it('counts a change that was seen at the next check, and its kind', () => {
    expect(scoreDemo([seen('substantive', '2025-05-14T06:00:00Z')], EXPECTED)).toMatchObject({
      found: 1,
      kindRight: 1,
      extra: [],
    })
    expect(scoreDemo([seen('administrative', '2025-05-14T06:00:00Z')], EXPECTED)).toMatchObject({
      found: 1,
      kindRight: 0,
    })
  })

  it('names what was missed, and what was seen where nothing happened', () => {
    const score = scoreDemo(
      [seen('substantive', '2025-05-07T06:00:00Z'), seen('noise', '2025-05-14T06:00:00Z')],
      EXPECTED,
    )
    expect(score.missed).toHaveLength(1)
    expect(score.extra).toEqual(['Quillmere: Privacy Notice, 2025-05-07T06:00:00Z: substantive'])
  })
})
