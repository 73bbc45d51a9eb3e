/** A provision that the analysis of today does not see: what it was, since when and why it is none, and what is there now. */
import { formatId } from '../../core/id.ts'
import { quoteBlocks } from '../../core/quotation.ts'
import type { Db } from '../../store/index.ts'
import { readText } from '../../store/policy-text.ts'
import { type RetiredProvision, readRetiredProvision } from '../../store/view/provision-retired.ts'
import { documentPath, idPath, methodologyPath, platformPath, platformsPath, versionPath } from '../address.ts'
import { Fact, Facts } from '../component/facts.tsx'
import { WordingMarks } from '../component/provision-parts.tsx'
import { Day, DayRange, Moment } from '../component/time.tsx'
import { Wordings } from '../component/wordings.tsx'
import { provisionPath, provisionTitle } from '../provision-address.ts'
import type { PageAnswer, WebOptions } from '../site.ts'

/** `path`: the address that was asked for; null where that was the id alone. */
export async function retiredProvisionPage(
  { db }: WebOptions,
  number: number,
  path: string | null,
): Promise<PageAnswer> {
  const id = formatId('provision', number)
  const provision = await readRetiredProvision(db, number)
  if (!provision) return { kind: 'missing', what: `no provision ${id}` }
  const { wording, platformName, platformSlug, documentTitle, documentSlug } = provision
  const address = documentPath(platformSlug, documentSlug)
  const canonical = wording ? provisionPath({ platformSlug, documentSlug }, number, wording) : `${address}/${id}`
  if (path !== canonical) return { kind: 'moved', to: canonical, permanent: path !== null }
  const title = wording ? provisionTitle(wording) : `Provision ${id}`
  return {
    kind: 'page',
    title: `${title} (retired), ${documentTitle}, ${platformName}`,
    description: `${title} in ${documentTitle} of ${platformName}: retired ${provision.retired.at.slice(0, 10)}, ${provision.retired.reason}.`,
    canonical,
    citeAs: idPath('provision', number),
    crumbs: [
      { label: 'Platforms', href: platformsPath },
      { label: platformName, href: platformPath(platformSlug) },
      { label: documentTitle, href: address },
    ],
    section: 'platforms',
    wide: true,
    jsonLd: {
      '@type': 'CreativeWork',
      name: title,
      identifier: id,
      creativeWorkStatus: 'Retired',
      ...(wording ? { text: wording.exact } : {}),
      isPartOf: { '@type': 'CreativeWork', name: documentTitle, url: address },
    },
    body: (
      <>
        <p class="eyebrow">
          {platformName} · {documentTitle} · retired
        </p>
        <h1>{title}</h1>
        <p class="notice">
          This provision is retired since <Day at={provision.retired.at} />: {provision.retired.reason}.{' '}
          {provision.retired.stage !== null && <Successor number={provision.successor} />}
        </p>
        <div class="columns columns-facts">
          <LastWords provision={provision} at={await blockOf(db, provision)} />
          <aside class="panel">
            <h2>About this provision</h2>
            <About provision={provision} />
          </aside>
        </div>
        {provision.runs.length > 0 && <Wordings provision={provision} />}
      </>
    ),
  }
}

/** The block at which its words still stand in the text of their version; a text that was read anew may have others. */
async function blockOf(db: Db, { place }: RetiredProvision): Promise<number | undefined> {
  if (!place) return undefined
  const text = await readText(db, place.textId)
  const isThere = place.last < text.blocks.length && quoteBlocks(text, place).exact === place.wording.exact
  return isThere ? place.first : undefined
}

function Successor({ number }: { number: number | null }) {
  if (number === null) return <>It sees no other in its place. The versions of the document stay as they are.</>
  return (
    <>
      In its place it sees <a href={idPath('provision', number)}>{formatId('provision', number)}</a>. The versions of
      the document stay as they are.
    </>
  )
}

function LastWords({ provision: { wording, place }, at }: { provision: RetiredProvision; at: number | undefined }) {
  if (!wording)
    return (
      <section aria-labelledby="words">
        <h2 id="words">What it said</h2>
        <p class="empty">Its words are not kept.</p>
      </section>
    )
  return (
    <section aria-labelledby="words">
      <h2 id="words">What it said</h2>
      <WordingMarks wording={wording} />
      <blockquote class="quotation" {...(place?.language ? { lang: place.language } : {})}>
        {wording.exact.split('\n').map((line) => (
          <p>{line}</p>
        ))}
      </blockquote>
      <p class="quiet">Its last wording, by the analysis of stage version {wording.stage}.</p>
      {place && (
        <p class="steps">
          <a href={versionPath(place.version, at)}>In the text of {formatId('version', place.version)}</a>
          <a href={`${versionPath(place.version)}#evidence`}>Evidence</a>
        </p>
      )}
    </section>
  )
}

function About({
  provision: { number, wording, runs, firstSeen, retired, successor },
}: {
  provision: RetiredProvision
}) {
  const until = runs
    .map(({ toAt }) => toAt)
    .toSorted()
    .at(-1)
  return (
    <Facts>
      <Fact term="Retired">
        <Moment at={retired.at} />
      </Fact>
      <Fact term="Reason">
        {retired.reason} <a href={methodologyPath}>how provisions are found</a>
      </Fact>
      <Fact term="In its place">
        {successor === null ? (
          <span class="quiet">none</span>
        ) : (
          <a href={idPath('provision', successor)}>{formatId('provision', successor)}</a>
        )}
      </Fact>
      <Fact term="First seen">
        <Day at={firstSeen.at} />, in{' '}
        <a class="id" href={versionPath(firstSeen.version)}>
          {formatId('version', firstSeen.version)}
        </a>
      </Fact>
      <Fact term="Stood">
        {until === undefined ? (
          <span class="quiet">in which later versions is not kept</span>
        ) : (
          <DayRange from={runs.at(-1)!.fromAt} to={until} />
        )}
      </Fact>
      {wording && <Fact term="Analysis that saw it">stage version {wording.stage}</Fact>}
      <Fact term="Id">
        <span class="id">{formatId('provision', number)}</span>
      </Fact>
    </Facts>
  )
}
