/** The door of `net`: the one guarded way out of the machine, for the program itself and for its browser. */
export type { HostAddress } from './guard.ts'
export { createHttpClient, type HttpLimits } from './http-client.ts'
export { type GuardedProxy, openGuardedProxy } from './proxy.ts'
