import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { serveHttp } from '../../test/loopback.ts'
import { checkSocket, handOver } from './connector.ts'
import type { Resolved } from './guard.ts'

const judged: Resolved = {
  kind: 'resolved',
  port: 443,
  addresses: [
    { address: '93.184.215.14', family: 4 },
    { address: '2606:2800:21f::1', family: 6 },
  ],
}

test('a socket that ended up elsewhere than judged is refused, by the address that it really has', async () => {
  await using server = await serveHttp((_, response) => response.end())
  const socket = connect(server.port, server.address)
  await new Promise((resolve) => socket.once('connect', resolve))
  expect(checkSocket(socket, judged)?.reason).toBe('was connected to 127.0.0.1, not to an address that was checked')
  expect(checkSocket(socket, { ...judged, addresses: [{ address: '127.0.0.1', family: 4 }] })).toBeNull()
  socket.destroy()
})

test('a socket without a remote end is refused', () => {
  expect(
    checkSocket(
      connect({ port: 1, host: '127.0.0.1' }).on('error', () => {}),
      judged,
    )?.reason,
  ).toContain('unknown')
})

test('whatever name is looked up while connecting, only judged addresses come back', () => {
  const lookup = handOver(judged)
  lookup('evil.clausewatch.org', { all: true }, (_, addresses) => expect(addresses).toEqual(judged.addresses))
  lookup('evil.clausewatch.org', {}, (_, address, family) => expect([address, family]).toEqual(['93.184.215.14', 4]))
  expect.assertions(2)
})
