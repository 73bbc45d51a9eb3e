/**
 * Memento (RFC 7089): a TimeGate that leads to the version observed at a moment, TimeMaps of all versions, and the
 * headers that say which moment a version page shows. The original resource is the address at which the platform
 * publishes the document; where that is not known, it is the document's page here.
 */
import { formatId } from '../core/id.ts'
import type { MementoDocument, MementoSpan } from '../store/view/memento.ts'
import { documentPath, versionPath } from './address.ts'

export type Memento = { readonly version: number; readonly at: string }

/** Each version once, at the first moment at which it was observed; by moment. */
export function mementosOf(spans: readonly MementoSpan[]): readonly Memento[] {
  const first = new Map<number, string>()
  for (const { version, from } of spans) if (!first.has(version)) first.set(version, from)
  return [...first].map(([version, at]) => ({ version, at }))
}

/** The version observed at a moment; before the first observation the first one (RFC 7089, section 4.5.3). */
export function versionAt(spans: readonly MementoSpan[], at: Date | null): number | null {
  if (at === null) return spans.at(-1)?.version ?? null
  const seen = spans.filter(({ from }) => Date.parse(from) <= at.getTime())
  return (seen.at(-1) ?? spans[0])?.version ?? null
}

/** The form that the specification demands (RFC 7231 IMF-fixdate, in GMT); null for anything else. */
export function parseAcceptDatetime(text: string): Date | null {
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return null
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toUTCString() === text ? date : null
}

export const httpDate = (at: string): string => new Date(at).toUTCString()

export const timeGatePath = (document: number): string => `/timegate/${formatId('document', document)}`
export const timeMapPath = (document: number, form: 'link' | 'json'): string =>
  `/timemap/${form}/${formatId('document', document)}`

export function originalOf({ url, platformSlug, slug }: MementoDocument): string {
  return url ?? documentPath(platformSlug, slug)
}

/** Headers of a version's page. */
export function versionHeaders(
  document: MementoDocument,
  mementos: readonly Memento[],
  version: number,
): Readonly<Record<string, string>> {
  const at = mementos.findIndex((memento) => memento.version === version)
  const memento = mementos[at]
  if (!memento) return {}
  const related = [
    [mementos[0], 'first'],
    [mementos[at - 1], 'prev'],
    [memento, ''],
    [mementos[at + 1], 'next'],
    [mementos.at(-1), 'last'],
  ] as const
  const links = related.flatMap(([one, word]) =>
    one ? [mementoLink(versionPath(one.version), one.at, `${word} memento`.trim())] : [],
  )
  return { 'Memento-Datetime': httpDate(memento.at), Link: [...documentLinks(document), ...links].join(', ') }
}

/** What the page of the document and the answer of the TimeGate say. */
export function documentLinks(document: MementoDocument): readonly string[] {
  return [
    link(originalOf(document), 'original'),
    link(timeGatePath(document.number), 'timegate'),
    `${link(timeMapPath(document.number, 'link'), 'timemap')}; type="application/link-format"`,
  ]
}

/** `application/link-format`; `base` makes its addresses whole. */
export function timeMapLinks(document: MementoDocument, mementos: readonly Memento[], base: string): string {
  const own = timeMapPath(document.number, 'link')
  const lines = [
    link(absolute(originalOf(document), base), 'original'),
    link(absolute(timeGatePath(document.number), base), 'timegate'),
    `${link(absolute(own, base), 'self')}; type="application/link-format"${rangeOf(mementos)}`,
    ...mementos.map(({ version, at }, i) =>
      mementoLink(absolute(versionPath(version), base), at, `${placeOf(i, mementos.length)} memento`.trim()),
    ),
  ]
  return `${lines.join(',\n')}\n`
}

/** The JSON form that other archives give. */
export function timeMapJson(document: MementoDocument, mementos: readonly Memento[], base: string): unknown {
  const list = mementos.map(({ version, at }) => ({ datetime: at, uri: absolute(versionPath(version), base) }))
  return {
    original_uri: absolute(originalOf(document), base),
    timegate_uri: absolute(timeGatePath(document.number), base),
    timemap_uri: {
      link_format: absolute(timeMapPath(document.number, 'link'), base),
      json_format: absolute(timeMapPath(document.number, 'json'), base),
    },
    mementos: { first: list[0] ?? null, last: list.at(-1) ?? null, list },
  }
}

/** Of the moments in the list (RFC 7089, section 5). */
function rangeOf(mementos: readonly Memento[]): string {
  const [first, last] = [mementos[0], mementos.at(-1)]
  return first && last ? `; from="${httpDate(first.at)}"; until="${httpDate(last.at)}"` : ''
}

function placeOf(index: number, count: number): string {
  if (count === 1) return 'first last'
  return index === 0 ? 'first' : index === count - 1 ? 'last' : ''
}

function mementoLink(target: string, at: string, rel: string): string {
  return `${link(target, rel)}; datetime="${httpDate(at)}"`
}

/** Addresses of others hold anything; inside of `<>` they must not end it, nor the header. */
function link(target: string, rel: string): string {
  return `<${target.replace(/[^\x21-\x7e]|[<>"\\^`{|}]/gu, encodeURIComponent)}>; rel="${rel}"`
}

function absolute(target: string, base: string): string {
  return target.startsWith('/') ? `${base}${target}` : target
}
