import type { Socket } from 'node:net'
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ask, textOf } from '../../test/ask.ts'
import { serveHttp, serveRaw } from '../../test/loopback.ts'

describe('an honest server', () => {
  test('gives status, headers by lower-case name, and the decoded body', async () => {
    await using server = await serveHttp((request, response) => {
      response.setHeader('X-Twice', ['a', 'b'])
      response.setHeader('Content-Encoding', 'br')
      response.end(brotliCompressSync(`for ${request.headers.host} to ${request.headers['user-agent']}`))
    })
    const answer = await ask(server, { url: 'http://site.example/x?y#z' })
    expect(answer).toMatchObject({
      kind: 'received',
      status: 200,
      headers: { 'x-twice': 'a, b', 'content-encoding': 'br' },
      finalUrl: 'http://site.example/x?y#z',
    })
    expect(textOf(answer)).toBe('for site.example to Test/1')
  })

  test.each([204, 304, 403, 404, 500, 503])('status %i is an answer, not a failure', async (status) => {
    await using server = await serveHttp((_, response) => response.writeHead(status).end())
    expect(await ask(server)).toMatchObject({ kind: 'received', status })
  })

  test('gets the body of a POST', async () => {
    await using server = await serveHttp((request, response) => request.pipe(response))
    expect(textOf(await ask(server, { method: 'POST', body: '{"a":1}' }))).toBe('{"a":1}')
  })

  test('an answer to HEAD may announce what it does not send', async () => {
    await using server = await serveHttp((_, response) => response.setHeader('content-length', 999_999).end())
    expect(await ask(server, { method: 'HEAD' })).toMatchObject({ kind: 'received', status: 200 })
  })
})

describe.concurrent('a server that lies or breaks', () => {
  const send = (text: string, after: (socket: Socket) => void = (socket) => socket.end()) =>
    serveRaw((socket) => {
      socket.write(text, 'latin1', () => after(socket))
    })
  const drip = (head: string, piece: string, everyMs: number) =>
    serveRaw((socket) => {
      socket.write(head)
      const timer = setInterval(() => socket.write(piece), everyMs)
      socket.once('close', () => clearInterval(timer))
    })
  const stay = () => {}

  test('announces more than it sends', async () => {
    await using server = await send('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nshort')
    expect(await ask(server)).toMatchObject({ kind: 'unreachable', retry: true })
  })

  test('announces less than it sends: no more than announced is taken', async () => {
    await using server = await send('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nshort and more')
    expect(textOf(await ask(server))).toBe('short')
  })

  test('announces two lengths', async () => {
    await using server = await send('HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 9\r\n\r\nshort and')
    expect(await ask(server)).toMatchObject({ kind: 'unreachable', cause: 'protocol' })
  })

  test.each(['-1', '5x', '99999999999999999999999'])('announces the length %s', async (length) => {
    await using server = await send(`HTTP/1.1 200 OK\r\ncontent-length: ${length}\r\n\r\nshort`)
    expect((await ask(server)).kind).not.toBe('received')
  })

  test('announces more than the limit: nothing is read', async () => {
    await using server = await send('HTTP/1.1 200 OK\r\ncontent-length: 200000\r\n\r\n', stay)
    expect(await ask(server)).toMatchObject({
      kind: 'too-large',
      limitBytes: 100_000,
      reason: 'announces 200000 bytes, over the limit of 100000 bytes',
    })
  })

  test('breaks its chunks', async () => {
    const head = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'
    for (const chunks of ['zz\r\nhello\r\n', '5\r\nhello world\r\n', 'ffffffffffffffffff\r\nx\r\n', '5\r\nhel']) {
      await using server = await send(head + chunks)
      expect((await ask(server)).kind, chunks).toBe('unreachable')
    }
  })

  test.each(['SSH-2.0-OpenSSH_9.6\r\n', '\0\0\0\0', '<html>no headers</html>', 'HTTP/1.1 abc\r\n\r\n'])(
    'does not speak HTTP: %j',
    async (text) => {
      await using server = await send(text)
      expect(await ask(server)).toMatchObject({ kind: 'unreachable', cause: 'protocol', retry: false })
    },
  )

  test('takes the connection and says nothing', async () => {
    await using server = await serveRaw(stay)
    const answer = await ask(server)
    expect(answer).toMatchObject({ kind: 'unreachable', cause: 'timeout', retry: true })
    expect(answer.tookMs).toBeLessThan(8000)
  })

  test('closes without a word, or its half of the connection', async () => {
    for (const after of [(socket: Socket) => socket.destroy(), (socket: Socket) => socket.end()]) {
      await using server = await serveRaw(after)
      expect(await ask(server)).toMatchObject({ kind: 'unreachable', cause: 'connection', retry: true })
    }
  })

  test('resets in the middle of the body', async () => {
    await using server = await send('HTTP/1.1 200 OK\r\n\r\nhalf', (socket) => socket.resetAndDestroy())
    expect(await ask(server)).toMatchObject({ kind: 'unreachable', cause: 'connection' })
  })

  test('drips its headers, a byte at a time', async () => {
    await using server = await drip('HTTP/1.1 200 OK\r\nx: ', 'a', 50)
    const answer = await ask(server)
    expect(answer).toMatchObject({ kind: 'unreachable', cause: 'timeout' })
    expect(answer.tookMs).toBeLessThan(8000)
  })

  test('drips its body: the time of the whole request ends it', async () => {
    await using server = await drip('HTTP/1.1 200 OK\r\n\r\n', 'a', 50)
    const answer = await ask(server)
    expect(answer).toMatchObject({ kind: 'unreachable', cause: 'timeout', reason: 'took longer than 4 s' })
    expect(answer.tookMs).toBeLessThan(8000)
  })

  test('stops in the middle', async () => {
    await using server = await send('HTTP/1.1 200 OK\r\n\r\nhalf', stay)
    const answer = await ask(server)
    expect(answer).toMatchObject({ kind: 'unreachable', cause: 'timeout' })
    expect(answer.tookMs).toBeLessThan(8000)
  })

  test('sends headers without end', async () => {
    await using server = await drip('HTTP/1.1 200 OK\r\n', `x-${'a'.repeat(500)}: ${'b'.repeat(500)}\r\n`, 1)
    expect(await ask(server)).toMatchObject({ kind: 'too-large', reason: 'sends headers of more than 8192 bytes' })
  })

  test('says "continue" without end', async () => {
    await using server = await drip('', 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n', 20)
    const answer = await ask(server)
    expect(answer).toMatchObject({ kind: 'unreachable' })
    expect(answer.tookMs).toBeLessThan(8000)
  })

  test('sends a body without end', async () => {
    await using server = await drip('HTTP/1.1 200 OK\r\n\r\n', 'x'.repeat(20_000), 5)
    expect(await ask(server)).toMatchObject({ kind: 'too-large', reason: 'sends more than the limit of 100000 bytes' })
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('sends a bomb (%s)', async (name, encode) => {
    const bomb = encode(Buffer.alloc(8 * 1024 * 1024))
    await using server = await serveHttp((_, response) => response.setHeader('content-encoding', name).end(bomb))
    expect(await ask(server)).toMatchObject({
      kind: 'too-large',
      reason: 'unpacks to more than the limit of 100000 bytes',
    })
  })

  test('says gzip and sends text', async () => {
    await using server = await serveHttp((_, response) => response.setHeader('content-encoding', 'gzip').end('text'))
    expect(await ask(server)).toMatchObject({ kind: 'unreachable', cause: 'encoding', retry: false })
  })

  test('is not there', async () => {
    const server = await serveHttp(stay)
    await server[Symbol.asyncDispose]()
    expect(await ask(server)).toMatchObject({ kind: 'unreachable', cause: 'connection', retry: true })
  })

  test('speaks no TLS', async () => {
    await using server = await serveHttp((_, response) => response.end())
    expect(await ask(server, { url: 'https://site.example/' })).toMatchObject({ kind: 'unreachable', cause: 'tls' })
  })
})

describe('the caller', () => {
  test('can stop a request', async () => {
    await using server = await serveRaw(() => {})
    const answer = await ask(server, { signal: AbortSignal.timeout(50) })
    expect(answer).toMatchObject({ kind: 'unreachable', cause: 'aborted' })
    expect(answer.tookMs).toBeLessThan(1900)
  })

  test('that was stopped before opens no connection', async () => {
    await using server = await serveRaw(() => {})
    expect(await ask(server, { signal: AbortSignal.abort() })).toMatchObject({ cause: 'aborted' })
    expect(server.connections()).toBe(0)
  })

  test('whose header is no header gets an answer, too', async () => {
    await using server = await serveRaw(() => {})
    expect(await ask(server, { headers: { 'x-bad': 'a\r\nhost: b' } })).toMatchObject({
      kind: 'unreachable',
      cause: 'request',
    })
  })
})
