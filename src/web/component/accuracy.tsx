/** How often the analysis is right, from the last measured run: by stage, by type, by certainty, and beside two readers. */
import type { Accuracy, Classification, StageFigures } from '../../service/accuracy.ts'
import { PROVISION_WORDS } from '../provision-words.ts'
import { Scroll } from './scroll.tsx'
import { Day } from './time.tsx'

export function AccuracyParts({ accuracy: { classification, stages } }: { accuracy: Accuracy }) {
  return (
    <>
      <h2 id="accuracy">How often it is right</h2>
      <p>
        Measured on passages, pages and changes that were read and labelled one by one. The labels contain mistakes too;
        how far a second reader agrees with them stands beside the figures.
      </p>
      {stages && <Stages stages={stages} />}
      {classification ? (
        <Classified result={classification} />
      ) : (
        <p class="empty">No figures are shipped with this copy.</p>
      )}
    </>
  )
}

const STAGE_WORDS: Readonly<Record<string, string>> = {
  extract: 'Text of a page',
  judge: 'Verdict on a page',
  compare: 'Kind of a change',
  facts: 'Facts of a document',
  'facts-kept': 'Facts of documents that no rule was written for',
}

function Stages({ stages }: { stages: StageFigures }) {
  return (
    <>
      <h3>By stage</h3>
      <p>
        With all labelled data of each kind. The rules of these stages were written with most of that data at hand, so
        expect somewhat less on pages that nobody has labelled; for facts the last line says how much less.
      </p>
      <Scroll label="Accuracy by stage">
        <table class="listing">
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col">Measured</th>
              <th scope="col">Figures</th>
              <th scope="col">Command</th>
            </tr>
          </thead>
          <tbody>
            {stages.map(({ stage, measuredOn, figures, command }) => (
              <tr>
                <th scope="row">{STAGE_WORDS[stage] ?? stage}</th>
                <td>
                  <Day at={measuredOn} />
                </td>
                <td>
                  {Object.entries(figures)
                    .map(([name, value]) => `${words(name)} ${number(value)}`)
                    .join('; ')}
                </td>
                <td>
                  <code>{command}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

/** "notStatedRight" -> "not stated right". */
const words = (name: string): string =>
  name
    .replace(/\./, ': ')
    .replace(/([A-Z]+)/g, ' $1')
    .toLowerCase()
    .trim()
const number = (value: number): string => (Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(3))

function Classified({ result }: { result: Classification }) {
  const { data, heldOut, twoReaders, measuredOn, blocksPerSecond } = result
  return (
    <>
      <h3>Provision types and severity</h3>
      <p>
        Measured on <Day at={measuredOn} /> by <code>node bench/accuracy.ts</code>: trained on {data.trainedOn.blocks}{' '}
        passages of {data.trainedOn.platforms} platforms, then asked about {data.heldOut.blocks} passages of{' '}
        {data.heldOut.platforms.length} platforms that training had not seen. {blocksPerSecond} passages a second on one
        processor core.
      </p>
      <Scroll label="Classification beside two readers">
        <table class="listing">
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col" class="numeric">
                Classifier
              </th>
              <th scope="col" class="numeric">
                Two readers
              </th>
            </tr>
          </thead>
          <tbody>
            {OVERALL.map(([key, label]) => (
              <tr>
                <th scope="row">{label}</th>
                <td class="numeric">{heldOut[key].toFixed(3)}</td>
                <td class="numeric">{twoReaders[key].toFixed(3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="quiet">
        Two readers: a second reading of 488 passages from the guide and the texts alone. Both readers are of the same
        kind, so that a shared misreading does not show.
      </p>
      <PerType result={result} />
      <Certainty result={result} />
    </>
  )
}

const OVERALL = [
  ['microF1', 'Types, every passage counting the same (micro F1)'],
  ['macroF1', 'Types, every type counting the same (macro F1)'],
  ['exact', 'Exactly the right set of types'],
  ['provisionOrNot', 'Whether a passage is a provision at all'],
  ['severity', 'Severity'],
] as const

function PerType({ result: { heldOut } }: { result: Classification }) {
  return (
    <>
      <h3>By provision type</h3>
      <Scroll label="Precision and recall by provision type">
        <table class="listing">
          <thead>
            <tr>
              <th scope="col">Type</th>
              <th scope="col" class="numeric">
                Passages
              </th>
              <th scope="col" class="numeric">
                Precision
              </th>
              <th scope="col" class="numeric">
                Recall
              </th>
              <th scope="col">Most often mistaken for</th>
            </tr>
          </thead>
          <tbody>
            {heldOut.perType.map(({ type, count, precision, recall }) => (
              <tr>
                <th scope="row">{typeWords(type)}</th>
                <td class="numeric">{count}</td>
                <td class="numeric">{precision.toFixed(2)}</td>
                <td class="numeric">{recall.toFixed(2)}</td>
                <td>{confusion(type, heldOut.confusions)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="quiet">
        A type with few passages has figures that a handful of them can move. Only the commonest confusions are listed.
      </p>
    </>
  )
}

function confusion(type: string, confusions: Classification['heldOut']['confusions']): string {
  const found = confusions.find(({ wanted }) => wanted === type)
  return found ? `${typeWords(found.stated)} (${found.blocks})` : ''
}

const typeWords = (type: string): string =>
  type === 'none' ? 'nothing' : ((PROVISION_WORDS as Readonly<Record<string, string>>)[type] ?? type)

function Certainty({ result: { heldOut, reliability } }: { result: Classification }) {
  return (
    <>
      <h3>How sure it says it is</h3>
      <p>
        {heldOut.confidence
          .map(
            ({ confidence, blocks, right }) =>
              `Of ${blocks} answers with ${confidence} confidence ${percent(right)} are exactly right.`,
          )
          .join(' ')}
      </p>
      <Scroll label="Stated certainty and how often it was right">
        <table class="listing">
          <thead>
            <tr>
              <th scope="col">Stated certainty</th>
              <th scope="col" class="numeric">
                Passages
              </th>
              <th scope="col" class="numeric">
                Mean
              </th>
              <th scope="col" class="numeric">
                Right
              </th>
            </tr>
          </thead>
          <tbody>
            {reliability.map(({ from, blocks, meanCertainty, right }) => (
              <tr>
                <th scope="row">
                  {percent(from)} to {percent(from + 0.1)}
                </th>
                <td class="numeric">{blocks}</td>
                <td class="numeric">{meanCertainty == null ? '–' : percent(meanCertainty)}</td>
                <td class="numeric">{right == null ? '–' : percent(right)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="quiet">From cross-validation by owner on the platforms that training sees.</p>
    </>
  )
}

const percent = (value: number): string => `${Math.round(value * 100)} %`
