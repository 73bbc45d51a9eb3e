/** One provision: its words, what they are and how hard, what they mean, and every wording that it had. */

import type { Quotation } from '../../core/change.ts'
import { formatId } from '../../core/id.ts'
import type { PolicyText } from '../../core/policy-text.ts'
import { quoteBlocks, textFragmentLink } from '../../core/quotation.ts'
import { keptNotesOfProvision } from '../../service/analyst/annotate.ts'
import { provisionElsewhere } from '../../service/elsewhere.ts'
import { explainProvision } from '../../service/explain.ts'
import { readText } from '../../store/policy-text.ts'
import { comparedDocuments } from '../../store/view/comparison.ts'
import { documentLines } from '../../store/view/document.ts'
import { mementoDocument } from '../../store/view/memento.ts'
import { provisionsOfVersion, readProvision, type SeenProvision } from '../../store/view/provision.ts'
import { readVersion } from '../../store/view/version.ts'
import {
  documentPath,
  idPath,
  methodologyPath,
  platformPath,
  platformsPath,
  safeHref,
  versionPath,
} from '../address.ts'
import { citedProvision } from '../citation/cited-record.ts'
import { ElsewhereParts } from '../component/elsewhere.tsx'
import { ExplanationParts } from '../component/explanation.tsx'
import { Fact, Facts } from '../component/facts.tsx'
import { HowToCite } from '../component/how-to-cite.tsx'
import { OutsideLink } from '../component/outside-link.tsx'
import { Proof } from '../component/proof.tsx'
import { ProvisionEnd } from '../component/provision-end.tsx'
import { CONFIDENCE_WORDS, WordingMarks } from '../component/provision-parts.tsx'
import { ReadingNotes } from '../component/reading-notes.tsx'
import { DayRange } from '../component/time.tsx'
import { Wordings } from '../component/wordings.tsx'
import { FACT_WORDS, factWords } from '../fact-words.ts'
import { provisionPath, provisionTitle } from '../provision-address.ts'
import type { PageAnswer, WebOptions } from '../site.ts'
import { count } from '../words.ts'
import { retiredProvisionPage } from './provision-retired.tsx'

export async function provisionPage(options: WebOptions, number: number, path: string | null): Promise<PageAnswer> {
  const { db, archive, evidence } = options
  const id = formatId('provision', number)
  const provision = await readProvision(db, number)
  if (!provision) return retiredProvisionPage(options, number, path)
  const { place } = provision
  const document = { platformSlug: provision.platformSlug, documentSlug: provision.documentSlug }
  const canonical = provisionPath(document, number, place.wording)
  // The id alone leads here; an address with an older title or document leads on for good.
  if (path !== canonical) return { kind: 'moved', to: canonical, permanent: path !== null }
  const text = await readText(db, provision.textId)
  const quotation = quoteBlocks(text, place)
  const source = provision.end ? null : await mementoDocument(db, provision.documentNumber)
  const notes = await keptNotesOfProvision(db, provision)
  const title = provisionTitle(place.wording)
  const address = documentPath(document.platformSlug, document.documentSlug)
  const version = await readVersion(db, place.version)
  const proof = (await evidence?.proof({ kind: 'provision', number })) ?? null
  return {
    kind: 'page',
    title: `${title}, ${provision.documentTitle}, ${provision.platformName}`,
    description: `${title} in ${provision.documentTitle} of ${provision.platformName}: the exact words, what they mean, and every wording since ${provision.runs.at(-1)!.fromAt.slice(0, 10)}.`,
    canonical,
    citeAs: idPath('provision', number),
    crumbs: [
      { label: 'Platforms', href: platformsPath },
      { label: provision.platformName, href: platformPath(document.platformSlug) },
      { label: provision.documentTitle, href: address },
    ],
    section: 'platforms',
    wide: true,
    jsonLd: {
      '@type': 'CreativeWork',
      name: title,
      identifier: id,
      text: quotation.exact,
      publisher: { '@type': 'Organization', name: provision.platformName },
      isPartOf: { '@type': 'CreativeWork', name: provision.documentTitle, url: address },
    },
    body: (
      <>
        <p class="eyebrow">
          {provision.platformName} · {provision.documentTitle}
        </p>
        <h1>{title}</h1>
        <WordingMarks wording={place.wording} />
        <ProvisionEnd provision={provision} />
        <div class="columns columns-facts">
          <div>
            <Words provision={provision} quotation={quotation} text={text} source={source?.url ?? null} />
            {notes && <ReadingNotes kept={notes} />}
            <Reasons provision={provision} />
            <StatedFacts provision={provision} />
          </div>
          <aside class="panel">
            <h2>About this provision</h2>
            <About provision={provision} quotation={quotation} />
          </aside>
        </div>
        <ExplanationParts explanation={await explanationOf(options, provision, text)} />
        {await elsewhereOf(options, provision)}
        <Wordings provision={provision} />
        <Proof proof={proof} path={idPath('provision', number)} replays={options.replay != null} />
        {version && (
          <HowToCite
            cited={citedProvision(provision, version)}
            archive={archive.name}
            now={options.now()}
            original={source?.url ?? null}
            address={options.address}
          />
        )}
      </>
    ),
  }
}

async function elsewhereOf({ db }: WebOptions, provision: SeenProvision) {
  const { number, place, platformName, platformSlug, documentType } = provision
  const { types, exact } = place.wording
  const elsewhere = await provisionElsewhere(db, {
    provision: number,
    platformName,
    platformSlug,
    documentType,
    types,
    quote: exact,
  })
  return <ElsewhereParts elsewhere={elsewhere} type={types[0]!} documentType={documentType} />
}

async function explanationOf({ db }: WebOptions, provision: SeenProvision, text: PolicyText) {
  const { place, documentNumber, platformName, platformSlug, documentSlug } = provision
  const [places, documents, compared] = await Promise.all([
    provisionsOfVersion(db, place.version),
    documentLines(db, platformSlug),
    comparedDocuments(db, { platforms: [platformSlug] }),
  ])
  const factsBySlug = new Map(compared.map(({ documentSlug: slug, facts }) => [slug, facts]))
  const own = documents.find((line) => line.number === documentNumber)!
  const document = { platformSlug, documentSlug }
  return explainProvision({
    platform: platformName,
    document: { title: own.title, type: own.type },
    text,
    blocks: { first: place.first, last: place.last },
    quote: place.wording.exact,
    types: place.wording.types,
    severity: place.wording.severity,
    facts: provision.versionFacts,
    provisions: (places ?? [])
      .filter((other) => other.provision !== provision.number)
      .map((other) => ({
        id: formatId('provision', other.provision),
        title: provisionTitle(other.wording),
        types: other.wording.types,
        quote: other.wording.exact,
        href: provisionPath(document, other.provision, other.wording),
      })),
    documents: documents
      .filter((line) => line.number !== documentNumber)
      .map(({ title, type, slug }) => {
        const facts = factsBySlug.get(slug)
        return {
          title,
          type,
          href: documentPath(platformSlug, slug),
          facts: facts ? [...facts].map(([fact, stated]) => ({ fact, ...stated })) : null,
        }
      }),
  })
}

type WordsProps = {
  readonly provision: SeenProvision
  readonly quotation: Quotation
  readonly text: PolicyText
  readonly source: string | null
}

function Words({ provision: { place, language }, quotation, text, source }: WordsProps) {
  const { headingPath } = text.blocks[place.first]!
  const live = source && safeHref(source)
  return (
    <section aria-labelledby="words">
      <h2 id="words">What it says</h2>
      {headingPath.length > 0 && <p class="quiet">{headingPath.join(' › ')}</p>}
      <blockquote class="quotation" {...(language ? { lang: language } : {})}>
        {quotation.exact.split('\n').map((line) => (
          <p>{line}</p>
        ))}
      </blockquote>
      <p class="steps">
        <a href={versionPath(place.version, place.first)}>In the text of {formatId('version', place.version)}</a>
        {live && <OutsideLink href={textFragmentLink(live, quotation.exact)}>On the live page</OutsideLink>}
        <a href={`${versionPath(place.version)}#evidence`}>Evidence</a>
      </p>
    </section>
  )
}

function Reasons({ provision: { place } }: { provision: SeenProvision }) {
  const { severity, reasons } = place.wording
  return (
    <section aria-labelledby="reasons">
      <h2 id="reasons">Why the severity is {severity}</h2>
      <ul>
        {reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    </section>
  )
}

function StatedFacts({ provision: { facts } }: { provision: SeenProvision }) {
  if (facts.length === 0) return null
  return (
    <section aria-labelledby="stated">
      <h2 id="stated">Facts that it states</h2>
      <Facts>
        {facts.map(({ fact, value, quote }) => (
          <Fact term={FACT_WORDS[fact]}>
            {factWords(value)} <span class="quiet">“{quote}”</span>
          </Fact>
        ))}
      </Facts>
    </section>
  )
}

function About({ provision, quotation }: { provision: SeenProvision; quotation: Quotation }) {
  const { place, runs, splitFrom } = provision
  const { wording } = place
  const oldest = runs.at(-1)!
  return (
    <Facts>
      <Fact term="Seen">
        <DayRange
          from={oldest.fromAt}
          to={
            runs
              .map(({ toAt }) => toAt)
              .sort()
              .at(-1)!
          }
        />
      </Fact>
      <Fact term="Wordings">{count(new Set(runs.map((run) => run.wording.id)).size, 'wording')}</Fact>
      <Fact term="Confidence">
        {CONFIDENCE_WORDS[wording.confidence]} <a href={methodologyPath}>how it is measured</a>
      </Fact>
      <Fact term="Basis">
        {wording.basis === 'explicit'
          ? 'explicit: the words quoted say it'
          : 'inferred: from the heading or the lead-in above the words quoted'}
      </Fact>
      <Fact term="Position">
        characters {quotation.start.toLocaleString('en-GB')} to {quotation.end.toLocaleString('en-GB')} of the text
      </Fact>
      {splitFrom !== null && (
        <Fact term="Split off from">
          <a href={idPath('provision', splitFrom)}>{formatId('provision', splitFrom)}</a>
        </Fact>
      )}
      <Fact term="Analysis">stage version {wording.stage}</Fact>
      <Fact term="Id">
        <span class="id">{formatId('provision', provision.number)}</span>
      </Fact>
    </Facts>
  )
}
