/**
 * Opens every connection of the product: resolves the name once, lets the guard judge each address, connects to one of
 * exactly those, and looks at the open socket again. The judgement and the connection share one look-up, so an answer
 * that changes between two look-ups (rebinding) has no second look-up to change.
 */
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { buildConnector } from 'undici'
import { isSameAddress } from './address.ts'
import { type Guard, plainHost, type Resolved } from './guard.ts'

/** How a refusal travels through undici; `toAnswer` makes it a value again. */
export class GuardRefusal extends Error {
  readonly code = 'CLAUSEWATCH_GUARD'
  readonly reason: string

  constructor(reason: string) {
    super(reason)
    this.name = 'GuardRefusal'
    this.reason = reason
  }
}

/** `onBreak` hears of every open connection that ends in an error, by the host and port that were asked for. */
export function createConnector(
  guard: Guard,
  connectTimeoutMs: number,
  onBreak: (host: string, port: number) => void,
): buildConnector.connector {
  return (options, callback) => {
    const host = plainHost(options.hostname)
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80)
    guard.resolve(host, port).then(
      (resolved) => {
        if (resolved.kind === 'refused') callback(new GuardRefusal(resolved.reason), null)
        else connectTo(resolved, connectTimeoutMs, options, callback, () => onBreak(host, port))
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    )
  }
}

function connectTo(
  resolved: Resolved,
  timeout: number,
  options: buildConnector.Options,
  callback: buildConnector.Callback,
  onBreak: () => void,
): void {
  const host = plainHost(options.hostname)
  const connect = buildConnector({
    allowH2: false,
    timeout,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 250,
    lookup: handOver(resolved),
  })
  connect({ ...options, hostname: connectHost(host, resolved), port: String(resolved.port) }, (...result) => {
    const [error, socket] = result
    if (error) return callback(error, null)
    const refusal = checkSocket(socket, resolved)
    if (refusal) {
      socket.destroy()
      return callback(refusal, null)
    }
    socket.on('error', onBreak)
    callback(null, socket)
  })
}

/** The remote end must be one of the addresses that were judged, whatever lay between. */
export function checkSocket(socket: Socket, { addresses }: Resolved): GuardRefusal | null {
  const remote = socket.remoteAddress
  if (remote !== undefined && addresses.some(({ address }) => isSameAddress(address, remote))) return null
  return new GuardRefusal(`was connected to ${remote ?? 'an unknown address'}, not to an address that was checked`)
}

/** A literal is connected to without any look-up, so it must be the judged one. */
export function connectHost(host: string, { addresses }: Resolved): string {
  return isIP(host) ? addresses[0]!.address : host
}

/** A look-up that knows only the judged addresses. */
export function handOver({ addresses }: Resolved): LookupFunction {
  return (_host, options, callback) => {
    if (options.all) return callback(null, [...addresses])
    const first = addresses[0]!
    callback(null, first.address, first.family)
  }
}
