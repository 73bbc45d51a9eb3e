#!/usr/bin/env node
// `clausewatch` from a checkout: installs and builds what is missing, then runs the program under the pinned Node.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import path from 'node:path'
import { build, fail, install, pinnedNode, root } from './setup.mjs'

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node ${process.versions.node} is too old; install Node 20 or newer`)
install()
build()
const child = spawn(pinnedNode(), [path.join(root, 'dist', 'main.js'), ...process.argv.slice(2)], { stdio: 'inherit' })
// Ctrl-C reaches the whole group; the program decides when it has finished, and its exit code is ours.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (cause) => fail(`Node 24 could not be started: ${cause.message}`))
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
