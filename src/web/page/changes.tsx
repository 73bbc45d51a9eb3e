/** All changes with filters; every selection is an address that can be shared. */
import { CHANGE_KINDS, type ChangeKind, SEVERITIES, type Severity } from '../../core/change.ts'
import { formatId, parseId } from '../../core/id.ts'
import { type ChangeLine, changeLines, readChange } from '../../store/view/change.ts'
import { platformLines } from '../../store/view/platform.ts'
import { changesPath, withQuery } from '../address.ts'
import { ChangeList } from '../component/change-list.tsx'
import type { Page, WebOptions } from '../site.ts'
import { capitalised, KIND_WORDS, SEVERITY_WORDS } from '../words.ts'

const PAGE_SIZE = 50
/** What is shown where nobody chose: edits that the publisher made. */
const PUBLISHED: readonly ChangeKind[] = ['substantive', 'administrative']

type Filter = {
  readonly kind: ChangeKind | 'all' | ''
  readonly severity: Severity | ''
  readonly platform: string
  readonly since: string
  /** Public id of the change after which the list goes on. */
  readonly after: string
}

export async function changesPage({ db }: WebOptions, query: (name: string) => string | undefined): Promise<Page> {
  const filter = readFilter(query)
  const { kind, severity, platform, since } = filter
  const after = parseId(filter.after)
  const before = after?.kind === 'change' ? await readChange(db, after.number) : null
  const [platforms, lines] = await Promise.all([
    platformLines(db),
    changeLines(db, {
      kinds: kind === 'all' ? CHANGE_KINDS : kind === '' ? PUBLISHED : [kind],
      severity: severity || undefined,
      platform: platform || undefined,
      since: since || undefined,
      before: before ?? undefined,
      // One more than is shown tells whether there is a next page.
      limit: PAGE_SIZE + 1,
    }),
  ])
  const shown = lines.slice(0, PAGE_SIZE)
  return {
    kind: 'page',
    title: 'Changes',
    description: 'Changes to the documents by which platforms govern those who use them, newest first.',
    canonical: withQuery(changesPath, filter),
    crumbs: [],
    section: 'changes',
    body: (
      <>
        <h1>Changes</h1>
        <form class="filters" action={changesPath} method="get">
          <Choice name="kind" label="Kind" value={kind} options={KIND_OPTIONS} />
          <Choice name="severity" label="Severity" value={severity} options={SEVERITY_OPTIONS} />
          <Choice
            name="platform"
            label="Platform"
            value={platform}
            options={[['', 'All platforms'], ...platforms.map(({ slug, name }) => [slug, name] as const)]}
          />
          <div>
            <label for="filter-since">Detected since</label>
            <input id="filter-since" type="date" name="since" value={since} />
          </div>
          <button type="submit" class="button">
            Show
          </button>
        </form>
        <Results lines={shown} hasFilter={Boolean(kind || severity || platform || since)} />
        <nav class="steps" aria-label="Pages of the list">
          {before && <a href={withQuery(changesPath, { ...filter, after: undefined })}>← Newest</a>}
          {lines.length > PAGE_SIZE && (
            <a href={withQuery(changesPath, { ...filter, after: formatId('change', shown.at(-1)!.number) })} rel="next">
              Older →
            </a>
          )}
        </nav>
      </>
    ),
  }
}

const KIND_OPTIONS: readonly (readonly [string, string])[] = [
  ['', 'Substantive and administrative'],
  ...CHANGE_KINDS.map((kind) => [kind, KIND_WORDS[kind].label] as const),
  ['all', 'All, also what is muted'],
]
const SEVERITY_OPTIONS: readonly (readonly [string, string])[] = [
  ['', 'Any severity'],
  ...SEVERITIES.map((severity) => [severity, SEVERITY_WORDS[severity].label] as const),
]

function Results({ lines, hasFilter }: { lines: readonly ChangeLine[]; hasFilter: boolean }) {
  if (lines.length > 0) return <ChangeList lines={lines} level={2} />
  if (!hasFilter) return <p class="empty">No change has been detected yet.</p>
  return (
    <p class="empty">
      No change fits. <a href={changesPath}>Show all changes</a>
    </p>
  )
}

type ChoiceProps = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
}

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <div>
      <label for={`filter-${name}`}>{capitalised(label)}</label>
      <select id={`filter-${name}`} name={name}>
        {options.map(([slug, words]) => (
          <option value={slug} selected={slug === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What is no value of a filter is as if it were not there: an old link should show something. */
function readFilter(query: (name: string) => string | undefined): Filter {
  const [kind, severity, since] = [query('kind') ?? '', query('severity') ?? '', query('since') ?? '']
  return {
    kind: kind === 'all' || CHANGE_KINDS.includes(kind as ChangeKind) ? (kind as ChangeKind | 'all') : '',
    severity: SEVERITIES.includes(severity as Severity) ? (severity as Severity) : '',
    platform: query('platform') ?? '',
    since: /^\d{4}-\d{2}-\d{2}$/.test(since) ? since : '',
    after: query('after') ?? '',
  }
}
