import { describe, expect, it } from 'vitest'
import { importsOf, productFiles, readTreeFile } from './source-tree.ts'

/** DESIGN section 2: the same input gives the same output on every machine, years later. */
const PURE = /^src\/(core|stages\/(3-extract|4-compare|5-analyse|6-conform))\//

/** What of Node gives the same answer everywhere. */
const HARMLESS = new Set([
  'node:crypto',
  'node:zlib',
  'node:url',
  'node:buffer',
  'node:util',
  'node:path',
  'node:assert',
])

/** The PDF library lies beside its character maps, which belong to it as its code does. */
const ALLOWED = ['src/stages/3-extract/pdf/open.ts imports node:module']

const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b/, 'reads the clock'],
  [/\bnew Date\(\s*\)/, 'reads the clock'],
  [/\bperformance\./, 'reads the clock'],
  [/\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/, 'is random'],
  [/\bprocess\.(env|cwd|platform|argv|hrtime)\b/, 'reads its surroundings'],
  [/\bsetTimeout\b|\bsetInterval\b/, 'waits'],
  [/\bfetch\(/, 'goes out'],
  [
    /\bLocale(?:String|DateString|TimeString)\(\s*\)|\.localeCompare\(\s*[^,()]+\)/,
    "depends on the machine's language",
  ],
]

describe('pure rooms', () => {
  const files = productFiles.filter((file) => PURE.test(file))

  it('are there', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  it('import nothing that reads a disk, a network or another process', () => {
    const impure = files.flatMap((file) =>
      importsOf(file)
        .filter(({ specifier }) => specifier.startsWith('node:') && !HARMLESS.has(specifier))
        .map(({ specifier }) => `${file} imports ${specifier}`)
        .filter((found) => !ALLOWED.includes(found)),
    )
    expect(impure).toEqual([])
  })

  it('read no clock, no environment and no chance', () => {
    const impure = files.flatMap((file) => {
      const code = withoutComments(readTreeFile(file))
      return IMPURE.filter(([pattern]) => pattern.test(code)).map(([, what]) => `${file} ${what}`)
    })
    expect(impure).toEqual([])
  })
})

/** Comments may speak of the clock. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
