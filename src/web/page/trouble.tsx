/** Pages for what went wrong, with a way on. */
import { changesPath, platformsPath } from '../address.ts'
import type { Page } from '../site.ts'

export function missingPage(what: string): Page {
  return {
    ...bare('Nothing found here'),
    body: (
      <>
        <h1>Nothing found here</h1>
        <p class="lead">There is {what} in this archive.</p>
        <p>
          Ids have at least six digits, as in CW-C-001500. Names of platforms and documents can be looked up among the{' '}
          <a href={platformsPath}>platforms</a>, and words of a document by the search above.{' '}
          <a href={changesPath}>The latest changes</a> may show what you were looking for.
        </p>
      </>
    ),
  }
}

export function failurePage(): Page {
  return {
    ...bare('Something went wrong'),
    body: (
      <>
        <h1>Something went wrong</h1>
        <p class="lead">This page could not be made. Nothing in the archive was touched by that.</p>
        <p>
          Try it again in a minute. If it stays like this, tell whoever runs this archive (named below) the address of
          this page and the time; the cause stands in their log. <a href="/">Back to the beginning</a>
        </p>
      </>
    ),
  }
}

function bare(title: string): Omit<Page, 'body'> {
  return { kind: 'page', title, description: title, canonical: '/', crumbs: [], section: null }
}
