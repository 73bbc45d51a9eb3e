/** What cannot be known from a provision alone, because it points to something that is not public or not archived. */
import type { ExplainInput, Incorporated } from '../../../core/explanation.ts'
import type { Wording } from './wording.ts'

export function noteOf(
  { platform }: ExplainInput,
  incorporated: readonly Incorporated[],
  { signals }: Wording,
): string | null {
  const here = incorporated.filter((one) => one.here)
  const hidden = here.filter(({ state }) => state === 'not-public').map(({ name }) => lower(name))
  const unseen = here.filter(({ state }) => state === 'unseen').map(({ name }) => name)
  const linked = here.filter(({ state }) => state === 'public').map(({ name }) => name)
  const parts: string[] = []
  if (hidden.length > 0)
    parts.push(
      `The passage points to ${withArticles(hidden)} that ${hidden.length > 1 ? 'are' : 'is'} concluded with single customers and not public, so the protection that really applies cannot be assessed from here.`,
      signals.has('processing-agreement')
        ? `A customer should read the terms agreed with ${platform} beside this text; everybody else has only what is published.`
        : 'Who has not concluded one should read the passage as it stands.',
    )
  if (unseen.length > 0)
    parts.push(
      `It names ${joined(unseen)}, which ${unseen.length > 1 ? 'are' : 'is'} not among the documents that this archive follows of ${platform}, and no address is given; what ${unseen.length > 1 ? 'they add' : 'it adds'} is not covered here.`,
    )
  if (linked.length > 0)
    parts.push(
      `It links to ${joined(linked)}, which this archive does not follow; ${linked.length > 1 ? 'their' : 'its'} wording may change the picture and should be read at the source.`,
    )
  return parts.length > 0 ? parts.join(' ') : null
}

const lower = (name: string): string =>
  /^(?:Data Processing|Business Associate)/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)

function withArticles(names: readonly string[]): string {
  return joined(names.map((name) => `${/^[aeio]/i.test(name) ? 'an' : 'a'} ${name}`))
}

const joined = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')
