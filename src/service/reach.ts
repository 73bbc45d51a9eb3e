/** What a start will fetch and how often, said before anything is fetched; and what it cannot reach. */
import type { Settings } from './settings.ts'
import type { WorkReport } from './work/message.ts'

export function describeReach(
  { documents, hosts, everyMinutes }: Omit<WorkReport & { kind: 'ready' }, 'kind'>,
  settings: Settings,
): string[] {
  if (documents === 0) return ['the catalogue names no document: add one with `clausewatch add URL`']
  const every =
    everyMinutes >= 1440
      ? `${everyMinutes / 1440} days`
      : everyMinutes >= 60
        ? `${everyMinutes / 60} hours`
        : `${everyMinutes} minutes`
  return [
    `following ${documents} documents on ${hosts} hosts, each checked every ${every} at the soonest, one request a host at a time, ${settings.spacingMs / 1000} s apart; robots.txt is obeyed`,
    settings.browser
      ? `pages that need scripts are opened with ${settings.browser}`
      : `pages that need scripts are recorded as what HTTP gives, and shown on /status: ${settings.withoutBrowser}`,
    settings.contact
      ? `sites are told that ${settings.contact} answers for the requests`
      : 'sites are told no contact address: set CLAUSEWATCH_CONTACT to a page or mail address before following for long',
    settings.allowPrivateHosts.length
      ? `private hosts allowed: ${settings.allowPrivateHosts.join(', ')}`
      : 'private and local addresses are refused',
  ]
}
