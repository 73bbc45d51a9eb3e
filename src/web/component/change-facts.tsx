/** What is known about a change beside its text: dates, both versions, and how it was determined. */

import { formatId } from '../../core/id.ts'
import { NORMALISER_DESCRIPTIONS } from '../../service/normaliser.ts'
import type { ChangeSide, SeenChange } from '../../store/view/change.ts'
import { changePath, methodologyPath, versionPath } from '../address.ts'
import { CAUSE_WORDS, count, KIND_WORDS, observerWords } from '../words.ts'
import { Fact, Facts, Sha256 } from './facts.tsx'
import { Scroll } from './scroll.tsx'
import { Day, DayRange, Moment, Printed } from './time.tsx'

export function ChangeDates({ change }: { change: SeenChange }) {
  return (
    <Facts>
      <Fact term="Detected">
        <Moment at={change.detectedAt} />
        <br />
        <span class="quiet">{observerWords(change.trackKind, change.trackLabel)}</span>
      </Fact>
      <Fact term="Stated by the document">
        <Printed date={change.to.stated} />
      </Fact>
      <Fact term="Effective, by the document">
        <Printed date={change.to.effective} />
      </Fact>
      <Fact term="From">
        <a class="id" href={versionPath(change.from.version)}>
          {formatId('version', change.from.version)}
        </a>
      </Fact>
      <Fact term="To">
        <a class="id" href={versionPath(change.to.version)}>
          {formatId('version', change.to.version)}
        </a>
      </Fact>
      <Fact term="Id">
        <span class="id">{formatId('change', change.number)}</span>
      </Fact>
    </Facts>
  )
}

export function ChangeSides({ change }: { change: SeenChange }) {
  return (
    <section aria-labelledby="sides">
      <h2 id="sides">The two versions</h2>
      <Scroll label="The two versions">
        <table class="listing sides">
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">Observed</th>
              <th scope="col">Stated</th>
              <th scope="col">Effective</th>
              <th scope="col">SHA-256 of the text</th>
            </tr>
          </thead>
          <tbody>
            <Side side={change.from} />
            <Side side={change.to} />
          </tbody>
        </table>
      </Scroll>
      {change.foreign && (
        <p class="quiet">
          Recorded by {change.trackLabel} at commit <code class="hash">{change.foreign.commit}</code>, path{' '}
          {change.foreign.path}.
        </p>
      )}
    </section>
  )
}

function Side({ side }: { side: ChangeSide }) {
  return (
    <tr>
      <th scope="row">
        <a class="id" href={versionPath(side.version)}>
          {formatId('version', side.version)}
        </a>
      </th>
      <td>
        <DayRange from={side.firstAt} to={side.lastAt} />
      </td>
      <td>
        <Printed date={side.stated} />
      </td>
      <td>
        <Printed date={side.effective} />
      </td>
      <td>
        <Sha256 value={side.sha256} />
      </td>
    </tr>
  )
}

export function ChangeBasis({ change }: { change: SeenChange }) {
  const { reasons, hiddenBy, sentences } = change.description
  const counted = sentences.added + sentences.removed + sentences.modified > 0
  return (
    <section aria-labelledby="basis">
      <h2 id="basis">How this was determined</h2>
      <p>
        Kind: {change.retired ? 'none, it is retired' : KIND_WORDS[change.kind].label.toLowerCase()}.{' '}
        <a href={methodologyPath}>What the kinds mean</a>
      </p>
      <ul>
        {reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      {counted && (
        <p>
          {count(sentences.added, 'sentence')} added, {sentences.removed} removed, {sentences.modified} modified.
        </p>
      )}
      {hiddenBy.length > 0 && (
        <>
          <h3>What the comparison hid</h3>
          <ul>
            {hiddenBy.map(({ normaliser, count: times }) => (
              <li>
                {NORMALISER_DESCRIPTIONS[normaliser] ?? normaliser.replaceAll('-', ' ')}{' '}
                <span class="quiet">
                  ({normaliser}, {count(times, 'time')})
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>Revisions</h3>
      <ol class="revisions">
        {change.revisions.map((revision) => (
          <li>
            <Day at={revision.madeAt} />: {KIND_WORDS[revision.kind].label.toLowerCase()}; {CAUSE_WORDS[revision.cause]}
            <span class="quiet"> ({stagesWords(revision.stages)})</span>
            {revision.ordinal > 1 && revision.reasons[0] && <>. {revision.reasons[0]}</>}
          </li>
        ))}
      </ol>
      {change.siblings.length > 0 && (
        <>
          <h3>The same edit on other documents</h3>
          <ul>
            {change.siblings.map((sibling) => (
              <li>
                <a href={changePath(sibling.number)}>{sibling.documentTitle}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function stagesWords(stages: Readonly<Record<string, string>>): string {
  return Object.entries(stages)
    .map(([stage, version]) => `${stage} ${version}`)
    .join(', ')
}
