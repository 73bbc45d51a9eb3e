/** How the archive works, what its words mean, and what is claimed. */
import { CHANGE_KINDS, DIRECTIONS, SEVERITIES } from '../../core/change.ts'
import { packageAccuracy } from '../../service/accuracy.ts'
import { NORMALISER_DESCRIPTIONS } from '../../service/normaliser.ts'
import { methodologyPath } from '../address.ts'
import { AccuracyParts } from '../component/accuracy.tsx'
import { LawChecks } from '../component/law-check.tsx'
import type { Page, WebOptions } from '../site.ts'
import { DIRECTION_WORDS, KIND_WORDS, SEVERITY_WORDS, VERDICT_WORDS } from '../words.ts'

export function methodologyPage({ archive, operator }: WebOptions): Page {
  return {
    kind: 'page',
    title: 'Methodology',
    description: 'How documents are followed and compared here, what the words mean, and what is claimed and what not.',
    canonical: methodologyPath,
    crumbs: [],
    section: 'methodology',
    body: (
      <div class="prose">
        <h1>Methodology</h1>
        <p class="lead">How documents are followed and compared here, what the words mean, and what is claimed.</p>

        <h2 id="claim">What is claimed</h2>
        <p>
          Of a document that this archive fetched: these bytes were received by this archive at this time. Not more. Of
          a history that another archive recorded: this archive holds what the other one states. It never claims to have
          seen the page.
        </p>
        <p>
          Pages describe what documents state, permit or reserve. They decide nothing about whether a term can be
          enforced, which varies by jurisdiction and circumstances. Nothing here is legal advice. {archive.name}, run by{' '}
          {operator.name}, is independent of the platforms and not endorsed by them.
        </p>

        <h2 id="dates">Three dates, kept apart</h2>
        <dl class="legend">
          <div>
            <dt>Detected</dt>
            <dd>
              When the capture was made, by the clock of whoever made it: this archive, or the one it was taken over
              from.
            </dd>
          </div>
          <div>
            <dt>Stated</dt>
            <dd>The “last updated” date that the document prints.</dd>
          </div>
          <div>
            <dt>Effective</dt>
            <dd>The date from which the document says that it binds.</dd>
          </div>
        </dl>
        <p>A date that is not known is absent. It is never guessed from another one.</p>

        <h2 id="versions">Captures, versions and gaps</h2>
        <p>
          Every attempt to fetch a document is written down, whatever came of it. What was received gets a verdict, and
          only the right document, whole, can make a version. What else a page can turn out to be:{' '}
          {Object.entries(VERDICT_WORDS)
            .filter(([verdict]) => verdict !== 'policy')
            .map(([, words]) => words)
            .join('; ')}
          . Such attempts are shown as gaps.
        </p>
        <p>
          A version is a state of a document, with the spans of time in which it was observed. The first version is a
          baseline and never a change. A page that alternates between two texts is one track with variants, not a stream
          of changes. Own captures and histories of other archives are tracks of their own and never mixed.
        </p>

        <h2 id="kinds">Kinds of change</h2>
        <dl class="legend">
          {CHANGE_KINDS.map((kind) => (
            <div>
              <dt>{KIND_WORDS[kind].label}</dt>
              <dd>{KIND_WORDS[kind].meaning}</dd>
            </div>
          ))}
        </dl>
        <p>
          Noise and broken captures are muted, never deleted: every document's page shows them on request. Each change
          says why it has its kind, and a kind that is corrected later gets a new revision beside the old one.
        </p>

        <h2 id="severity">Severity</h2>
        <dl class="legend">
          {SEVERITIES.map((severity) => (
            <div>
              <dt>{SEVERITY_WORDS[severity].label}</dt>
              <dd>{SEVERITY_WORDS[severity].meaning}</dd>
            </div>
          ))}
        </dl>
        <p>A safeguard that the reader cannot exercise (“reasonable measures”) does not lower it.</p>

        <h2 id="direction">Direction</h2>
        <dl class="legend">
          {DIRECTIONS.map((direction) => (
            <div>
              <dt>{DIRECTION_WORDS[direction].label}</dt>
              <dd>{DIRECTION_WORDS[direction].meaning}</dd>
            </div>
          ))}
        </dl>

        <h2 id="redline">The redline</h2>
        <p>
          Two versions are compared passage by passage, and within a passage word by word. <ins>Inserted</ins> words are
          underlined, <del>deleted</del> ones struck through; a passage that stood elsewhere before is marked as moved.
          The text shown is the evidence itself. Differences of the following sorts are hidden by the comparison, and
          each change says which of them it hid:
        </p>
        <ul>
          {Object.values(NORMALISER_DESCRIPTIONS).map((words) => (
            <li>{words}</li>
          ))}
        </ul>

        <h2 id="explanations">Explanations</h2>
        <p>
          What a provision means is put together by rules from its wording, from the facts that its document states, and
          from a body of knowledge about types of provision, law, authorities and possible actions that is part of the
          product and open to review. No model writes it, and the same wording always gets the same words. Where another
          passage states a way out, no explanation denies it; where the document was not assessed, none is claimed to be
          missing.
        </p>
        <p>
          Links to laws are questions for review and never verdicts. A law is shown where its region applies: the
          passage or its heading names it, the document does, its law governs, or it is the European Union, the United
          Kingdom or the United States, which are looked at for every document. Times to answer are given in the unit of
          the law itself. Governance exposure is a rating of its own: what the passage may bring upon those who rely on
          it, apart from how hard it is on its reader.
        </p>
        <LawChecks />
        <h2 id="likeness">Other platforms</h2>
        <p>
          Provisions are called alike when their words are nearer than those of unrelated provisions ever come; where
          none is, the page says so. Counts of platforms show what they are counted against, and a text that governs
          several platforms is counted once beside the number of platforms.
        </p>

        <AccuracyParts accuracy={packageAccuracy()} />

        <h2 id="limits">What to be careful about</h2>
        <p>
          Kinds, severities and effects are determined by rules and a small statistical model, without a person reading
          each change; they make mistakes. The redline and the texts are what counts. Documents in other languages than
          English have texts and changes, and no analysis.
        </p>
      </div>
    ),
  }
}
