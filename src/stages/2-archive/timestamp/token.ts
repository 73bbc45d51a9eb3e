/** Reading an RFC 3161 answer: the token (CMS SignedData, RFC 5652) and what it says (TSTInfo). */
import { childrenOf, DerError, type DerNode, readDer, readInteger, readOid, readTime, TAG } from './der.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

/** Digest algorithms that a token may use; SHA-1 is accepted for naming a certificate only (RFC 3161's own ESSCertID). */
const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
/** Signature algorithms that name their digest; `rsaEncryption` leaves it to the signer's digest algorithm. */
const SIGNATURE_DIGESTS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1'
const IMPLICIT_0 = 0xa0

export type TimestampToken = {
  /** What is timestamped: SHA-256 of the data. */
  readonly imprint: Buffer
  readonly imprintDigest: string
  readonly serial: string
  readonly genTime: Date
  readonly nonce: string | null
  readonly policy: string
  /** DER of the certificates that came along, in their order. */
  readonly certificates: readonly Buffer[]
  readonly signer: {
    /** The digest of the certificate that signed, by ESSCertID. */
    readonly certificateDigest: Buffer
    readonly certificateDigestName: string
    readonly digestName: string
    readonly signatureDigestName: string
    /** Of the content that is signed. */
    readonly messageDigest: Buffer
    readonly contentType: string
    /** What the signature is over: the attributes as a DER SET. */
    readonly signedBytes: Buffer
    readonly signature: Buffer
  }
  readonly content: Buffer
}

export type TimestampAnswer =
  | { readonly kind: 'granted'; readonly token: Buffer }
  | { readonly kind: 'rejected'; readonly reason: string }

/** TimeStampResp. @throws DerError */
export function readAnswer(bytes: Buffer): TimestampAnswer {
  const [status, token] = childrenOf(readDer(bytes))
  const [number, texts] = status ? childrenOf(status) : []
  const granted = ['0', '00', '01', '1'].includes(readInteger(number))
  if (granted && token) return { kind: 'granted', token: token.bytes }
  const text =
    texts?.tag === TAG.sequence
      ? childrenOf(texts)
          .map(({ value }) => value.toString('utf8'))
          .join(' ')
      : ''
  return { kind: 'rejected', reason: text || `status ${readInteger(number)}` }
}

/** A token alone, or an answer that holds one (as `.tsr` files do). @throws DerError */
export function readToken(bytes: Buffer): TimestampToken {
  const outer = readDer(bytes)
  const isAnswer = childrenOf(outer)[0]?.tag === TAG.sequence
  if (!isAnswer) return readContentInfo(outer)
  const answer = readAnswer(bytes)
  if (answer.kind === 'rejected') throw new DerError(`the authority refused: ${answer.reason}`)
  return readContentInfo(readDer(answer.token))
}

function readContentInfo(contentInfo: DerNode): TimestampToken {
  const [type, wrapped] = childrenOf(contentInfo)
  if (readOid(type) !== SIGNED_DATA) throw new DerError('it is no signed data')
  const [, , encapsulated, ...rest] = childrenOf(only(wrapped))
  const [contentType, content] = childrenOf(required(encapsulated))
  if (readOid(contentType) !== TST_INFO) throw new DerError('what is signed is no timestamp')
  const info = only(content).value
  const certificates = rest.find(({ tag }) => tag === IMPLICIT_0)
  const signerInfos = rest.find(({ tag }) => tag === TAG.set)
  return {
    ...readInfo(readDer(info)),
    certificates: certificates ? childrenOf(certificates).map(({ bytes }) => bytes) : [],
    signer: readSigner(only(signerInfos)),
    content: info,
  }
}

function readInfo(
  node: DerNode,
): Pick<TimestampToken, 'imprint' | 'imprintDigest' | 'serial' | 'genTime' | 'nonce' | 'policy'> {
  const [, policy, imprint, serial, genTime, ...rest] = childrenOf(node)
  const [algorithm, hash] = childrenOf(required(imprint))
  const nonce = rest.find(({ tag }) => tag === TAG.integer)
  return {
    policy: readOid(policy),
    imprintDigest: digestOf(algorithm),
    imprint: required(hash).value,
    serial: readInteger(serial),
    genTime: readTime(genTime),
    nonce: nonce ? readInteger(nonce) : null,
  }
}

function readSigner(node: DerNode): TimestampToken['signer'] {
  const [, , digest, attributes, algorithm, signature] = childrenOf(node)
  if (attributes?.tag !== IMPLICIT_0) throw new DerError('the signed attributes are missing')
  const values = new Map(
    childrenOf(attributes).map((attribute) => {
      const [type, set] = childrenOf(attribute)
      return [readOid(type), only(set)]
    }),
  )
  const v2 = values.get(SIGNING_CERTIFICATE_V2)
  const certificate = only(only(v2 ?? values.get(SIGNING_CERTIFICATE)))
  const [first, second] = childrenOf(certificate)
  // In version 2 the algorithm is left out where it is SHA-256.
  const isNamed = v2 !== undefined && first?.tag === TAG.sequence
  return {
    certificateDigestName: v2 === undefined ? 'sha1' : isNamed ? digestOf(first) : 'sha256',
    certificateDigest: required(isNamed ? second : first).value,
    digestName: digestOf(digest),
    signatureDigestName: signatureDigestOf(algorithm) ?? digestOf(digest),
    messageDigest: required(values.get(MESSAGE_DIGEST)).value,
    contentType: readOid(values.get(CONTENT_TYPE)) === TST_INFO ? TST_INFO : '',
    // The implicit tag stands for SET in what is signed (RFC 5652, section 5.4).
    signedBytes: Buffer.concat([Buffer.of(TAG.set), attributes.bytes.subarray(1)]),
    signature: required(signature).value,
  }
}

function digestOf(algorithm: DerNode | undefined): string {
  const name = DIGESTS[readOid(childrenOf(required(algorithm))[0])]
  if (!name) throw new DerError('a digest algorithm is not accepted')
  return name
}

function signatureDigestOf(algorithm: DerNode | undefined): string | null {
  const oid = readOid(childrenOf(required(algorithm))[0])
  const name = SIGNATURE_DIGESTS[oid]
  if (!name && oid !== RSA_ENCRYPTION) throw new DerError('a signature algorithm is not accepted')
  return name ?? null
}

/** The first value inside. */
function only(node: DerNode | undefined): DerNode {
  return required(childrenOf(required(node))[0])
}

function required(node: DerNode | undefined): DerNode {
  if (!node) throw new DerError('a value is missing')
  return node
}
