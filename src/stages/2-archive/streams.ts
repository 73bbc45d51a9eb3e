/** Which snapshots belong together: those of one page, and the texts read from it, in the order of their entries. */
import type { Entry } from '../../core/entry.ts'

/** Adds the names of an entry's parts, or of its text, to the stream that they belong to, each at its first occurrence. */
export function collectStream(streams: Map<string, Set<string>>, entry: Entry): void {
  if (entry.kind === 'capture') {
    for (const part of entry.parts) {
      streamOf(streams, 'capture', entry.key.platform, entry.key.document, `${entry.source.position}`, part.kind).add(
        part.sha256,
      )
    }
  }
  if (entry.kind === 'import' && entry.part) {
    streamOf(streams, 'import', entry.key.platform, entry.key.document, entry.foreign.archive).add(entry.part.sha256)
  }
  // Older readings name a text that was not kept.
  if (entry.kind === 'reading' && entry.found && entry.policyText !== null) {
    streamOf(streams, 'text', entry.key.platform, entry.key.document).add(entry.policyText)
  }
}

function streamOf(streams: Map<string, Set<string>>, ...key: readonly string[]): Set<string> {
  const name = key.join('\n')
  const known = streams.get(name)
  if (known) return known
  const made = new Set<string>()
  streams.set(name, made)
  return made
}
