/**
 * Looks at everything an archive needs, one thing after another, and says of each whether it is well, what is worth
 * knowing, or what is wrong and what to do. Reads only, and asks nobody outside.
 */
import { constants, existsSync } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { toMoment } from '../core/clock.ts'
import { ClausewatchError, firstCause } from '../core/error.ts'
import { openStore } from '../store/index.ts'
import { documentLines } from '../store/view/document.ts'
import { readIntegrity } from '../store/view/integrity.ts'
import { systemClock } from './clock.ts'
import { type AuditReport, auditFolder } from './evidence/index.ts'
import { readSettings } from './settings.ts'

export const EXAMINED = ['program', 'settings', 'folder', 'disk', 'database', 'documents', 'archive'] as const
export type Examined = (typeof EXAMINED)[number]

export type Finding = {
  readonly what: Examined
  readonly state: 'well' | 'notable' | 'wrong'
  readonly says: string
  /** What to do; null where nothing is. */
  readonly remedy: string | null
}

export type DoctorOptions = {
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  /** Leaves the reading of every snapshot to `audit`. */
  readonly quick: boolean
  readonly onProgress: (done: number, of: number) => void
}

const GIB = 1024 ** 3
/** Below this the next import may not fit; below a tenth of it the next capture may not. */
const LITTLE_ROOM = GIB

const PROBLEM_REMEDIES: Readonly<Record<AuditReport['problems'][number]['kind'], string>> = {
  'entry-changed': 'restore from a backup with `clausewatch restore`',
  'entry-malformed': 'restore from a backup with `clausewatch restore`',
  'reading-dangling': 'restore from a backup with `clausewatch restore`',
  'reading-differs': 'report it: the same bytes have to give the same text',
  'checkpoint-invalid': 'put the log’s own key back, or name the right one with `clausewatch audit --key`',
  'log-differs': 'restore from a backup, or open a successor log with `clausewatch restore`',
  'tiles-differ': 'restore from a backup, or open a successor log with `clausewatch restore`',
  'snapshot-lost': 'put the file back from a backup; every other snapshot is still good',
  'text-lost': 'put the file back from a backup, or read again with `clausewatch reprocess`',
  'snapshot-damaged': 'put the file back from a backup; every other snapshot is still good',
  'register-damaged': 'restore from a backup with `clausewatch restore`',
}

/** Never fails on what it examines: what cannot be examined is a finding. */
export async function* examine(options: DoctorOptions): AsyncGenerator<Finding> {
  yield well('program', `Node ${process.versions.node} on ${process.platform} ${process.arch}`)
  yield* guarded('settings', () => examineSettings(options.env))
  if (!existsSync(options.folder)) {
    yield wrong('folder', `there is no ${options.folder}`, 'name the archive’s folder with --data')
    return
  }
  yield* guarded('folder', () => examineFolder(options.folder))
  yield* guarded('disk', () => examineDisk(options.folder))
  yield* guarded('database', () => examineDatabase(options.folder))
  yield* guarded('documents', () => examineDocuments(options.folder))
  if (!options.quick) yield* guarded('archive', () => examineArchive(options))
}

async function* guarded(what: Examined, findings: () => AsyncGenerator<Finding>): AsyncGenerator<Finding> {
  try {
    yield* findings()
  } catch (thrown) {
    const cause = firstCause(thrown)
    if (!(cause instanceof ClausewatchError)) throw cause
    yield wrong(what, cause.message, cause.remedy)
  }
}

async function* examineSettings(env: NodeJS.ProcessEnv): AsyncGenerator<Finding> {
  const { contact, browser, withoutBrowser, model } = readSettings(env)
  if (contact === '')
    yield notable(
      'settings',
      'sites that are followed cannot tell whom to write to',
      'set CLAUSEWATCH_CONTACT to the address of a page or of mail',
    )
  if (browser === null) yield notable('settings', `pages that need scripts cannot be read: ${withoutBrowser}`, null)
  else yield well('settings', `pages that need scripts are opened with ${browser}`)
  if (model) yield well('settings', `notes are written by ${model.name} at ${new URL(model.url).host}`)
}

async function* examineFolder(folder: string): AsyncGenerator<Finding> {
  const isWritable = await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  yield isWritable
    ? well('folder', `${folder} can be read and written`)
    : wrong('folder', `${folder} cannot be written`, 'give the user that runs Clausewatch the right to write there')
}

async function* examineDisk(folder: string): AsyncGenerator<Finding> {
  const { bavail, bsize } = await statfs(folder)
  const room = bavail * bsize
  const says = `${(room / GIB).toFixed(1)} GiB are free where ${folder} lies`
  if (room > LITTLE_ROOM) yield well('disk', says)
  else if (room > LITTLE_ROOM / 10) yield notable('disk', says, 'make room before the next import')
  else yield wrong('disk', says, 'make room: the next capture may not fit')
}

async function* examineDatabase(folder: string): AsyncGenerator<Finding> {
  await using store = await openStore(folder, { readOnly: true })
  const { damage, dangling, applied } = await readIntegrity(store.db)
  const again = 'move clausewatch.sqlite away and run `clausewatch up`: it is made again from the archive'
  for (const line of damage) yield wrong('database', line, again)
  for (const table of dangling) yield wrong('database', `rows of ${table} name others that are not there`, again)
  if (damage.length + dangling.length === 0) yield well('database', `sound; holds the rows of ${applied} entries`)
}

async function* examineDocuments(folder: string): AsyncGenerator<Finding> {
  await using store = await openStore(folder, { readOnly: true })
  const lines = await documentLines(store.db)
  const followed = lines.filter(({ health }) => health.followed)
  const failing = followed.filter(({ health }) => health.failures > 0)
  const now = toMoment(systemClock.now())
  const future = lines.filter(({ health }) => health.lastAttemptAt !== null && health.lastAttemptAt > now)
  if (future.length > 0)
    yield wrong(
      'documents',
      `${future.length} documents were captured later than this machine’s clock says it is (${now})`,
      'set the clock right: what is checked now would stand before what was seen',
    )
  if (failing.length > 0)
    yield notable(
      'documents',
      `${failing.length} of ${followed.length} followed documents are failing`,
      'see why with `clausewatch status --failing`',
    )
  else yield well('documents', `${lines.length} known, ${followed.length} followed, none failing`)
}

async function* examineArchive({ folder, onProgress }: DoctorOptions): AsyncGenerator<Finding> {
  const { problems, entries, snapshots } = await auditFolder(folder, { onProgress })
  for (const { kind, subject, detail } of problems)
    yield wrong('archive', `${kind} ${subject}: ${detail}`, PROBLEM_REMEDIES[kind])
  if (problems.length === 0)
    yield well(
      'archive',
      `${entries.count} entries and ${snapshots.verified} snapshots were read again, and are what the log says`,
    )
}

const well = (what: Examined, says: string): Finding => ({ what, state: 'well', says, remedy: null })
const notable = (what: Examined, says: string, remedy: string | null): Finding => ({
  what,
  state: 'notable',
  says,
  remedy,
})
const wrong = (what: Examined, says: string, remedy: string): Finding => ({ what, state: 'wrong', says, remedy })
