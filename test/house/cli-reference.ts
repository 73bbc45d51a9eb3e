/**
 * The commands part of `docs/cli.md`, made from the command line itself. `node test/house/cli-reference.ts --write`
 * brings the file up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { createProgram } from '../../src/cli/index.ts'
import { createTerminal } from '../../src/cli/terminal.ts'

const FILE = path.resolve(import.meta.dirname, '..', '..', 'docs', 'cli.md')
const [BEGIN, END] = ['<!-- commands: made by test/house/cli-reference.ts -->', '<!-- end of commands -->']

/** The program, with nothing run: all of it, or with the command of one name. */
export function program(only?: string): Promise<Command> {
  const context = {
    terminal: createTerminal({ out: process.stdout, err: process.stderr, env: {} }),
    stdin: process.stdin,
    env: {},
    signal: new AbortController().signal,
  }
  return createProgram(context, only)
}

/** Every command with its full name ("import ota"), without the group it stands in where that does nothing itself. */
export function commandsOf(command: Command, above = ''): { name: string; command: Command }[] {
  return command.commands.flatMap((one) => {
    const name = `${above}${one.name()}`
    return [...(one.commands.length ? [] : [{ name, command: one }]), ...commandsOf(one, `${name} `)]
  })
}

/** What `--help` prints, examples and all. */
export function helpOf(command: Command): string {
  let text = ''
  command.configureOutput({
    writeOut: (part) => {
      text += part
    },
    getOutHelpWidth: () => 200,
  })
  command.outputHelp()
  return text
}

export async function commandsReference(): Promise<string> {
  const sections = commandsOf(await program()).map(({ name, command }) => {
    const args = command.registeredArguments.map((one) =>
      one.required ? ` <${one.name()}${one.variadic ? '…' : ''}>` : ` [${one.name()}]`,
    )
    const options = command.options.map(({ flags, description, defaultValue, argChoices }) => {
      const notes = [
        argChoices && `one of ${argChoices.map((choice) => `\`${choice}\``).join(', ')}`,
        defaultValue !== undefined && typeof defaultValue !== 'boolean' && `default \`${String(defaultValue)}\``,
      ]
      return `- \`${flags}\`: ${[description, ...notes.filter(Boolean)].join('; ')}`
    })
    return [`### \`clausewatch ${name}${args.join('')}\``, '', `${command.description()}.`, '', ...options, ''].join(
      '\n',
    )
  })
  return sections.join('\n')
}

export const readReference = (): string => readFileSync(FILE, 'utf8')

export async function withCommands(text: string): Promise<string> {
  const [before, after] = [text.split(BEGIN)[0], text.split(END)[1]]
  return `${before}${BEGIN}\n\n${await commandsReference()}\n${END}${after}`
}

if (import.meta.main) {
  if (process.argv.includes('--write')) writeFileSync(FILE, await withCommands(readReference()))
  else process.stdout.write(await commandsReference())
}
