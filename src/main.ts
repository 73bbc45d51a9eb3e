#!/usr/bin/env node
/**
 * Where the program starts, and the only file that ends it. Under an older Node it goes on under the pinned one,
 * so that `node dist/main.js` works from any shell.
 */
import process from 'node:process'

const [major] = process.versions.node.split('.')
if (Number(major) >= 24) {
  const { runCli } = await import('./cli/index.ts')
  process.exitCode = await runCli(process.argv.slice(2))
} else {
  const { spawnSync } = await import('node:child_process')
  const setup = new URL('../bin/setup.mjs', import.meta.url)
  const { pinnedNode } = (await import(setup.href)) as { pinnedNode(): string }
  const done = spawnSync(pinnedNode(), process.argv.slice(1), { stdio: 'inherit' })
  process.exit(done.status ?? 1)
}
