/** `clausewatch add URL` follows one more document; `clausewatch add FILE` supplies the text of one that is known. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Command, Option } from 'commander'
import { DOCUMENT_TYPES, type DocumentType } from '../../core/document.ts'
import { ClausewatchError } from '../../core/error.ts'
import { formatId } from '../../core/id.ts'
import { discoverDocument } from '../../service/catalogue/discover.ts'
import { openDiscoverer } from '../../service/catalogue/discoverer.ts'
import { type CataloguePlatform, parsePlatformFile, writePlatformFile } from '../../service/catalogue/format.ts'
import { defaultCatalogues } from '../../service/catalogue/load.ts'
import { readSettings } from '../../service/settings.ts'
import { supplyDocument } from '../../service/supply.ts'
import type { CommandContext } from '../context.ts'

type Options = {
  readonly data: string
  readonly catalogue?: string
  readonly platform?: string
  readonly title?: string
  readonly type?: DocumentType
  readonly browser?: boolean
  readonly document?: string
  readonly note?: string
  readonly json?: boolean
}

export function registerAdd(program: Command, { terminal, env }: CommandContext): void {
  const addFile = async (file: string, document: string, { data, catalogue, note = '', json }: Options) => {
    const result = await supplyDocument(
      {
        folder: data,
        catalogues: [...defaultCatalogues(data), ...(catalogue ? [catalogue] : [])],
        settings: readSettings(env),
      },
      { file, document, note },
    )
    if (json) return terminal.print(JSON.stringify(result))
    const changes = result.changes.map((number) => formatId('change', number)).join(', ')
    const what = changes
      ? `changed: ${changes}`
      : result.newVersion
        ? 'a version of its own'
        : 'the text that was supplied before'
    terminal.print(
      result.verdict === 'policy'
        ? `supplied for ${document}: ${what}`
        : `kept as supplied for ${document}, and no version: ${result.verdict}: ${result.reason}`,
    )
  }
  program
    .command('add <url-or-file>')
    .description(
      'follow one more document: finds platform, title and type, and writes its catalogue file; or, with --document, take in a file as the text of a document',
    )
    .option('--data <folder>', 'folder of the archive, whose catalogue/ gets the file', './data')
    .option('--catalogue <folder>', 'another folder for the file')
    .option('--platform <name>', 'name of the platform (default: what the page says)')
    .option('--title <title>', 'title of the document (default: what the page says)')
    .addOption(
      new Option('--type <type>', 'type of the document (default: by title and address)').choices(
        Object.keys(DOCUMENT_TYPES),
      ),
    )
    .option('--browser', 'the page needs scripts')
    .option(
      '--document <platform/document>',
      'take in a file (HTML, PDF, Markdown, text) as the text of this document: marked as supplied, never as captured',
    )
    .option('--note <words>', 'of a file: where it is from, kept with it')
    .option('--json', 'print what was found as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  clausewatch add https://www.example.com/legal/terms --platform "Example"\n  clausewatch add terms.pdf --document example/terms-of-service --note "sent by mail on 3 May"',
    )
    .action(async (url: string, options: Options) => {
      if (options.document !== undefined) return addFile(url, options.document, options)
      if (!URL.canParse(url) || !/^https?:/i.test(url))
        throw new ClausewatchError(
          'url-malformed',
          `"${url}" is no web address`,
          'write it with https:// in front, or name the document that a file is of with --document',
        )
      const settings = readSettings(env)
      await using discoverer = openDiscoverer(settings)
      const { platform, title, type } = options
      const found = await discoverDocument(discoverer, url, {
        needsBrowser: options.browser ?? false,
        ...(platform ? { platform } : {}),
        ...(title ? { title } : {}),
        ...(type ? { type } : {}),
      })
      const file = addToCatalogue(options.catalogue ?? path.join(options.data, 'catalogue'), found)
      if (options.json) return terminal.print(JSON.stringify({ ...found, file }))
      terminal.print(
        `${found.platform.name} · ${found.document.title} (${found.document.type}, ${found.document.locale})`,
      )
      if (found.needsScripts)
        terminal.print(
          settings.browser
            ? `the page writes its text by scripts: it was opened with ${settings.browser}`
            : `note: the page writes its text by scripts, and cannot be read without a browser: ${settings.withoutBrowser}`,
        )
      if (found.verdict !== 'policy')
        terminal.print(
          `note: what the address gives now is no policy (${found.verdict}: ${found.reason}); it is followed all the same`,
        )
      for (const address of found.frames)
        terminal.print(`note: it shows a page of its own in a frame; perhaps that is the document: ${address}`)
      terminal.print(`written to ${file}; \`clausewatch check ${found.platform.slug}\` captures it now`)
    })
}

/** @throws ClausewatchError `document-known` where the platform has it already, `catalogue-malformed`. */
function addToCatalogue(
  folder: string,
  { platform, document }: Pick<CataloguePlatform, 'platform'> & { document: CataloguePlatform['documents'][number] },
): string {
  const file = path.join(folder, `${platform.slug}.yaml`)
  const known = existsSync(file) ? parsePlatformFile(readFileSync(file, 'utf8'), file) : { platform, documents: [] }
  const same = known.documents.find(
    (one) => one.slug === document.slug || one.sources.some(({ url }) => url === document.sources[0]!.url),
  )
  if (same)
    throw new ClausewatchError(
      'document-known',
      `${file} has "${same.title}" already`,
      'change the file by hand, or give the new one another --title',
    )
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, writePlatformFile({ platform: known.platform, documents: [...known.documents, document] }))
  return file
}
