/** A YAML file held to a JSON Schema; what is wrong is said with the place in the file, for whoever wrote it by hand. */
import type { ErrorObject, ValidateFunction } from 'ajv'
import { type Document, isMap, LineCounter, parseDocument } from 'yaml'

type Step = string | number

export type YamlFile = {
  readonly data: unknown
  /** `file:line:column` of a value, or of its nearest parent that stands in the file. */
  readonly at: (steps: readonly Step[]) => string
}

/** @throws what `malformed` makes of a sentence that begins with `file:line:column`. */
export function parseYamlFile(
  text: string,
  file: string,
  validate: ValidateFunction,
  malformed: (what: string) => Error,
): YamlFile {
  const lines = new LineCounter()
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const first = yaml.errors[0]
  if (first) {
    const { line, col } = lines.linePos(first.pos[0])
    throw malformed(`${file}:${line}:${col}: not YAML: ${first.message}`)
  }
  const at = (steps: readonly Step[]): string => {
    const { line, col } = place(yaml, lines, steps)
    return `${file}:${line}:${col}`
  }
  const data: unknown = yaml.toJS()
  if (!validate(data)) throw malformed(schemaError(at, validate.errors ?? []))
  return { data, at }
}

function schemaError(at: YamlFile['at'], errors: readonly ErrorObject[]): string {
  // A misspelt key is also a missing one; its own name says more.
  const error = errors.find(({ keyword }) => keyword === 'additionalProperties') ?? errors[0]
  const steps = (error?.instancePath ?? '')
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')))
  const where = steps.length ? `${steps.join('.')} ` : ''
  if (error?.keyword !== 'additionalProperties')
    return `${at(steps)}: ${where}${error?.message ?? 'does not fit the schema'}`
  const extra = String(error.params.additionalProperty)
  return `${at([...steps, extra])}: ${where}has the unknown key "${extra}"`
}

function place(yaml: Document, lines: LineCounter, steps: readonly Step[]): { line: number; col: number } {
  for (let length = steps.length; length >= 0; length--) {
    const parent = yaml.getIn(steps.slice(0, length - 1), true)
    const key = steps[length - 1]
    // The key's own place says more than its value's where a key is unknown.
    const pair = length > 0 && isMap(parent) ? parent.items.find((item) => String(item.key) === String(key)) : undefined
    const node = (pair?.key ?? yaml.getIn(steps.slice(0, length), true)) as { range?: [number, number, number] } | null
    if (node?.range) return lines.linePos(node.range[0])
  }
  return { line: 1, col: 1 }
}
