#!/usr/bin/env node
// The chores of this checkout: `build`, `test [FILTER …]`, `lint`. Each installs what it needs first.
import path from 'node:path'
import { build, fail, goOn, install, root } from './setup.mjs'

const [chore, ...rest] = process.argv.slice(2)
const tool = (...parts) => path.join(root, 'node_modules', ...parts)
const chores = {
  build: () => 0,
  test: () => goOn([tool('vitest', 'vitest.mjs'), 'run', ...rest], { cwd: root }),
  lint: () =>
    goOn([tool('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'], { cwd: root }) ||
    goOn([tool('@biomejs', 'biome', 'bin', 'biome'), 'check', ...rest], { cwd: root }) ||
    goOn([tool('knip', 'bin', 'knip.js')], { cwd: root }),
}
if (!chores[chore]) fail(`unknown chore "${chore ?? ''}"; one of ${Object.keys(chores).join(', ')}`, 2)
install()
if (chore !== 'lint') build()
process.exit(chores[chore]())
