/** What is proven of a record: three statements, each with its moment or "not verified", and the files behind them. */
import type { ProofPart, RecordProof, RecordStatement } from '../../service/evidence/index.ts'
import { evidenceCheckPath, methodologyPath } from '../address.ts'
import { replayForm } from '../replay.ts'
import { Fact, Facts, Sha256 } from './facts.tsx'
import { OutsideLink } from './outside-link.tsx'
import { Moment } from './time.tsx'

/** `replays`: whether received pages are shown at an origin of their own. */
type Props = { readonly proof: RecordProof | null; readonly path: string; readonly replays: boolean }

export function Proof({ proof, path, replays }: Props) {
  if (proof === null) return null
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">Evidence</h2>
      <Facts>
        <Fact term="Bytes stored">
          <Statement statement={proof.stored} holds="read again, and each has the hash that names it" isShort />
        </Fact>
        <Fact term="In the log">
          <Statement statement={proof.inLog} holds="proven against the signed checkpoint" />
        </Fact>
        <Fact term="Confirmed">
          <Statement statement={proof.confirmed} holds="seen again by a later capture" />
        </Fact>
        {proof.parts.map((part) => (
          <Fact term="Bytes received">
            <Part part={part} path={replays && replayForm(part.mediaType) !== null ? path : null} />
          </Fact>
        ))}
      </Facts>
      <p>
        <a href={`${path}/evidence.wacz`} download="">
          Download the evidence
        </a>{' '}
        <span class="quiet">
          (WACZ; anybody can check it <a href={evidenceCheckPath}>in a browser</a>, offline with{' '}
          <code>clausewatch verify</code>, or with <code>sha256sum</code> and <code>openssl</code> as its README says)
        </span>
      </p>
      <p class="quiet">
        It proves which bytes this archive received or took over, and when by its clock. It proves nothing about whether
        a text is in force. <a href={methodologyPath}>What is claimed</a> · <a href="/log/checkpoint">Checkpoint</a> ·{' '}
        <a href="/log/verifier-key">Key of the log</a>
      </p>
    </section>
  )
}

function Statement({ statement, holds, isShort }: { statement: RecordStatement; holds: string; isShort?: boolean }) {
  if (statement.kind === 'not-verified')
    return (
      <>
        <strong>not verified</strong> <span class="quiet">({statement.reason})</span>
      </>
    )
  return (
    <>
      verified <Moment at={statement.at} />: {holds}
      {!isShort && <span class="quiet"> ({statement.detail})</span>}
    </>
  )
}

/** `path`: of the record where a page shows the part; null where none does. */
function Part({ part, path }: { part: ProofPart; path: string | null }) {
  const { sha256, sizeBytes, mediaType, url, receivedAt, gone, witness } = part
  return (
    <>
      <Sha256 value={sha256} />{' '}
      <span class="quiet">
        ({sizeBytes} bytes{mediaType && `, ${mediaType}`}, from {url}, <Moment at={receivedAt} />)
      </span>{' '}
      {gone === null ? (
        <>
          {path !== null && (
            <>
              <a href={`${path}/received/${sha256}`}>View</a>
              {' · '}
            </>
          )}
          <a href={`/snapshots/${sha256}`} download="">
            Download
          </a>
        </>
      ) : gone === 'lost' ? (
        <strong>lost</strong>
      ) : (
        <>
          {gone.ruling} <Moment at={gone.ruledAt} />: {gone.reason}
        </>
      )}
      {witness && (
        <>
          <br />
          <span class="quiet">
            {witness.sameBytes ? 'The very same bytes are' : 'A capture of this page is'} also held by{' '}
            <OutsideLink href={witness.address}>the Wayback Machine</OutsideLink>, <Moment at={witness.at} />.
          </span>
        </>
      )}
    </>
  )
}
