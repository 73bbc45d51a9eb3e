import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { policyPage, rowsOf, TERMS_ONLY, termsWith } from '../../test/followed-site.ts'
import { writePlatformFile } from './catalogue/format.ts'
import { evidenceOf, verifyEvidence } from './evidence/index.ts'
import { readSettings } from './settings.ts'
import { supplyDocument } from './supply.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clausewatch-supply-'))
  await writeFile(path.join(folder, 'larkspur.yaml'), writePlatformFile(TERMS_ONLY))
})
afterEach(() => rm(folder, { recursive: true }))

async function supply(name: string, content: string, document = 'larkspur/terms') {
  const file = path.join(folder, name)
  await writeFile(file, content)
  const order = {
    folder: path.join(folder, 'data'),
    catalogues: [folder],
    settings: readSettings({ CLAUSEWATCH_BROWSER: 'off' }),
  }
  return supplyDocument(order, { file, document, note: 'sent by mail' })
}
const PAGE = policyPage('Terms of Service', termsWith())
const MARKDOWN = [
  '# Terms of Service',
  ...termsWith().flatMap(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs]),
]

describe('supplying a file', () => {
  it('needs nothing but a document that the catalogue knows', async () => {
    expect(await supply('terms.html', PAGE)).toMatchObject({ verdict: 'policy', newVersion: true })
    expect(await supply('terms.md', MARKDOWN.join('\n\n'))).toMatchObject({ verdict: 'policy' })
    expect(rowsOf(path.join(folder, 'data'), 'capture')).toMatchObject([
      { archive: 'supplied', media_type: 'text/html' },
      { archive: 'supplied', media_type: 'text/markdown' },
    ])
  })

  it('gives evidence that claims no more than that', async () => {
    await supply('terms.html', PAGE)
    const bytes = await evidenceOf(path.join(folder, 'data'), { kind: 'version', number: 1 })
    const verdict = await verifyEvidence(bytes!)
    expect(verdict).toMatchObject({ kind: 'holds' })
    const said = JSON.stringify(verdict)
    expect(said).toContain('supplied these bytes as the file \\"terms.html\\", with the words \\"sent by mail\\"')
    expect(said).not.toContain('received from')
  })

  it.each([
    ['terms.docx', 'x', 'larkspur/terms', 'file-unsupported'],
    ['terms.html', '', 'larkspur/terms', 'file-unsupported'],
    ['terms.html', PAGE, 'larkspur/privacy', 'document-unknown'],
    ['terms.html', PAGE, 'terms', 'document-unknown'],
  ])('refuses %s where it cannot be taken in', async (name, content, document, code) => {
    await expect(supply(name, content, document)).rejects.toMatchObject({ code, kind: 'input' })
  })
})
