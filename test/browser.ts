/** A real browser for tests: the one that is set or installed, otherwise the one that the development packages bring. */
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import packagedChromium from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../src/stages/1-capture/index.ts'

const LOCK = join(tmpdir(), 'clausewatch-test-browser.lock')
const STALE_MS = 60_000

/** Null where none can be had (the packaged one is for Linux on x64); tests that need one say so and are skipped. */
export async function findTestBrowser(): Promise<string | null> {
  const installed = findBrowser(process.env.CLAUSEWATCH_BROWSER ?? null)
  if (installed) return installed
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  return unpackAlone()
}

/** That browser, started; null where no browser can be had. */
export async function launchTestBrowser(): Promise<Browser | null> {
  const executablePath = await findTestBrowser()
  if (executablePath === null) return null
  // One process for all pages ends with the first page that is closed.
  const args = packagedChromium.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote')
  for (let attempt = 1; ; attempt++) {
    try {
      return await chromium.launch({ args, executablePath, timeout: 60_000 })
    } catch (cause) {
      // On a busy machine the packaged browser now and then dies (SIGSEGV) before it has opened anything.
      if (attempt === ATTEMPTS) throw cause
    }
  }
}
const ATTEMPTS = 3

/** The package unpacks itself at first use; test files that run side by side would start a half-written file. */
async function unpackAlone(): Promise<string> {
  while (!takeLock()) await sleep(100)
  try {
    return await packagedChromium.executablePath()
  } finally {
    rmSync(LOCK, { recursive: true, force: true })
  }
}

function takeLock(): boolean {
  try {
    mkdirSync(LOCK)
    return true
  } catch {
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs
    // Whoever took it is gone without giving it back.
    return since !== undefined && Date.now() - since > STALE_MS
  }
}
