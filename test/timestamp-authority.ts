/** A timestamp authority (RFC 3161) on loopback: `openssl ts` with a root of its own, behind a small server. */
import { execFileSync, spawnSync } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { encodeRequest } from '../src/stages/2-archive/timestamp/request-timestamp.ts'

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0

const CONFIG = `
[tsa]
default_tsa = one
[one]
dir = .
serial = serial
signer_cert = SIGNER.pem
certs = ca.pem
signer_key = SIGNER.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = ESS
[tsa_ext]
basicConstraints = CA:FALSE
extendedKeyUsage = critical,timeStamping
[web_ext]
basicConstraints = CA:FALSE
extendedKeyUsage = serverAuth
[ca_ext]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
`

/** A real authority: `openssl ts` behind a small server. The path says which signer answers, and how. */
export class Authority {
  readonly room: string
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const [, signer = 'rsa', ess = 'sha256'] = (request.url ?? '').split('/')
      if (signer === 'down') return response.writeHead(503).end()
      if (signer === 'odd') return response.end('not a timestamp')
      const query = signer === 'replay' ? encodeRequest(Buffer.alloc(32, 1), Buffer.of(1)) : Buffer.concat(chunks)
      response.end(this.reply(signer === 'replay' ? 'rsa' : signer, ess, query))
    })
  })

  constructor(room: string) {
    this.room = room
  }

  async start(): Promise<string> {
    const run = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: this.room, stdio: 'pipe' })
    await writeFile(join(this.room, 'tsa.cnf'), CONFIG)
    await writeFile(join(this.room, 'serial'), '01\n')
    run(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-subj',
      '/CN=Test Root',
      '-days',
      '30',
      '-config',
      'tsa.cnf',
      '-extensions',
      'ca_ext',
    )
    for (const [name, key, extensions, days] of [
      ['rsa', ['-newkey', 'rsa:2048'], 'tsa_ext', '20'],
      ['ec', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], 'tsa_ext', '20'],
    ] as const) {
      run(
        'req',
        ...key,
        '-nodes',
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.csr`,
        '-subj',
        `/CN=Test TSA ${name}`,
        '-config',
        'tsa.cnf',
      )
      run(
        'x509',
        '-req',
        '-in',
        `${name}.csr`,
        '-CA',
        'ca.pem',
        '-CAkey',
        'ca.key',
        '-CAcreateserial',
        '-days',
        days,
        '-out',
        `${name}.pem`,
        '-extfile',
        'tsa.cnf',
        '-extensions',
        extensions,
      )
    }
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  reply(signer: string, ess: string, query: Buffer): Buffer {
    const config = CONFIG.replaceAll('SIGNER', signer).replace('ESS', ess)
    execFileSync('bash', ['-c', 'cat > q.tsq'], { cwd: this.room, input: query })
    execFileSync('bash', ['-c', 'cat > reply.cnf'], {
      cwd: this.room,
      input: `[req]\ndistinguished_name=dn\n[dn]\n${config}`,
    })
    execFileSync(
      'openssl',
      ['ts', '-reply', '-queryfile', 'q.tsq', '-out', 'r.tsr', '-config', 'reply.cnf', '-section', 'one'],
      {
        cwd: this.room,
        stdio: 'pipe',
      },
    )
    return execFileSync('cat', ['r.tsr'], { cwd: this.room })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve))
    await rm(this.room, { recursive: true, force: true })
  }
}
