/** Signs a WACZ as a whole, where the operator has a key for that: what other programs of web archives check. */
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { ClausewatchError } from '../../../core/error.ts'
import type { SignedData } from '../verify/package-signature.ts'

/** OpenSSL's name of P-384, the one curve that those programs read. */
const CURVE = 'secp384r1'

export type PackageSigner = {
  readonly privateKey: KeyObject
  /** RFC 3339, UTC. */
  readonly signedAt: string
  readonly software: string
  readonly version: string
}

/** @throws ClausewatchError `wacz-key-unreadable` */
export function readPackageKey(pem: string, file: string): KeyObject {
  let cause: unknown
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyDetails?.namedCurve === CURVE) return key
  } catch (error) {
    cause = error
  }
  throw new ClausewatchError(
    'wacz-key-unreadable',
    `${file} holds no private key on the curve P-384 that can be read.`,
    `Make one with: openssl ecparam -name ${CURVE} -genkey -noout -out ${file}`,
    { cause },
  )
}

/** `hash`: of `datapackage.json`, as `datapackage-digest.json` has it. */
export function signPackage({ privateKey, signedAt, software, version }: PackageSigner, hash: string): SignedData {
  const signature = sign('sha256', Buffer.from(hash), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return {
    hash,
    created: signedAt,
    software,
    version,
    signature: signature.toString('base64'),
    publicKey: publicKey.toString('base64'),
  }
}
