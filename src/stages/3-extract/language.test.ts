import { expect, test } from 'vitest'
import { TRANSLATED } from '../../../test/corpus/extract/fictional-policy.ts'
import { languageOf } from './language.ts'

test.each(Object.keys(TRANSLATED))('%s is told by its words, whatever the page claims', (language) => {
  const texts = TRANSLATED[language]!.sections.flatMap((section) => section.paragraphs)
  expect(languageOf(texts, 'en')).toBe(language)
  expect(languageOf(texts, null)).toBe(language)
})

test('too little text has no language', () => {
  expect(languageOf(['Privacy Policy', 'Updated 3 May 2026'], 'en')).toBeNull()
})

test('a list of names in Latin letters is never a language of another script', () => {
  const names = Array.from({ length: 40 }, (_, i) => `Kestrel Hosting ${i} GmbH | Berlin | Storage`)
  expect(languageOf(names, null) ?? 'none').not.toMatch(/^(?:hi|ar|zh|ja|ru)$/)
})
