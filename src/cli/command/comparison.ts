/** `clausewatch comparison`: what platforms state, side by side. */
import { type Command, Option } from 'commander'
import { DOCUMENT_TYPES, type DocumentType } from '../../core/document.ts'
import { ClausewatchError } from '../../core/error.ts'
import { formatId } from '../../core/id.ts'
import { FACTS, type FactName, type FactValue } from '../../core/provision.ts'
import { openStore } from '../../store/index.ts'
import {
  COMPARED_FACTS,
  type ComparedDocument,
  cellOf,
  comparedDocuments,
  type FactShares,
  isFactName,
  sharesOf,
} from '../../store/view/comparison.ts'
import type { CommandContext, DataOptions } from '../context.ts'
import type { Terminal } from '../terminal.ts'

type Options = DataOptions & {
  readonly fact?: readonly string[]
  readonly platform?: readonly string[]
  readonly type?: readonly DocumentType[]
}

/** Answers that are printed of one fact where no fact was named. */
const MOST_ANSWERS = 4

export function registerComparison(program: Command, { terminal }: CommandContext): void {
  program
    .command('comparison')
    .description('compare what platforms state: training, arbitration, notice of changes, and more')
    .option('--data <folder>', 'folder of the archive', './data')
    .option('--fact <fact...>', 'what to compare, such as training.stance; without it, how often each answer is given')
    .option('--platform <slug...>', 'only these platforms')
    .addOption(new Option('--type <type...>', 'only documents of these types').choices(Object.keys(DOCUMENT_TYPES)))
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `\nExamples:\n  clausewatch comparison\n  clausewatch comparison --fact training.stance arbitration.mandatory\n\nFacts: ${FACTS.join(', ')}.\n\nOf every document the newest version counts. "not stated" is what an assessed document does not say; it is not "no".`,
    )
    .action(async ({ data, fact = [], platform, type, json }: Options) => {
      const facts = fact.map(toFactName)
      await using store = await openStore(data, { readOnly: true })
      const documents = await comparedDocuments(store.db, { platforms: platform, types: type })
      if (json) terminal.print(JSON.stringify(toJson(documents, facts)))
      else if (facts.length === 0) for (const name of COMPARED_FACTS) printShares(terminal, sharesOf(documents, name))
      else for (const name of facts) printFact(terminal, documents, name)
    })
}

function toFactName(name: string): FactName {
  if (isFactName(name)) return name
  throw new ClausewatchError('fact-unknown', `there is no fact "${name}"`, `name one of ${FACTS.join(', ')}`)
}

function printShares(terminal: Terminal, { fact, shares, stating, assessed }: FactShares): void {
  terminal.print(
    `${terminal.bold(fact)}  stated by ${stating.platforms} of ${assessed.platforms} platforms with an assessed document (${stating.texts} of ${assessed.texts} different texts)`,
  )
  for (const { value, platforms, texts } of shares.slice(0, MOST_ANSWERS))
    terminal.print(`  ${valueWords(value)}: ${platforms} platforms, ${texts} texts`)
  if (shares.length > MOST_ANSWERS) terminal.print(terminal.dim(`  and ${shares.length - MOST_ANSWERS} other answers`))
}

function printFact(terminal: Terminal, documents: readonly ComparedDocument[], fact: FactName): void {
  const { stating, assessed } = sharesOf(documents, fact)
  terminal.print(
    `${terminal.bold(fact)}  stated by ${stating.platforms} of ${assessed.platforms} platforms with an assessed document (${stating.texts} of ${assessed.texts} different texts)`,
  )
  for (const [name, ofPlatform] of Map.groupBy(documents, ({ platformName }) => platformName)) {
    const { answers, differs, notAssessed } = cellOf(ofPlatform, fact)
    if (answers.length === 0)
      terminal.print(terminal.dim(`  ${name}: ${notAssessed === ofPlatform.length ? 'not assessed' : 'not stated'}`))
    else terminal.print(`  ${name}:${differs ? ' differs' : ''}`)
    for (const { value, document } of answers)
      terminal.print(`    ${valueWords(value)}  (${document.documentTitle}, ${formatId('version', document.version)})`)
  }
}

function valueWords(value: FactValue): string {
  if (typeof value !== 'object') return String(value)
  return value.map((one) => (typeof one === 'string' ? one : `${one.what}: ${one.period}`)).join(', ')
}

function toJson(documents: readonly ComparedDocument[], facts: readonly FactName[]) {
  const names = facts.length > 0 ? facts : COMPARED_FACTS
  return {
    shares: names.map((name) => sharesOf(documents, name)),
    platforms: [...Map.groupBy(documents, ({ platformSlug }) => platformSlug)].map(([platform, ofPlatform]) => ({
      platform,
      name: ofPlatform[0]!.platformName,
      facts: Object.fromEntries(names.map((name) => [name, cellJson(ofPlatform, name)])),
    })),
  }
}

function cellJson(documents: readonly ComparedDocument[], fact: FactName) {
  return {
    differs: cellOf(documents, fact).differs,
    answers: documents.map(({ documentSlug, version, facts }) => ({
      document: documentSlug,
      version: formatId('version', version),
      ...(facts === null ? { value: 'not-assessed' } : (facts.get(fact) ?? { value: 'not-stated' })),
    })),
  }
}
