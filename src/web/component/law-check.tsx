/** Which laws, and which sections of them, were held against a text of the law, when, and in what. */
import type { Regulation } from '../../core/knowledge.ts'
import { packageKnowledge } from '../../service/knowledge.ts'
import { dayWords } from '../date.ts'
import { count } from '../words.ts'
import { Scroll } from './scroll.tsx'

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

/** All laws of the knowledge with what was checked; those wholly checked first. */
export function LawChecks() {
  const laws = [...packageKnowledge().regulations.values()].sort((one, two) => share(two) - share(one))
  const wholly = laws.filter((law) => share(law) === 1)
  const partly = laws.filter((law) => share(law) > 0 && share(law) < 1)
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
      <details>
        <summary>Law by law</summary>
        <Scroll label="What was checked, law by law">
          <table class="listing">
            <thead>
              <tr>
                <th scope="col">Law</th>
                <th scope="col">Sections checked</th>
                <th scope="col">Checked on, against</th>
              </tr>
            </thead>
            <tbody>
              {laws.map((law) => (
                <tr>
                  <th scope="row">{law.short}</th>
                  <td>{sectionWords(law)}</td>
                  <td>
                    {law.checked === null ? (
                      'Not checked'
                    ) : (
                      <>
                        {dayWords(law.checked.on)}, <Sources against={law.checked.against} />
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </>
  )
}

const share = ({ sections, checked }: Regulation): number =>
  (checked?.sections.length ?? 0) / Object.keys(sections).length

function sectionWords(law: Regulation): string {
  const all = Object.keys(law.sections).length
  if (law.checked === null) return `none of ${all}`
  return share(law) === 1
    ? `all ${all}`
    : `${law.checked.sections.length} of ${all}: ${law.checked.sections.join(', ')}`
}

function Sources({ against }: { against: NonNullable<Regulation['checked']>['against'] }) {
  return (
    <>
      {against.map(({ title, address }, index) => (
        <>
          {index > 0 && '; '}
          {address === null ? (
            title
          ) : (
            <a href={address} rel="external nofollow noreferrer">
              {title}
            </a>
          )}
        </>
      ))}
    </>
  )
}
