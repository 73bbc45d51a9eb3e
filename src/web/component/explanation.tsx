/** What a provision means for whom, and what can be done about it. Every link to a law is put as a question. */
import type {
  ExplainedAction,
  ExplainedAgency,
  ExplainedFlag,
  ExplainedLaw,
  Explanation,
  Incorporated,
  RegionReason,
} from '../../core/explanation.ts'
import { safeHref } from '../address.ts'
import { SEVERITY_WORDS } from '../words.ts'
import { Fact, Facts } from './facts.tsx'
import { LawCheckNote } from './law-check.tsx'
import { Separated } from './separated.tsx'

const WHO: Readonly<Record<ExplainedAction['who'][number], string>> = {
  consumer: 'consumers',
  business: 'businesses',
  researcher: 'researchers',
  'end-user': 'end users of applications',
}
const REGION_REASONS: Readonly<Record<RegionReason, string>> = {
  'named-here': 'named in this passage or its heading',
  'named-in-document': 'named in the document',
  'governing-law': 'the document’s governing law',
  'by-default': 'looked at for every document',
}
const STATES: Readonly<Record<Incorporated['state'], string>> = {
  followed: 'followed here',
  public: 'linked by the document, not followed here',
  unseen: 'named without an address, not followed here',
  'not-public': 'concluded with single customers, not public',
}

export function ExplanationParts({ explanation }: { explanation: Explanation }) {
  const { impact, breach, note } = explanation
  return (
    <section aria-labelledby="explanation">
      <h2 id="explanation">What it means</h2>
      <Text title="What it is" text={explanation.whatItIs} />
      <Text title="Why it matters" text={explanation.whyItMatters} />
      {note !== null && (
        <div class="notice">
          <h3>What cannot be seen from here</h3>
          <p>{note}</p>
        </div>
      )}
      {explanation.elsewhere.length > 0 && (
        <>
          <h3>What other documents of the platform state</h3>
          <ul>
            {explanation.elsewhere.map(({ text, title, href }) => (
              <li>
                <a href={href}>{title}</a> {text} Whether it covers the same service has to be read there.
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>Whom it touches</h3>
      <Facts>
        <Fact term="Consumers">{impact.consumers}</Fact>
        <Fact term="Businesses">{impact.businesses}</Fact>
        <Fact term="Researchers">{impact.researchers}</Fact>
        <Fact term="End users of applications built on it">{impact.endUsers}</Fact>
      </Facts>
      {breach !== null && (
        <>
          <h3>What a breach leads to</h3>
          <p>
            {breach.meaning}{' '}
            {breach.provision && (
              <a href={breach.provision.href}>
                {breach.provision.title} (<span class="id">{breach.provision.id}</span>)
              </a>
            )}
          </p>
        </>
      )}
      <Actions actions={explanation.actions} />
      <Law law={explanation.law} />
      <Exposure explanation={explanation} />
      <Flags flags={explanation.flags} />
      <Text title="Contracts and vendors" text={explanation.contract} />
      <Text title="Compliance" text={explanation.compliance} />
      <DueDiligence checks={explanation.dueDiligence} />
      <Agencies agencies={explanation.agencies} />
      <Documents incorporated={explanation.incorporated} />
    </section>
  )
}

function Text({ title, text }: { title: string; text: string }) {
  return (
    <>
      <h3>{title}</h3>
      <p>{text}</p>
    </>
  )
}

function Actions({ actions }: { actions: readonly ExplainedAction[] }) {
  if (actions.length === 0) return null
  return (
    <>
      <h3>What you can do</h3>
      <p class="quiet">
        How far these steps help varies with jurisdiction and circumstances; none of them is legal advice.
      </p>
      {actions.map((action) => (
        <details>
          <summary>
            {action.title} <span class="quiet">for {action.who.map((one) => WHO[one]).join(', ')}</span>
          </summary>
          <Facts>
            <Fact term="What to do">{action.what}</Fact>
            <Fact term="Where">{action.route}</Fact>
            <Fact term="When">{action.deadline}</Fact>
            {action.whoCanUseIt !== null && <Fact term="Who can really use it">{action.whoCanUseIt}</Fact>}
            {action.request !== null && (
              <Fact term="Text to copy">
                <blockquote>{action.request}</blockquote>
              </Fact>
            )}
            {action.answers.length > 0 && (
              <Fact term="Time to answer by law">
                <ul class="plain">
                  {action.answers.map(({ short, section, period }) => (
                    <li>
                      {short} {section}: {period}
                    </li>
                  ))}
                </ul>
              </Fact>
            )}
            <Fact term="Possible outcomes">{action.outcomes.join(' ')}</Fact>
            <Fact term="To bear in mind">{action.caveat}</Fact>
          </Facts>
        </details>
      ))}
    </>
  )
}

function Law({ law }: { law: readonly ExplainedLaw[] }) {
  if (law.length === 0) return null
  return (
    <>
      <h3>Regulatory landscape</h3>
      <p class="quiet">
        Questions for review and no verdicts: whether a law applies depends on facts outside of the text.
      </p>
      <dl class="legend">
        {law.map((one) => (
          <div>
            <dt>
              {one.short}, <Sections of={one.sections} separator=", " />
            </dt>
            <dd>{one.why}</dd>
            <dd>
              <Sections of={one.sections} separator="; " subjects />.
            </dd>
            <dd class="quiet">
              {sentence(named(one))} {one.jurisdiction} ({REGION_REASONS[one.regionReason]}).{' '}
              {one.enforcedBy.length > 0 ? `Enforced by: ${one.enforcedBy.join('; ')}.` : 'Applied by courts.'}{' '}
              <LawCheckNote regulation={one.regulation} cited={one.sections.map(({ section }) => section)} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** A section's number stays on one line. */
function Sections(props: { of: ExplainedLaw['sections']; separator: string; subjects?: boolean }) {
  return (
    <Separated
      by={props.separator}
      of={props.of.map(({ section, subject }) => (
        <>
          <span class="unbroken">{section}</span>
          {props.subjects && `: ${subject}`}
        </>
      ))}
    />
  )
}

/** Some citations begin with the title of the law. */
const named = ({ title, citation }: ExplainedLaw): string =>
  citation.startsWith(title) ? citation : `${title}, ${citation}`

const sentence = (text: string): string => (text === '' || text.endsWith('.') ? text : `${text}.`)

function Exposure({ explanation: { exposure } }: { explanation: Explanation }) {
  return (
    <>
      <h3>Governance exposure</h3>
      <p>
        <strong>{SEVERITY_WORDS[exposure.rating].label}.</strong> {exposure.reason}
        {exposure.enforcers.length > 0 && ` Who could act: ${exposure.enforcers.join('; ')}.`}
      </p>
    </>
  )
}

function Flags({ flags }: { flags: readonly ExplainedFlag[] }) {
  if (flags.length === 0) return null
  return (
    <>
      <h3>By region and sector</h3>
      <Facts>
        {flags.map(({ title, question, regulations }) => (
          <Fact term={title}>
            {question} <span class="quiet">({regulations.join(', ')})</span>
          </Fact>
        ))}
      </Facts>
    </>
  )
}

function DueDiligence({ checks }: { checks: readonly string[] }) {
  if (checks.length === 0) return null
  return (
    <>
      <h3>Due diligence</h3>
      <ul>
        {checks.map((check) => (
          <li>{check}</li>
        ))}
      </ul>
    </>
  )
}

function Agencies({ agencies }: { agencies: readonly ExplainedAgency[] }) {
  if (agencies.length === 0) return null
  return (
    <>
      <h3>Authorities, and where to complain</h3>
      <dl class="legend">
        {agencies.map(({ name, jurisdiction, authority, regulations, address, how }) => (
          <div>
            <dt>
              {name}, {jurisdiction}
            </dt>
            <dd>
              {authority} {how} <a href={safeHref(address) ?? undefined}>{address.replace(/^https:\/\//, '')}</a>{' '}
              <span class="quiet">For: {regulations.join(', ')}.</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Documents({ incorporated }: { incorporated: readonly Incorporated[] }) {
  if (incorporated.length === 0) return null
  return (
    <>
      <h3>Documents that it builds on</h3>
      <ul>
        {incorporated.map(({ name, state, href, here }) => (
          <li>
            {linkOf(href, state) === null ? name : <a href={linkOf(href, state) ?? ''}>{name}</a>}{' '}
            <span class="quiet">
              ({STATES[state]}; {here ? 'named in this passage' : 'named elsewhere in the document'})
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Of a followed document a page of this site; any other address comes from the document's own text. */
function linkOf(href: string | null, state: Incorporated['state']): string | null {
  return href === null || state === 'followed' ? href : safeHref(href)
}
