/** What is usual in a whole file: the size of its text, and how far its lines stand apart. */
import type { Column } from './layout.ts'
import type { Line } from './line.ts'

export type Usual = {
  readonly size: number
  /** Distance of two baselines of one paragraph. */
  leading(size: number): number
}

export function measureUsual(columns: readonly Column[]): Usual {
  const units = new Map<number, number>()
  const steps = new Map<number, number[]>()
  for (const { lines } of columns)
    lines.forEach((line, i) => {
      const size = rounded(line.size)
      units.set(size, (units.get(size) ?? 0) + line.text.length)
      const step = stepBetween(lines[i - 1], line)
      if (step === null) return
      const known = steps.get(size)
      if (known) known.push(step)
      else steps.set(size, [step])
    })
  const leadings = new Map([...steps].map(([size, found]) => [size, low(found)]))
  return { size: mostOf(units), leading: (size) => leadings.get(rounded(size)) ?? 1.25 * size }
}

function stepBetween(above: Line | undefined, line: Line): number | null {
  if (!above || rounded(above.size) !== rounded(line.size)) return null
  const step = line.y - above.y
  return step > 0.8 * line.size && step < 2.5 * line.size ? step : null
}

/** Lines of one paragraph stand closer than paragraphs do, and are most of what there is. */
function low(steps: readonly number[]): number {
  const sorted = [...steps].sort((a, b) => a - b)
  return sorted[Math.floor(0.2 * sorted.length)]!
}

function mostOf(units: ReadonlyMap<number, number>): number {
  let best = 10
  let most = 0
  for (const [size, count] of units) if (count > most) [best, most] = [size, count]
  return best
}

function rounded(size: number): number {
  return Math.round(2 * size) / 2
}
