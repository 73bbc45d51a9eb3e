/** What a commit of an Open Terms Archive repository states about one of the files that it touches. */
import type { ForeignRecord } from '../../core/entry.ts'
import type { Commit, TouchedFile } from './git-repository.ts'

/** Commits by which the archive changed its own software or declarations, in all dialects of its history. */
const TECHNICAL =
  /^(apply technical or declaration upgrade|refilter|re-?extract|update (service |terms )?declaration|remove mojibake)/i

export function foreignRecord(
  archive: string,
  repository: string,
  commit: Commit,
  file: TouchedFile,
  before: ForeignRecord['before'] | null = null,
): ForeignRecord {
  return {
    archive,
    repository,
    commit: commit.hash,
    path: file.path,
    ...(file.previousPath ? { previousPath: file.previousPath } : {}),
    recordedAt: new Date(commit.authoredAt).toISOString().replace('.000Z', 'Z'),
    snapshots: snapshotCommits(commit.message),
    technical: TECHNICAL.test(commit.message.trim()),
    ...(before ? { before } : {}),
  }
}

/**
 * Commits of raw captures that the message names: newest dialect as addresses of commits, an older one as
 * "recorded after filtering snapshot HASH"; records of the first months name none.
 */
function snapshotCommits(message: string): string[] {
  const found = [...message.matchAll(/(?:\/commit\/|snapshot\s+)([0-9a-f]{40})\b/gi)].map((match) =>
    match[1]!.toLowerCase(),
  )
  return [...new Set(found)]
}
