/** The README of a bundle: what it proves, and how to check it with tools that everybody has. */
import {
  CHECKPOINT_FILE,
  entryFile,
  type Manifest,
  PEM_FILE,
  proofFile,
  SIGNATURE_FILE,
  SIGNED_TEXT_FILE,
  timestampFile,
  WARC_FILE,
} from '../verify/manifest.ts'

export type ReadmeInput = {
  readonly manifest: Manifest
  readonly origin: string
  readonly verifierKey: string
  /** What it rests on: captures, what another archive states, or a file that the operator supplied. */
  readonly basis: 'captures' | 'import' | 'supplied'
}

export function bundleReadme({ manifest, origin, verifierKey, basis }: ReadmeInput): string {
  const { subject, parts, policyTexts, entries } = manifest
  return `# Evidence of ${subject.kind} ${subject.id}

Platform: ${subject.platform}. Document: ${subject.document}. Archive: ${origin}.

## What this proves

${CLAIMS[basis]} It proves nothing about whether the text is in force or how a court reads it.

## How to check it

\`clausewatch verify FILE.wacz\` does all of the following, without a network. By hand, after \`unzip FILE.wacz\`:

1. The bytes have the hashes that the entries name:

${[...parts, ...policyTexts].map(cutCommand).join('\n')}

2. The entries name these hashes (\`${entries.map(entryFile).join('`, `')}\`).

3. The key of the archive has signed the checkpoint:

       openssl pkeyutl -verify -pubin -inkey ${PEM_FILE} -rawin -in ${SIGNED_TEXT_FILE} -sigfile ${SIGNATURE_FILE}
       head -c $(wc -c < ${SIGNED_TEXT_FILE}) ${CHECKPOINT_FILE} | cmp - ${SIGNED_TEXT_FILE}

   The key is \`${verifierKey}\`. Compare it with the one that the archive publishes and with one that you have from elsewhere.

4. The entries are in the log of that checkpoint (\`${proofFile(entries[0] ?? 0)}\` and so on):

${PYTHON.replace(/^/gm, '       ')}
${manifest.timestamps.map(({ authority }, i) => stampCommand(authority, i + 1)).join('')}`
}

const CLAIMS: Readonly<Record<ReadmeInput['basis'], string>> = {
  captures:
    'The archive received these bytes from the address in the capture entries at the moment stated there, by its own clock, and entered them in its log before the checkpoint was signed.',
  import:
    'The archive holds this text as another archive states it (repository, commit, path and date in the import entry), and entered that in its log before the checkpoint was signed. It does not prove that this archive saw the page.',
  supplied:
    'Whoever runs the archive supplied these bytes as a file at the moment stated in the capture entries, by its own clock, and the archive entered them in its log before the checkpoint was signed. It does not prove that this archive received them from anybody, nor that they were ever published.',
}

function cutCommand({
  sha256,
  offset,
  sizeBytes,
}: {
  sha256: string
  offset: number | null
  sizeBytes: number
}): string {
  if (offset === null)
    return `       # ${sha256}: the archive no longer holds these bytes; the entry and its hash stay.`
  return `       tail -c +${offset + 1} ${WARC_FILE} | head -c ${sizeBytes} | sha256sum   # ${sha256}`
}

/** Not indented like the others: it needs the authority's root, which the reader has to get. */
function stampCommand(authority: string, number: number): string {
  const check = `openssl ts -verify -data ${CHECKPOINT_FILE} -in ${timestampFile(number)} -CAfile ROOT.pem`
  return `
${number + 4}. The checkpoint existed when ${authority} stamped it (ROOT.pem: the root certificate that this authority publishes): \`${check}\`
`
}

const PYTHON = `python3 - <<'EOF'
import base64, glob, hashlib
h = lambda b: hashlib.sha256(b).digest()
for name in sorted(glob.glob('evidence/*.tlog-proof')):
    head, note = open(name).read().split('\\n\\n', 1)
    lines = head.split('\\n')
    node, path = int(lines[1].split()[1]), [base64.b64decode(l) for l in lines[2:]]
    origin, size, root = note.split('\\n')[:3]
    last, r = int(size) - 1, h(b'\\0' + open(name.replace('.tlog-proof', '.json'), 'rb').read())
    for p in path:
        if node & 1 or node == last:
            r = h(b'\\1' + p + r)
            while not node & 1 and node: node >>= 1; last >>= 1
        else:
            r = h(b'\\1' + r + p)
        node >>= 1; last >>= 1
    same = open('evidence/checkpoint').read() == note
    print(name, 'holds' if same and last == 0 and r == base64.b64decode(root) else 'DOES NOT HOLD')
EOF`
