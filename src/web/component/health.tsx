/** How our own captures of a document fare. Gaps are shown as gaps. */
import type { Health } from '../../store/view/document.ts'
import { minutesWords } from '../date.ts'
import { count, OUTCOME_WORDS, VERDICT_WORDS } from '../words.ts'
import { HealthChip, healthState } from './chip.tsx'
import { Fact, Facts } from './facts.tsx'
import { Day, Moment } from './time.tsx'

export function HealthPanel({ health }: { health: Health }) {
  const state = healthState(health)
  return (
    <section class="panel" aria-labelledby="health">
      <h2 id="health">Own captures</h2>
      {state === 'unfollowed' && health.lastAttemptAt === null ? (
        <p>
          <HealthChip health={health} /> This archive does not fetch this document itself; what it has is what another
          archive recorded.
        </p>
      ) : (
        <Facts>
          <Fact term="State">
            <HealthChip health={health} />
          </Fact>
          {health.followed && <Fact term="Checked">every {minutesWords(health.checkEveryMinutes)}</Fact>}
          {health.lastAttemptAt && (
            <Fact term="Last attempt">
              <Moment at={health.lastAttemptAt} />: {attemptWords(health)}
            </Fact>
          )}
          {health.failingSince && (
            <Fact term="Failing since">
              <Day at={health.failingSince} /> ({count(health.failures, 'attempt')})
            </Fact>
          )}
          {health.lastGoodAt && (
            <Fact term="Last received">
              <Day at={health.lastGoodAt} />
            </Fact>
          )}
          {health.followed && health.nextCheckAt && (
            <Fact term="Next check">
              <Moment at={health.nextCheckAt} />
            </Fact>
          )}
        </Facts>
      )}
    </section>
  )
}

/** "an error page; it says that nothing was found", "unreachable; the name is not known". */
export function attemptWords({ lastOutcome, lastVerdict, lastReason }: Health): string {
  if (lastOutcome === null) return 'no answer written down'
  const what = lastVerdict === null ? OUTCOME_WORDS[lastOutcome] : VERDICT_WORDS[lastVerdict]
  return lastReason ? `${what}; ${lastReason}` : what
}
