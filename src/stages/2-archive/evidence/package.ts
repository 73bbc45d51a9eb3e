/** The files that make a bundle a WACZ: index, pages, manifest with digests (WACZ 1.2.0, CDXJ 0.1.0). */
import { getSurt } from 'warcio/utils'
import { sha256 } from '../../../core/canonical-json.ts'
import { DIGEST_FILE, PACKAGE_FILE, type Subject } from '../verify/manifest.ts'
import { type PackageSigner, signPackage } from './sign-package.ts'
import type { WarcRecordPlace } from './warc.ts'

export function indexLines(places: readonly WarcRecordPlace[], filename: string): string {
  const lines = places.map(({ url, date, mediaType, status, sha256: name, offset, length }) => {
    const block = { url, mime: mediaType, status, digest: `sha256:${name}`, length, offset, filename }
    return `${getSurt(url)} ${date.replace(/\D/g, '').slice(0, 14)} ${JSON.stringify(block)}`
  })
  return lines
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map((line) => `${line}\n`)
    .join('')
}

export function pageLines(places: readonly WarcRecordPlace[], title: string): string {
  const pages = places.filter(({ isPage }) => isPage)
  const lines = pages.map(({ url, date, sha256: name }) => ({ id: name.slice(0, 16), url, ts: date, title }))
  return [{ format: 'json-pages-1.0', id: 'pages', title: 'All Pages' }, ...lines]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
}

export type PackageDescription = {
  readonly subject: Subject
  readonly createdAt: string
  readonly home: WarcRecordPlace | undefined
  readonly signer?: PackageSigner | null
}

/** `datapackage.json` and its digest for the files that are there. */
export function packageFiles(
  files: ReadonlyMap<string, Uint8Array>,
  { subject, createdAt, home, signer = null }: PackageDescription,
): ReadonlyMap<string, Buffer> {
  const resources = [...files].map(([path, bytes]) => ({
    name: path.split('/').at(-1),
    path,
    hash: `sha256:${sha256(bytes)}`,
    bytes: bytes.length,
  }))
  const description = {
    profile: 'wacz',
    title: `Evidence of ${subject.kind} ${subject.id}: ${subject.platform}, ${subject.document}`,
    description: 'What was received, and the proof that it stands in the log of the archive. See README.md.',
    created: createdAt,
    software: 'Clausewatch',
    ...(home ? { home: { url: home.url, ts: home.date } } : {}),
    resources,
  }
  const text = Buffer.from(`${JSON.stringify(description, null, 2)}\n`)
  const hash = `sha256:${sha256(text)}`
  const digest = { path: PACKAGE_FILE, hash, ...(signer ? { signedData: signPackage(signer, hash) } : {}) }
  return new Map([
    [PACKAGE_FILE, text],
    [DIGEST_FILE, Buffer.from(`${JSON.stringify(digest, null, 2)}\n`)],
  ])
}
