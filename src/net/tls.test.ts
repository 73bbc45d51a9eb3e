import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, describe, expect, test } from 'vitest'
import { createHttpClient } from './http-client.ts'

const OPENSSL = 'openssl'

/** A certificate of our own for site.example, made for this run; null where there is no openssl to make it. */
function makeCertificate(): { key: Buffer; cert: Buffer } | null {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-tls-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const asked = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=site.example']
  const named = ['-days', '2', '-addext', 'subjectAltName=DNS:site.example']
  try {
    execFileSync(OPENSSL, ['req', '-x509', ...asked, ...named, '-keyout', key, '-out', cert], { stdio: 'ignore' })
    return { key: readFileSync(key), cert: readFileSync(cert) }
  } catch {
    // No openssl on this machine: the tests below say that they were skipped.
    return null
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const certificate = makeCertificate()
const names: unknown[] = []
const server = createServer({ ...certificate }, (request, response) => {
  names.push((request.socket as unknown as { servername: unknown }).servername)
  response.end(`at ${request.headers.host}`)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())

function ask(url: string) {
  const to = { address: '127.0.0.1', port: (server.address() as AddressInfo).port }
  const hostAddresses = new Map(['site.example', 'wrong.example'].map((host) => [host, to]))
  const client = createHttpClient({ userAgent: 'Test/1', hostAddresses })
  return client.request({ url }).finally(() => client[Symbol.asyncDispose]())
}

describe.skipIf(!certificate)('a connection with TLS', () => {
  test('goes to the judged address and keeps the name of the site, also in the certificate that it wants', async () => {
    const usual = getCACertificates('default')
    setDefaultCACertificates([...usual, certificate!.cert.toString()])
    try {
      const answer = await ask('https://site.example/terms')
      expect(answer.kind === 'received' && new TextDecoder().decode(answer.body)).toBe('at site.example')
      expect(names).toEqual(['site.example'])
      expect(await ask('https://wrong.example/')).toMatchObject({
        kind: 'unreachable',
        cause: 'tls',
        reason: 'could not prove over TLS who it is (ERR_TLS_CERT_ALTNAME_INVALID)',
        retry: false,
      })
    } finally {
      setDefaultCACertificates(usual)
    }
  })

  test('with a certificate that nobody vouches for is none', async () => {
    expect(await ask('https://site.example/')).toMatchObject({ kind: 'unreachable', cause: 'tls', retry: false })
  })
})
