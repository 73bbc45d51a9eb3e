/** What a language model wrote, read by schema; null for anything else. Its words are not trusted yet: see `check.ts`. */
import { z } from 'zod'
import { SUBJECT_SIDES } from '../../../core/analyst.ts'

const MAX_NOTES = 4
const MAX_LAWS = 3

const Answer = z.object({
  notes: z.array(z.object({ text: z.string(), quote: z.string(), side: z.enum(SUBJECT_SIDES) })).default([]),
  laws: z.array(z.object({ law: z.string(), section: z.string().nullish(), question: z.string() })).default([]),
})
export type ModelAnswer = z.infer<typeof Answer>

/** Models wrap JSON in prose and code fences: the outermost braces count. More than was asked for is left away. */
export function parseAnswer(text: string): ModelAnswer | null {
  const from = text.indexOf('{')
  const to = text.lastIndexOf('}')
  if (from < 0 || to < from) return null
  let value: unknown
  try {
    value = JSON.parse(text.slice(from, to + 1))
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
  const parsed = Answer.safeParse(value)
  if (!parsed.success) return null
  return { notes: parsed.data.notes.slice(0, MAX_NOTES), laws: parsed.data.laws.slice(0, MAX_LAWS) }
}
