/** How the browser is started: nothing of it goes around the proxy, and nothing of a page stays. */
import type { Browser } from 'playwright-core'

export type LaunchOptions = {
  readonly executablePath: string
  /** Off only where the browser cannot sandbox itself: run by root, or in a container without user namespaces. */
  readonly sandbox?: boolean
}

/**
 * What Chromium could do without the proxy, and no longer does: QUIC, WebRTC over UDP, name look-ups of its own (the
 * proxy's address is a literal), pings. Playwright already turns off updates and background traffic.
 */
const FLAGS: readonly string[] = [
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--dns-prefetch-disable',
  '--no-pings',
  '--disable-gpu',
  '--disable-webgl',
  '--mute-audio',
  '--js-flags=--max-old-space-size=1024',
]

/** Rejects where the executable does not start; that is for the operator to mend, not an outcome of a page. */
export async function launchBrowser({
  executablePath,
  sandbox = process.getuid?.() !== 0,
}: LaunchOptions): Promise<Browser> {
  // Loaded only where a page needs it: the library is large.
  const { chromium } = await import('playwright-core')
  return chromium.launch({
    executablePath,
    headless: true,
    chromiumSandbox: sandbox,
    args: [...FLAGS],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}
