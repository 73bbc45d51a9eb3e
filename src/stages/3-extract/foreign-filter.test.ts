import { expect, test } from 'vitest'
import { mapForeignFilter } from './foreign-filter.ts'

test.each([
  ['removeTrackingIDs', 'strip-tracking-parameters'],
  ['removeUTMParams', 'strip-tracking-parameters'],
  ['removeQueryParams', 'strip-queries'],
  ['cleanUrls', 'strip-queries'],
  ['removeLinks', 'unwrap-links'],
  ['expandSections', 'open-collapsed'],
  ['numberListItems', null],
])('%s is known as %s', (name, normaliser) => {
  expect(mapForeignFilter(name)).toBe(normaliser)
})
