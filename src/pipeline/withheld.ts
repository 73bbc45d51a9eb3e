/** What is said of a change where a text on one of its sides was taken down: that it was, and nothing in its words. */
import type { ChangeDescription, ChangeKind, Direction, Severity } from '../core/change.ts'
import type { Archive } from '../stages/2-archive/index.ts'
import type { Described } from './compare-texts.ts'
import { createWithdrawals } from './rulings.ts'

/** What a ruling lets stand of a change. */
export type Said = { readonly kind: ChangeKind; readonly severity: Severity; readonly direction: Direction }

export function withheldDescription({ kind, severity, direction }: Said): ChangeDescription {
  return {
    kind,
    severity,
    direction,
    reasons: ['the text on one side of it was withdrawn'],
    effects: [],
    sentences: { added: 0, removed: 0, modified: 0 },
    affected: [],
    regions: [],
    summary: 'What changed is not shown: the text on one side of the change was withdrawn.',
    whatToDo: '',
    ifNothingIsDone: '',
    hiddenBy: [],
  }
}

/** Takes the place of a comparison with a text that is not there any more. */
export function withheldComparison(said: Said): Described {
  // Enough of the old text is taken to be there: a guess of the other kind would make a rewrite of it.
  return {
    description: withheldDescription(said),
    difference: { kind: said.kind, kept: said.kind === 'noise' ? 1 : 0.9 },
  }
}

/** What is taken for granted of a change that nothing was ruled about: it was made after the text had been withdrawn. */
const UNRULED: Said = { kind: 'substantive', severity: 'low', direction: 'neutral' }
const NO_CHANGE: Said = { kind: 'noise', severity: 'low', direction: 'neutral' }

/** By the natural key of a change. Where rows are made again, a key without an id was no change before either. */
export function createSaid(archive: Archive, isReplaying: () => boolean): (naturalKey: string) => Promise<Said> {
  const withdrawals = createWithdrawals(archive)
  return async (naturalKey) => {
    const id = archive.knownId('change', naturalKey)
    if (id === null) return isReplaying() ? NO_CHANGE : UNRULED
    return (await withdrawals(id))?.change ?? UNRULED
  }
}
