import { execFileSync, spawnSync } from 'node:child_process'
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WARCParser } from 'warcio'
import { canonicalJson, sha256 } from '../../../core/canonical-json.ts'
import type { Entry } from '../../../core/entry.ts'
import { type PolicyText, policyTextSha256 } from '../../../core/policy-text.ts'
import { type Archive, createEvidence, type EvidenceRequest, openArchive, verifyBundle } from '../index.ts'
import { type Files, readZip, writeZip } from '../verify/zip.ts'
import { packageFiles } from './package.ts'
import { readPackageKey } from './sign-package.ts'

const clock = { now: () => new Date('2026-03-01T09:00:00Z'), sleep: async () => {} }
const key = { platform: 'Lumenwrite', document: 'Terms of Use' }
const sentence = 'We may train our models on what you enter, unless you opt out.'

let folder: string
let archive: Archive
let version: EvidenceRequest
let bundle: Uint8Array

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-'))
  archive = await openArchive(folder, { mode: 'write', clock, origin: 'demo.invalid/evidence' })
  const before = await addCapture('<p>You keep your rights.</p>', '2026-01-01T00:00:00Z')
  const after = await addCapture(`<p>You keep your rights.</p><p>${sentence}</p>`, '2026-02-01T00:00:00Z')
  const sides = [
    { label: 'before', ...(await addReading(before, ['You keep your rights.'])) },
    { label: 'after', ...(await addReading(after, ['You keep your rights.', sentence])) },
  ] as const
  await archive.flush()
  version = { subject: { kind: 'change', id: 'CW-C-000001', ...key }, sides, quotation: sentence }
  bundle = await createEvidence(archive, version)
})
afterAll(async () => {
  await archive[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

async function addCapture(html: string, at: string): Promise<number> {
  const { sha256, sizeBytes } = await archive.putSnapshot(Buffer.from(html))
  const entry: Entry = {
    kind: 'capture',
    key,
    source: { url: 'https://lumenwrite.example/terms', position: 0 },
    outcome: 'received',
    finalUrl: 'https://lumenwrite.example/legal/terms?lang=en',
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', etag: '"a1"' },
    parts: [{ kind: 'response', sha256, sizeBytes, mediaType: 'text/html; charset=utf-8' }],
    reason: '',
    startedAt: at,
    finishedAt: at,
    acceptLanguage: 'en-US',
    userAgent: 'Clausewatch (+https://clausewatch.invalid)',
  }
  return (await archive.append([entry]))[0]!
}

async function addReading(
  read: number,
  texts: readonly string[],
): Promise<{ reading: number; policyText: Uint8Array }> {
  const text: PolicyText = {
    format: 1,
    blocks: texts.map((block) => ({
      kind: 'paragraph',
      depth: 0,
      number: null,
      headingPath: [],
      text: block,
      links: [],
    })),
  }
  const entry: Entry = {
    kind: 'reading',
    key,
    reads: [read],
    verdict: 'policy',
    reason: 'it is the document',
    policyText: policyTextSha256(text),
    stages: { extract: '1' },
    readAt: '2026-02-01T00:00:01Z',
  }
  return { reading: (await archive.append([entry]))[0]!, policyText: Buffer.from(canonicalJson(text)) }
}

function filesOf(bytes: Uint8Array): Files {
  const reading = readZip(bytes)
  if (reading.kind === 'broken') throw new Error(reading.reason)
  return reading.files
}

describe('a bundle', () => {
  test('holds, and says what is proven, by whom and as of when', async () => {
    const verdict = await verifyBundle(bundle)
    expect(verdict).toMatchObject({
      kind: 'holds',
      isKeyTrusted: false,
      checkpoint: { origin: 'demo.invalid/evidence', size: 4 },
    })
    if (verdict.kind !== 'holds') return
    expect(verdict.statements[0]).toEqual({
      by: 'demo.invalid/evidence',
      at: '2026-01-01T00:00:00Z',
      text: expect.stringContaining('These bytes were received from https://lumenwrite.example/legal/terms?lang=en'),
    })
    expect(verdict.statements.map(({ text }) => text).join('\n')).toContain('The quotation stands word for word')
  })

  test('is the same bytes for the same request', async () => {
    expect(Buffer.from(await createEvidence(archive, version)).equals(Buffer.from(bundle))).toBe(true)
  })

  test('is verified in well under a second', async () => {
    const started = performance.now()
    await verifyBundle(bundle)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('of another key than the one trusted does not hold', async () => {
    const trusted = archive.log.verifierKey()!
    expect(await verifyBundle(bundle, { trustedKeys: [trusted] })).toMatchObject({ kind: 'holds', isKeyTrusted: true })
    expect(await verifyBundle(bundle, { trustedKeys: ['other+00000000+AA=='] })).toMatchObject({
      kind: 'broken',
      part: 'evidence/verifier-key',
    })
  })

  test('cannot be made for a quotation that is not there to hold', async () => {
    const request = { ...version, quotation: 'We never train on what you enter.' }
    expect(await verifyBundle(await createEvidence(archive, request))).toMatchObject({
      kind: 'broken',
      reason: expect.stringContaining('quotation'),
    })
  })

  test('of an import says that another archive states it, and no more', async () => {
    const { sha256, sizeBytes } = await archive.putSnapshot(Buffer.from('# Terms\n\nOld.'))
    const foreign = {
      archive: 'Example Archive',
      repository: 'https://git.example/versions',
      commit: 'a'.repeat(40),
      path: 'Lumenwrite/Terms of Use.md',
      recordedAt: '2024-05-05T05:05:05Z',
      snapshots: [],
      technical: false,
    }
    const part = { kind: 'supplied', sha256, sizeBytes, mediaType: 'text/markdown' } as const
    const [position] = await archive.append([
      { kind: 'import', key, foreign, part, importedAt: '2026-02-02T00:00:00Z' },
    ])
    const side = { label: 'version', ...(await addReading(position!, ['Old.'])) } as const
    await archive.flush()
    const request = { subject: { kind: 'version', id: 'CW-V-000009', ...key }, sides: [side] } as const
    const verdict = await verifyBundle(await createEvidence(archive, request))
    expect(verdict.kind).toBe('holds')
    expect(JSON.stringify(verdict)).toContain('That the page was seen is not proven.')
    expect(new TextDecoder().decode(filesOf(await createEvidence(archive, request)).get('README.md'))).toContain(
      'does not prove that this archive saw the page',
    )
  })
})

describe('a bundle of a record whose bytes were withdrawn', () => {
  test('still proves the entry and its hash, and says that the bytes are gone', async () => {
    const read = await addCapture('<p>Private.</p>', '2026-02-03T00:00:00Z')
    const { reading } = await addReading(read, ['Private.'])
    const capture = await archive.entryAt(read)
    if (capture.kind !== 'capture') throw new Error('no capture')
    await archive.withdraw([capture.parts[0]!.sha256], 'personal data')
    await archive.flush()
    const subject = { kind: 'version', id: 'CW-V-000010', ...key } as const
    const withdrawn = await createEvidence(archive, {
      subject,
      sides: [{ label: 'version', reading, policyText: null }],
    })
    const verdict = await verifyBundle(withdrawn)
    expect(verdict.kind).toBe('holds')
    expect(JSON.stringify(verdict)).toContain('no longer held; their hash is')
    expect(Buffer.from(withdrawn).includes('Private.')).toBe(false)
  })
})

describe('a bundle that is signed as a whole', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'secp384r1' })
  const signer = { privateKey, signedAt: '2026-03-02T00:00:00Z', software: 'Clausewatch', version: '1.2.3' }
  let signed: Uint8Array
  beforeAll(async () => {
    signed = await createEvidence(archive, { ...version, signer })
  })
  const digestOf = (bytes: Uint8Array) =>
    JSON.parse(Buffer.from(filesOf(bytes).get('datapackage-digest.json')!).toString()) as {
      hash: string
      signedData: Record<string, string>
    }

  test('holds, and says with which key', async () => {
    const verdict = await verifyBundle(signed)
    expect(verdict.kind).toBe('holds')
    const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
    expect(verdict.kind === 'holds' && verdict.statements.at(-1)).toMatchObject({
      by: expect.stringContaining(sha256(der)),
      text: expect.stringContaining('2026-03-02T00:00:00Z'),
    })
  })

  test('has the form that other programs of web archives check', () => {
    const { hash, signedData } = digestOf(signed)
    expect(Object.keys(signedData)).toEqual(['hash', 'created', 'software', 'version', 'signature', 'publicKey'])
    expect(signedData.hash).toBe(hash)
    const publicKey = createPublicKey({
      key: Buffer.from(signedData.publicKey!, 'base64'),
      format: 'der',
      type: 'spki',
    })
    const signature = Buffer.from(signedData.signature!, 'base64')
    expect(verify('sha256', Buffer.from(hash), { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
  })

  test('differs from one that is not in its digest file alone', async () => {
    const [plain, other] = [filesOf(await createEvidence(archive, version)), filesOf(signed)]
    for (const [name, bytes] of plain)
      expect(Buffer.from(other.get(name)!).equals(bytes), name).toBe(name !== 'datapackage-digest.json')
  })

  test('does not hold with any byte of its digest file changed, or under another key', async () => {
    const region = regionsOf(signed).find(({ name }) => name === 'datapackage-digest.json')!
    for (let at = region.start; at < region.end; at++) {
      const flipped = signed.slice()
      flipped[at]! ^= 1 << (at % 8)
      expect(await verifyBundle(flipped), `byte ${at - region.start}`).toMatchObject({
        kind: 'broken',
        part: 'datapackage-digest.json',
      })
    }
    const stranger = createPublicKey(generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).privateKey)
    const digest = digestOf(signed)
    digest.signedData.publicKey = stranger.export({ format: 'der', type: 'spki' }).toString('base64')
    const files = new Map(filesOf(signed)).set(
      'datapackage-digest.json',
      Buffer.from(`${JSON.stringify(digest, null, 2)}\n`),
    )
    expect(await verifyBundle(writeZip(files))).toMatchObject({ kind: 'broken', reason: 'its signature does not hold' })
  })

  test('is not made with a key of another curve, or with none', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey
    const pem = other.export({ format: 'pem', type: 'pkcs8' }).toString()
    for (const text of [pem, 'no key']) {
      expect(() => readPackageKey(text, 'key.pem')).toThrow(/P-384/)
    }
  })
})

describe('damage', () => {
  test('of any byte is noticed, and located in the file that it is in', async () => {
    const regions = regionsOf(bundle)
    const step = Number(process.env.FLIP_STEP ?? 11)
    for (let at = 0; at < bundle.length; at += step) {
      const flipped = bundle.slice()
      flipped[at]! ^= 1 << (at % 8)
      const verdict = await verifyBundle(flipped)
      expect(verdict.kind, `byte ${at}`).toBe('broken')
      const file = regions.find(({ start, end }) => at >= start && at < end)?.name
      if (verdict.kind === 'broken' && file) expect(verdict.part, `byte ${at}`).toBe(file)
    }
  })

  test('at the end or the beginning is noticed', async () => {
    for (const bytes of [bundle.slice(1), bundle.slice(0, -1), new Uint8Array(), new Uint8Array([...bundle, 0])]) {
      expect(await verifyBundle(bytes)).toMatchObject({ kind: 'broken', part: 'ZIP' })
    }
  })

  test.each([...Array(14).keys()])('by leaving out file %i is noticed', async (i) => {
    const files = new Map(filesOf(bundle))
    const name = [...files.keys()][i]!
    files.delete(name)
    expect(await verifyBundle(writeZip(files))).toMatchObject({ kind: 'broken', part: name })
  })

  test('by a file that nobody listed is noticed', async () => {
    const files = new Map([...filesOf(bundle), ['evidence/more.txt', Buffer.from('more')] as const])
    expect(await verifyBundle(writeZip(files))).toMatchObject({ kind: 'broken', part: 'evidence/more.txt' })
  })
})

describe('a forger who makes every digest again', () => {
  async function forge(change: (files: Map<string, Uint8Array>) => void): Promise<unknown> {
    const files = new Map(filesOf(bundle))
    change(files)
    files.delete('datapackage.json')
    files.delete('datapackage-digest.json')
    const described = packageFiles(files, {
      subject: version.subject,
      createdAt: '2026-02-01T00:00:01Z',
      home: undefined,
    })
    return verifyBundle(writeZip(new Map([...files, ...described])))
  }
  const replace = (name: string, from: string, to: string) => (files: Map<string, Uint8Array>) => {
    const text = Buffer.from(files.get(name)!).toString('latin1')
    expect(text).toContain(from)
    files.set(name, Buffer.from(text.replaceAll(from, to), 'latin1'))
  }

  test('fails at the bytes received', async () => {
    expect(await forge(replace('archive/evidence.warc', 'You keep your rights', 'You lose your rights'))).toMatchObject(
      {
        kind: 'broken',
        part: 'archive/evidence.warc',
      },
    )
  })

  test('fails at the entry', async () => {
    expect(await forge(replace('evidence/entry-0.json', '2026-01-01', '2025-01-01'))).toMatchObject({
      kind: 'broken',
      part: 'evidence/entry-0.json',
    })
  })

  test('fails at the checkpoint', async () => {
    expect(await forge(replace('evidence/checkpoint', '\n4\n', '\n5\n'))).toMatchObject({
      kind: 'broken',
      part: 'evidence/checkpoint',
    })
  })

  test('fails at the side that was read from something else', async () => {
    const other = /"reading":2/
    const forged = await forge((files) => {
      const text = Buffer.from(files.get('evidence/evidence.json')!).toString()
      expect(text).toMatch(other)
      files.set('evidence/evidence.json', Buffer.from(text.replace(other, '"reading":3')))
    })
    expect(forged).toMatchObject({ kind: 'broken', part: 'evidence/evidence.json' })
  })
})

describe('the WACZ', () => {
  test('has records that a WARC reader reads, and an index that finds them', async () => {
    const files = filesOf(bundle)
    const warc = files.get('archive/evidence.warc')!
    const types: string[] = []
    for await (const record of new WARCParser([warc]))
      types.push(`${record.warcType} ${record.warcTargetURI ?? ''}`.trim())
    expect(types.filter((type) => type.startsWith('response'))).toHaveLength(2)
    expect(types[0]).toBe('warcinfo')
    const lines = Buffer.from(files.get('indexes/index.cdxj')!).toString().trim().split('\n')
    expect(lines.toSorted()).toEqual(lines)
    for (const line of lines) {
      const { offset, length, url } = JSON.parse(line.slice(line.indexOf('{'))) as {
        offset: number
        length: number
        url: string
      }
      const record = Buffer.from(warc.subarray(offset, offset + length)).toString()
      expect(record).toMatch(/^WARC\/1\.1\r\n/)
      expect(record).toContain(`WARC-Target-URI: ${url}\r\n`)
    }
    expect(lines.some((line) => line.startsWith('example,lumenwrite)/legal/terms?lang=en 20260101000000 '))).toBe(true)
  })

  test('is unpacked by other programs, and its README checks it with their tools', async (context) => {
    const isThere = (program: string) => spawnSync(program, ['--help']).error === undefined
    if (!['openssl', 'python3', 'sha256sum', 'bash'].every(isThere))
      context.skip('openssl, python3 or sha256sum is missing')
    const room = join(folder, 'unpacked')
    await mkdir(room, { recursive: true })
    await writeFile(join(room, 'b.wacz'), bundle)
    execFileSync('python3', ['-m', 'zipfile', '-e', 'b.wacz', '.'], { cwd: room })
    const readme = await readFile(join(room, 'README.md'), 'utf8')
    const commands = readme
      .split('\n')
      .filter((line) => line.startsWith('       '))
      .map((line) => line.slice(7))
    const out = execFileSync('bash', ['-e', '-c', commands.join('\n')], { cwd: room }).toString()
    const sums = commands.flatMap((line) => /sha256sum {3}# (\w{64})/.exec(line)?.[1] ?? [])
    expect(sums).toHaveLength(4)
    for (const sum of sums) expect(out).toContain(`${sum}  -`)
    expect(out).toContain('Signature Verified Successfully')
    expect(out.match(/tlog-proof holds/g)).toHaveLength(4)
    expect(out).not.toContain('DOES NOT HOLD')
  })
})

function regionsOf(bytes: Uint8Array): { name: string; start: number; end: number }[] {
  const base = bytes.byteOffset
  return [...filesOf(bytes)].map(([name, file]) => {
    const start = file.byteOffset - base
    return { name, start, end: start + file.length }
  })
}
