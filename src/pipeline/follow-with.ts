/** `follow` is pure and asks synchronously, texts are stored; so it is asked again once what it asked for is at hand. */
import {
  type Difference,
  follow,
  type Observation,
  type Placement,
  type TrackSettings,
  type TrackState,
} from '../stages/4-compare/index.ts'

/** `differences`: from the text of a version of the track to the text at hand; `compareWith` fills in what is missing. */
export async function followWith(
  state: TrackState,
  observation: Omit<Observation, 'difference'>,
  settings: TrackSettings,
  differences: (key: number) => Difference | undefined,
  compareWith: (key: number) => Promise<void>,
): Promise<Placement> {
  for (;;) {
    try {
      return follow(
        state,
        {
          ...observation,
          difference: (key) => {
            const found = differences(key)
            if (!found) throw new NotCompared(key)
            return found
          },
        },
        settings,
      )
    } catch (cause) {
      if (!(cause instanceof NotCompared)) throw cause
      await compareWith(cause.key)
    }
  }
}

class NotCompared extends Error {
  readonly key: number
  constructor(key: number) {
    super(`version ${key} of the track is not compared yet`)
    this.key = key
  }
}

export const TECHNICAL_REASON =
  'the other archive changed its software or its declaration, not the publisher the document'

/** What a foreign archive changed itself is a version of its track, and no change of the document. */
export function withoutChange(state: TrackState, key: number | null): TrackState {
  return {
    ...state,
    versions: state.versions.map((version) => (version.key === key ? { ...version, change: null } : version)),
  }
}
