/** Notes that a language model wrote on a passage: labelled with its name and day, apart from what the archive itself says. */
import { packageKnowledge } from '../../service/knowledge.ts'
import type { KeptAnnotation } from '../../store/annotation.ts'
import { dayWords } from '../date.ts'

export function ReadingNotes({ kept: { annotation, madeAt } }: { kept: KeptAnnotation }) {
  const { by, notes, laws } = annotation
  return (
    <details class="reading-notes">
      <summary>Notes by a language model</summary>
      <ul>
        {notes.map(({ text, quote }) => (
          <li>
            {text} <q>{quote}</q>
          </li>
        ))}
        {laws.map(({ regulation, section, question }) => (
          <li>
            To look into: {question} <span class="quiet">({lawWords(regulation, section)})</span>
          </li>
        ))}
      </ul>
      <p class="quiet">
        Written by {by.name} on {dayWords(madeAt)}, from this passage alone (prompt {by.promptVersion}). Quotations,
        numbers, dates and laws were checked; the sentences are the model’s, and change nothing in this record.
      </p>
    </details>
  )
}

function lawWords(regulation: string, section: string | null): string {
  const short = packageKnowledge().regulations.get(regulation)?.short ?? regulation
  return section === null ? short : `${short}, ${section}`
}
