import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeBody } from './decode.ts'

const text = Buffer.from('You keep the rights to what you put in. '.repeat(50))
const encoders: Readonly<Record<string, (bytes: Uint8Array) => Buffer>> = {
  gzip: gzipSync,
  'x-gzip': gzipSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
  deflate: deflateSync,
}

describe.each(Object.entries(encoders))('%s', (name, encode) => {
  test('is undone', async () => {
    const decoded = await decodeBody(encode(text), name.toUpperCase(), 10_000)
    expect(decoded).toMatchObject({ kind: 'decoded' })
    expect(decoded.kind === 'decoded' && Buffer.from(decoded.body)).toEqual(text)
  })

  test('a bomb stops at the limit', async () => {
    const bomb = encode(Buffer.alloc(24 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(200_000)
    expect(await decodeBody(bomb, name, 1024 * 1024)).toEqual({ kind: 'too-large' })
  })

  test('cut short, it is not taken for the whole', async () => {
    const encoded = encode(text)
    const decoded = await decodeBody(encoded.subarray(0, encoded.length - 5), name, 10_000)
    expect(decoded).toMatchObject({ kind: 'undecodable' })
  })

  test('a plain body that says it is encoded is refused', async () => {
    expect(await decodeBody(text, name, 10_000)).toMatchObject({
      kind: 'undecodable',
      reason: expect.stringContaining(`says it is encoded as ${name}`),
    })
  })
})

test('deflate without its wrapper, as many servers send it, is undone', async () => {
  expect(await decodeBody(deflateRawSync(text), 'deflate', 10_000)).toEqual({ kind: 'decoded', body: text })
})

test('several encodings are undone from the last to the first', async () => {
  const decoded = await decodeBody(brotliCompressSync(gzipSync(text)), 'gzip, br', 10_000)
  expect(decoded).toEqual({ kind: 'decoded', body: text })
})

test('each layer of a nested bomb has the same limit', async () => {
  const bomb = gzipSync(gzipSync(Buffer.alloc(48 * 1024 * 1024)))
  expect(await decodeBody(bomb, 'gzip, gzip', 1024 * 1024)).toEqual({ kind: 'too-large' })
})

test('more layers than anybody uses are refused unread', async () => {
  expect(await decodeBody(text, 'gzip,gzip,gzip,gzip', 10_000)).toMatchObject({ kind: 'undecodable' })
})

test.each(['', 'identity', ' , '])('%j leaves the bytes as they are', async (name) => {
  expect(await decodeBody(text, name, 10_000)).toEqual({ kind: 'decoded', body: text })
})

test.each(['compress', 'constructor', 'utf-8'])(
  'an encoding that was not asked for (%s) is said by its name',
  async (name) => {
    expect(await decodeBody(text, name, 10_000)).toMatchObject({ reason: expect.stringContaining(`"${name}"`) })
  },
)

test('an empty body needs no undoing', async () => {
  expect(await decodeBody(new Uint8Array(), 'gzip', 10)).toMatchObject({ kind: 'decoded' })
})
