import { describe, expect, it } from 'vitest'
import type { ChangeKind } from '../core/change.ts'
import type { VersionLine } from '../store/view/track.ts'
import { coverageBlocks } from './coverage.ts'

const version = (number: number, kind: ChangeKind | null, ...spans: [string, string][]): VersionLine => ({
  number,
  variant: 0,
  ordinal: number,
  sha256: '',
  chars: 0,
  firstRecord: number,
  spans: spans.map(([from, to]) => ({ from, to, captures: 1 })),
  change:
    kind === null
      ? null
      : {
          number,
          fromVersion: number - 1,
          kind,
          severity: 'low',
          direction: 'neutral',
          summary: '',
          detectedAt: spans[0]![0],
          statedOn: null,
          effectiveOn: null,
        },
})

describe('blocks of a coverage strip', () => {
  it('begin anew with each change, and go on over what is muted', () => {
    const blocks = coverageBlocks([
      version(1, null, ['2026-01-01', '2026-01-05']),
      version(2, 'noise', ['2026-01-06', '2026-01-07']),
      version(3, 'substantive', ['2026-01-08', '2026-01-09']),
    ])
    expect(blocks).toEqual([
      { from: '2026-01-01', to: '2026-01-07', edition: 1 },
      { from: '2026-01-08', to: '2026-01-09', edition: 2 },
    ])
  })

  it('come back where a text came back', () => {
    const blocks = coverageBlocks([
      version(1, null, ['2026-01-01', '2026-01-02'], ['2026-01-05', '2026-01-06']),
      version(2, 'substantive', ['2026-01-03', '2026-01-04']),
    ])
    expect(blocks.map(({ edition }) => edition)).toEqual([1, 2, 1])
  })
})
