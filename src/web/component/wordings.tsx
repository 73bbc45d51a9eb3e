/** Every wording of a provision, newest first, with when it was observed, by whom, and what changed. */
import { formatId } from '../../core/id.ts'
import type { SeenProvision, WordingRun } from '../../store/view/provision.ts'
import { changePath, versionPath } from '../address.ts'
import { observerWords } from '../words.ts'
import { SeverityChip } from './chip.tsx'
import { DayRange } from './time.tsx'

type Props = { readonly provision: Pick<SeenProvision, 'runs' | 'documentTitle'> }

export function Wordings({ provision: { runs, documentTitle } }: Props) {
  return (
    <section aria-labelledby="wordings">
      <h2 id="wordings">Every wording</h2>
      <ol class="wordings" reversed>
        {runs.map((run) => (
          <WordingItem run={run} documentTitle={documentTitle} />
        ))}
      </ol>
    </section>
  )
}

function WordingItem({ run, documentTitle }: { run: WordingRun; documentTitle: string }) {
  const { wording, change } = run
  return (
    <li>
      <p>
        <DayRange from={run.fromAt} to={run.toAt} /> <SeverityChip severity={wording.severity} />{' '}
        <span class="quiet">
          {observerWords(run.trackKind, run.trackLabel)}
          {run.variant > 0 && `, variant ${run.variant + 1}`}
          {run.documentTitle !== documentTitle && `, in ${run.documentTitle}`}
        </span>
      </p>
      <p class="snippet">{shortened(wording.exact)}</p>
      <p class="steps">
        <a href={versionPath(run.fromVersion)}>{formatId('version', run.fromVersion)}</a>
        {run.toVersion !== run.fromVersion && (
          <a href={versionPath(run.toVersion)}>until {formatId('version', run.toVersion)}</a>
        )}
        {change !== null && <a href={`${changePath(change)}#redline`}>What changed: {formatId('change', change)}</a>}
      </p>
    </li>
  )
}

const SNIPPET = 320

function shortened(text: string): string {
  const line = text.replaceAll('\n', ' ')
  return line.length <= SNIPPET ? line : `${line.slice(0, line.lastIndexOf(' ', SNIPPET))} …`
}
