/** Which laws, and which sections of them, were held against a text of the law, when, and in what. */
import type { Regulation } from '../../core/knowledge.ts'
import { packageKnowledge } from '../../service/knowledge.ts'
import { dayWords } from '../date.ts'
import { count } from '../words.ts'
import { OutsideLink } from './outside-link.tsx'
import { Separated } from './separated.tsx'

const NAMES = new Intl.Collator('en')

/** One sentence on the sections that a page cites of one law; a law that left the knowledge since is silent. */
export function LawCheckNote({ regulation, cited }: { regulation: string; cited: readonly string[] }) {
  const law = packageKnowledge().regulations.get(regulation)
  if (law === undefined) return null
  const { checked } = law
  const seen = cited.filter((section) => checked?.sections.includes(section))
  if (checked === null || seen.length === 0) return <>Not checked against a text of the law.</>
  return (
    <>
      {seen.length < cited.length ? `Of these, ${seen.join(', ')} checked` : 'Checked'} on {dayWords(checked.on)}{' '}
      against <Sources against={checked.against} />.
    </>
  )
}

/** All laws of the knowledge with what was checked, by name, those wholly checked first; the others are named at the end. */
export function LawChecks() {
  const laws = [...packageKnowledge().regulations.values()].sort((one, two) => NAMES.compare(one.short, two.short))
  const wholly = laws.filter((law) => share(law) === 1)
  const partly = laws.filter((law) => share(law) > 0 && share(law) < 1)
  const never = laws.filter((law) => share(law) === 0)
  const sections = laws.reduce((sum, law) => sum + Object.keys(law.sections).length, 0)
  const seen = laws.reduce((sum, { checked }) => sum + (checked?.sections.length ?? 0), 0)
  return (
    <>
      <h3 id="law-checks">What was checked of the law</h3>
      <p>
        Of {count(laws.length, 'law')}, {wholly.length} were held against a text of the law in every section that is
        cited here, and {partly.length} in some; {seen} of {sections} sections in all. Checked means that the section
        was read there and says what its few words here say, not that nothing changed since.
      </p>
      <AgencyChecks />
      <details>
        <summary>Law by law</summary>
        <dl class="legend">
          {[...wholly, ...partly].map((law) => (
            <div>
              <dt>{law.short}</dt>
              <dd>
                <LawCheckWords law={law} />
              </dd>
            </div>
          ))}
          {never.length > 0 && (
            <div>
              <dt>Not checked</dt>
              <dd>{never.map(({ short }) => short).join('; ')}.</dd>
            </div>
          )}
        </dl>
      </details>
    </>
  )
}

function AgencyChecks() {
  const agencies = [...packageKnowledge().agencies.values()]
  const seen = agencies.flatMap(({ name, checked }) => (checked === null ? [] : [{ name, page: checked.page }]))
  if (seen.length === 0) return null
  return (
    <p>
      Of {count(agencies.length, 'authority', 'authorities')}, the name and the way to complain were found on their own
      pages for {seen.length}:{' '}
      <Separated by="; " of={seen.map(({ name, page }) => <OutsideLink href={page}>{name}</OutsideLink>)} />. Those of
      the others were not looked up one by one.
    </p>
  )
}

const share = ({ sections, checked }: Regulation): number =>
  (checked?.sections.length ?? 0) / Object.keys(sections).length

function LawCheckWords({ law: { sections, checked } }: { law: Regulation }) {
  if (checked === null) return null
  const all = Object.keys(sections).length
  return (
    <>
      {checked.sections.length === all
        ? `All of ${count(all, 'section')}`
        : `${checked.sections.length} of ${count(all, 'section')} (${checked.sections.join(', ')})`}
      , on {dayWords(checked.on)}, against <Sources against={checked.against} />.
    </>
  )
}

function Sources({ against }: { against: NonNullable<Regulation['checked']>['against'] }) {
  return (
    <Separated
      by="; "
      of={against.map(({ title, address }) =>
        address === null ? title : <OutsideLink href={address}>{title}</OutsideLink>,
      )}
    />
  )
}
