// Brings a fresh checkout to the point where it can run: installs when the lock file changed, builds when sources
// changed, finds the pinned Node 24. Plain JavaScript for Node 20, because it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const lockStamp = path.join(root, 'node_modules', '.clausewatch-lock')
const buildStamp = path.join(root, 'dist', '.sources')

/** Says one sentence on standard error and ends with a code; nobody needs a stack trace of a starter. */
export function fail(sentence, code = 1) {
  process.stderr.write(`clausewatch: ${sentence}\n`)
  process.exit(code)
}

const say = (line) => process.stderr.write(`clausewatch: ${line}\n`)
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** `npm ci` where the lock file is another one than that of the last install. */
export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  if (read(lockStamp) === lock) return
  say('installing dependencies (npm ci) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // Standard output stays clean: it may be a stage's JSON Lines.
  const done = spawnSync(npm, ['ci', '--loglevel=error', '--ignore-scripts', '--include=optional', '--include=dev'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (done.error) fail(`npm could not be started (${done.error.message}); install npm 10 or newer and run this again`)
  if (done.status !== 0)
    fail('npm ci failed (its words stand above); check that the npm registry can be reached, then run this again')
  writeFileSync(lockStamp, lock)
}

/** The pinned Node 24: this process where it is one, otherwise the platform's package. */
export function pinnedNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const require = createRequire(path.join(root, 'package.json'))
  const name = process.platform === 'win32' ? 'win' : process.platform
  for (const pack of [`node-${name}-${process.arch}`, `node-bin-${name}-${process.arch}`]) {
    try {
      const file = path.join(
        path.dirname(require.resolve(`${pack}/package.json`)),
        'bin',
        process.platform === 'win32' ? 'node.exe' : 'node',
      )
      if (existsSync(file)) return file
    } catch (cause) {
      if (cause.code !== 'MODULE_NOT_FOUND' && cause.code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw cause
    }
  }
  return fail(
    `no Node 24 for ${process.platform}-${process.arch} among the packages; install Node 24 and run this again`,
  )
}

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* sources(file)
    else if (/\.tsx?$/.test(entry.name)) yield file
  }
}

/** Compiles `src/` to `dist/` where a source, the lock file or the compiler's settings changed since the last build. */
export function build() {
  const hash = createHash('sha256')
  for (const file of [...sources(path.join(root, 'src'))].sort()) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`)
  }
  for (const file of ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'])
    hash.update(readFileSync(path.join(root, file)))
  const stamp = hash.digest('hex')
  if (read(buildStamp) === stamp) return
  say('building …')
  // Emptied first, so that a removed source leaves nothing behind.
  rmSync(path.join(root, 'dist'), { recursive: true, force: true })
  const done = spawnSync(
    pinnedNode(),
    [path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
    { cwd: root, stdio: ['ignore', 2, 2] },
  )
  if (done.status !== 0) fail("the build failed (the compiler's words stand above)")
  mkdirSync(path.dirname(buildStamp), { recursive: true })
  writeFileSync(buildStamp, stamp)
}

/** Runs a program of this checkout under the pinned Node and ends with its exit code. */
export function goOn(args, { cwd = process.cwd() } = {}) {
  const done = spawnSync(pinnedNode(), args, { cwd, stdio: 'inherit' })
  if (done.error) fail(`Node 24 could not be started: ${done.error.message}`)
  return done.status ?? 1
}
