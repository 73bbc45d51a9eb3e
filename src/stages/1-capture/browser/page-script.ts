/** Runs a script inside a page. It is text: nothing of this program is in scope there, and the page may have broken all it uses. */
import type { Page } from 'playwright-core'

/**
 * What the script gives; the fallback where the page itself made it fail. Rejects where the page moved on, was closed or
 * crashed: then there is nothing to fall back on.
 */
export async function runInPage<T>(page: Page, script: string, fallback: () => T | Promise<T>): Promise<T> {
  try {
    return await page.evaluate<T>(script)
  } catch (error) {
    if (!(error instanceof Error) || isPageGone(error)) throw error
    return fallback()
  }
}

/** The page is another one now: reading can begin anew there. Playwright has no code for this, only these words. */
export function hasMovedOn(error: unknown): boolean {
  return error instanceof Error && error.message.includes('because of a navigation')
}

function isPageGone(error: Error): boolean {
  return hasMovedOn(error) || /closed|crashed|detached|destroyed/i.test(error.message)
}
