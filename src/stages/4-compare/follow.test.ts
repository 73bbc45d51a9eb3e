import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../core/capture.ts'
import type { ChangeKind } from '../../core/change.ts'
import { follow, type Observation, type Placement } from './follow.ts'
import { CAPTURE_TRACK, EMPTY_TRACK, IMPORT_TRACK, type TrackSettings, type TrackState } from './track-state.ts'

/** A record in short: letter of its text (upper case differs substantively, a digit behind it in noise only), day, length. */
type Short = {
  readonly text: string
  readonly day: number
  readonly chars?: number
  readonly verdict?: Verdict
  readonly language?: string
}

const DAY = 86_400_000
const moment = (day: number): string => new Date(Date.UTC(2026, 0, 1) + day * DAY).toISOString()

/** Replays records; versions are known by their text, as the pipeline knows them by their stored text. */
function replay(
  records: readonly Short[],
  settings: TrackSettings = IMPORT_TRACK,
  from: TrackState = EMPTY_TRACK,
  texts = new Map<number, Short>(),
): { placements: Placement[]; state: TrackState; kinds: (string | null)[] } {
  let state = from
  const rowOfVersion = new Map<number, number>()
  const kinds: (string | null)[] = []
  const placements = records.map((record, sequence) => {
    const observation: Observation = {
      at: moment(record.day),
      sequence,
      verdict: record.verdict ?? 'policy',
      textSha256: record.text,
      comparisonSha256: record.text[0]!,
      language: record.language ?? 'en',
      chars: record.chars ?? 1000,
      difference: (key) => differ(texts.get(key)!, record),
      isNoise: (key) => differ(texts.get(key)!, record).kind === 'noise',
    }
    const placement = follow(state, observation, settings)
    state = placement.state
    const { row, version } = placement
    kinds.push(row.kind === 'none' ? null : row.kind === 'change' ? row.changeKind : row.kind)
    if (version.step === 'create') {
      texts.set(version.version, record)
      rowOfVersion.set(version.version, sequence)
    }
    for (const revision of placement.revisions) {
      const at = rowOfVersion.get(revision.version)
      if (at !== undefined) kinds[at] = revision.kind
    }
    return placement
  })
  return { placements, state, kinds }
}

function differ(before: Short, after: Short): { kind: ChangeKind; kept: number } {
  if (before.text[0] === after.text[0]) return { kind: 'noise', kept: 1 }
  return { kind: 'substantive', kept: Math.min(1, (after.chars ?? 1000) / (before.chars ?? 1000)) }
}

const days = (...texts: readonly string[]): Short[] => texts.map((text, day) => ({ text, day }))

describe('follow', () => {
  it('makes the first record a baseline and no change', () => {
    const { placements, kinds } = replay(days('A'))
    expect(kinds).toEqual([null])
    expect(placements[0]!.version).toEqual({ step: 'create', version: 1, variant: 0, base: null })
  })

  it('goes on with a span where the text is the same', () => {
    const { state, kinds } = replay(days('A', 'A', 'A'))
    expect(kinds).toEqual([null, 'noise', 'noise'])
    expect(state.versions[0]!.spans).toEqual([{ from: moment(0), to: moment(2), records: 3 }])
  })

  it('publishes what is new, and mutes what only rules would hide', () => {
    expect(replay(days('A', 'B', 'B1', 'C')).kinds).toEqual([null, 'substantive', 'noise', 'substantive'])
  })

  it('shows a bad capture and the way back as broken captures, without a version', () => {
    const { state, kinds } = replay([
      { text: 'A', day: 0 },
      { text: 'X', day: 1, verdict: 'blocked' },
      { text: 'A', day: 2 },
    ])
    expect(kinds).toEqual([null, 'broken-capture', 'broken-capture'])
    expect(state.versions).toHaveLength(1)
  })

  it('compares the first good record after a gap with the last good version', () => {
    const { placements } = replay([
      { text: 'A', day: 0 },
      { text: 'X', day: 1, verdict: 'error' },
      { text: 'B', day: 2 },
    ])
    expect(placements[2]!.row).toMatchObject({ kind: 'change', base: 1, changeKind: 'substantive' })
  })

  it('keeps an edit that was withdrawn once as news, and mutes it when it comes back and shows that the page alternates', () => {
    expect(replay(days('A', 'B', 'A')).kinds).toEqual([null, 'substantive', 'noise'])
    expect(replay(days('A', 'B', 'A', 'B', 'A')).kinds).toEqual([null, 'noise', 'noise', 'noise', 'noise'])
  })

  it('takes a part that comes and goes for a broken capture, at its first return', () => {
    const part: Short = { text: 'B', day: 1, chars: 600 }
    expect(replay([{ text: 'A', day: 0 }, part, { text: 'A', day: 2 }]).kinds).toEqual([
      null,
      'broken-capture',
      'broken-capture',
    ])
  })

  it('publishes the rollback of what had stood for long', () => {
    const { placements } = replay([
      { text: 'A', day: 0 },
      { text: 'B', day: 10 },
      { text: 'A', day: 60 },
    ])
    expect(placements[2]!.row).toMatchObject({ kind: 'change', changeKind: 'substantive' })
    expect(placements[2]!.version).toEqual({ step: 'reopen', version: 1 })
    expect(placements[2]!.revisions).toEqual([])
  })

  it('knows a variant that comes back with another token in it', () => {
    const { placements, kinds } = replay(days('A', 'B', 'A', 'B', 'A2', 'B2'))
    expect(kinds).toEqual([null, 'noise', 'noise', 'noise', 'noise', 'noise'])
    expect(placements[5]!.version).toMatchObject({ step: 'create', base: 2 })
  })

  it('waits for a second capture before it believes a large loss', () => {
    const small = (day: number): Short => ({ text: 'B', day, chars: 300 })
    const { placements, kinds } = replay([{ text: 'A', day: 0 }, small(1), small(2)], CAPTURE_TRACK)
    expect(kinds).toEqual([null, 'broken-capture', 'substantive'])
    expect(placements[1]!.awaiting).toMatchObject({ reason: 'large-loss', captures: 1 })
    expect(placements[1]!.version).toEqual({ step: 'none' })
  })

  it('forgets a doubt that the next capture does not confirm', () => {
    const { state, kinds } = replay(
      [
        { text: 'A', day: 0 },
        { text: 'B', day: 1, language: 'de' },
        { text: 'A', day: 2 },
      ],
      CAPTURE_TRACK,
    )
    expect(kinds).toEqual([null, 'broken-capture', 'noise'])
    expect(state).toMatchObject({ pending: null, current: 1 })
    expect(state.versions).toHaveLength(1)
  })

  const records = fc
    .array(
      fc.record({
        text: fc.constantFrom('A', 'A1', 'B', 'B1', 'C', 'D'),
        gap: fc.constantFrom(0, 1, 40),
        chars: fc.constantFrom(1000, 1010, 400),
        verdict: fc.constantFrom<Verdict>('policy', 'policy', 'policy', 'blocked'),
      }),
      { maxLength: 25 },
    )
    .map((list) => {
      let day = 0
      return list.map(({ gap, ...record }): Short => {
        day += gap
        return { ...record, day }
      })
    })

  it('loses no record: each but the first has a row, and spans count every record of a policy', () => {
    fc.assert(
      fc.property(records, (list) => {
        const { placements, state } = replay(list)
        const first = list.findIndex(({ verdict }) => verdict === 'policy')
        expect(placements.filter(({ row }, at) => row.kind === 'none' && at > Math.max(0, first))).toEqual([])
        const counted = state.versions.flatMap(({ spans }) => spans).reduce((sum, span) => sum + span.records, 0)
        expect(counted).toBe(list.filter(({ verdict }) => verdict === 'policy').length)
      }),
    )
  })

  it('gives the same end whether it runs at once or goes on from its kept state', () => {
    fc.assert(
      fc.property(records, fc.nat(25), fc.constantFrom(IMPORT_TRACK, CAPTURE_TRACK), (list, cut, settings) => {
        const whole = replay(list, settings)
        const texts = new Map<number, Short>()
        const head = replay(list.slice(0, cut), settings, EMPTY_TRACK, texts)
        const kept = JSON.parse(JSON.stringify(head.state)) as TrackState
        expect(replay(list.slice(cut), settings, kept, texts).state).toEqual(whole.state)
      }),
    )
  })
})
