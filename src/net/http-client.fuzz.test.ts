import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SMALL_LIMITS } from '../../test/ask.ts'
import { serveRaw } from '../../test/loopback.ts'
import { createHttpClient } from './http-client.ts'

const GOOD: readonly string[] = [
  'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 11\r\n\r\nhello world',
  'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n',
  'HTTP/1.1 302 Found\r\nlocation: http://10.0.0.5/\r\ncontent-length: 0\r\n\r\n',
  'HTTP/1.0 200 OK\r\ncontent-encoding: gzip\r\n\r\n\x1f\x8b\x08\x00',
  'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 304 Not Modified\r\netag: "a"\r\n\r\n',
]

const mutated = fc
  .tuple(
    fc.constantFrom(...GOOD),
    fc.array(fc.tuple(fc.nat(120), fc.nat(6), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 5 }),
  )
  .map(([text, edits]) =>
    edits.reduce((now, [at, length, insert]) => now.slice(0, at) + insert + now.slice(at + length), text),
  )

test('whatever a server says, the answer is one of the four, within the time limit', async () => {
  let said = ''
  await using server = await serveRaw((socket) => socket.end(Buffer.from(said, 'latin1')))
  await using client = createHttpClient({
    userAgent: 'Test/1',
    limits: SMALL_LIMITS,
    hostAddresses: new Map([['site.example', server]]),
  })
  await fc.assert(
    fc.asyncProperty(mutated, async (text) => {
      said = text
      const startedAt = performance.now()
      const answer = await client.request({ url: 'http://site.example/' })
      expect(['received', 'refused-by-guard', 'too-large', 'unreachable']).toContain(answer.kind)
      expect(performance.now() - startedAt).toBeLessThan(SMALL_LIMITS.timeoutMs + 4000)
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 500) },
  )
})
