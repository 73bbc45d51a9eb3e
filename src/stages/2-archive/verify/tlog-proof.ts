/** Proofs of inclusion as text (C2SP tlog-proof): index, path, checkpoint. */
import { type Bytes, equalBytes, fromBase64, toBase64 } from './bytes.ts'
import { parseCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import { leafHashOf, rootFromInclusion } from './merkle-proof.ts'
import { isSignedBy, type VerifierKey } from './signed-note.ts'

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'
const MAX_PATH = 63

export type TlogProof = {
  readonly index: number
  readonly path: readonly Bytes[]
  readonly checkpoint: SignedCheckpoint
}

export function formatTlogProof(index: number, path: readonly Uint8Array[], checkpoint: string): string {
  return `${[FIRST_LINE, `index ${index}`, ...path.map(toBase64)].join('\n')}\n\n${checkpoint}`
}

/** Null for what is not a proof. Nothing is verified here; `extra` is passed over. */
export function parseTlogProof(text: string): TlogProof | null {
  const split = text.indexOf('\n\n')
  if (split < 0) return null
  const [first, ...lines] = text.slice(0, split).split('\n')
  if (lines[0]?.startsWith('extra ')) lines.shift()
  const index = /^index (0|[1-9]\d{0,14})$/.exec(lines.shift() ?? '')
  const path = lines.map(fromBase64)
  const checkpoint = parseCheckpoint(text.slice(split + 2))
  if (first !== FIRST_LINE || !index || !checkpoint || path.length > MAX_PATH) return null
  if (!path.every((hash) => hash?.length === 32)) return null
  return { index: Number(index[1]), path: path as Bytes[], checkpoint }
}

export type ProofVerdict = 'holds' | 'wrong-origin' | 'not-signed' | 'not-included'

/** Whether the log of this key contains the leaf. */
export async function verifyTlogProof(proof: TlogProof, leaf: Uint8Array, key: VerifierKey): Promise<ProofVerdict> {
  const { index, path, checkpoint } = proof
  if (checkpoint.origin !== key.name) return 'wrong-origin'
  if (!(await isSignedBy(checkpoint.note, key))) return 'not-signed'
  const root = await rootFromInclusion(await leafHashOf(leaf), index, checkpoint.size, path)
  return root && equalBytes(root, checkpoint.root) ? 'holds' : 'not-included'
}
