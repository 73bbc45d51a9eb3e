import { describe, expect, it } from 'vitest'
import { toMatch } from './search.ts'

describe('what a person typed as a search expression', () => {
  it.each([
    ['arbitration', '"arbitration"'],
    ['class  action', '"class" "action"'],
    ['"class action" waiver', '"class action" "waiver"'],
    ['„Daten" nutzen', '"Daten" "nutzen"'],
    ['a OR b', '"a" "OR" "b"'],
    ['text:x*', '"text:x*"'],
    ['unfinished "phrase here', '"unfinished" "phrase here"'],
  ])('%s', (words, match) => expect(toMatch(words)).toBe(match))

  it.each(['', '   ', '"', '*', '-- ()'])('%j looks for nothing', (words) => expect(toMatch(words)).toBeNull())
})
