/** The health of every document: what the last attempt brought, since when it fails, and when it is tried again. */

import { type DocumentLine, documentLines } from '../../store/view/document.ts'
import { documentPath } from '../address.ts'
import { HealthChip, type HealthState, healthState } from '../component/chip.tsx'
import { attemptWords } from '../component/health.tsx'
import { Scroll } from '../component/scroll.tsx'
import { Day, Moment } from '../component/time.tsx'
import type { Page, WebOptions } from '../site.ts'
import { count } from '../words.ts'

const ORDER: readonly HealthState[] = ['failing', 'waiting', 'good']

export async function statusPage({ db }: WebOptions): Promise<Page> {
  const documents = await documentLines(db)
  const byState = Map.groupBy(documents, (document) => healthState(document.health))
  const number = (state: HealthState) => byState.get(state)?.length ?? 0
  const followed = ORDER.flatMap((state) => byState.get(state) ?? [])
  return {
    kind: 'page',
    title: 'Status',
    description: 'How the documents fare that this archive fetches: last attempt, failures, next check.',
    canonical: '/status',
    crumbs: [],
    section: 'status',
    wide: true,
    body: (
      <>
        <h1>Status</h1>
        <p class="lead">
          {followed.length === 0
            ? 'This archive fetches no document itself; what it holds was recorded by other archives.'
            : `Of ${count(followed.length, 'document')} that this archive fetches, ${number('good')} came as expected at the last attempt, ${number('failing')} did not, and ${number('waiting')} ${number('waiting') === 1 ? 'was' : 'were'} not tried yet.`}
        </p>
        {followed.length > 0 && <HealthTable documents={followed} />}
        {number('unfollowed') > 0 && (
          <p class="quiet">
            {count(number('unfollowed'), 'document')} {number('unfollowed') === 1 ? 'is' : 'are'} kept and not fetched:
            known from another archive only, or no longer named by the catalogue.
          </p>
        )}
        <p class="quiet">
          A gap is shown as a gap: a document that could not be received has no new version, and keeps its last one.
        </p>
      </>
    ),
  }
}

function HealthTable({ documents }: { documents: readonly DocumentLine[] }) {
  return (
    <Scroll label="Health of the documents">
      <table class="listing status">
        <caption class="sr">Health of the documents that are fetched; failing ones first</caption>
        <thead>
          <tr>
            <th scope="col">Document</th>
            <th scope="col">State</th>
            <th scope="col">Last attempt</th>
            <th scope="col">What came of it</th>
            <th scope="col">Failing since</th>
            <th scope="col">Next check</th>
          </tr>
        </thead>
        <tbody>
          {documents.map(({ health, ...document }) => (
            <tr>
              <th scope="row">
                <a href={documentPath(document.platformSlug, document.slug)}>
                  {document.platformName}: {document.title}
                </a>
              </th>
              <td>
                <HealthChip health={health} />
              </td>
              <td>{health.lastAttemptAt && <Moment at={health.lastAttemptAt} />}</td>
              <td>{health.lastAttemptAt && attemptWords(health)}</td>
              <td>
                {health.failingSince && (
                  <>
                    <Day at={health.failingSince} /> <span class="quiet">({count(health.failures, 'attempt')})</span>
                  </>
                )}
              </td>
              <td>{health.nextCheckAt && <Moment at={health.nextCheckAt} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
