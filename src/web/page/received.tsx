/** A page as it was received, in a frame in which nothing of it runs, from an origin that is not the site's. */
import { formatId } from '../../core/id.ts'
import type { Named } from '../../service/evidence/index.ts'
import { changePath, idPath, versionPath } from '../address.ts'
import { Sha256 } from '../component/facts.tsx'
import { Moment } from '../component/time.tsx'
import { replayAddress, replayForm } from '../replay.ts'
import type { PageAnswer, WebOptions } from '../site.ts'

const RECORD_PATHS = {
  version: (number: number) => versionPath(number),
  change: changePath,
  provision: (number: number) => idPath('provision', number),
} as const

/** `named`: the record whose evidence the bytes are. */
export async function receivedPage(
  { evidence, replay = null }: WebOptions,
  named: Named & { readonly kind: 'version' | 'change' | 'provision' },
  sha256: string,
): Promise<PageAnswer> {
  const id = formatId(named.kind, named.number)
  const missing = { kind: 'missing', what: `no received page ${sha256.slice(0, 16)}… of ${id}` } as const
  const part = (await evidence?.proof(named))?.parts.find((one) => one.sha256 === sha256)
  const form = part ? replayForm(part.mediaType) : null
  if (!part || part.gone !== null || form === null || replay === null) return missing
  const path = RECORD_PATHS[named.kind](named.number)
  return {
    kind: 'page',
    title: `As received, ${id}`,
    description: `Bytes that ${id} rests on, as they were received.`,
    canonical: `${path}/received/${sha256}`,
    citeAs: path,
    crumbs: [{ label: id, href: path }],
    section: null,
    wide: true,
    headers: { 'Content-Security-Policy': policyFor(replay), 'X-Robots-Tag': 'noindex' },
    body: (
      <>
        <h1>As received</h1>
        <p>
          From {part.url}, <Moment at={part.receivedAt} />. SHA-256 of the bytes: <Sha256 value={part.sha256} />.
        </p>
        <p class="quiet">
          Shown without its scripts, images and style sheets, which are not kept: it may look otherwise than it did.
          What is evidence is the bytes: <a href={`/snapshots/${sha256}`}>download them</a>.
        </p>
        <iframe
          class="received"
          title={`The page as received from ${part.url}`}
          src={replayAddress(replay, sha256, form)}
          sandbox=""
          referrerpolicy="no-referrer"
        />
      </>
    ),
  }
}

/** As every page's, and one frame. */
function policyFor(replay: string): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `frame-src ${replay}`,
  ].join('; ')
}
