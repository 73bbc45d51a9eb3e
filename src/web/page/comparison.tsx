/** What platforms state, side by side: every question with its answers, one question over all platforms, or a few platforms. */
import { DOCUMENT_TYPES, type DocumentType } from '../../core/document.ts'
import type { FactName } from '../../core/provision.ts'
import {
  type Cell,
  COMPARED_FACTS,
  type ComparedDocument,
  cellOf,
  comparedDocuments,
  type FactShares,
  isFactName,
  sharesOf,
} from '../../store/view/comparison.ts'
import { comparisonPath, platformPath, versionPath, withQuery } from '../address.ts'
import { Scroll } from '../component/scroll.tsx'
import { FACT_WORDS, factWords } from '../fact-words.ts'
import type { Page, PageAnswer, WebOptions } from '../site.ts'
import { count } from '../words.ts'

export type ComparisonQuery = {
  readonly fact: string | undefined
  readonly type: string | undefined
  readonly platforms: readonly string[]
}

/** Side by side, more columns than this are narrower than their words. */
const MOST_PLATFORMS = 4
/** So many answers to a question stand open. */
const SHOWN_SHARES = 5

export async function comparisonPage({ db }: WebOptions, query: ComparisonQuery): Promise<PageAnswer> {
  const type = query.type !== undefined && query.type in DOCUMENT_TYPES ? (query.type as DocumentType) : undefined
  const all = await comparedDocuments(db, { types: type ? [type] : undefined })
  const chosen = [...new Set(query.platforms)]
    .filter((slug) => all.some(({ platformSlug }) => platformSlug === slug))
    .slice(0, MOST_PLATFORMS)
  if (query.fact !== undefined && query.fact !== '') {
    if (!isFactName(query.fact)) return { kind: 'missing', what: `no fact "${query.fact}"` }
    return factPage(all, query.fact, type)
  }
  return chosen.length > 0 ? sidePage(all, chosen, type) : overviewPage(all, type)
}

function frame(title: string, description: string, canonical: string): Omit<Page, 'body'> {
  return {
    kind: 'page',
    title,
    description,
    canonical,
    crumbs: title === 'Comparison' ? [] : [{ label: 'Comparison', href: comparisonPath }],
    section: 'comparison',
    wide: true,
  }
}

function overviewPage(documents: readonly ComparedDocument[], type: DocumentType | undefined): Page {
  return {
    ...frame(
      'Comparison',
      'What platforms state about training, arbitration, notice of changes and more.',
      address({ type }),
    ),
    body: (
      <>
        <h1>Comparison</h1>
        <p class="lead">
          What the newest version of every document states. “Not stated” is what an assessed document does not say; it
          is not “no”.
        </p>
        <Choice documents={documents} fact={null} type={type} chosen={[]} />
        {COMPARED_FACTS.map((fact) => (
          <Shares shares={sharesOf(documents, fact)} type={type} />
        ))}
      </>
    ),
  }
}

function factPage(documents: readonly ComparedDocument[], fact: FactName, type: DocumentType | undefined): Page {
  const shares = sharesOf(documents, fact)
  const platforms = [...Map.groupBy(documents, ({ platformSlug }) => platformSlug)]
  return {
    ...frame(
      FACT_WORDS[fact],
      `${FACT_WORDS[fact]}: what every platform states, with its words.`,
      address({ fact, type }),
    ),
    body: (
      <>
        <h1>{FACT_WORDS[fact]}</h1>
        <Choice documents={documents} fact={fact} type={type} chosen={[]} />
        <ShareList shares={shares} most={shares.shares.length} />
        <Scroll label={`${FACT_WORDS[fact]}, by platform`}>
          <table class="listing matrix">
            <thead>
              <tr>
                <th scope="col">Platform</th>
                <th scope="col">What its documents state</th>
              </tr>
            </thead>
            <tbody>
              {platforms.map(([slug, ofPlatform]) => (
                <tr>
                  <th scope="row">
                    <a href={platformPath(slug)}>{ofPlatform[0]!.platformName}</a>
                  </th>
                  <td>
                    <CellWords cell={cellOf(ofPlatform, fact)} withWords />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </>
    ),
  }
}

function sidePage(
  documents: readonly ComparedDocument[],
  chosen: readonly string[],
  type: DocumentType | undefined,
): Page {
  const columns = chosen.map((slug) => documents.filter(({ platformSlug }) => platformSlug === slug))
  const names = columns.map((ofPlatform) => ofPlatform[0]!.platformName)
  return {
    ...frame(names.join(', '), `What ${names.join(', ')} state, side by side.`, address({ type, platforms: chosen })),
    body: (
      <>
        <h1>{names.join(', ')}</h1>
        <Choice documents={documents} fact={null} type={type} chosen={chosen} />
        <Scroll label="Platforms side by side">
          <table class="listing matrix">
            <thead>
              <tr>
                <th scope="col">Question</th>
                {names.map((name, at) => (
                  <th scope="col">
                    <a href={platformPath(chosen[at]!)}>{name}</a>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {COMPARED_FACTS.map((fact) => (
                <tr>
                  <th scope="row">
                    <a href={address({ fact, type })}>{FACT_WORDS[fact]}</a>
                  </th>
                  {columns.map((ofPlatform) => (
                    <td>
                      <CellWords cell={cellOf(ofPlatform, fact)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </>
    ),
  }
}

function address(query: {
  readonly fact?: FactName
  readonly type: DocumentType | undefined
  readonly platforms?: readonly string[]
}): string {
  const path = withQuery(comparisonPath, { fact: query.fact, type: query.type })
  const platforms = (query.platforms ?? []).map((slug) => `platform=${encodeURIComponent(slug)}`).join('&')
  return platforms === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${platforms}`
}

type ChoiceProps = {
  readonly documents: readonly ComparedDocument[]
  readonly fact: FactName | null
  readonly type: DocumentType | undefined
  readonly chosen: readonly string[]
}

/** Two forms, because a question over all platforms and a few platforms over all questions are two pages. */
function Choice({ documents, fact, type, chosen }: ChoiceProps) {
  const platforms = [...new Map(documents.map((one) => [one.platformSlug, one.platformName]))]
  return (
    <>
      <form class="filters" action={comparisonPath}>
        <div>
          <label for="fact">Question</label>
          <select id="fact" name="fact">
            <option value="">all of them</option>
            {COMPARED_FACTS.map((name) => (
              <option value={name} selected={name === fact}>
                {FACT_WORDS[name]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for="type">Documents</label>
          <select id="type" name="type">
            <option value="">of all types</option>
            {Object.entries(DOCUMENT_TYPES).map(([slug, title]) => (
              <option value={slug} selected={slug === type}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <button class="button" type="submit">
          Show
        </button>
      </form>
      <form class="filters" action={comparisonPath}>
        {[0, 1, 2, 3].map((at) => (
          <div>
            <label for={`platform-${at}`}>Platform {at + 1}</label>
            <select id={`platform-${at}`} name="platform">
              <option value="">none</option>
              {platforms.map(([slug, name]) => (
                <option value={slug} selected={chosen[at] === slug}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        ))}
        <button class="button" type="submit">
          Side by side
        </button>
      </form>
    </>
  )
}

function Shares({ shares, type }: { shares: FactShares; type: DocumentType | undefined }) {
  const id = `fact-${shares.fact.replace('.', '-')}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <a href={address({ fact: shares.fact, type })}>{FACT_WORDS[shares.fact]}</a>
      </h2>
      <ShareList shares={shares} most={SHOWN_SHARES} />
    </section>
  )
}

function ShareList({ shares: { shares, stating, assessed }, most }: { shares: FactShares; most: number }) {
  return (
    <>
      <p class="quiet">
        Stated by {stating.platforms} of {count(assessed.platforms, 'platform')} with an assessed document, in{' '}
        {stating.texts} of {count(assessed.texts, 'different text')}.
      </p>
      <ul class="shares">
        {shares.slice(0, most).map(({ value, platforms, texts }) => (
          <li>
            <span class="share-name">{factWords(value)}</span>{' '}
            <meter min={0} max={assessed.platforms} value={platforms} aria-hidden="true"></meter>{' '}
            <span class="quiet">
              {count(platforms, 'platform')}, {count(texts, 'text')}
            </span>
          </li>
        ))}
      </ul>
      {shares.length > most && <p class="quiet">and {count(shares.length - most, 'other answer')}</p>}
    </>
  )
}

function CellWords({ cell, withWords = false }: { cell: Cell; withWords?: boolean }) {
  const { answers, differs, silent, notAssessed } = cell
  return (
    <>
      {differs && <p class="chip chip-differs">differs</p>}
      {answers.length > 0 && (
        <ul class="plain">
          {answers.map(({ value, quote, block, document }) => (
            <li>
              {factWords(value)}{' '}
              <a class="quiet" href={versionPath(document.version, block)}>
                {document.documentTitle}
              </a>
              {withWords && <span class="provision-types snippet">“{quote}”</span>}
            </li>
          ))}
        </ul>
      )}
      {answers.length === 0 && silent > 0 && <span class="quiet">not stated in {count(silent, 'document')}</span>}
      {answers.length === 0 && silent === 0 && <span class="quiet">not assessed</span>}
      {answers.length > 0 && notAssessed > 0 && (
        <span class="quiet">{count(notAssessed, 'document')} not assessed</span>
      )}
    </>
  )
}
