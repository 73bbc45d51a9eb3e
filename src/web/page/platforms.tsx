/** All platforms. */

import { platformLines } from '../../store/view/platform.ts'
import { platformPath, platformsPath } from '../address.ts'
import { Scroll } from '../component/scroll.tsx'
import { Day } from '../component/time.tsx'
import type { Page, WebOptions } from '../site.ts'
import { count } from '../words.ts'

export async function platformsPage({ db }: WebOptions): Promise<Page> {
  const platforms = await platformLines(db)
  return {
    kind: 'page',
    title: 'Platforms',
    description: `The ${count(platforms.length, 'platform')} whose documents are kept here.`,
    canonical: platformsPath,
    crumbs: [],
    section: 'platforms',
    body: (
      <>
        <h1>Platforms</h1>
        {platforms.length === 0 ? (
          <p class="empty">No platform is in the archive yet. Its first check or import brings them.</p>
        ) : (
          <Scroll label="Platforms">
            <table class="listing">
              <caption class="sr">Platforms with their documents, versions and changes</caption>
              <thead>
                <tr>
                  <th scope="col">Platform</th>
                  <th scope="col" class="numeric">
                    Documents
                  </th>
                  <th scope="col" class="numeric">
                    Versions
                  </th>
                  <th scope="col" class="numeric">
                    Substantive changes
                  </th>
                  <th scope="col">Last one</th>
                </tr>
              </thead>
              <tbody>
                {platforms.map((platform) => (
                  <tr>
                    <th scope="row">
                      <a href={platformPath(platform.slug)}>{platform.name}</a>
                    </th>
                    <td class="numeric">{platform.documents}</td>
                    <td class="numeric">{platform.versions}</td>
                    <td class="numeric">{platform.substantive}</td>
                    <td>
                      {platform.lastChangeAt ? <Day at={platform.lastChangeAt} /> : <span class="quiet">none</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </>
    ),
  }
}
