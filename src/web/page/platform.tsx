/** One platform: its documents and what changed in them lately. */

import { DOCUMENT_TYPES } from '../../core/document.ts'
import { formatId } from '../../core/id.ts'
import { changeLines } from '../../store/view/change.ts'
import { documentLines } from '../../store/view/document.ts'
import { noticeLines, noticeWords } from '../../store/view/notice.ts'
import { movedPlatform, readPlatform } from '../../store/view/platform.ts'
import { changesPath, documentPath, idPath, platformPath, platformsPath, safeHref, withQuery } from '../address.ts'
import { ChangeList } from '../component/change-list.tsx'
import { HealthChip } from '../component/chip.tsx'
import { Fact, Facts } from '../component/facts.tsx'
import { OutsideLink } from '../component/outside-link.tsx'
import { Scroll } from '../component/scroll.tsx'
import { Day } from '../component/time.tsx'
import type { PageAnswer, WebOptions } from '../site.ts'
import { count } from '../words.ts'

const LATEST = 15

export async function platformPage({ db }: WebOptions, slug: string): Promise<PageAnswer> {
  const platform = await readPlatform(db, slug)
  if (!platform) {
    const now = await movedPlatform(db, slug)
    return now
      ? { kind: 'moved', to: platformPath(now), permanent: true }
      : { kind: 'missing', what: `no platform "${slug}"` }
  }
  const [documents, latest, notices] = await Promise.all([
    documentLines(db, slug),
    changeLines(db, { kinds: ['substantive'], platform: slug, limit: LATEST }),
    noticeLines(db, { platform: slug }),
  ])
  const website = platform.website && safeHref(platform.website)
  const description = `${count(documents.length, 'document')} of ${platform.name}, in ${count(platform.versions, 'version')}, and what changed in them.`
  return {
    kind: 'page',
    title: platform.name,
    description,
    canonical: platformPath(slug),
    citeAs: idPath('platform', platform.number),
    crumbs: [{ label: 'Platforms', href: platformsPath }],
    section: 'platforms',
    jsonLd: {
      '@type': 'Organization',
      name: platform.name,
      ...(website ? { url: website } : {}),
      identifier: formatId('platform', platform.number),
    },
    body: (
      <>
        <h1>{platform.name}</h1>
        <Facts>
          {website && (
            <Fact term="Website">
              <OutsideLink href={website}>{website}</OutsideLink>
            </Fact>
          )}
          <Fact term="Holds">
            {count(documents.length, 'document')}, {count(platform.versions, 'version')}
          </Fact>
          <Fact term="Id">
            <span class="id">{formatId('platform', platform.number)}</span>
          </Fact>
        </Facts>
        {notices.length > 0 && (
          <>
            <h2>Notices</h2>
            <ul class="notices">
              {notices.map((notice) => (
                <li class={notice.closedAt === null ? undefined : 'quiet'}>{noticeWords(notice)}</li>
              ))}
            </ul>
          </>
        )}
        <h2>Documents</h2>
        <Scroll label="Documents">
          <table class="listing">
            <caption class="sr">Documents of {platform.name}</caption>
            <thead>
              <tr>
                <th scope="col">Document</th>
                <th scope="col">Type</th>
                <th scope="col" class="numeric">
                  Versions
                </th>
                <th scope="col">Last substantive change</th>
                <th scope="col">Own captures</th>
              </tr>
            </thead>
            <tbody>
              {documents.map((document) => (
                <tr>
                  <th scope="row">
                    <a href={documentPath(slug, document.slug)}>{document.title}</a>
                  </th>
                  <td>{DOCUMENT_TYPES[document.type]}</td>
                  <td class="numeric">{document.versions}</td>
                  <td>
                    {document.lastChangeAt ? <Day at={document.lastChangeAt} /> : <span class="quiet">none</span>}
                  </td>
                  <td>
                    <HealthChip health={document.health} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        <h2>Latest substantive changes</h2>
        {latest.length === 0 ? (
          <p class="empty">None has been detected.</p>
        ) : (
          <>
            <ChangeList lines={latest} />
            <p class="more">
              <a href={withQuery(changesPath, { platform: slug })}>All changes of {platform.name}</a>
            </p>
          </>
        )}
      </>
    ),
  }
}
