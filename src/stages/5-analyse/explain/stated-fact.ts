/** What a document states, by the name of the fact. */
import type { Fact, FactName } from '../../../core/provision.ts'

/** The value of a stated fact; undefined where it is not stated or the version was not assessed. */
export function factValue(facts: readonly Fact[] | null, name: FactName): Fact['value'] | undefined {
  return facts?.find(({ fact }) => fact === name)?.value
}

export function textFact(facts: readonly Fact[] | null, name: FactName): string | undefined {
  const value = factValue(facts, name)
  return typeof value === 'string' ? value : undefined
}

export function numberFact(facts: readonly Fact[] | null, name: FactName): string | undefined {
  const value = factValue(facts, name)
  return typeof value === 'number' ? String(value) : undefined
}

export function listFact(facts: readonly Fact[] | null, name: FactName): readonly string[] {
  const value = factValue(facts, name)
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}
