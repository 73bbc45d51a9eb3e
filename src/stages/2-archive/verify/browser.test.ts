import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

test.each(sources)('%s runs in a browser: it imports its neighbours only, and uses nothing of Node', (name) => {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8')
  const imports = [...text.matchAll(/^import (type )?.*?from '([^']+)'/gms)]
  for (const [, isType, from] of imports) if (!isType) expect(from).toMatch(/^\.\/[\w-]+\.ts$/)
  expect(text).not.toMatch(/\b(Buffer|process|require)\b/)
})
