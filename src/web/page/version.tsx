/** One version: its text as a page, its dates kept apart, its hash, and when it was observed. */
import { formatId } from '../../core/id.ts'
import type { PolicyText } from '../../core/policy-text.ts'
import { readText } from '../../store/policy-text.ts'
import { mementoDocument, mementoSpans } from '../../store/view/memento.ts'
import { type ProvisionPlace, provisionsOfVersion } from '../../store/view/provision.ts'
import { readVersion, type SeenVersion } from '../../store/view/version.ts'
import { changePath, documentPath, platformPath, platformsPath, versionPath } from '../address.ts'
import { citedVersion } from '../citation/cited-record.ts'
import { Fact, Facts, Sha256 } from '../component/facts.tsx'
import { HowToCite } from '../component/how-to-cite.tsx'
import { type Margin, PolicyBody } from '../component/policy.tsx'
import { Proof } from '../component/proof.tsx'
import { ProvisionLine } from '../component/provision-parts.tsx'
import { DayRange, Moment, Printed } from '../component/time.tsx'
import { dayWords } from '../date.ts'
import { mementosOf, versionHeaders } from '../memento.ts'
import { headingLevels } from '../policy-flow.ts'
import type { PageAnswer, WebOptions } from '../site.ts'
import { count, observerWords } from '../words.ts'

/** Level of the outermost heading of the text; the page's title stands above it. */
const TOP = 2
/** A list of contents is of use from this many headings on. */
const MIN_CONTENTS = 3

export async function versionPage(
  { db, archive, evidence, address: site, now, replay = null }: WebOptions,
  number: number,
): Promise<PageAnswer> {
  const version = await readVersion(db, number)
  if (!version) return { kind: 'missing', what: `no version ${formatId('version', number)}` }
  const text = await readText(db, version.textId)
  const provisions = await provisionsOfVersion(db, number)
  const proof = (await evidence?.proof({ kind: 'version', number })) ?? null
  const original = await mementoDocument(db, version.documentNumber)
  const mementos = mementosOf(await mementoSpans(db, version.documentNumber))
  const id = formatId('version', number)
  const first = version.spans[0]!
  const address = documentPath(version.platformSlug, version.documentSlug)
  return {
    kind: 'page',
    title: `${version.documentTitle}, ${version.platformName}, version ${version.ordinal}`,
    description: `The text of ${version.documentTitle} of ${version.platformName} as observed from ${dayWords(first.from)}.`,
    canonical: versionPath(number),
    crumbs: [
      { label: 'Platforms', href: platformsPath },
      { label: version.platformName, href: platformPath(version.platformSlug) },
      { label: version.documentTitle, href: address },
    ],
    section: 'platforms',
    wide: true,
    ...(original ? { headers: versionHeaders(original, mementos, number) } : {}),
    jsonLd: {
      '@type': 'CreativeWork',
      name: version.documentTitle,
      identifier: id,
      version: version.ordinal,
      ...(version.language ? { inLanguage: version.language } : {}),
      publisher: { '@type': 'Organization', name: version.platformName },
      isPartOf: { '@type': 'CreativeWork', name: version.documentTitle, url: address },
    },
    body: (
      <>
        <p class="eyebrow">
          {version.platformName} · version {version.ordinal} of {version.siblings}
          {version.variants > 1 && `, variant ${version.variant + 1}`}
        </p>
        <h1>{version.documentTitle}</h1>
        {!version.isCurrent && (
          <p class="notice">
            This is not the newest version. <a href={address}>See the document</a> for what is observed now.
          </p>
        )}
        {version.withdrawn && (
          <p class="notice">
            The text of this version was withdrawn <Moment at={version.withdrawn.ruledAt} />: {version.withdrawn.reason}
            . Its entry and hash stay in the log.
          </p>
        )}
        <VersionFacts version={version} provisions={provisions} />
        <VersionSteps version={version} />
        <div class={provisions?.length ? 'reader reader-margin' : 'reader'}>
          <Contents text={text} />
          <article aria-label={`Text of ${version.documentTitle}`}>
            <PolicyBody
              text={text}
              top={TOP}
              language={version.language}
              margin={marginOf(version, provisions ?? [])}
            />
          </article>
        </div>
        <VersionSteps version={version} />
        <Proof proof={proof} path={versionPath(number)} replays={replay !== null} />
        <HowToCite
          cited={citedVersion(version)}
          archive={archive.name}
          now={now()}
          original={original?.url ?? null}
          address={site}
        />
      </>
    ),
  }
}

/** A provision stands in the margin at its first block. */
function marginOf(version: SeenVersion, provisions: readonly ProvisionPlace[]): Margin {
  return new Map(provisions.map((place) => [place.first, <ProvisionLine place={place} document={version} />]))
}

type FactsProps = { readonly version: SeenVersion; readonly provisions: readonly ProvisionPlace[] | null }

function VersionFacts({ version, provisions }: FactsProps) {
  return (
    <Facts>
      <Fact term="Detected">
        <Moment at={version.spans[0]!.from} />{' '}
        <span class="quiet">({observerWords(version.trackKind, version.trackLabel)})</span>
      </Fact>
      <Fact term="Stated by the document">
        <Printed date={version.stated} />
      </Fact>
      <Fact term="Effective, by the document">
        <Printed date={version.effective} />
      </Fact>
      <Fact term="Observed">
        <ul class="plain">
          {version.spans.map((span) => (
            <li>
              <DayRange {...span} />{' '}
              <span class="quiet">({count(span.captures, version.trackKind === 'own' ? 'capture' : 'record')})</span>
            </li>
          ))}
        </ul>
      </Fact>
      {version.title && version.title !== version.documentTitle && (
        <Fact term="Title in the text">{version.title}</Fact>
      )}
      <Fact term="Length">{count(version.chars, 'character')}</Fact>
      <Fact term="Provisions">
        {provisions === null ? (
          <span class="quiet">not assessed</span>
        ) : (
          <>
            {provisions.length}
            {provisions.length > 0 && <span class="quiet">, in the margin of the text</span>}
          </>
        )}
      </Fact>
      <Fact term="SHA-256 of the text">
        <Sha256 value={version.sha256} />
      </Fact>
      {version.change !== null && (
        <Fact term="Change that led to it">
          <a href={changePath(version.change)}>{formatId('change', version.change)}</a>
        </Fact>
      )}
      <Fact term="Id">
        <span class="id">{formatId('version', version.number)}</span>
      </Fact>
    </Facts>
  )
}

function VersionSteps({ version: { previous, next, change } }: { version: SeenVersion }) {
  if (previous === null && next === null) return null
  return (
    <nav class="steps" aria-label="Neighbouring versions">
      {previous !== null && (
        <a href={versionPath(previous)} rel="prev">
          ← Previous version
        </a>
      )}
      {change !== null && <a href={changePath(change)}>What changed</a>}
      {next !== null && (
        <a href={versionPath(next)} rel="next">
          Next version →
        </a>
      )}
    </nav>
  )
}

function Contents({ text }: { text: PolicyText }) {
  const levels = headingLevels(text.blocks, TOP)
  // Two levels are enough to find one's way; a heading that stands alone at the top is the title.
  const entries = [...levels].filter(([, level]) => level <= TOP + 1)
  if (entries.length < MIN_CONTENTS) return null
  return (
    <nav class="contents" aria-labelledby="contents" data-contents="">
      <details open>
        <summary id="contents">Contents</summary>
        <ol>
          {entries.map(([at, level]) => {
            const { number, text: words } = text.blocks[at]!
            return (
              <li class={`contents-${level - TOP}`}>
                <a href={`#b${at}`}>
                  {number !== null && `${number} `}
                  {words}
                </a>
              </li>
            )
          })}
        </ol>
      </details>
    </nav>
  )
}
