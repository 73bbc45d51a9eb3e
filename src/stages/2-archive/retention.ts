/**
 * Which bytes may be released (DESIGN section 4): those of received captures between the first and the last one of a
 * text, however often it left and came back; and of what came in its place (a wall, an error page), those between the
 * first and the last one of a run. Their entries and hashes stay, and the texts of all readings. Safer to be wrong on the
 * side of keeping: what has no reading, what another archive states and what anybody else still names is kept.
 */
import type { CaptureEntry, Entry, ReadingEntry } from '../../core/entry.ts'

type Received = { readonly stream: string; readonly names: readonly string[]; said: Said | null }
/** The policy text that was read, or the verdict where it was no policy. */
type Said = { readonly kind: 'text' | 'verdict'; readonly what: string }

/** Takes entries in order, and tells at the end. */
export class Retention {
  readonly #captures = new Map<number, Received>()
  readonly #imported = new Set<string>()
  readonly #released = new Set<string>()
  readonly #withdrawn = new Set<string>()

  add(position: number, entry: Entry): void {
    // Nobody publishes a supplied file again.
    if (entry.kind === 'capture' && entry.supplied) for (const { sha256 } of entry.parts) this.#imported.add(sha256)
    else if (entry.kind === 'capture' && entry.parts.length > 0) this.#captures.set(position, receivedOf(entry))
    if (entry.kind === 'import' && entry.part) this.#imported.add(entry.part.sha256)
    if (entry.kind === 'reading') {
      for (const read of entry.reads) {
        const capture = this.#captures.get(read)
        // The newest reading counts.
        if (capture) capture.said = saidBy(entry)
      }
    }
    // Rulings are also about records, by their ids.
    if (entry.kind !== 'ruling' || !isSnapshotName(entry.subject)) return
    if (entry.ruling === 'released') this.#released.add(entry.subject)
    if (entry.ruling === 'withdrawn') this.#withdrawn.add(entry.subject)
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
    const released: Received[] = []
    const kept = new Set(this.#imported)
    for (const captures of streams.values()) {
      const texts = Map.groupBy(captures, ({ said }) => (said?.kind === 'text' ? said.what : null))
      for (const [i, capture] of captures.entries()) {
        const { said } = capture
        const ofText = said?.kind === 'text' ? texts.get(said.what)! : null
        const isBetween = ofText
          ? capture !== ofText[0] && capture !== ofText.at(-1)
          : isSame(captures[i - 1], capture) && isSame(captures[i + 1], capture)
        if (isBetween) released.push(capture)
        else for (const name of capture.names) kept.add(name)
      }
    }
    return new Set(released.flatMap(({ names }) => names).filter((name) => !kept.has(name)))
  }
}

function isSnapshotName(subject: string): boolean {
  return /^[0-9a-f]{64}$/.test(subject)
}

function receivedOf({ key, source, parts }: CaptureEntry): Received {
  const stream = [key.platform, key.document, source.position].join('\n')
  return { stream, names: parts.map(({ sha256 }) => sha256), said: null }
}

function saidBy({ verdict, policyText }: ReadingEntry): Said {
  return verdict === 'policy' && policyText !== null
    ? { kind: 'text', what: policyText }
    : { kind: 'verdict', what: verdict }
}

function isSame(neighbour: Received | undefined, { said }: Received): boolean {
  return said !== null && neighbour?.said?.kind === said.kind && neighbour.said.what === said.what
}
