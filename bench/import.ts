/**
 * `node bench/import.ts [DATA]`: imports the corpus with the comparison of all consecutive versions, imports it again,
 * and lists all rows. Prints seconds, peak memory and ratios, to the targets and to a yardstick measured in the same
 * run on the same machine: reading and hashing every blob of the repository.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openGitRepository } from '../src/service/import/git-repository.ts'

const TARGETS = { importSeconds: 60, againSeconds: 3, listSeconds: 2, peakMebibytes: 1024 }
const root = path.resolve(import.meta.dirname, '..')
const bundle = path.resolve(root, '..', 'shared', 'corpus', 'genai-contrib-versions.bundle')

if (!existsSync(bundle)) {
  console.log('skipped: the corpus is not beside this checkout')
  process.exit(0)
}
const USAGE_HOOK = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs'
   process.on('exit', () => {
     const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
     writeSync(1, '\\0usage ' + maxRSS / 1024 + ' ' + (userCPUTime + systemCPUTime) / 1e6 + '\\n')
   })`,
)}`
const scratch = mkdtempSync(path.join(tmpdir(), 'clausewatch-bench-'))
try {
  const repository = path.join(scratch, 'repository.git')
  spawnSync('git', ['clone', '--quiet', '--bare', bundle, repository], { stdio: 'inherit' })
  const yardstick = await measureReading(repository)
  const data = process.argv[2] ?? path.join(scratch, 'data')
  const first = run('import', 'ota', repository, '--data', data, '--json')
  const again = run('import', 'ota', repository, '--data', data, '--json')
  const list = run('changes', '--all', '--jsonl', '--data', data)
  const rows = list.output.split('\n').filter(Boolean).length
  const line = (what: string, seconds: number, target: number) =>
    console.log(
      `${what.padEnd(28)} ${seconds.toFixed(2).padStart(7)} s   ${(seconds / target).toFixed(2)} of the target (${target} s)   ${(seconds / yardstick).toFixed(1)} × the yardstick`,
    )
  console.log(`yardstick: every blob read and hashed in ${yardstick.toFixed(2)} s; ${rows} rows`)
  line('import', first.seconds, TARGETS.importSeconds)
  line('import again', again.seconds, TARGETS.againSeconds)
  line('changes --all', list.seconds, TARGETS.listSeconds)
  // Its second phase, where it is wished at once: provisions and facts of every version.
  const analysis = run('import', 'ota', repository, '--data', data, '--analyse', '--json')
  console.log(
    `analysis of ${JSON.parse(analysis.output).analysed} versions: ${analysis.seconds.toFixed(1)} s, ${analysis.processorSeconds.toFixed(1)} s of processor time, peak ${analysis.peakMebibytes.toFixed(0)} MiB`,
  )
  console.log(
    `${'peak memory of the import'.padEnd(28)} ${first.peakMebibytes.toFixed(0).padStart(5)} MiB  ${(first.peakMebibytes / TARGETS.peakMebibytes).toFixed(2)} of the target (${TARGETS.peakMebibytes} MiB)`,
  )
  console.log(`processor time of the import: ${first.processorSeconds.toFixed(1)} s`)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function measureReading(location: string): Promise<number> {
  const startedAt = performance.now()
  await using repository = await openGitRepository(location)
  for await (const commit of repository.commits()) {
    for (const { blob } of commit.files)
      if (blob)
        createHash('sha256')
          .update(await repository.readBlob(blob))
          .digest()
  }
  return (performance.now() - startedAt) / 1000
}

/** The program as users run it, with a hook that prints peak memory and processor time when it ends. */
function run(...args: string[]): { seconds: number; output: string; peakMebibytes: number; processorSeconds: number } {
  const startedAt = performance.now()
  const done = spawnSync(process.execPath, ['--import', USAGE_HOOK, path.join(root, 'dist', 'main.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const seconds = (performance.now() - startedAt) / 1000
  if (done.status !== 0) throw new Error(`clausewatch ${args[0]} ended with ${done.status}`)
  const usage = /\0usage (\S+) (\S+)\n$/.exec(done.stdout)!
  return {
    seconds,
    output: done.stdout.slice(0, usage.index),
    peakMebibytes: Number(usage[1]),
    processorSeconds: Number(usage[2]),
  }
}
