import { expect, test } from 'vitest'
import type { Extraction } from '../../core/reading.ts'
import { assemble } from './assemble.ts'

const part = (verdict: Extraction['verdict'], text: string, language = 'en'): Extraction => ({
  verdict,
  reason: `it is ${verdict}`,
  wall: null,
  title: text,
  language,
  stated: null,
  effective: null,
  text: { format: 1, blocks: [{ kind: 'paragraph', depth: 0, number: null, headingPath: [], text, links: [] }] },
  choiceControls: [{ kind: 'opt-out', label: 'Opt out', href: null }],
})

test('parts are joined in order, and are the document only when all are', () => {
  const whole = assemble([part('policy', 'One'), part('policy', 'Two')])
  expect(whole.text.blocks.map((block) => block.text)).toEqual(['One', 'Two'])
  expect([whole.verdict, whole.title, whole.language]).toEqual(['policy', 'One', 'en'])
  expect(whole.choiceControls).toHaveLength(1)
  const broken = assemble([part('policy', 'One'), part('blocked', 'Two', 'de')])
  expect([broken.verdict, broken.reason, broken.language]).toEqual(['blocked', 'source 2 of 2: it is blocked', null])
})

test('nothing cannot be assembled', () => {
  expect(() => assemble([])).toThrow(RangeError)
})
