import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { productFiles, readTreeFile, textFiles, treeFiles } from './source-tree.ts'

const codeFiles = treeFiles.filter((file) => /\.(ts|tsx|mjs|js)$/.test(file) && !file.includes('/fixtures/'))

describe('files of the house', () => {
  it('have at most 400 lines where they are source', () => {
    // Tests are lists of cases, and may be longer.
    const long = codeFiles
      .filter((file) => !file.startsWith('test/') && !/\.test\.tsx?$/.test(file))
      .map((file) => ({ file, lines: readTreeFile(file).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 400)
    expect(long).toEqual([])
  })

  it('bear names that say what they hold, in kebab-case', () => {
    const vague = codeFiles.filter((file) =>
      file.split('/').some((part) => /^(.*-)?(utils?|helpers?|common|misc|managers?|handlers?)\d*(\.|$)/.test(part)),
    )
    const shouting = codeFiles.filter((file) => path.basename(file) !== path.basename(file).toLowerCase())
    expect({ vague, shouting }).toEqual({ vague: [], shouting: [] })
  })

  it('begin with what they are for', () => {
    const silent = productFiles.filter(
      (file) => !/^(#!.*\n)?(\/\*\*|\/\/)/.test(readTreeFile(file)) && readTreeFile(file).split('\n').length > 20,
    )
    expect(silent).toEqual([])
  })
})

describe('code of the house', () => {
  it('calls nothing a helper, a manager or a handler', () => {
    const vague = productFiles.flatMap((file) => {
      const names = readTreeFile(file).matchAll(
        /\b(?:function|class|const|type|interface)\s+(\w*(?:Util|Helper|Manager|Handler|Misc)s?)\b/g,
      )
      return [...names].map(([, name]) => `${file}: ${name}`)
    })
    expect(vague).toEqual([])
  })

  it('ends the process in one place only', () => {
    // Of the command line: a reader that went away (EPIPE) leaves nobody to give an exit code to.
    const ending = productFiles.filter((file) => /\bprocess\.(exit|abort)\(/.test(readTreeFile(file)))
    expect(ending.sort()).toEqual(['src/cli/index.ts', 'src/main.ts'])
  })

  it('catches nothing in silence', () => {
    const silent = productFiles.filter((file) => /catch\s*(\([^)]*\))?\s*\{\s*\}/.test(readTreeFile(file)))
    expect(silent).toEqual([])
  })

  it('leaves out no test without a reason', () => {
    const found = codeFiles
      .filter((file) => file !== 'test/house/habits.test.ts')
      .flatMap((file) => {
        const code = readTreeFile(file)
        const only = [...code.matchAll(/\b(?:it|test|describe)\.(?:only|todo)\b/g)].map(([what]) => `${file}: ${what}`)
        // `it.skip` never; `skipIf(condition)` and `context.skip(why)` say why.
        const skipped = [...code.matchAll(/\b(?:it|test|describe)\.skip\(/g)].map(([what]) => `${file}: ${what}`)
        const unsaid = [...code.matchAll(/\b(?:context|ctx|skip)(?:\.skip)?\(\s*\)/g)].map(
          ([what]) => `${file}: ${what}`,
        )
        return [...only, ...skipped, ...unsaid]
      })
    expect(found).toEqual([])
  })
})

describe('the repository', () => {
  const places: readonly (readonly [RegExp, string])[] = [
    [/(?<![\w.])\/(home|Users|root)\/[a-z]/, 'the home of a person'],
    [/(?<![\w./])\/work\/(main|shared|\.)/, 'a folder of one machine'],
    [/"resolved":|^registry\s*=|https?:\/\/(registry|npm)\.[a-z-]+/m, 'a registry'],
    [/-----BEGIN (EC |RSA |OPENSSH )?PRIVATE KEY-----\n[A-Za-z0-9+/]{40}/, 'a private key'],
  ]

  it('names no place of one machine, no registry and no secret', () => {
    const found = textFiles
      .filter((file) => file !== 'test/house/habits.test.ts')
      .flatMap((file) => {
        const text = readTreeFile(file)
        return places.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${file} names ${what}`)
      })
    expect(found).toEqual([])
  })

  it('keeps no archive, no build and no scratch file', () => {
    expect(
      treeFiles.filter((file) => /(^|\/)(dist|data|data-demo|node_modules)\/|\.(sqlite|orig|rej|log)$/.test(file)),
    ).toEqual([])
  })
})
