import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { PROVISION_TYPES } from '../core/provision.ts'
import { packageKnowledge, readKnowledge } from './knowledge.ts'
import { packageFolder } from './package-folder.ts'

const knowledge = packageKnowledge()
const types = Object.values(knowledge.types)

/** Every string of a value, with the path to it. */
function textsOf(value: unknown, at: string): { at: string; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }]
  if (value instanceof Map) return [...value].flatMap(([key, one]) => textsOf(one, `${at}.${key}`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, `${at}.${key}`))
}

describe('knowledge', () => {
  it('has every provision type once, at least 40 laws and at least 30 authorities', () => {
    expect(types.map(({ type }) => type).sort()).toEqual([...PROVISION_TYPES].sort())
    expect(knowledge.regulations.size).toBeGreaterThanOrEqual(40)
    expect(knowledge.agencies.size).toBeGreaterThanOrEqual(30)
  })

  it('uses every law in a type, and every action', () => {
    const laws = new Set(types.flatMap(({ regulations }) => regulations.map(({ regulation }) => regulation)))
    expect([...knowledge.regulations.keys()].filter((id) => !laws.has(id))).toEqual([])
    const actions = new Set(types.flatMap((type) => type.actions))
    expect([...knowledge.actions.keys()].filter((id) => !actions.has(id))).toEqual([])
  })

  it('relates no type to itself', () => {
    expect(types.filter(({ type, related }) => related.includes(type))).toEqual([])
  })

  it('pastes no sentence twice', () => {
    const places = new Map<string, string[]>()
    for (const { at, text } of textsOf(knowledge, 'knowledge').filter(({ at }) => !at.endsWith('.citation')))
      for (const sentence of text.split(/(?<=[.?])\s+/)) {
        // Ids, names and "[Name, date]" recur; a sentence has some words.
        if (!/[.?]$/.test(sentence) || sentence.split(' ').length < 4) continue
        const key = sentence.toLowerCase().replace(/[^a-z ]/g, '')
        places.set(key, [...(places.get(key) ?? []), at])
      }
    expect(places.size).toBeGreaterThan(1000)
    expect([...places].filter(([, found]) => found.length > 1)).toEqual([])
  })

  it('keeps times to answer in the unit of the law', () => {
    const time = (id: string, request: string) =>
      knowledge.regulations.get(id)?.answerTimes.find(({ requests }) => requests.some((one) => one === request))
    expect(time('gdpr', 'access')).toMatchObject({
      period: { count: 1, unit: 'month' },
      extension: { count: 2, unit: 'month' },
      section: 'Art. 12(3)',
    })
    expect(time('ccpa', 'deletion')?.period).toEqual({ count: 45, unit: 'day' })
    expect(time('ccpa', 'opt-out-of-sale')?.period).toEqual({ count: 15, unit: 'business-day' })
    expect(time('nz-privacy', 'access')?.period).toEqual({ count: 20, unit: 'working-day' })
    expect(time('appi', 'correction')?.section).toBe('Art. 34')
    expect(time('pipa', 'deletion')?.period).toEqual({ count: 10, unit: 'day' })
    expect(time('pipl', 'deletion')).toBeUndefined()
    expect(time('appi', 'access')).toMatchObject({ period: { count: null, unit: 'without-delay' }, extension: null })
  })
})

describe('what was checked against a text of the law', () => {
  it('says for each law on which day, in what, and which sections', () => {
    const checks = [...knowledge.regulations.values()].flatMap(({ sections, checked }) =>
      checked ? [{ sections, checked }] : [],
    )
    expect(checks.length).toBeGreaterThan(40)
    for (const { sections, checked } of checks) {
      expect(checked.on).toMatch(/^20\d\d-\d\d-\d\d$/)
      expect(Object.keys(sections)).toEqual(expect.arrayContaining([...checked.sections]))
    }
  })

  it('covers all sections where none is singled out, and only those that are', () => {
    const gdpr = knowledge.regulations.get('gdpr')!
    expect(gdpr.checked?.sections).toEqual(Object.keys(gdpr.sections))
    const partly = [...knowledge.regulations.values()].filter(
      ({ sections, checked }) => checked !== null && checked.sections.length < Object.keys(sections).length,
    )
    expect(partly).not.toEqual([])
  })

  it('is null for a law that nobody looked up', () => {
    expect(knowledge.regulations.get('us-contract-law')?.checked).toBeNull()
  })
})

describe('a damaged file of knowledge', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  })

  const withFile = (file: string, change: (text: string) => string): (() => void) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'knowledge-'))
    folders.push(folder)
    cpSync(path.join(packageFolder(), 'knowledge'), folder, { recursive: true })
    const text = readFileSync(path.join(folder, file), 'utf8')
    expect(change(text)).not.toBe(text)
    writeFileSync(path.join(folder, file), change(text))
    return () => readKnowledge(folder)
  }

  it.each([
    ['actions/plan-exit.yaml', (text: string) => text.replace('title:', 'titel:'), /:2:1: has the unknown key "titel"/],
    [
      'agencies/ftc.yaml',
      (text: string) => text.replace('united-states', 'atlantis'),
      /:3:1: there is no region "atlantis"/,
    ],
    ['regulations/coppa.yaml', (text: string) => text.replace('- ftc', '- fcc'), /there is no agency "fcc"/],
    ['regulations/gdpr.yaml', (text: string) => text.replace('1 month', '1 moon'), /period must match pattern/],
    [
      'regulations/gdpr.yaml',
      (text: string) => text.replace('  Art. 22:', '  Art. 222:'),
      /gdpr lists no section "Art. 22"/,
    ],
    [
      'regulations/gdpr.yaml',
      (text: string) => `${text}  sections:\n    - Art. 999\n`,
      /:\d+:\d+: "Art\. 999" is not among the sections above/,
    ],
    ['regulations/gdpr.yaml', (text: string) => text.replace('id: gdpr', 'id: gdrp'), /has to bear the name of its id/],
    [
      'provision-types/arbitration.yaml',
      (text: string) => text.replace('- class-action', '- klass-action'),
      /no provision type/,
    ],
    [
      'sectors.yaml',
      (text: string) => text.replace('- id: health', '- id: [health'),
      /^knowledge\/sectors\.yaml:\d+:\d+: not YAML/,
    ],
  ])('%s is refused with its place', (file, change, message) => {
    expect(withFile(file, change)).toThrow(
      expect.objectContaining({ code: 'knowledge-malformed', message: expect.stringMatching(message) }),
    )
  })
})
