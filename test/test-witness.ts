/** A witness of logs, as C2SP tlog-cosignature has it. */
import { generateKeyPairSync, hash, type KeyObject, sign } from 'node:crypto'
import { parseCheckpoint } from '../src/stages/2-archive/verify/checkpoint.ts'

export class TestWitness {
  readonly name = 'witness.example/w1'
  readonly #privateKey: KeyObject = generateKeyPairSync('ed25519').privateKey

  get key(): string {
    return `${this.name}+${this.#keyId().toString('hex')}+${this.#material().toString('base64')}`
  }

  line(checkpoint: string, seconds: number): string {
    const { text } = parseCheckpoint(checkpoint)!.note
    const time = Buffer.alloc(8)
    time.writeBigUInt64BE(BigInt(seconds))
    const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), this.#privateKey)
    return `— ${this.name} ${Buffer.concat([this.#keyId(), time, signature]).toString('base64')}`
  }

  #material(): Buffer {
    return Buffer.concat([Buffer.of(4), Buffer.from(this.#privateKey.export({ format: 'jwk' }).x!, 'base64url')])
  }

  #keyId(): Buffer {
    return hash('sha256', Buffer.concat([Buffer.from(`${this.name}\n`), this.#material()]), 'buffer').subarray(0, 4)
  }
}
