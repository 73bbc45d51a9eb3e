/**
 * The digests of a WACZ: every file of the bundle is listed with its hash in `datapackage.json`, and that file's hash
 * is in `datapackage-digest.json`. They locate damage; what is proven rests on the log alone.
 */
import { BrokenPart } from './broken-part.ts'
import { fromUtf8, sha256Hex } from './bytes.ts'
import { DIGEST_FILE, PACKAGE_FILE, parseObject } from './manifest.ts'
import { isPackageSigned, parseSignedData, type SignedData } from './package-signature.ts'
import { crc32, type Files } from './zip.ts'

type Resource = { readonly path: string; readonly hash: string; readonly bytes: number }

/** Gives the signature over the whole, which holds; null where there is none. */
export async function checkPackage(files: Files, checksums: ReadonlyMap<string, number>): Promise<SignedData | null> {
  const described = files.get(PACKAGE_FILE)
  const digest = files.get(DIGEST_FILE)
  if (!described) throw new BrokenPart(PACKAGE_FILE, 'it is missing')
  if (!digest) throw new BrokenPart(DIGEST_FILE, 'it is missing')
  const isDescribed = isIntact(files, checksums, PACKAGE_FILE)
  const hash = `sha256:${await sha256Hex(described)}`
  const signed = parseSignedData(parseObject(fromUtf8(digest) ?? '')?.signedData)
  const expected = { path: PACKAGE_FILE, hash, ...(signed ? { signedData: { ...signed, hash } } : {}) }
  if (fromUtf8(digest) !== `${JSON.stringify(expected, null, 2)}\n`) {
    // One of the two was changed; the checksum of the container tells which.
    if (!isDescribed) throw new BrokenPart(PACKAGE_FILE, `it has another hash than ${DIGEST_FILE} says`)
    throw new BrokenPart(DIGEST_FILE, `it does not hold the hash of ${PACKAGE_FILE}`)
  }
  if (signed && !(await isPackageSigned(signed))) throw new BrokenPart(DIGEST_FILE, 'its signature does not hold')
  const resources = readResources(described)
  for (const [path, bytes] of files) {
    if (path === PACKAGE_FILE || path === DIGEST_FILE) continue
    const resource = resources.get(path)
    if (!resource) throw new BrokenPart(path, `it is not listed in ${PACKAGE_FILE}`)
    if (resource.bytes !== bytes.length || resource.hash !== `sha256:${await sha256Hex(bytes)}`) {
      throw new BrokenPart(path, `it has another hash than ${PACKAGE_FILE} says`)
    }
  }
  for (const path of resources.keys()) if (!files.has(path)) throw new BrokenPart(path, 'it is missing')
  for (const path of files.keys()) {
    if (!isIntact(files, checksums, path)) throw new BrokenPart(path, 'its checksum in the ZIP container is damaged')
  }
  return signed
}

function isIntact(files: Files, checksums: ReadonlyMap<string, number>, path: string): boolean {
  return crc32(files.get(path)!) === checksums.get(path)
}

function readResources(described: Uint8Array): ReadonlyMap<string, Resource> {
  const list = parseObject(fromUtf8(described) ?? '')?.resources
  if (!Array.isArray(list)) throw new BrokenPart(PACKAGE_FILE, 'it lists no files')
  return new Map((list as readonly Resource[]).map((resource) => [String(resource?.path), resource]))
}
