/**
 * Disks that fail on purpose. A disk that has stopped does nothing any more, as for a process that is gone; a power cut
 * also takes back what was not synced.
 */
import { readlinkSync } from 'node:fs'
import { type FileHandle, open, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Disk, localDisk } from '../../src/stages/2-archive/disk.ts'

export type Fault = {
  /** The number of the step that fails, from 0. */
  readonly step: number
  /** `before`: nothing of it happens. `after`: it happens, and the answer fails. `torn`: half of a write happens. */
  readonly moment: 'before' | 'after' | 'torn'
  /** `stop`: every later step fails too. `full`: only this one, as on a disk on which room is made again. */
  readonly kind: 'stop' | 'full'
}

export class Stopped extends Error {}

/** Counts the steps, and fails at one of them. */
export class FaultyDisk implements Disk {
  steps = 0
  readonly #disk: Disk
  readonly #fault: Fault | null
  #hasStopped = false

  constructor(disk: Disk, fault: Fault | null) {
    this.#disk = disk
    this.#fault = fault
  }

  write(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
    const half = () => this.#disk.write(file, bytes.subarray(0, bytes.length >> 1), position)
    return this.#step(() => this.#disk.write(file, bytes, position), half)
  }

  sync(file: FileHandle): Promise<void> {
    return this.#step(() => this.#disk.sync(file))
  }

  truncate(file: FileHandle, sizeBytes: number): Promise<void> {
    return this.#step(() => this.#disk.truncate(file, sizeBytes))
  }

  rename(from: string, to: string): Promise<void> {
    return this.#step(() => this.#disk.rename(from, to))
  }

  remove(path: string): Promise<void> {
    return this.#step(() => this.#disk.remove(path))
  }

  syncFolder(path: string): Promise<void> {
    return this.#step(() => this.#disk.syncFolder(path))
  }

  async #step(work: () => Promise<void>, half: () => Promise<void> = async () => {}): Promise<void> {
    if (this.#hasStopped) throw new Stopped('the process is gone')
    const isHere = this.steps++ === this.#fault?.step
    if (!isHere) return work()
    if (this.#fault.kind === 'stop') this.#hasStopped = true
    if (this.#fault.moment === 'after') await work()
    if (this.#fault.moment === 'torn') await half()
    if (this.#fault.kind === 'stop') throw new Stopped(`stopped ${this.#fault.moment} step ${this.#fault.step}`)
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC', syscall: 'write' })
  }
}

type Undo = { readonly path: string; readonly undo: () => Promise<void> }

/** Remembers what is not synced yet, so that a power cut can take it back. */
export class VolatileDisk implements Disk {
  #undo: Undo[] = []

  async write(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
    const path = pathOf(file)
    const { size } = await file.stat()
    const old = Buffer.alloc(Math.max(0, Math.min(size - position, bytes.length)))
    // The handle may be open for writing only.
    if (old.length > 0) await withFile(path, 'r', (reader) => reader.read(old, 0, old.length, position))
    await localDisk.write(file, bytes, position)
    this.#remember(path, async () => {
      await withFile(path, 'r+', async (writer) => {
        await writer.write(old, 0, old.length, position)
        await writer.truncate(size)
      })
    })
  }

  async sync(file: FileHandle): Promise<void> {
    const path = pathOf(file)
    this.#undo = this.#undo.filter((one) => one.path !== path)
  }

  async truncate(file: FileHandle, sizeBytes: number): Promise<void> {
    const path = pathOf(file)
    const old = await readFile(path)
    await localDisk.truncate(file, sizeBytes)
    this.#remember(path, () => writeFile(path, old))
  }

  async rename(from: string, to: string): Promise<void> {
    const old = await readFile(to).catch(() => null)
    await localDisk.rename(from, to)
    this.#remember(dirname(to), async () => {
      await rename(to, from)
      if (old) await writeFile(to, old)
    })
  }

  async remove(path: string): Promise<void> {
    const old = await readFile(path).catch(() => null)
    await localDisk.remove(path)
    if (old) this.#remember(dirname(path), () => writeFile(path, old))
  }

  async syncFolder(path: string): Promise<void> {
    this.#undo = this.#undo.filter((one) => one.path !== path)
  }

  /** The newest first; `isKept` decides for each path whether it reached the disk after all. */
  async cutPower(isKept: (path: string) => boolean): Promise<void> {
    for (const { path, undo } of this.#undo.reverse()) if (!isKept(path)) await undo()
    this.#undo = []
  }

  #remember(path: string, undo: () => Promise<void>): void {
    this.#undo.push({ path, undo })
  }
}

function pathOf(file: FileHandle): string {
  return readlinkSync(`/proc/self/fd/${file.fd}`)
}

async function withFile(path: string, flags: string, work: (file: FileHandle) => Promise<unknown>): Promise<void> {
  const file = await open(path, flags).catch(() => null)
  // Removed or renamed meanwhile: there is nothing to take back.
  if (!file) return
  try {
    await work(file)
  } finally {
    await file.close()
  }
}
