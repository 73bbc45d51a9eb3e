import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { findTestBrowser } from '../../../../test/browser.ts'
import { createBrowserKeeper } from './browser-keeper.ts'

const executablePath = await findTestBrowser()

test('an executable that is no browser is an error that says what to do', async () => {
  await using keeper = createBrowserKeeper({ executablePath: process.execPath })
  await expect(keeper.use(async () => {})).rejects.toMatchObject({ code: 'browser-not-started', kind: 'environment' })
})

describe.skipIf(!executablePath)('the browser', () => {
  const options = { executablePath: executablePath ?? '' }

  test('is one for captures that run at once, and starts again after it has died', async () => {
    await using keeper = createBrowserKeeper(options)
    const [first, second] = await Promise.all([keeper.use(async (it) => it), keeper.use(async (it) => it)])
    expect(first.browser).toBe(second.browser)
    expect(first.userAgent).toContain('HeadlessChrome/')
    await first.browser.close()
    const third = await keeper.use(async (it) => it)
    expect(third.browser).not.toBe(first.browser)
    expect(third.browser.isConnected()).toBe(true)
  })

  test('ends when nobody has used it for a while, and after many pages', async () => {
    await using idle = createBrowserKeeper(options, 20)
    const { browser } = await idle.use(async (it) => it)
    while (browser.isConnected()) await sleep(20)
    await using busy = createBrowserKeeper(options, 60_000, 2)
    const pages = [await busy.use(async (it) => it), await busy.use(async (it) => it), await busy.use(async (it) => it)]
    expect(pages[1]!.browser).toBe(pages[0]!.browser)
    expect(pages[0]!.browser.isConnected()).toBe(false)
    expect(pages[2]!.browser.isConnected()).toBe(true)
  })
})
