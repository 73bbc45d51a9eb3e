/**
 * Four clauses of one platform and its usage guidelines, as pages of other readers quote them, with the answers that a
 * careful reader gives. They are read from `../shared/seeds`; no text of them stands here.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Explanation } from '../../src/core/explanation.ts'
import type { PolicyText } from '../../src/core/policy-text.ts'
import type { Fact, Wording } from '../../src/core/provision.ts'
import { packageKnowledge } from '../../src/service/knowledge.ts'
import { loadClassifier } from '../../src/service/model.ts'
import { extract } from '../../src/stages/3-extract/index.ts'
import {
  answersOfText,
  classifierBlocks,
  explain,
  factsOfText,
  followProvisions,
  readFacts,
} from '../../src/stages/5-analyse/index.ts'

const seeds = path.join(import.meta.dirname, '../../../shared/seeds')
const present = existsSync(seeds)
const texts = present
  ? readdirSync(seeds)
      .sort()
      .map((file) => readFileSync(path.join(seeds, file), 'utf8'))
  : []
const classifier = await loadClassifier()
const knowledge = packageKnowledge()

type Read = {
  readonly facts: readonly Fact[]
  readonly wordings: readonly Wording[]
  readonly explained: readonly Explanation[]
}

function analyse(
  text: PolicyText,
  title: string,
  type: 'terms-of-service' | 'privacy-policy' | 'usage-guidelines',
): Read {
  const about = { platform: 'AI21 Labs', document: title }
  const blocks = classifierBlocks(text)
  const facts = factsOfText(readFacts(blocks.blocks, about), blocks, text)
  const answers = answersOfText(classifier.classify(blocks.blocks, about), blocks, text)
  const { provisions } = followProvisions(text, answers, facts, null)
  return {
    facts,
    wordings: provisions.map(({ wording }) => wording!),
    explained: provisions.map(({ first, last, wording }) =>
      explain(
        {
          platform: 'AI21 Labs',
          document: { title, type },
          text,
          blocks: { first, last },
          quote: wording!.exact,
          types: wording!.types,
          severity: wording!.severity,
          facts,
          provisions: [],
          documents: [],
        },
        knowledge,
      ),
    ),
  }
}

/** The clause that the page of the seed quotes, as a document of its own, with the contact that the page names. */
function clause(page: number, contact = ''): Read & { only: Wording; says: Explanation } {
  const source = texts[page] ?? ''
  const quote = /"([^"]+?)— Excerpt from/.exec(source)?.[1] ?? /clause language\n(.+)/.exec(source)?.[1] ?? ''
  expect(quote.length).toBeGreaterThan(80)
  const ofPrivacy = !/Terms of Use$/m.test(/— Excerpt from .*$/m.exec(source)?.[0] ?? 'Privacy Policy')
  const [title, type] = ofPrivacy
    ? (['Privacy Policy', 'privacy-policy'] as const)
    : (['Terms of Use', 'terms-of-service'] as const)
  const blocks = [quote.trim(), contact].filter(Boolean).map((text) => ({
    kind: 'paragraph' as const,
    depth: 0,
    number: null,
    headingPath: [],
    text,
    links: [],
  }))
  const read = analyse({ format: 1, blocks }, title, type)
  return { ...read, only: read.wordings[0]!, says: read.explained[0]! }
}

const shorts = ({ law }: Explanation): readonly string[] => law.map(({ short }) => short)
const sections = ({ law }: Explanation, of: string): readonly string[] =>
  law.find(({ regulation }) => regulation === of)?.sections.map(({ section }) => section) ?? []

describe.skipIf(!present)('the clauses of ../shared/seeds (skipped where that folder is not)', () => {
  it('a ban on building rivals with outputs', () => {
    const { only, says, facts } = clause(0)
    expect(only.types[0]).toBe('competitive-use')
    expect(only.severity).toBe('medium')
    expect(facts).toContainEqual(expect.objectContaining({ fact: 'competition.ban', value: true }))
    expect(sections(says, 'sherman')).toContain('§ 1')
    expect(sections(says, 'tfeu-101-102')).toEqual(['Art. 101', 'Art. 102'])
    expect(sections(says, 'us-copyright')).toContain('§ 107')
    expect(says.impact.researchers).toMatch(/benchmark/)
    expect(says.actions.map(({ id }) => id)).toContain('seek-research-permission')
    // The reader's own training is forbidden: there is nothing to opt out of.
    expect(says.actions.map(({ id }) => id)).not.toContain('opt-out-of-training')
    expect(says.agencies.map(({ id }) => id)).toEqual(expect.arrayContaining(['doj-antitrust', 'ftc']))
    expect(says.breach).not.toBeNull()
  })

  it('training unless a separate written agreement forbids it', () => {
    const { only, says, facts } = clause(1)
    expect(only).toMatchObject({ severity: 'high' })
    expect(only.types[0]).toBe('model-training')
    expect(Object.fromEntries(facts.map(({ fact, value }) => [fact, value]))).toMatchObject({
      'training.stance': 'default-on',
      'training.optOutRoute': ['contract'],
    })
    expect(sections(says, 'gdpr')).toEqual(expect.arrayContaining(['Art. 5', 'Art. 6', 'Art. 13']))
    expect(sections(says, 'eu-ai-act')).toContain('Art. 53')
    expect(sections(says, 'ccpa')).toContain('§ 1798.120')
    expect(says.actions[0]?.whoCanUseIt).toContain('separately signed agreement')
    expect(says.whatItIs).toMatch(/makes an exception: “unless [^”]+”/)
    expect(says.note).toContain('not public')
    expect(says.exposure.rating).toBe('high')
  })

  it('data of enterprise customers under another agreement', () => {
    const { only, says } = clause(2)
    expect(only.types).toEqual(expect.arrayContaining(['processor-terms', 'incorporation']))
    expect(only.severity).not.toBe('high')
    expect(sections(says, 'gdpr')).toContain('Art. 28')
    expect(shorts(says)).toEqual(expect.arrayContaining(['UK GDPR', 'CCPA/CPRA']))
    expect(says.note).toContain('cannot be assessed')
    expect(says.exposure.rating).toBe('medium')
    expect(says.impact.endUsers).toContain('two contracts')
    expect(says.dueDiligence.join(' ')).toMatch(/sub-processors/)
    expect(says.incorporated).toContainEqual({
      name: 'Data Processing Agreement',
      state: 'not-public',
      href: null,
      here: true,
    })
    expect(says.flags.filter(({ kind }) => kind === 'sector').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['health', 'finance', 'legal']),
    )
  })

  it('training with measures that nobody can hold the platform to', () => {
    const { only, says } = clause(3, 'For privacy requests write to privacy@example.com.')
    expect(only).toMatchObject({ severity: 'high' })
    expect(only.types[0]).toBe('model-training')
    expect(only.reasons.join(' ')).toMatch(/reasonable/)
    expect(says.whyItMatters).toMatch(/nothing to insist on/)
    const deletion = says.actions.find(({ id }) => id === 'request-deletion')
    expect(deletion?.route).toContain('privacy@example.com')
    const periods = Object.fromEntries(deletion?.answers.map(({ short, period }) => [short, period]) ?? [])
    expect(periods['GDPR']).toMatch(/^1 month/)
    expect(periods['CCPA/CPRA']).toMatch(/^45 days/)
    expect(says.agencies.map(({ id }) => id)).toEqual(expect.arrayContaining(['edpb', 'cppa', 'ftc']))
  })
})

describe.skipIf(!present)('the guidelines of ../shared/seeds', () => {
  const read = () =>
    extract({
      bytes: Buffer.from(texts[4] ?? ''),
      mediaType: 'text/markdown; charset=utf-8',
      url: null,
      declared: { platform: 'AI21 Labs', title: 'Usage Guidelines', type: 'usage-guidelines' },
      receivedAt: '2026-05-02T12:00:00Z',
    })

  it('are a policy with boxed examples under their rules, and numbers that go on after a box', async () => {
    const { verdict, text } = await read()
    expect(verdict).toBe('policy')
    const notes = text.blocks.filter(({ kind }) => kind === 'note')
    expect(notes.filter(({ text: words }) => words !== 'Example')).toHaveLength(3)
    expect(text.blocks.flatMap(({ kind, number }) => (kind === 'item' ? [number] : []))).toEqual([
      '1',
      'i',
      'ii',
      'iii',
      '2',
      'i',
      'ii',
      'iii',
      '3',
      '4',
      '5',
    ])
    // A sentence that the page broke in two is one again.
    expect(text.blocks.filter(({ kind, text: words }) => kind === 'paragraph' && /^\p{Ll}/u.test(words))).toEqual([])
  })

  it('print a relative date, which stays as printed with the range that it implies', async () => {
    const { stated, effective } = await read()
    expect(stated).toMatchObject({ kind: 'approximate', printed: expect.stringContaining('4 months ago') })
    expect(stated).toMatchObject({ from: '2025-12-02', to: '2026-01-02' })
    expect(effective).toBeNull()
  })

  it('give a contact for safety, and rules that are explained each in its own way', async () => {
    const { text } = await read()
    const { facts, wordings, explained } = analyse(text, 'Usage Guidelines', 'usage-guidelines')
    expect(facts).toContainEqual(
      expect.objectContaining({ fact: 'contact.safety', value: [expect.stringMatching(/^safety@/)] }),
    )
    const types = new Set(wordings.flatMap((wording) => wording.types))
    for (const type of ['prohibited-use', 'ai-disclosure', 'termination-suspension', 'changes-to-terms'] as const)
      expect(types).toContain(type)
    expect(new Set(explained.map(({ whatItIs }) => whatItIs)).size).toBe(explained.length)
  })
})
