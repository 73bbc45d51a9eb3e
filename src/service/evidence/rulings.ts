/** Why bytes are gone, by their SHA-256: read from the log when it is first asked for, and followed from then on. */
import type { RulingEntry } from '../../core/entry.ts'
import type { Archive } from '../../stages/2-archive/index.ts'

export class Rulings {
  readonly #archive: Archive
  readonly #found = new Map<string, RulingEntry>()
  #read = 0
  #reading: Promise<void> = Promise.resolve()

  constructor(archive: Archive) {
    this.#archive = archive
  }

  /** The newest ruling about a subject that let go of its bytes; null where there is none. */
  async of(subject: string): Promise<RulingEntry | null> {
    this.#reading = this.#reading.then(() => this.#follow())
    await this.#reading
    return this.#found.get(subject) ?? null
  }

  async #follow(): Promise<void> {
    for await (const { position, entry } of this.#archive.entriesFrom(this.#read)) {
      this.#read = position + 1
      if (entry.kind !== 'ruling') continue
      if (entry.ruling === 'released' || entry.ruling === 'withdrawn') this.#found.set(entry.subject, entry)
    }
  }
}
