/**
 * Opens the snapshots of an archive: in its folder, or in an object store. `snapshots.json` says where they went, so
 * that nobody starts without them by leaving a setting away.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson } from '../../../core/canonical-json.ts'
import { ClausewatchError } from '../../../core/error.ts'
import { type Disk, writeFileDurably } from '../disk.ts'
import { FolderStore } from './folder-store.ts'
import { MovingStore } from './moving-store.ts'
import { ObjectStore, type Objects } from './object-store.ts'
import type { SnapshotStore } from './snapshot-store.ts'

export const PLACE_FILE = 'snapshots.json'

/** @throws ClausewatchError `snapshots-elsewhere` */
export async function openSnapshotStore(
  disk: Disk,
  folder: string,
  objects: Objects | null,
  mode: 'read' | 'write',
): Promise<SnapshotStore> {
  const place = await readPlace(folder)
  if (place !== null && place !== objects?.where) throw elsewhere(folder, place, objects?.where ?? null)
  if (objects === null) return new FolderStore(disk, folder)
  if (place === null && mode === 'write') {
    // A store that refuses is told from one that is empty before anything rests on it.
    await objects.get(PLACE_FILE)
    await writeFileDurably(disk, join(folder, PLACE_FILE), Buffer.from(`${canonicalJson({ place: objects.where })}\n`))
  }
  const store = new ObjectStore(objects)
  return (await FolderStore.holdsAny(folder)) ? new MovingStore(new FolderStore(disk, folder), store) : store
}

async function readPlace(folder: string): Promise<string | null> {
  try {
    const { place } = JSON.parse(await readFile(join(folder, PLACE_FILE), 'utf8')) as { place: unknown }
    return String(place)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw cause
  }
}

function elsewhere(folder: string, place: string, asked: string | null): ClausewatchError {
  return new ClausewatchError(
    'snapshots-elsewhere',
    `The snapshots of ${folder} are in ${place}, and ${asked === null ? 'SNAPSHOTS is not set' : `SNAPSHOTS names ${asked}`}.`,
    `Set SNAPSHOTS and AWS_ENDPOINT_URL_S3 to that; if you have copied all of them to another place, remove ${PLACE_FILE} from the folder.`,
  )
}
