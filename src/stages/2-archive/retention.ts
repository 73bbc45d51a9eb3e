/**
 * Which bytes may be released: those of received captures that lie between the first and the last one of a run in which
 * the document said the same, or in which the same thing came in its place (a wall, an error page). Their entries and
 * hashes stay. Safer to be wrong on the side of keeping: what has no reading, what another archive recorded and what
 * anybody else still names is kept.
 */
import type { CaptureEntry, Entry } from '../../core/entry.ts'

type Received = { readonly stream: string; readonly names: readonly string[]; said: string | null }

/** Takes entries in order, and tells at the end. */
export class Retention {
  readonly #captures = new Map<number, Received>()
  readonly #imported = new Set<string>()
  readonly #released = new Set<string>()
  readonly #withdrawn = new Set<string>()

  add(position: number, entry: Entry): void {
    if (entry.kind === 'capture' && entry.parts.length > 0) this.#captures.set(position, receivedOf(entry))
    if (entry.kind === 'import' && entry.part) this.#imported.add(entry.part.sha256)
    if (entry.kind === 'reading') {
      for (const read of entry.reads) {
        const capture = this.#captures.get(read)
        // The newest reading counts.
        if (capture) capture.said = entry.verdict === 'policy' ? entry.policyText : entry.verdict
      }
    }
    if (entry.kind === 'ruling' && entry.ruling === 'released') this.#released.add(entry.subject)
    if (entry.kind === 'ruling' && entry.ruling === 'withdrawn') this.#withdrawn.add(entry.subject)
  }

  /** Names of snapshots that a ruling has released or withdrawn. */
  get released(): ReadonlySet<string> {
    return this.#released
  }

  get withdrawn(): ReadonlySet<string> {
    return this.#withdrawn
  }

  /** Names of snapshots that nothing needs any more, as things stand. */
  releasable(): ReadonlySet<string> {
    const streams = Map.groupBy(this.#captures.values(), ({ stream }) => stream)
    const between: Received[] = []
    const kept = new Set(this.#imported)
    for (const captures of streams.values()) {
      for (const [i, capture] of captures.entries()) {
        const isBetween = saysTheSame(captures[i - 1], capture) && saysTheSame(captures[i + 1], capture)
        if (isBetween) between.push(capture)
        else for (const name of capture.names) kept.add(name)
      }
    }
    return new Set(between.flatMap(({ names }) => names).filter((name) => !kept.has(name)))
  }
}

function receivedOf({ key, source, parts }: CaptureEntry): Received {
  const stream = [key.platform, key.document, source.position].join('\n')
  return { stream, names: parts.map(({ sha256 }) => sha256), said: null }
}

function saysTheSame(neighbour: Received | undefined, capture: Received): boolean {
  return capture.said !== null && neighbour?.said === capture.said
}
