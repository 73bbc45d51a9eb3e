/**
 * The log's key: Ed25519, made at first start, in a file of its own that no backup takes along unless asked to. It
 * signs checkpoints under the archive's origin.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject, sign } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ClausewatchError } from '../../../core/error.ts'
import { type Disk, writeFileDurably } from '../disk.ts'

const ED25519 = 1
const RAW_KEY_BYTES = 32

export type LogKey = { readonly name: string; readonly publicKey: Buffer; readonly privateKey: KeyObject }

/** The key in the file. @throws ClausewatchError `log-key-missing`, `log-key-unreadable` */
export function readLogKey(path: string, name: string): LogKey {
  if (!existsSync(path)) {
    throw new ClausewatchError(
      'log-key-missing',
      `The key that signs this archive's log is not in ${path}.`,
      'Put the key file back; if it is lost, `clausewatch restore` opens a successor log with a new key.',
      { kind: 'archive', fatal: true },
    )
  }
  try {
    const privateKey = createPrivateKey(readFileSync(path))
    if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key')
    return { name, publicKey: rawPublicKey(privateKey), privateKey }
  } catch (cause) {
    throw wrongKey(path, cause)
  }
}

export function wrongKey(path: string, cause?: unknown): ClausewatchError {
  return new ClausewatchError(
    'log-key-unreadable',
    `${path} does not hold the Ed25519 key that has signed this log.`,
    'Put the right key file back, or name it in the settings.',
    { kind: 'archive', fatal: true, cause },
  )
}

export async function makeLogKey(disk: Disk, path: string, name: string): Promise<LogKey> {
  const { privateKey } = generateKeyPairSync('ed25519')
  await mkdir(dirname(path), { recursive: true })
  await writeFileDurably(disk, path, Buffer.from(privateKey.export({ format: 'pem', type: 'pkcs8' })))
  await chmod(path, 0o600)
  return { name, publicKey: rawPublicKey(privateKey), privateKey }
}

/** `name+hex(key id)+base64(type, public key)` of C2SP signed-note. */
export function verifierKeyOf({ name, publicKey }: Pick<LogKey, 'name' | 'publicKey'>): string {
  return `${name}+${keyIdOf(name, publicKey).toString('hex')}+${Buffer.concat([Buffer.of(ED25519), publicKey]).toString('base64')}`
}

/** An Ed25519 public key as `openssl` reads it. */
export function spkiPem(publicKey: Uint8Array): string {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') }
  return createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'pem', type: 'spki' }).toString()
}

/** The text, which ends in a newline, as a signed note. */
export function signNote(text: string, key: LogKey): string {
  const signature = Buffer.concat([keyIdOf(key.name, key.publicKey), sign(null, Buffer.from(text), key.privateKey)])
  return `${text}\n— ${key.name} ${signature.toString('base64')}\n`
}

function keyIdOf(name: string, publicKey: Uint8Array): Buffer {
  const material = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey])
  return hash('sha256', material, 'buffer').subarray(0, 4)
}

function rawPublicKey(privateKey: KeyObject): Buffer {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-RAW_KEY_BYTES)
}
