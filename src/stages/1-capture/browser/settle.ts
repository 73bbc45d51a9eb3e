/** Waits until a page has said what it has to say: loaded, scrolled through once, and quiet. Each step has its limit. */
import type { Page } from 'playwright-core'
import { runInPage } from './page-script.ts'
import type { Traffic } from './traffic.ts'

export type SettleLimits = {
  readonly loadMs: number
  readonly quietMs: number
  readonly scrollSteps: number
  readonly stableMs: number
}

/** Scripts that answer an answer with another request do so sooner. */
const IDLE_MS = 500

const SCROLL_ON = `(() => {
  window.scrollBy({ top: window.innerHeight, behavior: 'instant' })
  return window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2
})()`
const SCROLL_BACK = `window.scrollTo({ top: 0, behavior: 'instant' })`
const TEXT_LENGTH = `document.documentElement.textContent.length`

/**
 * A page that never gets quiet (polling, video) is taken as it is after its limits. Nothing in the DOM is touched:
 * scrolling is what a reader does, collapsed sections are in the DOM anyway and stage 3 opens them there.
 */
export async function settle(page: Page, traffic: Traffic, limits: SettleLimits): Promise<void> {
  await within(page.waitForLoadState('load', { timeout: limits.loadMs }))
  await waitUntilQuiet(page, traffic, limits.quietMs)
  await scrollThrough(page, limits.scrollSteps)
  await waitUntilQuiet(page, traffic, limits.quietMs)
  await waitUntilStable(page, limits.stableMs)
}

async function waitUntilQuiet(page: Page, traffic: Traffic, quietMs: number): Promise<void> {
  const deadline = performance.now() + quietMs
  while (performance.now() < deadline && traffic.idleMs() < IDLE_MS) await page.waitForTimeout(50)
}

async function scrollThrough(page: Page, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    const isAtEnd = await runInPage(page, SCROLL_ON, () => true)
    await page.waitForTimeout(60)
    if (isAtEnd) break
  }
  await runInPage(page, SCROLL_BACK, () => undefined)
}

/** The amount of text is the same twice in a row: scripts that fill the page late have done so. */
async function waitUntilStable(page: Page, stableMs: number): Promise<void> {
  const deadline = performance.now() + stableMs
  let last = -1
  while (performance.now() < deadline) {
    const length = await runInPage(page, TEXT_LENGTH, () => last)
    if (length === last) return
    last = length
    await page.waitForTimeout(250)
  }
}

/** A limit that is reached is the expected end of a step; anything else (page closed, navigated away) goes on up. */
async function within(step: Promise<void>): Promise<void> {
  try {
    await step
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error
  }
}
