/** Servers on loopback for tests: one that speaks HTTP properly, and one that says exactly what it is told to. */
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import type { HostAddress } from '../src/net/index.ts'

export type Loopback = HostAddress & AsyncDisposable & { readonly connections: () => number }

export function serveHttp(listener: RequestListener): Promise<Loopback> {
  return listen(createHttpServer(listener))
}

/** `talk` gets each connection once its request has come. */
export function serveRaw(talk: (socket: Socket, request: string) => void): Promise<Loopback> {
  return listen(
    createServer((socket) => {
      socket.on('error', () => socket.destroy())
      socket.once('data', (bytes) => talk(socket, bytes.toString('latin1')))
    }),
  )
}

async function listen(server: Server): Promise<Loopback> {
  const open = new Set<Socket>()
  let count = 0
  server.on('connection', (socket: Socket) => {
    count += 1
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    connections: () => count,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
