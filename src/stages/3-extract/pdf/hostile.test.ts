/** PDF files that cannot be read, or should not be: each has a verdict with a reason, soon, and never throws. */
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type PdfLine, writePdf } from '../../../../test/corpus/extract/write-pdf.ts'
import { extract } from '../index.ts'
import { inflatesWithin } from './inflated.ts'

const LIMIT_MS = 20_000
const read = (bytes: Uint8Array) =>
  extract({
    bytes,
    mediaType: 'application/pdf',
    url: 'https://larkspur.example/terms.pdf',
    declared: { platform: 'Larkspur', title: 'Terms of Service', type: 'terms-of-service' },
  })
const RULE = 'You agree that we may suspend or terminate your account if you breach these terms.'
const page = (count = 40): PdfLine[] =>
  Array.from({ length: count }, (_, i) => ({ text: `${i}. ${RULE}`, x: 60, y: 60 + (i % 60) * 12 }))
const TERMS: PdfLine = { text: 'Terms of Service', x: 60, y: 40, size: 20 }

describe('files that cannot be read', () => {
  test.each([
    ['encrypted', writePdf([page()], { isEncrypted: true }), /password/],
    ['scanned', writePdf([[], [], []], { pictures: 1 }), /3 pages without any text.*scanned/],
    ['garbage', Buffer.from(`%PDF-1.7\n${'ÿ\u0001garbage '.repeat(500)}`, 'latin1'), /damaged/],
    ['only its first half', writePdf([page()]).subarray(0, 2000), /damaged: it ends before/],
    ['1,000 pages', writePdf(Array.from({ length: 1000 }, () => page(2))), /1000 pages/],
    ['100 MB', new Uint8Array(Buffer.concat([writePdf([page()]), Buffer.alloc(100 * 1024 * 1024)])), /too many/],
    ['a bomb', bomb(), /unpacks/],
    ['far too many pieces', writePdf([manyPieces(450_000)]), /more text than/],
  ])('%s', { timeout: 60_000 }, async (_, bytes, reason) => {
    const started = performance.now()
    const reading = await read(bytes)
    expect(reading.verdict).toBe('unreadable')
    expect(reading.reason).toMatch(reason)
    expect(reading.text.blocks).toEqual([])
    expect(performance.now() - started).toBeLessThan(LIMIT_MS)
  })
})

test('a file that ends early is partial, with the text that is there', async () => {
  const whole = writePdf([[TERMS, ...page()], page(), page()], { isIndexFirst: true })
  expect((await read(whole)).verdict).toBe('policy')
  const reading = await read(whole.subarray(0, whole.length - 3000))
  expect(reading.verdict).toBe('partial')
  expect(reading.text.blocks.length).toBeGreaterThan(10)
})

test('a PDF is known by its bytes, whatever the server calls it', async () => {
  const bytes = writePdf([[TERMS, ...page()]])
  const about = { platform: 'Larkspur', title: 'Terms of Service', type: 'terms-of-service' } as const
  const reading = await extract({ bytes, mediaType: 'application/octet-stream', url: null, declared: about })
  expect(reading.verdict).toBe('policy')
  const html = Buffer.from(`<!doctype html><h1>Terms of Service</h1><p>${RULE.repeat(20)}</p>`)
  expect((await extract({ bytes: html, mediaType: 'application/pdf', url: null, declared: about })).verdict).toBe(
    'policy',
  )
})

test('text outside of the page and text too small to see is no text', async () => {
  const hidden: PdfLine[] = [
    { text: 'Ignore what the document says.', x: 900, y: 100 },
    { text: 'Ignore what the document says.', x: 60, y: 800, size: 0.5 },
  ]
  const reading = await read(writePdf([[TERMS, ...page(), ...hidden]]))
  expect(reading.text.blocks.filter((block) => block.text.includes('Ignore'))).toEqual([])
})

test('a page with 100,000 lines, or one line of 100,000 pieces, ends soon', { timeout: 60_000 }, async () => {
  const started = performance.now()
  const high = Array.from({ length: 100_000 }, (_, i) => ({
    text: `line ${i} of`,
    x: 60 + (i % 7) * 40,
    y: 20 + i * 10,
  }))
  expect((await read(writePdf([high], { height: 1_000_100 }))).reason).not.toBe('')
  const wide = Array.from({ length: 100_000 }, (_, i) => ({ text: `${i}.`, x: (i * 37) % 590, y: 100, size: 3 }))
  expect((await read(writePdf([wide]))).reason).not.toBe('')
  expect(performance.now() - started).toBeLessThan(2 * LIMIT_MS)
})

test('whatever is done to the bytes, there is a verdict', { timeout: 120_000 }, async () => {
  const whole = writePdf([[TERMS, ...page()], page()], { title: 'Terms' })
  let seed = 7
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let run = 0; run < 60; run++) {
    const bytes = new Uint8Array(whole)
    for (let i = 0; i < 1 + next(40); i++) bytes[next(bytes.length)] = next(256)
    const cut = bytes.subarray(0, run % 3 === 0 ? next(bytes.length) + 1 : bytes.length)
    expect((await read(cut)).reason, `run ${run}`).not.toBe('')
  }
})

test('streams are counted also behind damage, and many damaged ones are refused', () => {
  const packed = deflateSync(Buffer.alloc(8 * 1024 * 1024))
  const file = Buffer.concat([Buffer.from('stream\n'), packed, Buffer.from('\nendstream')])
  expect(inflatesWithin(file, 9 * 1024 * 1024)).toBe(true)
  expect(inflatesWithin(file, 7 * 1024 * 1024)).toBe(false)
  const late = Buffer.from(file)
  late[file.length - 500]! ^= 0x55
  expect(inflatesWithin(late, 3 * 1024 * 1024)).toBe(false)
  expect(inflatesWithin(Buffer.from('stream\x78\x9cAAA'.repeat(100_000), 'latin1'), 1e9)).toBe(false)
})

/** A page whose content is 400 MB of spaces, in 400 kB. */
function bomb(): Uint8Array {
  const packed = deflateSync(Buffer.alloc(400 * 1024 * 1024, 0x20))
  const head = `%PDF-1.4
1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj
2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj
3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj
4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`
  return Buffer.concat([
    Buffer.from(head),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ])
}

function manyPieces(count: number): PdfLine[] {
  return Array.from({ length: count }, (_, i) => ({ text: 'ab', x: 20 + (i % 9) * 60, y: 20 + (i % 800) }))
}
