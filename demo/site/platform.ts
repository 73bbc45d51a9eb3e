/** A fictional platform as its folder describes it: `platform.yaml`, one Markdown file a page, and their histories. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { type Revision, type State, unfold } from './history.ts'

export const demoPlatformsFolder = path.join(import.meta.dirname, '..', 'platforms')

export const FIRST_DAY = '2025-01-01'
export const LAST_DAY = '2026-09-30'

/** Days from `from` (inclusive) to `until` (exclusive). */
export type Span = { readonly from: string; readonly until: string }

export type PageLink = { readonly label: string; readonly path: string }

/** What a page answers instead of its document for a time. `pages`: names of page files; absent: every page of the platform. */
export type Trouble = Span & {
  readonly kind: 'bot-wall' | 'not-found' | 'soft-404' | 'unavailable' | 'shell' | 'half-loaded' | 'sign-in' | 'edition'
  readonly pages?: readonly string[]
  /** For `edition`: the page file that is served instead. */
  readonly edition?: string
}

export type PolicyPage = {
  readonly name: string
  readonly title: string
  readonly path: string
  /** Addresses that it moved to, and since when; the earlier ones redirect. */
  readonly moved: readonly { readonly on: string; readonly path: string }[]
  readonly mediaType: string
  readonly language: string
  /** Set on another edition of a page: that page's name, and what a language list calls this one. */
  readonly editionOf: string | null
  readonly states: readonly State[]
}

export type Platform = {
  readonly slug: string
  readonly name: string
  readonly company: string
  readonly host: string
  readonly jurisdiction: string
  readonly layout: 'plain' | 'marketing' | 'docs' | 'app' | 'legal'
  readonly language: string
  readonly tagline: string
  readonly colour: string
  /** `iso-8859-1` for the one old site that still has it. */
  readonly charset: 'utf-8' | 'iso-8859-1'
  readonly caching: 'etag' | 'last-modified' | 'none'
  readonly nav: readonly (PageLink & { readonly text: string })[]
  readonly related: readonly (PageLink & { readonly text: string })[]
  readonly footer: string
  /** Another name from a day on, in every document and in the footer. */
  readonly renames: readonly { readonly on: string; readonly replace: string; readonly with: string }[]
  readonly cookieDialog: readonly Span[]
  readonly optOut: (PageLink & { readonly until: string }) | null
  /** Links carry a campaign and session token that is new at every load. */
  readonly hasTracking: boolean
  /** Mail addresses are written out by a script, encoded with another key at every load. */
  readonly hasProtectedMail: boolean
  /** Text for machines that no reader sees. */
  readonly hiddenText: string | null
  readonly robots: readonly { readonly from: string; readonly disallow: string }[]
  readonly trouble: readonly Trouble[]
  readonly pages: readonly PolicyPage[]
}

export function loadPlatforms(folder: string): Platform[] {
  return readdirSync(folder)
    .toSorted()
    .map((slug) => loadPlatform(path.join(folder, slug), slug))
}

const DEFAULTS = {
  charset: 'utf-8',
  caching: 'none',
  related: [],
  renames: [],
  cookieDialog: [],
  optOut: null,
  hasTracking: false,
  hasProtectedMail: false,
  hiddenText: null,
  robots: [],
  trouble: [],
} as const

function loadPlatform(folder: string, slug: string): Platform {
  const own = parse(readFileSync(path.join(folder, 'platform.yaml'), 'utf8')) as Omit<Platform, 'slug' | 'pages'>
  const histories = readdirSync(folder).filter((file) => file.endsWith('.history.yaml'))
  const rewrites = histories.flatMap((file) => readHistory(folder, file).flatMap((revision) => revision.rewrite ?? []))
  const pages = readdirSync(folder)
    .filter((file) => file.endsWith('.md') && !rewrites.includes(file))
    .map((file) => loadPage(folder, file, own))
  return { ...DEFAULTS, ...own, slug, pages }
}

function readHistory(folder: string, file: string): Revision[] {
  return parse(readFileSync(path.join(folder, file), 'utf8')) as Revision[]
}

function loadPage(folder: string, file: string, platform: Omit<Platform, 'slug' | 'pages'>): PolicyPage {
  const name = file.slice(0, -'.md'.length)
  const { head, body } = splitFrontMatter(readFileSync(path.join(folder, file), 'utf8'))
  const first: State = { on: '', text: body, stated: head.stated ?? '', effective: head.effective ?? '' }
  const historyFile = `${name}.history.yaml`
  const revisions = readdirSync(folder).includes(historyFile) ? readHistory(folder, historyFile) : []
  try {
    return {
      name,
      title: head.title!,
      path: head.path!,
      moved: (head.moved as unknown as PolicyPage['moved']) ?? [],
      mediaType: head.mediaType ?? 'text/html',
      language: head.language ?? platform.language,
      editionOf: head.editionOf ?? null,
      states: renamed(
        unfold(first, revisions, (rewrite) => splitFrontMatter(readFileSync(path.join(folder, rewrite), 'utf8')).body),
        platform.renames ?? [],
      ),
    }
  } catch (cause) {
    throw new Error(`${path.join(folder, file)}: ${(cause as Error).message}`, { cause })
  }
}

/** Every state after a renaming has the new name, and the day itself begins a state. */
function renamed(states: readonly State[], renames: Platform['renames']): State[] {
  return renames.reduce<State[]>(
    (before, rename) => {
      const last = before.findLast((state) => state.on <= rename.on)!
      const withDay =
        last.on === rename.on
          ? before
          : before.toSpliced(before.indexOf(last) + 1, 0, {
              ...last,
              on: rename.on,
              because: `${rename.replace} is called ${rename.with} from now on.`,
              kind: 'administrative',
            })
      return withDay.map((state) =>
        state.on < rename.on ? state : { ...state, text: state.text.replaceAll(rename.replace, rename.with) },
      )
    },
    [...states],
  )
}

function splitFrontMatter(source: string): { head: Record<string, string>; body: string } {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source)
  return match ? { head: parse(match[1]!), body: match[2]!.trim() } : { head: {}, body: source.trim() }
}

/** The state of a page on a day. */
export function stateOn(page: PolicyPage, day: string): State {
  return page.states.findLast((state) => state.on <= day)!
}

/** The address of a page on a day. */
export function pathOn(page: PolicyPage, day: string): string {
  return page.moved.findLast((move) => move.on <= day)?.path ?? page.path
}

export function isWithin(span: Span, day: string): boolean {
  return span.from <= day && day < span.until
}
