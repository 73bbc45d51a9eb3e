/** Small labels: an icon and a word, so that nothing is said by colour alone. */
import type { ChangeKind, Direction, Severity } from '../../core/change.ts'
import type { Health } from '../../store/view/document.ts'
import { DIRECTION_WORDS, KIND_WORDS, SEVERITY_WORDS } from '../words.ts'
import { Icon } from './icon.tsx'

export function SeverityChip({ severity }: { severity: Severity }) {
  return (
    <span class={`chip chip-${severity}`}>
      <Icon name={severity} />
      {SEVERITY_WORDS[severity].label}
      <span class="sr"> severity</span>
    </span>
  )
}

export function DirectionChip({ direction }: { direction: Direction }) {
  return (
    <span class={`chip chip-${direction}`}>
      <Icon name={direction} />
      {DIRECTION_WORDS[direction].label}
    </span>
  )
}

export function KindChip({ kind }: { kind: ChangeKind }) {
  return <span class={`chip chip-kind chip-${kind}`}>{KIND_WORDS[kind].label}</span>
}

export type HealthState = 'good' | 'failing' | 'waiting' | 'unfollowed'

const HEALTH_WORDS: Readonly<Record<HealthState, string>> = {
  good: 'Received',
  failing: 'Failing',
  waiting: 'Not checked yet',
  unfollowed: 'Not followed',
}

export function healthState({ followed, lastAttemptAt, failingSince }: Health): HealthState {
  if (!followed) return 'unfollowed'
  if (lastAttemptAt === null) return 'waiting'
  return failingSince === null ? 'good' : 'failing'
}

export function HealthChip({ health }: { health: Health }) {
  const state = healthState(health)
  return (
    <span class={`chip chip-${state}`}>
      <Icon name={state === 'good' ? 'good' : state === 'failing' ? 'bad' : 'waiting'} />
      {HEALTH_WORDS[state]}
    </span>
  )
}
