/** Laws and their sections as a language model names them, looked up in the knowledge; what is not in it is not shown. */
import type { Knowledge, Regulation } from '../../../core/knowledge.ts'

/** "Art. 12(3)", "Article 12 (3)" and "12(3)" are the same section; so are "§ 5", "Sec. 5" and "Section 5". */
const SECTION_WORD = /\b(?:articles?|art|sections?|sec|paragraphs?|para|§+)\b\.?|§+|\s/gi

export function findRegulation(knowledge: Knowledge, name: string): Regulation | null {
  const wanted = folded(name)
  if (wanted === '') return null
  for (const regulation of knowledge.regulations.values()) {
    if (namesOf(regulation).some((known) => folded(known) === wanted)) return regulation
  }
  return null
}

/** The key of a section in the knowledge; null where the law is known and this section of it is not. */
export function findSection(regulation: Regulation, section: string): string | null {
  const wanted = section.toLowerCase().replace(SECTION_WORD, '')
  const keys = Object.keys(regulation.sections)
  return keys.find((key) => key.toLowerCase().replace(SECTION_WORD, '') === wanted) ?? null
}

/** "GDPR", "the General Data Protection Regulation", "Regulation (EU) 2016/679"; both halves of "CCPA/CPRA". */
export function namesOf({ id, title, short, citation }: Regulation): readonly string[] {
  return [id, title, short, citation, ...(/^[A-Z]+\/[A-Z]+$/.test(short) ? short.split('/') : [])]
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
