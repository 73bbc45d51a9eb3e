import { describe, expect, it } from 'vitest'
import { packageKnowledge } from '../../service/knowledge.ts'
import { LawCheckNote, LawChecks } from './law-check.tsx'

const note = (regulation: string, cited: readonly string[]): string =>
  String(LawCheckNote({ regulation, cited })).replace(/<[^>]+>/g, '')

describe('what a page says of a law it cites', () => {
  it('names the day and the source where every cited section was looked up', () => {
    expect(note('gdpr', ['Art. 5', 'Art. 17'])).toMatch(/^Checked on \d+ \w+ 20\d\d against .+\.$/)
  })

  it('singles out the sections that were', () => {
    expect(note('glba', ['§ 6801', '16 CFR § 314.4'])).toMatch(/^Of these, § 6801 checked on /)
  })

  it('says so where none was, and nothing of a law that is not known', () => {
    const law = [...packageKnowledge().regulations.values()].find(({ checked }) => checked === null)!
    expect(note(law.id, Object.keys(law.sections))).toBe('Not checked against a text of the law.')
    expect(LawCheckNote({ regulation: 'no-such-law', cited: ['Art. 1'] })).toBeNull()
  })
})

describe('the methodology', () => {
  const html = String(LawChecks())

  it('counts what it lists', () => {
    const laws = [...packageKnowledge().regulations.values()]
    const seen = laws.reduce((sum, { checked }) => sum + (checked?.sections.length ?? 0), 0)
    expect(html).toContain(`Of ${laws.length} laws`)
    expect(html).toContain(`${seen} of `)
    const looked = laws.filter(({ checked }) => checked !== null)
    for (const { short } of looked)
      expect(html).toContain(`<dt>${short.replace('&', '&amp;').replace("'", '&#39;')}</dt>`)
    expect(html.match(/<dt>/g)).toHaveLength(looked.length + 1)
  })

  it('links the texts that can be linked, and only those', () => {
    const sources = [...packageKnowledge().regulations.values()].flatMap(({ checked }) => checked?.against ?? [])
    expect(sources.some(({ address }) => address === null)).toBe(true)
    const agencies = [...packageKnowledge().agencies.values()].filter(({ checked }) => checked !== null)
    expect(html.match(/<a href=/g)).toHaveLength(
      sources.filter(({ address }) => address !== null).length + agencies.length,
    )
    for (const { checked } of agencies) expect(html).toContain(`href="${checked!.page}"`)
    expect(html).not.toContain('href="null"')
  })

  it('does not hide a law that nobody looked up', () => {
    const [, names] = /<dt>Not checked<\/dt><dd>(.+?)\.<\/dd>/.exec(html) ?? []
    const laws = [...packageKnowledge().regulations.values()]
    expect(names?.split('; ')).toHaveLength(laws.filter(({ checked }) => checked === null).length)
  })
})
