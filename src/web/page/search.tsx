/** Search in the texts, grouped by document. */

import { platformLines } from '../../store/view/platform.ts'
import { MATCH_END, MATCH_START, type SearchHit, searchBlocks } from '../../store/view/search.ts'
import { documentPath, versionPath, withQuery } from '../address.ts'
import { shortPath } from '../heading-path.ts'
import type { Page, WebOptions } from '../site.ts'
import { count } from '../words.ts'

const LIMIT = 100
const MAX_WORDS = 200

export async function searchPage({ db }: WebOptions, query: (name: string) => string | undefined): Promise<Page> {
  const words = (query('q') ?? '').slice(0, MAX_WORDS).trim()
  const platform = query('platform') ?? ''
  const everyVersion = query('versions') === 'all'
  const [platforms, hits] = await Promise.all([
    platformLines(db),
    searchBlocks(db, { words, platform: platform || undefined, everyVersion, limit: LIMIT }),
  ])
  return {
    kind: 'page',
    title: words ? `Search: ${words}` : 'Search',
    description: 'Search in the texts of the documents.',
    canonical: withQuery('/search', { q: words, platform, versions: everyVersion ? 'all' : undefined }),
    crumbs: [],
    section: 'search',
    body: (
      <>
        <h1>Search</h1>
        <form class="filters" action="/search" method="get">
          <div class="filter-wide">
            <label for="search-words">Words that must all occur, or a “phrase”</label>
            <input id="search-words" type="search" name="q" value={words} maxlength={MAX_WORDS} />
          </div>
          <div>
            <label for="search-platform">Platform</label>
            <select id="search-platform" name="platform">
              <option value="">All platforms</option>
              {platforms.map(({ slug, name }) => (
                <option value={slug} selected={slug === platform}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label for="search-versions">Versions</label>
            <select id="search-versions" name="versions">
              <option value="">Newest of each document</option>
              <option value="all" selected={everyVersion}>
                All
              </option>
            </select>
          </div>
          <button type="submit" class="button">
            Search
          </button>
        </form>
        {words !== '' && <Results hits={hits} everyVersion={everyVersion} words={words} platform={platform} />}
      </>
    ),
  }
}

type ResultProps = {
  readonly hits: readonly SearchHit[]
  readonly everyVersion: boolean
  readonly words: string
  readonly platform: string
}

function Results({ hits, everyVersion, words, platform }: ResultProps) {
  if (hits.length === 0) {
    return (
      <p class="empty" role="status">
        Nothing found.{' '}
        {!everyVersion && (
          <a href={withQuery('/search', { q: words, platform, versions: 'all' })}>Look in all versions</a>
        )}
      </p>
    )
  }
  const documents = Map.groupBy(hits, (hit) => documentPath(hit.platformSlug, hit.documentSlug))
  return (
    <>
      <p class="quiet" role="status">
        {hits.length === LIMIT ? `The best ${LIMIT} passages` : count(hits.length, 'passage')} in{' '}
        {count(documents.size, 'document')}
      </p>
      {[...documents].map(([path, ofDocument]) => (
        <section class="found">
          <h2>
            <a href={path}>
              {ofDocument[0]!.platformName}: {ofDocument[0]!.documentTitle}
            </a>
          </h2>
          <ul class="hits">
            {ofDocument.map((hit) => (
              <li>
                <p>
                  <a href={versionPath(hit.version, hit.position)}>
                    {hit.headingPath.length > 0 ? shortPath(hit.headingPath.join(' › ')) : 'Beginning of the document'}
                  </a>
                </p>
                <p class="snippet">
                  <Snippet text={hit.snippet} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Snippet({ text }: { text: string }) {
  const pieces = text.split(new RegExp(`${MATCH_START}([^${MATCH_END}]*)${MATCH_END}`))
  return <>{pieces.map((piece, at) => (at % 2 === 1 ? <mark>{piece}</mark> : piece))}</>
}
