import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { serveHttp, serveRaw } from '../../test/loopback.ts'
import { type GuardedProxy, openGuardedProxy, type ProxyOptions } from './proxy.ts'

const ENTRY = 'http://site.example/'

async function open(options: ProxyOptions, entryUrl = ENTRY): Promise<GuardedProxy> {
  const proxy = await openGuardedProxy(options, entryUrl)
  if (proxy.kind === 'refused') throw new Error(proxy.reason)
  return proxy
}

/** Says these lines to the proxy and gives back all that it answers until it ends the connection. */
async function say(proxy: GuardedProxy, ...lines: string[]): Promise<string> {
  const socket = await dial(proxy)
  socket.write(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  return text(socket)
}

async function dial(proxy: GuardedProxy): Promise<Socket> {
  const socket = connect(Number(new URL(proxy.address).port), '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

describe('the proxy', () => {
  test('passes a request on to the judged address, and the answer back', async () => {
    await using site = await serveHttp((request, response) => {
      response.setHeader('x-seen', JSON.stringify(request.headers)).end(`${request.url} at ${request.headers.host}`)
    })
    await using proxy = await open({ hostAddresses: new Map([['site.example', site]]) })
    const answer = await say(
      proxy,
      'GET http://site.example/a?b HTTP/1.1',
      'Host: other.example',
      'Proxy-Authorization: Basic secret',
      'Connection: close',
    )
    expect(answer).toMatch(/^HTTP\/1.1 200 OK/)
    expect(answer).toContain('/a?b at site.example')
    expect(answer).not.toContain('secret')
    expect(proxy.incidents).toEqual([])
  })

  test('opens a tunnel to the judged address', async () => {
    await using site = await serveRaw((socket, bytes) => socket.end(`got ${bytes}`))
    await using proxy = await open({ hostAddresses: new Map([['site.example', site]]) })
    const socket = await dial(proxy)
    socket.write('CONNECT site.example:443 HTTP/1.1\r\nHost: site.example:443\r\n\r\n')
    const [first] = (await once(socket, 'data')) as [Buffer]
    expect(first.toString()).toBe('HTTP/1.1 200 Connection Established\r\n\r\n')
    socket.write('hello')
    expect(await text(socket)).toBe('got hello')
  })

  test.each([
    ['GET http://10.0.0.5/ HTTP/1.1', '10.0.0.5', 'is 10.0.0.5, a private address'],
    ['GET http://0x7f.1:8080/ HTTP/1.1', '127.0.0.1', 'a loopback address'],
    ['GET http://a:b@site.example/ HTTP/1.1', 'site.example', 'credentials'],
    ['GET ftp://site.example/ HTTP/1.1', 'site.example', 'not http: or https:'],
    ['GET /status HTTP/1.1', '/status', 'does not begin with http://'],
    ['CONNECT 127.0.0.1:443 HTTP/1.1', '127.0.0.1', 'a loopback address'],
    ['CONNECT [::1]:443 HTTP/1.1', '::1', 'a loopback address'],
    ['CONNECT [fe80::1]:443 HTTP/1.1', 'fe80::1', 'a link-local address'],
    ['CONNECT localhost:443 HTTP/1.1', 'localhost', 'never public sites'],
    ['CONNECT www.clausewatch.org:22 HTTP/1.1', 'www.clausewatch.org', 'has the port 22'],
    ['CONNECT inside.clausewatch.org:443 HTTP/1.1', 'inside.clausewatch.org', 'resolves to 192.168.0.9, a private'],
  ])('%s is refused without a word to the browser, and written down', async (line, host, why) => {
    await using site = await serveHttp((_, response) => response.end())
    const lookup = async () => [{ address: '192.168.0.9', family: 4 }]
    await using proxy = await open({ lookup, hostAddresses: new Map([['site.example', site]]) })
    expect(await say(proxy, line, 'Host: x')).toBe('')
    expect(proxy.incidents).toEqual([
      { kind: 'refused-by-guard', host, reason: expect.stringContaining(why), retry: false },
    ])
    expect(site.connections()).toBe(0)
  })

  test('gives an allowed private host to a capture that is allowed itself, and to no public page', async () => {
    await using service = await serveHttp((_, response) => response.end('inside'))
    const options = {
      allowPrivateHosts: ['localhost'],
      lookup: async () => [{ address: '127.0.0.1', family: 4 }],
    }
    const request = [`GET http://localhost:${service.port}/ HTTP/1.1`, 'Host: x', 'Connection: close']
    await using own = await open(options, `http://localhost:${service.port}/terms`)
    expect(await say(own, ...request)).toContain('inside')
    await using foreign = await open(options, 'https://www.clausewatch.org/terms')
    expect(await say(foreign, ...request)).toBe('')
    expect(foreign.incidents).toMatchObject([{ reason: expect.stringContaining('to which a public page redirects') }])
    expect(service.connections()).toBe(1)
  })

  test('looks a name up once for the judgement and the connection, and again for the next one', async () => {
    await using site = await serveHttp((_, response) => response.end('inside'))
    const answers = ['127.0.0.1', '169.254.169.254', '169.254.169.254']
    let asked = 0
    const name = 'rebind.clausewatch.org'
    const options = {
      allowPrivateHosts: [name],
      lookup: async () => [{ address: answers[asked++]!, family: 4 }],
    }
    await using proxy = await open(options, `http://${name}:${site.port}/`)
    const lines = [`GET http://${name}:${site.port}/ HTTP/1.1`, 'Host: x', 'Connection: close']
    expect(await say(proxy, ...lines)).toContain('inside')
    expect(asked).toBe(1)
    expect(await say(proxy, ...lines)).toBe('')
    expect(await say(proxy, `CONNECT ${name}:443 HTTP/1.1`, 'Host: x')).toBe('')
    const refusal = {
      kind: 'refused-by-guard',
      host: name,
      reason: expect.stringContaining('address of cloud metadata'),
    }
    expect(proxy.incidents).toMatchObject([refusal, refusal])
    expect(site.connections()).toBe(1)
  })

  test('cuts a capture off that receives too much, over all its connections', async () => {
    await using site = await serveHttp((_, response) => response.end('x'.repeat(40_000)))
    await using proxy = await open({ maxBytes: 100_000, hostAddresses: new Map([['site.example', site]]) })
    const request = ['GET http://site.example/ HTTP/1.1', 'Host: x', 'Connection: close']
    const sizes: number[] = []
    for (let round = 0; round < 4; round += 1) sizes.push((await say(proxy, ...request)).length)
    expect(sizes[1]).toBeGreaterThan(40_000)
    expect(sizes[3]).toBeLessThan(40_000)
    expect(proxy.incidents).toEqual([
      { kind: 'too-large', host: 'site.example', reason: 'the page loads more than 100000 bytes', retry: false },
    ])
  })

  test('says why a host could not be reached', async () => {
    const gone = await serveHttp(() => {})
    await gone[Symbol.asyncDispose]()
    await using proxy = await open({ hostAddresses: new Map([['site.example', gone]]) })
    expect(await say(proxy, 'GET http://site.example/ HTTP/1.1', 'Host: x')).toBe('')
    expect(await say(proxy, 'CONNECT site.example:443 HTTP/1.1', 'Host: x')).toBe('')
    expect(proxy.incidents).toMatchObject([
      { kind: 'unreachable', reason: 'refused the connection (ECONNREFUSED)', retry: true },
      { kind: 'unreachable', reason: 'refused the connection (ECONNREFUSED)', retry: true },
    ])
  })

  test('outlives what is no request, and answers that cannot be passed on', async () => {
    await using site = await serveRaw((socket) => socket.end('HTTP/1.1 200 \x01\x7f\r\nx: \x80\xff\r\n\r\nbody'))
    await using proxy = await open({ hostAddresses: new Map([['site.example', site]]) })
    for (const line of [
      'nonsense',
      'GET',
      'CONNECT HTTP/1.1',
      'CONNECT : HTTP/1.1',
      'GET http://site.example/\x01 HTTP/1.1',
    ]) {
      await say(proxy, line, 'Host: x')
    }
    await say(proxy, 'GET http://site.example/ HTTP/1.1', 'Host: x', 'Connection: close')
    await say(proxy, 'GET http://site.example/ HTTP/1.1', 'Host: x', 'Upgrade: websocket', 'Connection: upgrade')
    expect(await say(proxy, 'GET http://10.0.0.5/ HTTP/1.1', 'Host: x')).toBe('')
  })

  test('is not opened for an address that is refused', async () => {
    expect(await openGuardedProxy({}, 'http://127.0.0.1/')).toEqual({
      kind: 'refused',
      reason: 'is 127.0.0.1, a loopback address',
    })
  })

  test('ends every connection when it is closed', async () => {
    await using site = await serveRaw(() => {})
    const proxy = await open({ hostAddresses: new Map([['site.example', site]]) })
    const socket = await dial(proxy)
    socket.write('CONNECT site.example:443 HTTP/1.1\r\nHost: x\r\n\r\n')
    await once(socket, 'data')
    await Promise.all([once(socket, 'close'), proxy[Symbol.asyncDispose]()])
  })
})
