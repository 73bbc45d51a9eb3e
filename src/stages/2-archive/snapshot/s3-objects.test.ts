import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveHttp } from '../../../../test/loopback.ts'
import { type ServedS3, serveS3 } from '../../../../test/s3-server.ts'
import { createHttpClient } from '../../../net/index.ts'
import { openS3Objects } from './s3-objects.ts'

let s3: ServedS3
beforeAll(async () => {
  s3 = await serveS3()
})
afterAll(() => s3[Symbol.asyncDispose]())

describe('objects in a bucket', () => {
  test('are put, got and listed under their prefix, whatever their keys and sizes', async () => {
    await using objects = await s3.objects({ prefix: 'one' })
    const keys = ['a b/ü!(1)', 'empty', 'large']
    expect(await objects.get('large')).toBeNull()
    await objects.put(keys[0]!, Buffer.from('hello'))
    await objects.put(keys[1]!, new Uint8Array())
    // Above 2 MB the client asks first whether it may go on, which HTTP clients seldom can.
    await objects.put(keys[2]!, Buffer.alloc(3_000_000, 7))
    expect(Buffer.from((await objects.get(keys[0]!))!).toString()).toBe('hello')
    expect(await objects.get(keys[1]!)).toHaveLength(0)
    expect(await objects.get(keys[2]!)).toHaveLength(3_000_000)
    expect(await Array.fromAsync(objects.list('l'))).toEqual([{ key: 'large', sizeBytes: 3_000_000 }])
    await using others = await s3.objects({ prefix: 'two' })
    expect(await Array.fromAsync(others.list(''))).toEqual([])
  })

  test('are listed beyond the first thousand', async () => {
    await using objects = await s3.objects({ prefix: 'many' })
    for (let i = 0; i < 1_050; i += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, n) => objects.put(`k/${i + n}`, Buffer.from('x'))))
    }
    const keys = await Array.fromAsync(objects.list('k/'), ({ key }) => key)
    expect(new Set(keys).size).toBe(1_050)
  })

  test('of a bucket that is not there are refused, with what the store said', async () => {
    await using objects = await s3.objects({ bucket: 'nowhere' })
    await expect(objects.get('x')).rejects.toMatchObject({
      code: 'object-store-refused',
      retry: false,
      message: expect.stringContaining('NoSuchBucket'),
    })
  })

  test('are not asked for where the operator has not said so', async () => {
    await using objects = await openS3Objects(s3.place, createHttpClient({ userAgent: 'test' }))
    await expect(objects.get('x')).rejects.toMatchObject({
      code: 'object-store-refused',
      message: expect.stringContaining('loopback'),
    })
  })
})

describe('a store that fails for a while', () => {
  test('is asked again', async () => {
    let asked = 0
    await using server = await serveHttp((_request, response) => {
      response.statusCode = ++asked < 3 ? 503 : 200
      response.end('kept')
    })
    await using objects = await objectsAt(server.port)
    expect(Buffer.from((await objects.get('x'))!).toString()).toBe('kept')
    expect(asked).toBe(3)
  })

  test('and longer than that is said to be unreachable', async () => {
    await using server = await serveHttp((_request, response) => {
      response.statusCode = 503
      response.end()
    })
    await using objects = await objectsAt(server.port)
    await expect(objects.get('x')).rejects.toMatchObject({ code: 'object-store-unreachable', retry: true, fatal: true })
  })
})

test('requests arrive as they were signed', async () => {
  const wrong: string[] = []
  await using server = await serveHttp(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>))
    if (!isSigned(request, body)) wrong.push(`${request.method} ${request.url}`)
    response.end(request.url?.includes('prefix=') ? '<ListBucketResult/>' : body)
  })
  await using objects = await objectsAt(server.port)
  await objects.put('snapshots/ü (1)!.zst', Buffer.from('bytes'))
  await objects.get('snapshots/ü (1)!.zst')
  await Array.fromAsync(objects.list("a b'*/"))
  expect(wrong).toEqual([])
})

function objectsAt(port: number) {
  const http = createHttpClient({ userAgent: 'test', allowPrivateHosts: ['127.0.0.1'] })
  return openS3Objects({ ...s3.place, endpoint: `http://127.0.0.1:${port}` }, http)
}

/** Signature Version 4 as Amazon's documentation of it says, made again from what came over the wire. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const { headers, method, url = '' } = request
  const [, scope, signed, signature] =
    /Credential=[^/]+\/(\S+), ?SignedHeaders=(\S+), ?Signature=(\w+)/.exec(headers.authorization ?? '') ?? []
  if (!scope || !signed || headers['x-amz-content-sha256'] !== sha256(body)) return false
  const [path, query = ''] = url.split('?')
  const lines = signed.split(';').map((name) => `${name}:${headers[name]}\n`)
  const canonical = [
    method,
    path,
    query.split('&').filter(Boolean).sort().join('&'),
    lines.join(''),
    signed,
    sha256(body),
  ].join('\n')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const key = scope.split('/').reduce<Buffer>((secret, part) => hmac(secret, part), Buffer.from('AWS4S3RVER'))
  return hmac(key, text).toString('hex') === signature
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
