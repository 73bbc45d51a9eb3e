/** Fictional documents, read as Markdown and compared: kind, weight and effects of each pair stand beside it. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { extract } from '../../src/stages/3-extract/index.ts'
import { align, describe as describeChange } from '../../src/stages/4-compare/index.ts'

const CASES = path.join(import.meta.dirname, 'compare')

type Expected = {
  readonly kind: string
  readonly severity: string
  readonly direction: string
  readonly effects?: readonly string[]
}

async function read(name: string, side: string) {
  const bytes = readFileSync(path.join(CASES, name, `${side}.md`))
  const declared = { platform: 'Larkfield Labs', title: 'Terms of Service', type: 'terms-of-service' as const }
  return (await extract({ bytes, mediaType: 'text/markdown', url: null, declared })).text
}

describe('comparing recorded texts', () => {
  it.each(readdirSync(CASES))('%s', async (name) => {
    const expected = JSON.parse(readFileSync(path.join(CASES, name, 'expected.json'), 'utf8')) as Expected
    const [before, after] = [await read(name, 'old'), await read(name, 'new')]
    const { kind, severity, direction, effects, reasons } = describeChange(align(before, after), {
      old: { text: before },
      new: { text: after },
      platform: 'Larkfield Labs',
      documentType: 'terms-of-service',
    })
    expect({
      kind,
      severity,
      direction,
      reasons,
      ...(expected.effects ? { effects: effects.map(({ effect }) => effect) } : {}),
    }).toMatchObject(expected)
  })
})
