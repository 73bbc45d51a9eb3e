/** What looks at pages that shall be followed: fetched and read as in a check. */
import { openReader } from '../../pipeline/reading/index.ts'
import { fetcherOf } from '../fetcher.ts'
import type { Settings } from '../settings.ts'
import type { Discoverer } from './discover.ts'

export function openDiscoverer(settings: Settings): Discoverer & AsyncDisposable {
  const { capturer, hasBrowser, ...fetcher } = fetcherOf(settings)
  const reader = openReader()
  return {
    capturer,
    hasBrowser,
    readPage: reader.read,
    async [Symbol.asyncDispose]() {
      await fetcher[Symbol.asyncDispose]()
      await reader[Symbol.asyncDispose]()
    },
  }
}
