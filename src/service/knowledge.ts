/**
 * Reads `knowledge/` once: a YAML file for each provision type, regulation, agency and action, and one list each of
 * regions and sectors, held to `knowledge/knowledge.schema.json`. Files are written by people who know the law and not
 * the program, so that what is wrong is said with file, line and column, and every reference has to resolve.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { ClausewatchError } from '../core/error.ts'
import type {
  Action,
  Agency,
  AnswerPeriod,
  AnswerTime,
  Knowledge,
  KnowledgeFlag,
  LawCheck,
  LegalQuestion,
  ProvisionKnowledge,
  Region,
  Regulation,
  Sector,
} from '../core/knowledge.ts'
import { PROVISION_TYPES, type ProvisionType } from '../core/provision.ts'
import { type Condition, SIGNALS, type Signal } from '../core/signal.ts'
import { packageFolder } from './package-folder.ts'
import { parseYamlFile, type YamlFile } from './yaml-file.ts'

/** A part of the knowledge with the file it stands in, for as long as its references are followed. */
type Read<Item> = { readonly item: Item; readonly at: YamlFile['at'] }
type AnswerTimeFile = Omit<AnswerTime, 'period' | 'extension'> & { period: string; extension?: string }
type LawCheckFile = Pick<LawCheck, 'on'> &
  Partial<Pick<LawCheck, 'sections'>> & { against: readonly { title: string; address?: string }[] }
type RegulationFile = Omit<Regulation, 'answerTimes' | 'protects' | 'checked'> & {
  answerTimes?: AnswerTimeFile[]
  protects?: 'consumers' | 'businesses'
  checked?: LawCheckFile
}
type AgencyFile = Omit<Agency, 'checked'> & Partial<Pick<Agency, 'checked'>>
type AnswerFile = Omit<Action['answers'][number], 'when'> & { when?: readonly Condition[] }
type ActionFile = Omit<Action, 'request' | 'when' | 'variants' | 'answers'> &
  Partial<Pick<Action, 'request' | 'when' | 'variants'>> & { answers: AnswerFile[] }
type QuestionFile = Omit<LegalQuestion, 'when'> & Partial<Pick<LegalQuestion, 'when'>>
type TypeFile = Omit<ProvisionKnowledge, 'regulations' | 'readings' | 'additions'> &
  Partial<Pick<ProvisionKnowledge, 'readings' | 'additions'>> & { regulations: QuestionFile[] }

let own: Knowledge | null = null
/** What the package brings along; read at the first call. */
export function packageKnowledge(): Knowledge {
  own ??= readKnowledge(path.join(packageFolder(), 'knowledge'))
  return own
}

/** @throws ClausewatchError `knowledge-malformed` that names file, line and column. */
export function readKnowledge(folder: string): Knowledge {
  const schema = JSON.parse(readFileSync(path.join(packageFolder(), 'knowledge', 'knowledge.schema.json'), 'utf8'))
  const ajv = new Ajv({ allErrors: true }).addSchema(schema, 'knowledge')
  const form = (name: string): ValidateFunction => ajv.getSchema(`knowledge#/definitions/${name}`)!
  const each = <Item>(name: string, from: string): Read<Item>[] =>
    yamlFilesOf(folder, from).map((file) => {
      const { data, at } = parseYamlFile(read(folder, file), `knowledge/${file}`, form(name), malformed)
      const { id, type } = data as { id?: string; type?: string }
      if (`${id ?? type}.yaml` !== path.basename(file))
        throw malformed(`${at([id === undefined ? 'type' : 'id'])}: the file has to bear the name of its id`)
      return { item: data as Item, at }
    })
  const list = <Item>(name: string, file: string): Read<Item>[] => {
    const { data, at } = parseYamlFile(read(folder, file), `knowledge/${file}`, form(name), malformed)
    return (data as Item[]).map((item, index) => ({ item, at: (steps) => at([index, ...steps]) }))
  }
  const types = each<TypeFile>('type', 'provision-types')
  const regulations = each<RegulationFile>('regulation', 'regulations')
  const agencies = each<AgencyFile>('agency', 'agencies')
  const actions = each<ActionFile>('action', 'actions')
  const regions = list<Region>('regions', 'regions.yaml')
  const sectors = list<Sector>('sectors', 'sectors.yaml')

  const knowledge: Knowledge = {
    types: Object.fromEntries(types.map(({ item }) => [item.type, toType(item)])) as Knowledge['types'],
    regulations: byId(regulations.map(({ item }) => toRegulation(item))),
    agencies: byId(agencies.map(({ item }) => ({ ...item, checked: item.checked ?? null }))),
    actions: byId(actions.map(({ item }) => toAction(item))),
    regions: byId(regions.map(({ item }) => item)),
    sectors: byId(sectors.map(({ item }) => item)),
  }
  for (const type of PROVISION_TYPES)
    if (!knowledge.types[type]) throw malformed(`knowledge/provision-types/${type}.yaml:1:1: is missing`)
  for (const one of types) followType(knowledge, one)
  for (const { item, at } of regulations) {
    known(knowledge.regions, item.region, () => at(['region']), 'region')
    item.authorities.forEach((id, index) => {
      known(knowledge.agencies, id, () => at(['authorities', index]), 'agency')
    })
    item.answerTimes?.forEach(({ section }, index) => {
      if (!(section in item.sections))
        throw malformed(`${at(['answerTimes', index, 'section'])}: "${section}" is not among the sections above`)
    })
    item.checked?.sections?.forEach((section, index) => {
      if (!(section in item.sections))
        throw malformed(`${at(['checked', 'sections', index])}: "${section}" is not among the sections above`)
    })
  }
  for (const { item, at } of agencies) known(knowledge.regions, item.region, () => at(['region']), 'region')
  for (const { item, at } of actions) {
    followConditions([item, ...(item.variants ?? []), ...item.answers], at)
    item.answers.forEach(({ regulation, request }, index) => {
      const place = (): string => at(['answers', index])
      const { answerTimes } = known(knowledge.regulations, regulation, place, 'regulation')
      if (!answerTimes.some(({ requests }) => requests.includes(request)))
        throw malformed(`${place()}: ${regulation} sets no time for "${request}"`)
    })
  }
  for (const { item, at } of [...regions, ...sectors]) followFlags(knowledge, item.flags, at)
  return knowledge
}

function followType(knowledge: Knowledge, { item, at }: Read<TypeFile>): void {
  followConditions([...(item.readings ?? []), ...(item.additions ?? []), ...item.regulations], at)
  item.related.forEach((type, index) => {
    knownType(type, () => at(['related', index]))
  })
  item.actions.forEach((id, index) => {
    known(knowledge.actions, id, () => at(['actions', index]), 'action')
  })
  item.regulations.forEach(({ regulation, sections }, index) => {
    const place = (): string => at(['regulations', index])
    const law = known(knowledge.regulations, regulation, place, 'regulation')
    for (const section of sections)
      if (!(section in law.sections)) throw malformed(`${place()}: ${regulation} lists no section "${section}"`)
  })
}

/** Every condition names a signal; the place is that of the part as a whole, whose words are told. */
function followConditions(parts: readonly { when?: readonly Condition[] }[], at: YamlFile['at']): void {
  for (const condition of parts.flatMap(({ when }) => when ?? [])) {
    const signal = condition.replace(/^not /, '')
    if (!SIGNALS.includes(signal as Signal)) throw malformed(`${at([])}: there is no signal "${signal}"`)
  }
}

function followFlags(knowledge: Knowledge, flags: readonly KnowledgeFlag[], at: YamlFile['at']): void {
  flags.forEach(({ types, regulations }, index) => {
    const place = (): string => at(['flags', index])
    for (const type of types) knownType(type, place)
    for (const id of regulations) known(knowledge.regulations, id, place, 'regulation')
  })
}

/** "45 days", "15 business days", "1 month", "without delay", "reasonable time"; the schema lets nothing else through. */
function toPeriod(text: string): AnswerPeriod {
  const [, count, unit] = /^(\d+) (.+?)s?$/.exec(text) ?? []
  if (!count || !unit) return { count: null, unit: text.replace(' ', '-') as 'without-delay' | 'reasonable-time' }
  return { count: Number(count), unit: unit.replace(' ', '-') as 'day' | 'business-day' | 'working-day' | 'month' }
}

function toType({ regulations, readings = [], additions = [], ...rest }: TypeFile): ProvisionKnowledge {
  return { ...rest, readings, additions, regulations: regulations.map((one) => ({ ...one, when: one.when ?? [] })) }
}

function toAction({ request = null, when = [], variants = [], answers, ...rest }: ActionFile): Action {
  return { ...rest, request, when, variants, answers: answers.map((one) => ({ ...one, when: one.when ?? [] })) }
}

function toRegulation({ answerTimes = [], protects, checked, ...rest }: RegulationFile): Regulation {
  return {
    ...rest,
    protects: protects ?? null,
    checked: checked ? toCheck(checked, rest.sections) : null,
    answerTimes: answerTimes.map(({ period, extension, ...time }) => ({
      ...time,
      period: toPeriod(period),
      extension: extension ? toPeriod(extension) : null,
    })),
  }
}

function toCheck({ on, against, sections }: LawCheckFile, all: Regulation['sections']): LawCheck {
  return {
    on,
    against: against.map(({ title, address = null }) => ({ title, address })),
    sections: sections ?? Object.keys(all),
  }
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]))

function known<Item>(items: ReadonlyMap<string, Item>, id: string, place: () => string, noun: string): Item {
  const item = items.get(id)
  if (item === undefined) throw malformed(`${place()}: there is no ${noun} "${id}"`)
  return item
}

function knownType(type: ProvisionType, place: () => string): void {
  if (!PROVISION_TYPES.includes(type)) throw malformed(`${place()}: there is no provision type "${type}"`)
}

function yamlFilesOf(folder: string, below: string): string[] {
  const names = attempt(`${below}/`, () => readdirSync(path.join(folder, below)))
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${below}/${name}`)
}

const read = (folder: string, file: string): string =>
  attempt(file, () => readFileSync(path.join(folder, file), 'utf8'))

function attempt<Result>(file: string, action: () => Result): Result {
  try {
    return action()
  } catch (cause) {
    throw malformed(`knowledge/${file}:1:1: cannot be read`, cause)
  }
}

function malformed(what: string, cause?: unknown): ClausewatchError {
  return new ClausewatchError(
    'knowledge-malformed',
    what,
    'mend the file; its form is in knowledge/knowledge.schema.json',
    { cause },
  )
}
