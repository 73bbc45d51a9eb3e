/** The dictionaries used last, up to a limit in bytes: neighbours in a history rest on the same ones. */
export class RecentBytes {
  readonly #limitBytes: number
  readonly #known = new Map<string, Uint8Array>()
  #sizeBytes = 0

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes
  }

  get(name: string): Uint8Array | null {
    const bytes = this.#known.get(name)
    if (!bytes) return null
    // A Map keeps the order of insertion: the one used last goes to the end.
    this.#known.delete(name)
    this.#known.set(name, bytes)
    return bytes
  }

  add(name: string, bytes: Uint8Array): void {
    if (bytes.length > this.#limitBytes / 4 || this.#known.has(name)) return
    this.#known.set(name, bytes)
    this.#sizeBytes += bytes.length
    for (const [oldest, { length }] of this.#known) {
      if (this.#sizeBytes <= this.#limitBytes) return
      this.#known.delete(oldest)
      this.#sizeBytes -= length
    }
  }

  forget(names: Iterable<string>): void {
    for (const name of names) {
      this.#sizeBytes -= this.#known.get(name)?.length ?? 0
      this.#known.delete(name)
    }
  }
}
