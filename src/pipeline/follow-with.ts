/** `follow` is pure and asks synchronously, texts are stored; so it is asked again once what it asked for is at hand. */
import {
  type Difference,
  follow,
  type Observation,
  type Placement,
  type TrackSettings,
  type TrackState,
} from '../stages/4-compare/index.ts'

/** What is known so far of how a version of the track differs from the text at hand. */
export type Compared = {
  difference(key: number): Difference | undefined
  /** It is known that the difference is more than noise. */
  isNews?(key: number): boolean
}

export type Question = 'difference' | 'is-noise'

/** `compareWith` fills in what is missing; asked whether there is only noise, it may give the whole difference too. */
export async function followWith(
  state: TrackState,
  observation: Omit<Observation, 'difference' | 'isNoise'>,
  settings: TrackSettings,
  compared: Compared,
  compareWith: (key: number, question: Question) => Promise<void>,
): Promise<Placement> {
  for (;;) {
    try {
      return follow(
        state,
        {
          ...observation,
          difference: (key) => {
            const found = compared.difference(key)
            if (!found) throw new NotCompared(key, 'difference')
            return found
          },
          isNoise: (key) => {
            const found = compared.difference(key)
            if (!found && !compared.isNews?.(key)) throw new NotCompared(key, 'is-noise')
            return found?.kind === 'noise'
          },
        },
        settings,
      )
    } catch (cause) {
      if (!(cause instanceof NotCompared)) throw cause
      await compareWith(cause.key, cause.question)
    }
  }
}

class NotCompared extends Error {
  readonly key: number
  readonly question: Question
  constructor(key: number, question: Question) {
    super(`version ${key} of the track is not compared yet`)
    this.key = key
    this.question = question
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
