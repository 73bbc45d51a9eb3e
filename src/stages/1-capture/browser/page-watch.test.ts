import { expect, it } from 'vitest'
import { explainFailure, type PageWatch } from './page-watch.ts'
import type { Incident } from './proxy-door.ts'

const WATCH: PageWatch = {
  main: () => null,
  lastHost: () => 'site.example',
  isDownload: () => false,
  isCrashed: () => false,
}
const BROKEN: Incident = {
  kind: 'unreachable',
  host: 'site.example',
  reason: 'broke the connection off (ECONNRESET)',
  retry: true,
}

it('blames the site for a connection that the site broke off', () => {
  const error = new Error('page.goto: net::ERR_EMPTY_RESPONSE at http://site.example/')
  expect(explainFailure(error, WATCH, [BROKEN])).toEqual({
    kind: 'unreachable',
    reason: 'broke the connection off (ECONNRESET)',
    retry: true,
  })
})

it('does not blame the site for the connections of a browser that died', () => {
  const error = new Error('page.goto: Target page, context or browser has been closed')
  expect(explainFailure(error, WATCH, [BROKEN])).toMatchObject({
    kind: 'unreachable',
    reason: expect.stringContaining('could not be read in the browser'),
    retry: true,
  })
})
