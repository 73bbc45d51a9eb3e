/** What was made for the last keys asked for: kept in two generations, of which the older goes when the younger is full. */
export type Recent<Value extends NonNullable<unknown>> = {
  /** The kept value of a key, or else what `make` makes of it. */
  recall(key: string, make: () => Value): Value
}

/** `sizeOf` in any unit; each generation holds at most `generationSize` of it, one value that is larger apart. */
export function createRecent<Value extends NonNullable<unknown>>(
  generationSize: number,
  sizeOf: (key: string, value: Value) => number,
): Recent<Value> {
  let young = new Map<string, Value>()
  let old = new Map<string, Value>()
  let held = 0
  return {
    recall(key, make) {
      const known = young.get(key)
      if (known !== undefined) return known
      const value = old.get(key) ?? make()
      const size = sizeOf(key, value)
      held += size
      if (held > generationSize) {
        old = young
        young = new Map()
        held = size
      }
      young.set(key, value)
      return value
    },
  }
}
