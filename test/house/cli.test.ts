import { describe, expect, it } from 'vitest'
import { EXIT_CODES } from '../../src/cli/exit-code.ts'
import { commandsOf, helpOf, program, readReference, withCommands } from './cli-reference.ts'
import { productFiles, readTreeFile } from './source-tree.ts'

describe('docs/cli.md', () => {
  const text = readReference()

  it('lists the commands and options that there are (node test/house/cli-reference.ts --write)', async () => {
    expect(text).toBe(await withCommands(text))
  })

  it('says what every exit code means', () => {
    const rows = [...text.matchAll(/^\| (\d+) \| (\w+) \|/gm)].map(([, code, name]) => [name, Number(code)])
    expect(Object.fromEntries(rows)).toEqual(EXIT_CODES)
  })

  it('names every setting that is read, and no other', () => {
    const read = new Set(
      productFiles
        .filter((file) => /^src\/(cli|service)\//.test(file))
        .flatMap((file) => [...readTreeFile(file).matchAll(/CLAUSEWATCH_[A-Z_]+/g)].map(([name]) => name)),
    )
    const named = [...text.matchAll(/^\| `(CLAUSEWATCH_[A-Z_]+)` \|/gm)].map(([, name]) => name!)
    expect(named.sort()).toEqual([...read].sort())
  })
})

const all = await program()

describe('a command', () => {
  it.each(all.commands.map((command) => command.name()))('%s is found by its name alone', async (name) => {
    const alone = await program(name)
    expect(alone.commands.map((command) => command.name())).toContain(name)
    expect(alone.commands.length).toBeLessThan(6)
  })
})

describe('the help of', () => {
  it.each(commandsOf(all).map(({ name, command }) => [name, command] as const))(
    '`%s` has an example that names it',
    (name, command) => {
      const help = helpOf(command)
      const example = help.split(/\nExamples?:\n/)[1] ?? ''
      expect(example).toContain(`clausewatch ${name}`)
      expect(command.description()).not.toBe('')
      for (const option of command.options) expect(option.description).not.toBe('')
    },
  )
})
