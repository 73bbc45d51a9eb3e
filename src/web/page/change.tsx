/** One change: what it does and for whom, its dates kept apart, the redline, and how it was determined. */
import { formatId, parseId } from '../../core/id.ts'
import { keptNotes } from '../../service/analyst/annotate.ts'
import { readText } from '../../store/policy-text.ts'
import { readChange, type SeenChange } from '../../store/view/change.ts'
import { provisionsOfEffects } from '../../store/view/effect-provision.ts'
import { readVersion } from '../../store/view/version.ts'
import { changePath, documentPath, platformPath, platformsPath, withQuery } from '../address.ts'
import { citedChange } from '../citation/cited-record.ts'
import { ChangeBasis, ChangeDates, ChangeSides } from '../component/change-facts.tsx'
import { DirectionChip, KindChip, SeverityChip } from '../component/chip.tsx'
import { Effects } from '../component/effects.tsx'
import { HowToCite } from '../component/how-to-cite.tsx'
import { Proof } from '../component/proof.tsx'
import { Redline } from '../component/redline.tsx'
import { Day } from '../component/time.tsx'
import { dayWords } from '../date.ts'
import { countDifferences, type Stretch, stretches } from '../redline-model.ts'
import type { PageAnswer, WebOptions } from '../site.ts'
import { AFFECTED_WORDS, capitalised, count, KIND_WORDS } from '../words.ts'

/** More than any document has: the page folds by itself, and keeps what it folds. */
const EVERYTHING = 1_000_000

export async function changePage(options: WebOptions, number: number, unfolded: boolean): Promise<PageAnswer> {
  const { db, archive } = options
  const change = await readChange(db, number)
  if (!change) return { kind: 'missing', what: `no change ${formatId('change', number)}` }
  const id = formatId('change', number)
  const address = documentPath(change.platformSlug, change.documentSlug)
  const { description } = change
  const [redline, provisions, notes, proof] = await Promise.all([
    readRedline(options, change),
    provisionsOfEffects(db, change, description.effects),
    keptNotes(db, number),
    options.evidence?.proof({ kind: 'change', number }) ?? null,
  ])
  return {
    kind: 'page',
    title: `Change to ${change.documentTitle}, ${change.platformName}, ${dayWords(change.detectedAt)}`,
    description: change.retired ? `Retired: ${change.retired.reason}. ${change.summary}` : change.summary,
    canonical: changePath(number),
    crumbs: [
      { label: 'Platforms', href: platformsPath },
      { label: change.platformName, href: platformPath(change.platformSlug) },
      { label: change.documentTitle, href: address },
    ],
    section: 'changes',
    wide: true,
    jsonLd: {
      '@type': 'UpdateAction',
      name: `Change to ${change.documentTitle}`,
      description: change.summary,
      identifier: id,
      endTime: change.detectedAt,
      object: { '@type': 'CreativeWork', name: change.documentTitle, url: address },
      agent: { '@type': 'Organization', name: change.platformName },
    },
    body: (
      <>
        <p class="eyebrow">
          {change.platformName} · change detected {dayWords(change.detectedAt)}
        </p>
        <h1>
          <span class="sr">Change to </span>
          {change.documentTitle}
        </h1>
        <p class="change-marks">
          {change.retired ? <span class="chip chip-kind">Retired</span> : <KindChip kind={change.kind} />}{' '}
          {change.kind === 'substantive' && (
            <>
              <SeverityChip severity={change.severity} /> <DirectionChip direction={change.direction} />
            </>
          )}
        </p>
        <p class="lead">{change.summary}</p>
        {change.retired ? (
          <Retirement retired={change.retired} />
        ) : (
          change.kind !== 'substantive' && <p class="notice">{KIND_WORDS[change.kind].meaning}</p>
        )}
        <p class="steps on-page">
          <a href="#redline">The text with what changed</a>
          <a href="#sides">The two versions</a>
          <a href="#basis">How this was determined</a>
        </p>
        <div class="columns columns-facts">
          <div>
            {description.effects.length > 0 && (
              <Effects effects={description.effects} notes={notes} provisions={provisions} document={change} />
            )}
            <Advice change={change} />
          </div>
          <aside class="panel">
            <h2>Dates and sources</h2>
            <ChangeDates change={change} />
            <Affected change={change} />
          </aside>
        </div>
        <section aria-labelledby="redline">
          <h2 id="redline">What changed in the text</h2>
          <RedlinePart all={redline} unfolded={unfolded} path={changePath(number)} />
        </section>
        <ChangeSides change={change} />
        <ChangeBasis change={change} />
        <Proof proof={proof} path={changePath(number)} replays={options.replay != null} />
        <HowToCite cited={citedChange(change)} archive={archive.name} now={options.now()} />
      </>
    ),
  }
}

/** The ids that the reason names lead to what stands in its place. */
function Retirement({ retired: { at, reason } }: { retired: NonNullable<SeenChange['retired']> }) {
  return (
    <p class="notice">
      This change is retired since <Day at={at} />:{' '}
      {reason.split(/(CW-C-\d{6,})/).map((part) => {
        const id = parseId(part)
        return id?.kind === 'change' ? <a href={changePath(id.number)}>{part}</a> : part
      })}
      . It is in no list any more; what follows is how it was described.
    </p>
  )
}

type WholeRedline = { readonly parts: readonly Stretch[]; readonly coarse: boolean } | null

async function readRedline({ db, redline }: WebOptions, { from, to }: SeenChange): Promise<WholeRedline> {
  const [rows, old, now] = await Promise.all([
    redline({ fromVersion: from.version, toVersion: to.version, context: EVERYTHING, rulesOff: false }),
    readVersion(db, from.version),
    readVersion(db, to.version),
  ])
  if (!rows || rows.withheld || !old || !now) return null
  const [before, after] = [await readText(db, old.textId), await readText(db, now.textId)]
  return { parts: stretches(rows.rows, before, after), coarse: rows.coarse }
}

function RedlinePart({ all, unfolded, path }: { all: WholeRedline; unfolded: boolean; path: string }) {
  if (!all) return <p class="empty">A text of this change was withdrawn; the page of its version says why.</p>
  const folds = all.parts.some(({ kind }) => kind === 'fold')
  const differences = countDifferences(all.parts)
  const hides = all.parts.some(({ rows }) => rows.some(({ row }) => row.segments.some(({ kind }) => kind === 'hidden')))
  return (
    <>
      <div class="redline-tools" data-redline-tools="">
        <p class="redline-legend">
          <ins>inserted</ins> <del>deleted</del>
          {hides && (
            <>
              {' '}
              <span class="hidden-difference">hidden difference</span>
            </>
          )}
          <span class="quiet">
            {' '}
            · {count(differences, 'passage')} differ{differences === 1 ? 's' : ''}
          </span>
        </p>
        {folds && (
          <a
            class="unfold"
            data-unfold-link=""
            href={`${withQuery(path, { context: unfolded ? undefined : 'all' })}#redline`}
          >
            {unfolded ? 'Fold unchanged passages' : 'Show the whole document'}
          </a>
        )}
      </div>
      {all.coarse && (
        <p class="notice">
          The texts differ so much that the comparison was ended early: the rest is shown as deleted and inserted whole.
        </p>
      )}
      {differences === 0 && (
        <p class="notice">
          No passage differs in words. What differed is named below, under “How this was determined”.
        </p>
      )}
      <Redline stretches={all.parts} unfolded={unfolded} />
    </>
  )
}

function Advice({ change: { description } }: { change: SeenChange }) {
  if (!description.whatToDo && !description.ifNothingIsDone) return null
  return (
    <section class="advice" aria-labelledby="advice">
      <h2 id="advice">What to do</h2>
      {description.whatToDo && <p>{description.whatToDo}</p>}
      {description.ifNothingIsDone && (
        <p>
          <strong>If nothing is done:</strong> {description.ifNothingIsDone}
        </p>
      )}
    </section>
  )
}

function Affected({ change: { description } }: { change: SeenChange }) {
  if (description.affected.length === 0 && description.regions.length === 0) return null
  return (
    <>
      <h3>Whom it concerns</h3>
      {description.affected.length > 0 && (
        <p>{capitalised(description.affected.map((users) => AFFECTED_WORDS[users]).join(', '))}</p>
      )}
      {description.regions.length > 0 && <p>Named in it: {description.regions.join(', ')}</p>}
    </>
  )
}
