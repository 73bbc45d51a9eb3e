import { rm } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { writePdf } from '../../../test/corpus/extract/write-pdf.ts'
import {
  DAY_MS,
  followSite,
  policyPage,
  rowsOf,
  tablesOf,
  termsWith,
  withoutRowIds,
} from '../../../test/followed-site.ts'
import type { ExtractInput } from '../../core/reading.ts'
import { extract } from '../../stages/3-extract/index.ts'
import { openReader } from './index.ts'

const input = (html: string): ExtractInput => ({
  bytes: new TextEncoder().encode(html),
  mediaType: 'text/html; charset=utf-8',
  url: 'https://legal.larkspur.example/terms',
  declared: { platform: 'Larkspur Chat', title: 'Terms of Service', type: 'terms-of-service' },
})
const TERMS_PAGE = policyPage('Terms of Service', termsWith())
const pdfOf = (pages: number): Uint8Array =>
  writePdf(
    Array.from({ length: pages }, () =>
      Array.from({ length: 50 }, (_, i) => ({ text: `${i}. You agree to these terms.`, x: 60, y: 60 + i * 14 })),
    ),
  )
/** Takes seconds to read on any machine. */
const HUGE_PAGE = policyPage(
  'Terms of Service',
  termsWith(),
  '<ul><li>Item <b>of</b> the list.</li></ul>'.repeat(300_000),
)

describe('the reading thread', () => {
  it('reads as the stage itself does', async () => {
    await using reader = openReader()
    expect(await reader.read(input(TERMS_PAGE))).toEqual(await extract(input(TERMS_PAGE)))
  })

  it('is ended by a page that takes too long, which is then unreadable, and reads the next one', async () => {
    await using reader = openReader({ timeMs: 300 })
    const [huge, next] = await Promise.all([reader.read(input(HUGE_PAGE)), reader.read(input('<p>Hello.</p>'))])
    expect(huge).toMatchObject({ verdict: 'unreadable', reason: 'reading took longer than 0.3 s and was ended' })
    expect(huge.text.blocks).toEqual([])
    expect(next.text.blocks).toHaveLength(1)
  })

  it('is ended by a page that takes too much memory, and reads the next one', async () => {
    await using reader = openReader({ memoryMb: 40 })
    expect(await reader.read(input(HUGE_PAGE))).toMatchObject({
      verdict: 'unreadable',
      reason: 'reading took more than 40 MB of memory and was ended',
    })
    expect((await reader.read(input(TERMS_PAGE))).verdict).toBe('policy')
  })

  it('reads PDF as the stage itself does, and is ended by one that takes too long', async () => {
    await using reader = openReader()
    const small = { ...input(''), bytes: pdfOf(2), mediaType: 'application/pdf' }
    const reading = await reader.read(small)
    expect(reading).toEqual(await extract(small))
    expect(reading.text.blocks.length).toBeGreaterThan(10)
    await using hasty = openReader({ timeMs: 250 })
    const long = { ...small, bytes: pdfOf(400) }
    expect(await hasty.read(long)).toMatchObject({ verdict: 'unreadable', reason: expect.stringContaining('0.25 s') })
  })

  it('does not give away the bytes that it is asked about', async () => {
    await using reader = openReader()
    const asked = input(TERMS_PAGE)
    await reader.read(asked)
    expect(asked.bytes.length).toBeGreaterThan(1000)
  })
})

describe('a page that cannot be read within its limits', () => {
  it('is a gap: the version on display stays, and a start anew says the same without reading it again', async () => {
    await using reader = openReader({ timeMs: 300 })
    await using site = await followSite(undefined, { reader })
    const pipeline = await site.open()
    site.pages.set('/terms', TERMS_PAGE)
    expect(await site.check(pipeline)).toMatchObject({ verdict: 'policy', newVersion: true })
    site.pages.set('/terms', HUGE_PAGE)
    site.advance(DAY_MS)
    expect(await site.check(pipeline)).toMatchObject({
      outcome: 'received',
      verdict: 'unreadable',
      reason: 'reading took longer than 0.3 s and was ended',
      newVersion: false,
      changes: [],
    })
    site.pages.set('/terms', TERMS_PAGE)
    site.advance(DAY_MS)
    expect(await site.check(pipeline)).toMatchObject({ verdict: 'policy', newVersion: false, changes: [] })
    expect(rowsOf(site.folder, 'version')).toHaveLength(1)
    expect(rowsOf(site.folder, 'span')).toHaveLength(2)
    const before = tablesOf(site.folder)
    await pipeline[Symbol.asyncDispose]()
    for (const ending of ['', '-wal', '-shm'])
      await rm(path.join(site.folder, `clausewatch.sqlite${ending}`), { force: true })
    // This machine has all the time that the page needs.
    await using patient = openReader()
    await using elsewhere = await followSite(undefined, { reader: patient })
    await elsewhere.open(site.folder)
    expect(withoutRowIds(tablesOf(site.folder))).toEqual(withoutRowIds(before))
  })
})
