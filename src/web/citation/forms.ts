/** A citation as reference managers read it: CSL-JSON, BibTeX, RIS. Texts of others cannot break out of a field. */
import { type Cited, noteOf } from './cited-record.ts'

export const CITATION_FORMS = {
  'citation.json': { label: 'CSL-JSON', mediaType: 'application/vnd.citationstyles.csl+json', write: cslJson },
  'citation.bib': { label: 'BibTeX', mediaType: 'application/x-bibtex; charset=utf-8', write: bibTex },
  'citation.ris': { label: 'RIS', mediaType: 'application/x-research-info-systems; charset=utf-8', write: ris },
} as const
export type CitationFile = keyof typeof CITATION_FORMS

export function isCitationFile(name: string): name is CitationFile {
  return Object.hasOwn(CITATION_FORMS, name)
}

function cslJson(cited: Cited): string {
  const item = {
    id: cited.id,
    type: 'webpage',
    title: cited.title,
    author: [{ literal: cited.platform }],
    'container-title': cited.archive,
    archive: cited.archive,
    archive_location: cited.id,
    issued: dateParts(cited.at),
    accessed: dateParts(cited.accessedOn),
    URL: cited.url,
    note: noteOf(cited),
    ...(cited.language ? { language: cited.language } : {}),
  }
  return `${JSON.stringify([item], null, 2)}\n`
}

function dateParts(at: string): { 'date-parts': [number[]] } {
  return { 'date-parts': [at.slice(0, 10).split('-').map(Number)] }
}

function bibTex(cited: Cited): string {
  const fields = [
    // Doubled braces: a name is one word, and keeps its capitals.
    ['author', `{${texText(cited.platform)}}`],
    ['title', `{${texText(cited.title)}}`],
    ['howpublished', texText(cited.archive)],
    ['year', cited.at.slice(0, 4)],
    ['date', cited.at.slice(0, 10)],
    ['url', cited.url],
    ['urldate', cited.accessedOn],
    ['note', texText(noteOf(cited))],
  ]
  return `@misc{${cited.id},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash ',
  '~': '\\textasciitilde ',
  '^': '\\textasciicircum ',
}

function texText(text: string): string {
  return oneLine(text).replace(/[\\~^]|[{}&%$#_]/g, (character) => TEX[character] ?? `\\${character}`)
}

function ris(cited: Cited): string {
  const lines = [
    ['TY', 'ELEC'],
    ['AU', cited.platform],
    ['TI', cited.title],
    ['PB', cited.archive],
    ['PY', cited.at.slice(0, 4)],
    ['DA', cited.at.slice(0, 10).replaceAll('-', '/')],
    ['UR', cited.url],
    ['Y2', cited.accessedOn.replaceAll('-', '/')],
    ['AN', cited.id],
    ['N1', noteOf(cited)],
    ['ER', ''],
  ]
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value!)}\r\n`).join('')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
