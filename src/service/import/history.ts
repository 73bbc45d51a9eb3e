/**
 * Takes in the history of another archive, as a track of its own for every document. Streams; resumes where an earlier
 * run stopped; a second run finds nothing to do.
 */
import type { ForeignRecord } from '../../core/entry.ts'
import type { ForeignPath } from '../../core/foreign-path.ts'
import { openReadAhead } from '../../pipeline/ahead/index.ts'
import { lookAhead } from '../../pipeline/ahead/look-ahead.ts'
import type { ForeignCapture, ForeignInput, Pipeline } from '../../pipeline.ts'
import { readState, writeState } from '../../store/archive-state.ts'
import { knownForeign } from '../../store/record.ts'
import type { Commit, GitRepository } from './git-repository.ts'
import { foreignRecord } from './ota-record.ts'

/** Records of one batch: few enough that a stop loses under a second of work, many enough that fsync costs nothing. */
const BATCH_RECORDS = 64

export type ImportProgress = { readonly done: number; readonly total: number; readonly what: string }
export type ImportSummary = {
  readonly archive: string
  readonly commits: number
  readonly records: number
  /** Records that were here before. */
  readonly known: number
  /** Files that are no record of a document. */
  readonly passedOver: number
  readonly head: string
}

export type ImportOptions = {
  /** What to call the archive; default: the repository's own name. */
  readonly name?: string
  readonly onProgress?: (progress: ImportProgress) => void
  /** Stops between two batches; what was taken in stays. */
  readonly signal?: AbortSignal
}

/** What a path touched by a commit is; null for a file that is no record of a document. */
export type Interpret = (commit: Commit, path: string) => (ForeignPath & { readonly capture?: ForeignCapture }) | null

/** @throws ClausewatchError `repository-unreadable` where git cannot read on. */
export async function importHistory(
  pipeline: Pipeline,
  repository: GitRepository,
  options: ImportOptions,
  interpret: Interpret,
): Promise<ImportSummary> {
  const { db } = pipeline.store
  const archive = await archiveName(pipeline, repository, options.name)
  const headKey = `import ${archive} head`
  const summary = { archive, commits: 0, records: 0, known: 0, passedOver: 0, head: repository.head }
  // A copy that begins earlier holds more, though it ends alike.
  const reached = `${repository.rootCommit} ${repository.head}`
  if ((await readState(db, headKey)) === reached) return summary
  const total = await repository.countCommits()
  const known = await knownForeign(db, archive)
  const behind = known.size === 0 ? new Map() : await recordsBehind(repository, known)
  const late: (() => Promise<ForeignInput>)[] = []
  await using ahead = openReadAhead()
  let batch: ForeignInput[] = []
  let begun: readonly ForeignInput[] = []
  // While one batch is stored, the next is read.
  const take = async () => {
    // A few records are read sooner than threads are started.
    const next = batch.length < BATCH_RECORDS ? batch : await lookAhead(pipeline, ahead, batch)
    batch = []
    if (begun.length > 0) await pipeline.takeForeign(begun)
    begun = next
    options.onProgress?.({ done: summary.commits, total, what: `${summary.records} records taken in` })
  }
  for await (const commit of repository.commits()) {
    options.signal?.throwIfAborted()
    summary.commits++
    for (const file of commit.files) {
      const path = interpret(commit, file.path)
      if (!path) {
        summary.passedOver++
        continue
      }
      if (known.has(`${commit.hash} ${file.path}`)) {
        summary.known++
        continue
      }
      const { platform, document, mediaType, capture } = path
      const before = behind.get(`${commit.hash} ${file.path}`)
      const input = async (): Promise<ForeignInput> => ({
        key: { platform: platform.slug, document: document.slug },
        platform,
        document,
        bytes: file.blob === null ? null : await repository.readBlob(file.blob),
        mediaType,
        foreign: foreignRecord(archive, repository.rootCommit, commit, file, before),
        ...(capture ? { capture } : {}),
      })
      if (before) late.push(input)
      else batch.push(await input())
      summary.records++
    }
    if (batch.length >= BATCH_RECORDS) await take()
  }
  await take()
  await take()
  // From the newest to the oldest, so that none of them stands between two others for a while.
  for (const input of late.reverse()) {
    options.signal?.throwIfAborted()
    await pipeline.takeForeign([await input()])
    options.onProgress?.({ done: summary.commits, total, what: `${summary.records} records taken in, older ones too` })
  }
  await pipeline.store.transaction((trx) => writeState(trx, headKey, reached))
  return summary
}

/** Of records that are new here and stand before one that is known: the next one of the same document. By `commit path`. */
async function recordsBehind(
  repository: GitRepository,
  known: ReadonlySet<string>,
): Promise<ReadonlyMap<string, NonNullable<ForeignRecord['before']>>> {
  const touched: { commit: string; path: string; previousPath?: string | null }[] = []
  for await (const { hash, files } of repository.commits())
    for (const { path, previousPath, blob } of files)
      if (blob !== null) touched.push({ commit: hash, path, previousPath })
  const behind = new Map<string, NonNullable<ForeignRecord['before']>>()
  const next = new Map<string, NonNullable<ForeignRecord['before']>>()
  for (const { commit, path, previousPath } of touched.reverse()) {
    const key = `${commit} ${path}`
    const after = next.get(path)
    if (!known.has(key)) {
      if (!after) continue
      behind.set(key, after)
    }
    next.set(path, { commit, path })
    // The document was called otherwise before.
    if (previousPath) next.set(previousPath, { commit, path })
  }
  return behind
}

/** The same repository keeps its name, wherever it lies: it is known by its first commit. */
async function archiveName({ store }: Pipeline, repository: GitRepository, given: string | undefined): Promise<string> {
  const key = `import root ${repository.rootCommit}`
  const known = await readState(store.db, key)
  if (known) return known
  const name = given ?? repository.name
  await store.transaction((db) => writeState(db, key, name))
  return name
}
