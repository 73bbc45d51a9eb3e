import { describe, expect, it } from 'vitest'
import { productFiles, readTreeFile } from './source-tree.ts'

type Raised = { readonly code: string; readonly kind: string; readonly file: string }

/** Every `new ClausewatchError('code', …)` of the product; its kind is `input` where nothing is said. */
const raised: readonly Raised[] = productFiles.flatMap((file) => {
  const code = readTreeFile(file)
  return [...code.matchAll(/new ClausewatchError\(/g)].flatMap(({ index }): Raised[] => {
    const call = callAt(code, index)
    const name = /^new ClausewatchError\(\s*'([^']+)'/.exec(call)?.[1]
    // An error that another thread reported is made again from its fields.
    if (name === undefined) return []
    return [{ code: name, kind: /\bkind: '(\w+)'/.exec(call)?.[1] ?? 'input', file }]
  })
})

const documented = readTreeFile('docs/errors.md')
  .split('\n')
  .map((line) => /^\| `([^`]+)` \| (\w+) \| (.*) \| (.*) \|$/.exec(line))
  .filter((match) => match !== null)
  .map(([, code, kind, happened, remedy]) => ({ code: code!, kind: kind!, happened: happened!, remedy: remedy! }))

describe('docs/errors.md', () => {
  it('names every code that the product raises', () => {
    const known = new Set(documented.map(({ code }) => code))
    expect(raised.filter(({ code }) => !known.has(code))).toEqual([])
  })

  it('names no code that nothing raises', () => {
    const codes = new Set(raised.map(({ code }) => code))
    expect(documented.filter(({ code }) => !codes.has(code)).map(({ code }) => code)).toEqual([])
  })

  it('gives every code the kind that it has', () => {
    const kinds = new Map(documented.map(({ code, kind }) => [code, kind]))
    expect(raised.filter(({ code, kind }) => kinds.has(code) && kinds.get(code) !== kind)).toEqual([])
  })

  it('says once of each, in order, what happened and what to do', () => {
    const codes = documented.map(({ code }) => code)
    expect(codes).toEqual([...new Set(codes)].sort())
    for (const { happened, remedy } of documented) {
      expect(happened).toMatch(/^\S.*[.]$/)
      expect(remedy).toMatch(/^\S.*[.]$/)
    }
  })
})

/** The text of a call from its start to the bracket that closes it; brackets in strings do not count. */
function callAt(code: string, start: number): string {
  let depth = 0
  let quote = ''
  for (let i = code.indexOf('(', start); i < code.length; i++) {
    const char = code[i]!
    if (char === '\\') i++
    else if (quote) quote = char === quote ? '' : quote
    else if (char === "'" || char === '"' || char === '`') quote = char
    else if (char === '(') depth++
    else if (char === ')' && --depth === 0) return code.slice(start, i + 1)
  }
  return code.slice(start)
}
