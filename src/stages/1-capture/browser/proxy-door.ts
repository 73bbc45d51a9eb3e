/** What a browser capture needs of a proxy; `src/net/proxy.ts` is the one that fits. */

export type Incident = {
  readonly kind: 'refused-by-guard' | 'unreachable' | 'too-large'
  readonly host: string
  readonly reason: string
  readonly retry: boolean
}

export type OpenProxy = {
  readonly kind: 'open'
  readonly address: string
  /** Grows while the page loads. */
  readonly incidents: readonly Incident[]
} & AsyncDisposable

/** Opens a guarded way out for the capture of one address, or says why that address is refused. */
export type ProxyDoor = (entryUrl: string) => Promise<OpenProxy | { readonly kind: 'refused'; readonly reason: string }>
