/** Ends a page that grows without bound: what is small over the wire may be large unpacked, and larger as a tree. */
import type { CDPSession } from 'playwright-core'
import type { Rendering } from '../renderer.ts'

export type GrowthLimits = {
  /** Of all that the page itself received, after its encoding was undone. */
  readonly maxUnpackedBytes: number
  /** Elements, texts and comments. The largest policies have some ten thousand, and each node costs up to a kilobyte. */
  readonly maxNodes: number
}

const LOOK_MS = 500

/** Frames of other sites, which Chromium keeps in processes of their own, are bounded by time and by the wire alone. */
export async function watchGrowth(
  session: CDPSession,
  { maxUnpackedBytes, maxNodes }: GrowthLimits,
  end: (rendering: Rendering) => void,
): Promise<AsyncDisposable> {
  let sizeBytes = 0
  session.on('Network.dataReceived', ({ dataLength }) => {
    sizeBytes += dataLength
    if (sizeBytes > maxUnpackedBytes)
      end({ kind: 'too-large', reason: `unpacks to more than the limit of ${maxUnpackedBytes} bytes` })
  })
  await session.send('Network.enable')
  let isAsking = false
  const look = async () => {
    // A page that is busy answers late, and is asked one question at a time.
    if (isAsking) return
    isAsking = true
    const { nodes } = await session.send('Memory.getDOMCounters')
    isAsking = false
    if (nodes > maxNodes) end({ kind: 'too-large', reason: `has more than ${maxNodes} nodes in the browser` })
  }
  // A page that is gone has its own end.
  const timer = setInterval(() => look().catch(() => clearInterval(timer)), LOOK_MS)
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
    },
  }
}
