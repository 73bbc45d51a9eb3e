/** The door of `net`: the one guarded way out of the machine, and the guard itself. */
export { type AddressCheck, checkAddress } from './address.ts'
export { type Allowances, checkUrl, createGuard, type Guard, type HostAddress, type Lookup } from './guard.ts'
export { createHttpClient, DEFAULT_LIMITS, type HttpClientOptions, type HttpLimits } from './http-client.ts'
export { type GuardedProxy, type Incident, openGuardedProxy, type ProxyOptions } from './proxy.ts'
