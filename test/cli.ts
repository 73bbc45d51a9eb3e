/** The built program as people run it: `node dist/main.js`. `npm test` builds it first. */
import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '..')
/** Checkpoints of archives that tests make stay out of the home of who runs them. */
const STATE = { XDG_STATE_HOME: path.join(tmpdir(), 'clausewatch-test-state') }
export const MAIN = path.join(ROOT, 'dist', 'main.js')

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

export type RunOptions = {
  readonly stdin?: string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Another Node than the one that runs the tests. */
  readonly node?: string
}

export function runCli(args: readonly string[], { stdin = '', cwd, env, node }: RunOptions = {}): Promise<Ran> {
  return finished(
    spawn(node ?? process.execPath, [MAIN, ...args], { cwd, env: { ...process.env, ...STATE, NO_COLOR: '1', ...env } }),
    stdin,
  )
}

/** Through a shell, for pipes and limits. `$MAIN` starts the program. */
export function runShell(script: string, cwd?: string): Promise<Ran> {
  const env = { ...process.env, ...STATE, MAIN: `"${process.execPath}" "${MAIN}"` }
  return finished(spawn('bash', ['-c', script], { cwd, env }), '')
}

/** Starts the program and waits until it has printed what is waited for. */
export async function startCli(args: readonly string[], waitFor: RegExp, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...STATE, ...env } })
  const done = finished(child, '')
  const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>()
  let out = ''
  child.stdout.on('data', (chunk: string) => {
    out += chunk
    const match = waitFor.exec(out)
    if (match) resolve(match)
  })
  void done.then(({ code, err }) => reject(new Error(`ended with ${code} before it was there: ${err}`)))
  return { match: await promise, child, done }
}

function finished(child: ChildProcess, stdin: string): Promise<Ran> {
  let out = ''
  let err = ''
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk
  })
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk
  })
  // A program that ended early does not read what is left.
  child.stdin!.on('error', () => undefined)
  child.stdin!.end(stdin)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}
