/**
 * Catalogue files from an Open Terms Archive declarations repository: addresses, selectors, ranges, assembled documents
 * and their histories. Its script filters are never run: common ones are mapped to our normalisers, others reported.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type Selector, type Source, toSlug } from '../../core/document.ts'
import { foreignDocumentType } from '../../core/foreign-path.ts'
import { mapForeignFilter } from '../../stages/3-extract/index.ts'
import { type CataloguePlatform, selectorFromFile, writePlatformFile } from '../catalogue/format.ts'
import { openGitRepository } from './git-repository.ts'

const selector = z.union([z.string(), z.record(z.string(), z.string())])
const selectors = z.union([selector, z.array(selector)]).optional()
const filters = z.union([z.string(), z.array(z.union([z.string(), z.record(z.string(), z.unknown())]))]).optional()
const page = z.object({
  fetch: z.string().optional(),
  select: selectors,
  remove: selectors,
  filter: filters,
  executeClientScripts: z.boolean().optional(),
})
const declaration = page.extend({ combine: z.array(page).optional(), validUntil: z.string().optional() })
const service = z.object({
  name: z.string(),
  terms: z.record(z.string(), declaration).optional(),
  documents: z.record(z.string(), declaration).optional(),
})
const history = z.record(z.string(), z.array(declaration))

type Declaration = z.infer<typeof declaration>
type Page = z.infer<typeof page>

export type DeclarationsSummary = {
  readonly platforms: number
  readonly documents: number
  readonly sources: number
  /** Files that were there already and were not overwritten. */
  readonly kept: readonly string[]
  readonly unmapped: readonly { readonly platform: string; readonly document: string; readonly filter: string }[]
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[]
}

/** @throws ClausewatchError as `openGitRepository` does. */
export async function importOtaDeclarations(
  location: string,
  folder: string,
  { overwrite }: { overwrite: boolean },
): Promise<DeclarationsSummary> {
  await using repository = await openGitRepository(location)
  const files = await repository.filesBelow('declarations')
  const read = async (file: string): Promise<unknown> => {
    const found = files.find((one) => one.path === file)
    return found ? JSON.parse(Buffer.from(await repository.readBlob(found.blob)).toString('utf8')) : null
  }
  const found: CataloguePlatform[] = []
  const unmapped: { platform: string; document: string; filter: string }[] = []
  const unreadable: { file: string; reason: string }[] = []
  for (const { path: file } of files) {
    const match = /^declarations\/([^/]+?)(\.history)?\.json$/.exec(file)
    if (!match || match[2]) continue
    try {
      const declared = service.parse(await read(file))
      const past = history.parse((await read(`declarations/${match[1]}.history.json`)) ?? {})
      // The file's name is the service's id, which paths of its versions begin with; its name may be in any script.
      found.push(
        toPlatform(toSlug(match[1]!), declared.name, declared.terms ?? declared.documents ?? {}, past, unmapped),
      )
    } catch (cause) {
      if (!(cause instanceof z.ZodError) && !(cause instanceof SyntaxError)) throw cause
      unreadable.push({
        file,
        reason: cause instanceof z.ZodError ? z.prettifyError(cause).split('\n')[0]! : cause.message,
      })
    }
  }
  const kept = writeAll(found, folder, overwrite)
  const documents = found.flatMap((platform) => platform.documents)
  return {
    platforms: found.length,
    documents: documents.length,
    sources: documents.reduce((sum, { sources }) => sum + sources.length, 0),
    kept,
    unmapped,
    unreadable,
  }
}

function writeAll(platforms: readonly CataloguePlatform[], folder: string, overwrite: boolean): string[] {
  mkdirSync(folder, { recursive: true })
  const kept: string[] = []
  for (const platform of platforms) {
    const file = path.join(folder, `${platform.platform.slug}.yaml`)
    if (existsSync(file) && !overwrite) kept.push(file)
    else writeFileSync(file, writePlatformFile(platform))
  }
  return kept
}

function toPlatform(
  slug: string,
  name: string,
  terms: Readonly<Record<string, Declaration>>,
  past: Readonly<Record<string, Declaration[]>>,
  unmapped: { platform: string; document: string; filter: string }[],
): CataloguePlatform {
  const documents = Object.entries(terms).map(([title, current]) => {
    const sources: Source[] = []
    let validFrom: string | null = null
    const eras = [...(past[title] ?? [])].sort((a, b) => (a.validUntil ?? '').localeCompare(b.validUntil ?? ''))
    for (const era of [...eras, current]) {
      const validUntil = era === current ? null : toMoment(era.validUntil)
      for (const [position, one] of pagesOf(era).entries()) {
        const report = (filter: string) => unmapped.push({ platform: name, document: title, filter })
        sources.push(toSource(one, position, validFrom, validUntil, report))
      }
      validFrom = validUntil
    }
    return {
      platformSlug: slug,
      slug: toSlug(title),
      title,
      type: foreignDocumentType(title),
      locale: 'en',
      governs: [],
      checkEveryMinutes: 720,
      sources,
    }
  })
  return { platform: { slug, name, website: null }, documents }
}

/** A declaration's pages; what it says for all of them counts where a page of `combine` says nothing itself. */
function pagesOf({ combine, ...shared }: Declaration): Page[] {
  return combine ? combine.map((one) => ({ ...shared, ...one })) : [shared]
}

function toSource(
  { fetch, select, remove, filter, executeClientScripts }: Page,
  position: number,
  validFrom: string | null,
  validUntil: string | null,
  report: (filter: string) => void,
): Source {
  const normalise: string[] = []
  for (const one of [filter ?? []].flat()) {
    const name = typeof one === 'string' ? one : (Object.keys(one)[0] ?? '')
    const mapped = mapForeignFilter(name)
    if (mapped === null) report(name)
    else if (!normalise.includes(mapped)) normalise.push(mapped)
  }
  return {
    url: fetch ?? '',
    selectors: { select: toSelectors(select), remove: toSelectors(remove), normalise },
    position,
    validFrom,
    validUntil,
    needsBrowser: executeClientScripts ?? false,
  }
}

function toSelectors(given: z.infer<typeof selectors>): Selector[] {
  return [given ?? []].flat().map(selectorFromFile)
}

/** `validUntil` is a moment in most files and a day in some. */
function toMoment(text: string | undefined): string | null {
  const date = text ? new Date(text) : null
  return date && !Number.isNaN(date.getTime()) ? `${date.toISOString().slice(0, 19)}Z` : null
}
