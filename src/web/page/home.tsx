/** Home: the latest substantive changes, what the archive holds, and how to read it. */
import { readHoldings } from '../../store/view/archive.ts'
import { changeLines } from '../../store/view/change.ts'
import { changesPath, methodologyPath, platformsPath } from '../address.ts'
import { ChangeList } from '../component/change-list.tsx'
import { DirectionChip, SeverityChip } from '../component/chip.tsx'
import { Fact, Facts } from '../component/facts.tsx'
import { Day } from '../component/time.tsx'
import type { Page, WebOptions } from '../site.ts'
import { count, DIRECTION_WORDS, SEVERITY_WORDS } from '../words.ts'

const LATEST = 25

export async function homePage({ db, archive }: WebOptions): Promise<Page> {
  const [holdings, latest] = await Promise.all([
    readHoldings(db),
    changeLines(db, { kinds: ['substantive'], limit: LATEST }),
  ])
  const { changes } = holdings
  const description = `What ${count(holdings.documents, 'policy document')} of ${count(holdings.platforms, 'platform')} say, and what changed in them, with evidence.`
  return {
    kind: 'page',
    title: archive.name,
    description,
    canonical: '/',
    crumbs: [],
    section: 'home',
    wide: true,
    jsonLd: { '@type': 'DataCatalog', name: archive.name, description, url: '/', inLanguage: 'en' },
    body: (
      <>
        <div class="lead-block">
          <h1>What platforms changed in the documents that bind you</h1>
          <p class="lead">
            Terms, privacy policies and usage rules of {count(holdings.platforms, 'platform')}, kept in every version,
            with only the real changes shown.
          </p>
        </div>
        <div class="columns">
          <section aria-labelledby="latest">
            <h2 id="latest">Latest substantive changes</h2>
            {latest.length === 0 ? (
              <p class="empty">
                No substantive change has been detected yet. The first version of a document is a baseline and never a
                change; <a href={platformsPath}>the documents</a> are there already.
              </p>
            ) : (
              <>
                <ChangeList lines={latest} />
                <p class="more">
                  <a href={changesPath}>All changes, with filters</a>
                </p>
              </>
            )}
          </section>
          <aside>
            <section class="panel" aria-labelledby="holdings">
              <h2 id="holdings">What the archive holds</h2>
              <Facts>
                <Fact term="Platforms">
                  <a href={platformsPath}>{holdings.platforms.toLocaleString('en-GB')}</a>
                </Fact>
                <Fact term="Documents">{holdings.documents.toLocaleString('en-GB')}</Fact>
                <Fact term="Versions">{holdings.versions.toLocaleString('en-GB')}</Fact>
                <Fact term="Substantive changes">{changes.substantive.toLocaleString('en-GB')}</Fact>
                <Fact term="Administrative changes">{changes.administrative.toLocaleString('en-GB')}</Fact>
                <Fact term="Muted differences">
                  {(changes.noise + changes['broken-capture']).toLocaleString('en-GB')}
                </Fact>
                {holdings.firstAt && (
                  <Fact term="Observed from">
                    <Day at={holdings.firstAt} />
                  </Fact>
                )}
                {holdings.lastAt && (
                  <Fact term="Observed until">
                    <Day at={holdings.lastAt} />
                  </Fact>
                )}
              </Facts>
            </section>
            <section class="panel" aria-labelledby="reading">
              <h2 id="reading">How to read it</h2>
              <dl class="legend">
                {(['high', 'medium', 'low'] as const).map((severity) => (
                  <div>
                    <dt>
                      <SeverityChip severity={severity} />
                    </dt>
                    <dd>{SEVERITY_WORDS[severity].meaning}</dd>
                  </div>
                ))}
                {(['less-protective', 'more-protective', 'neutral'] as const).map((direction) => (
                  <div>
                    <dt>
                      <DirectionChip direction={direction} />
                    </dt>
                    <dd>{DIRECTION_WORDS[direction].meaning}</dd>
                  </div>
                ))}
              </dl>
              <p>
                Days are those of <em>detection</em>. What a document states about its own dates is shown apart.{' '}
                <a href={methodologyPath}>More about how it works</a>
              </p>
            </section>
          </aside>
        </div>
      </>
    ),
  }
}
