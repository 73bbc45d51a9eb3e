import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findBrowser } from './find-browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausewatch-browser-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a setting comes before all places, and is not looked at', () => {
  expect(findBrowser('/nowhere/chrome', { PATH: folder })).toBe('/nowhere/chrome')
})

test.skipIf(process.platform === 'win32')(
  'an executable of a known name on the search path is found, other files are not',
  () => {
    const path = join(folder, 'chromium')
    writeFileSync(path, '')
    chmodSync(path, 0o644)
    const before = findBrowser(null, { PATH: `/nowhere${delimiter}${folder}` })
    expect(before).not.toBe(path)
    chmodSync(path, 0o755)
    // An installed browser in its usual place is found first.
    expect([path, before]).toContain(findBrowser(null, { PATH: `/nowhere${delimiter}${folder}` }))
  },
)
