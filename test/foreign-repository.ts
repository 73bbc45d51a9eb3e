/** Small git repositories in the forms of other archives, made through `git fast-import`. Their texts are fictional. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type ForeignCommit = {
  readonly message: string
  /** Author's date; the order of commits is their order here. */
  readonly at: string
  /** Contents by path; null removes. */
  readonly files?: Readonly<Record<string, string | null>>
  readonly renames?: readonly (readonly [from: string, to: string])[]
}

export type RepositoryForm = 'bare' | 'clone' | 'bundle'

export type ForeignRepository = AsyncDisposable & {
  readonly location: string
  /** Names of the commits, in order. */
  readonly commits: readonly string[]
  /** Adds commits on top. Not for bundles. */
  add(commits: readonly ForeignCommit[]): void
}

export async function makeRepository(
  commits: readonly ForeignCommit[],
  form: RepositoryForm = 'bare',
): Promise<ForeignRepository> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-foreign-'))
  const bare = path.join(folder, 'larkspur-versions.git')
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] })
  git('init', '--quiet', '--bare', '--initial-branch=main', bare)
  const add = (more: readonly ForeignCommit[]): void => {
    const isFirst = !git('-C', bare, 'for-each-ref', 'refs/heads/main').trim()
    const input = more.map((commit, at) => commitCommand(commit, at === 0 && !isFirst)).join('')
    execFileSync('git', ['-C', bare, 'fast-import', '--quiet'], { input, env: ENVIRONMENT })
  }
  add(commits)
  let location = bare
  if (form === 'clone') {
    location = path.join(folder, 'larkspur-versions')
    git('clone', '--quiet', bare, location)
  } else if (form === 'bundle') {
    location = path.join(folder, 'larkspur-versions.bundle')
    git('-C', bare, 'bundle', 'create', '--quiet', location, 'HEAD', 'main')
  }
  return {
    location,
    get commits() {
      return git('-C', bare, 'rev-list', '--reverse', 'HEAD').trim().split('\n')
    },
    add,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Nothing of the machine's own configuration. */
const ENVIRONMENT = {
  PATH: process.env.PATH ?? '',
  HOME: tmpdir(),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  LC_ALL: 'C',
}

/** See `git help fast-import`. Paths are quoted in C style, because they hold spaces. */
function commitCommand({ message, at, files = {}, renames = [] }: ForeignCommit, goesOn: boolean): string {
  const seconds = Math.floor(Date.parse(at) / 1000)
  const by = `Recorder <recorder@archive.example> ${seconds} +0000`
  const changes = [
    ...renames.map(([from, to]) => `R ${quoted(from)} ${quoted(to)}\n`),
    ...Object.entries(files).map(([file, content]) =>
      content === null ? `D ${quoted(file)}\n` : `M 100644 inline ${quoted(file)}\n${data(content)}`,
    ),
  ]
  const parent = goesOn ? 'from refs/heads/main^0\n' : ''
  return `commit refs/heads/main\nauthor ${by}\ncommitter ${by}\n${data(message)}${parent}${changes.join('')}\n`
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`
const quoted = (file: string): string => `"${file.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
