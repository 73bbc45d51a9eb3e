/** A real browser for tests: the one that is set or installed, otherwise the one that the development packages bring. */
import packagedChromium from '@sparticuz/chromium'
import { findBrowser } from '../src/stages/1-capture/index.ts'

/** Null where none can be had (the packaged one is for Linux on x64); tests that need one say so and are skipped. */
export async function findTestBrowser(): Promise<string | null> {
  const installed = findBrowser(process.env.CLAUSEWATCH_BROWSER ?? null)
  if (installed) return installed
  const isPackaged = process.platform === 'linux' && process.arch === 'x64'
  return isPackaged ? packagedChromium.executablePath() : null
}
