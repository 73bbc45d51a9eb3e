/**
 * A foreign git repository as a stream: its commits with the files that each touched, oldest first along first
 * parents, and blobs through one `git cat-file --batch`. Nothing of it is held in memory at once.
 */
import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { ClausewatchError } from '../../core/error.ts'

const run = promisify(execFile)
const RECORD = '\x1e'
const FIELD = '\x1f'

export type TouchedFile = {
  readonly status: 'added' | 'modified' | 'deleted' | 'renamed'
  readonly path: string
  /** Where it was before a rename. */
  readonly previousPath: string | null
  /** Name of the blob; null when deleted. */
  readonly blob: string | null
}
export type Commit = {
  readonly hash: string
  readonly authoredAt: string
  readonly message: string
  readonly files: readonly TouchedFile[]
}

export type GitRepository = AsyncDisposable & {
  /** The name people know it by: its folder or bundle without ending. */
  readonly name: string
  /** The first commit: the same for every clone, wherever it lies. */
  readonly rootCommit: string
  readonly head: string
  countCommits(): Promise<number>
  /** Commits after `after`, or all of them. @throws ClausewatchError `repository-unreadable` when `after` is no ancestor. */
  commits(after?: string): AsyncIterable<Commit>
  readBlob(blob: string): Promise<Uint8Array>
  /** Files of the newest commit below a folder. */
  filesBelow(folder: string): Promise<readonly { readonly path: string; readonly blob: string }[]>
}

/** @throws ClausewatchError `path-missing`, `repository-none`, `git-missing`, `repository-unreadable`. */
export async function openGitRepository(given: string): Promise<GitRepository> {
  const location = path.resolve(given)
  if (!existsSync(location))
    throw new ClausewatchError(
      'path-missing',
      `there is nothing at ${given}`,
      'give the path of a git repository or of a git bundle',
    )
  const isBundle = statSync(location).isFile()
  const folder = isBundle ? await unbundle(location, given) : location
  const close = () => {
    if (isBundle) rmSync(folder, { recursive: true, force: true })
  }
  try {
    // Only the folder itself counts: a folder inside of some other checkout is not that repository.
    const { stdout: top } = await git(folder, ['rev-parse', '--absolute-git-dir'])
    const gitFolder = top.trim()
    if (gitFolder !== folder && gitFolder !== path.join(folder, '.git') && !existsSync(path.join(folder, '.git')))
      throw noRepository(given)
    const { stdout: head } = await git(folder, ['rev-parse', '--verify', 'HEAD'])
    const { stdout: roots } = await git(folder, ['rev-list', '--first-parent', '--max-parents=0', 'HEAD'])
    const blobs = openBlobs(folder)
    return {
      name: path.basename(location).replace(/\.(git|bundle)$/, ''),
      rootCommit: roots.trim().split('\n').at(-1)!,
      head: head.trim(),
      countCommits: async () => Number((await git(folder, ['rev-list', '--first-parent', '--count', 'HEAD'])).stdout),
      commits: (after) => readCommits(folder, after),
      readBlob: blobs.read,
      filesBelow: (below) => listFiles(folder, below),
      async [Symbol.asyncDispose]() {
        await blobs.close()
        close()
      },
    }
  } catch (cause) {
    close()
    if (cause instanceof ClausewatchError) throw cause
    throw noRepository(given, cause)
  }
}

async function unbundle(file: string, given: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'clausewatch-bundle-'))
  try {
    await git(tmpdir(), ['clone', '--quiet', '--bare', file, folder])
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true })
    if (cause instanceof ClausewatchError) throw cause
    throw noRepository(given, cause)
  }
  return folder
}

async function listFiles(folder: string, below: string): Promise<{ path: string; blob: string }[]> {
  const { stdout } = await git(folder, ['ls-tree', '-r', '-z', 'HEAD', '--', `${below}/`])
  return stdout
    .split('\0')
    .map((line) => /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line))
    .filter((match) => match !== null)
    .map(([, blob, path]) => ({ path: path!, blob: blob! }))
}

const noRepository = (given: string, cause?: unknown): ClausewatchError =>
  new ClausewatchError(
    'repository-none',
    `${given} is no git repository with a history`,
    'give a clone (bare or not) or a bundle',
    { cause },
  )

async function git(folder: string, args: readonly string[]): Promise<{ stdout: string }> {
  try {
    return await run('git', ['-C', folder, ...args], { maxBuffer: 1 << 26, env: environment() })
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'ENOENT' ? gitMissing(cause) : cause
  }
}

const gitMissing = (cause: unknown): ClausewatchError =>
  new ClausewatchError('git-missing', 'git could not be started', 'install git and run this again', {
    kind: 'environment',
    cause,
  })

/** The user's own configuration must not change what git prints, and nothing may ask for a password. */
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
})

async function* readCommits(folder: string, after?: string): AsyncIterable<Commit> {
  const child = spawn(
    'git',
    [
      ...['-C', folder, '-c', 'core.quotepath=off', '-c', 'log.showSignature=false', 'log'],
      ...[
        '--first-parent',
        '--diff-merges=first-parent',
        '--reverse',
        '--raw',
        '-M90%',
        '-z',
        '--no-abbrev',
        '--no-color',
      ],
      ...[`--format=${RECORD}%H${FIELD}%aI${FIELD}%B${FIELD}`, after ? `${after}..HEAD` : 'HEAD'],
    ],
    { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let failure = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    failure = (failure + text).slice(-2000)
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', (cause: NodeJS.ErrnoException) => reject(cause.code === 'ENOENT' ? gitMissing(cause) : cause))
    child.on('close', resolve)
  })
  let rest = ''
  try {
    for await (const chunk of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
      const records = (rest + chunk).split(RECORD)
      rest = records.pop()!
      for (const record of records) if (record) yield parseCommit(record)
    }
    const code = await ended
    if (code !== 0)
      throw new ClausewatchError(
        'repository-unreadable',
        `git could not read the history (${failure.trim().split('\n')[0] ?? `exit code ${code}`})`,
        'check the repository with `git fsck`',
        { kind: 'environment' },
      )
    if (rest) yield parseCommit(rest)
  } finally {
    child.kill()
  }
}

/** One record: header fields, then raw lines `:mode mode blob blob STATUS`, path, and for a rename a second path, each ended by NUL. */
function parseCommit(record: string): Commit {
  const [hash, authoredAt, message, raw] = record.split(FIELD)
  const files: TouchedFile[] = []
  const fields = (raw ?? '').split('\0')
  for (let i = 0; i < fields.length; i++) {
    const match = /^\n*:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([AMDRCT])\d*$/.exec(fields[i]!)
    if (!match) continue
    const [, blob, letter] = match
    const first = fields[++i]!
    if (letter === 'R' || letter === 'C') {
      const second = fields[++i]!
      files.push({
        status: letter === 'R' ? 'renamed' : 'added',
        path: second,
        previousPath: letter === 'R' ? first : null,
        blob: blob!,
      })
    } else if (letter === 'D') files.push({ status: 'deleted', path: first, previousPath: null, blob: null })
    else files.push({ status: letter === 'A' ? 'added' : 'modified', path: first, previousPath: null, blob: blob! })
  }
  return { hash: hash!, authoredAt: authoredAt!, message: message ?? '', files }
}

const stopped = (): ClausewatchError =>
  new ClausewatchError(
    'repository-unreadable',
    'git stopped while objects were read',
    'check the repository with `git fsck`',
    { kind: 'environment' },
  )

/** One long-lived `git cat-file --batch`, asked for one blob after another. */
function openBlobs(folder: string): { read(blob: string): Promise<Uint8Array>; close(): Promise<void> } {
  let child: ChildProcessWithoutNullStreams | null = null
  /** A stop from the keyboard ends git as well, perhaps before we ask for its end. */
  const ended = Promise.withResolvers<void>()
  let chunks: Buffer[] = []
  let buffered = 0
  /** Bytes that must be there before it is worth joining the chunks: joining at every one would be quadratic on a large blob. */
  let needed = 0
  const keep = (bytes: Buffer) => {
    chunks = [bytes]
    buffered = bytes.length
    needed = 0
  }
  let waiting: { resolve(bytes: Uint8Array): void; reject(cause: unknown): void; blob: string }[] = []
  const fail = (cause: unknown) => {
    for (const { reject } of waiting) reject(cause)
    waiting = []
  }
  const serve = () => {
    while (waiting.length > 0) {
      const all = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
      keep(all)
      const end = all.indexOf(10)
      if (end < 0) return
      const header = all.subarray(0, end).toString('latin1').split(' ')
      if (header[1] === 'missing') {
        const { blob, reject } = waiting.shift()!
        reject(
          new ClausewatchError(
            'repository-unreadable',
            `the repository lacks the object ${blob}`,
            'fetch it again; a shallow or partial clone does not hold the history',
            { kind: 'environment' },
          ),
        )
        keep(all.subarray(end + 1))
        continue
      }
      const size = Number(header[2])
      needed = end + 1 + size + 1
      if (all.length < needed) return
      waiting.shift()!.resolve(new Uint8Array(all.subarray(end + 1, end + 1 + size)))
      keep(all.subarray(end + 2 + size))
    }
  }
  const start = (): ChildProcessWithoutNullStreams => {
    const started = spawn('git', ['-C', folder, 'cat-file', '--batch'], { env: environment() })
    started.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      buffered += chunk.length
      if (buffered >= needed) serve()
    })
    started.on('error', fail)
    // Of a git that is gone `close` tells.
    started.stdin.on('error', () => undefined)
    started.on('close', () => {
      fail(stopped())
      ended.resolve()
    })
    return started
  }
  return {
    read: (blob) =>
      new Promise((resolve, reject) => {
        child ??= start()
        if (child.exitCode !== null || child.signalCode !== null) return reject(stopped())
        waiting.push({ resolve, reject, blob })
        child.stdin.write(`${blob}\n`)
      }),
    close: async () => {
      if (!child) return
      child.stdin.end()
      await ended.promise
    },
  }
}
