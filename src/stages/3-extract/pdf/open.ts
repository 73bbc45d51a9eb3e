/**
 * The one place that knows the PDF library. It is loaded when the first PDF is read, runs without worker, canvas,
 * fonts of the machine or scripts, and whatever it rejects becomes a reason for a person.
 */
import { createRequire } from 'node:module'
import path from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import { inflatesWithin } from './inflated.ts'
import { MAX_INFLATED_BYTES, MAX_PAGES } from './limits.ts'

export type OpenPdf = {
  readonly pageCount: number
  /** As the file's own properties say; rarely of use. */
  readonly title: string | null
  readonly language: string | null
  readonly isForm: boolean
  page(number: number): Promise<PDFPageProxy>
  close(): Promise<void>
}

export type Refused = { readonly unreadable: string; readonly isDamaged?: boolean }

export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | Refused> {
  if (!inflatesWithin(bytes, MAX_INFLATED_BYTES))
    return { unreadable: 'the PDF file unpacks to far more data than any document has' }
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // The library takes the buffer away from its owner.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    // Names of fonts are handed out only together with the rest of what a font says.
    fontExtraProperties: true,
    useWorkerFetch: false,
    useWasm: false,
    // Pictures are never decoded.
    maxImageSize: 1,
    cMapUrl: characterMaps(),
  } as Parameters<typeof getDocument>[0])
  try {
    const document = await task.promise
    if (document.numPages > MAX_PAGES) {
      await task.destroy()
      return { unreadable: `the PDF file has ${document.numPages} pages, more than the ${MAX_PAGES} that are read` }
    }
    return { ...(await properties(document)), page: (number) => document.getPage(number), close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    return refusal(error)
  }
}

/** Tables that say which letters the codes of East Asian fonts stand for; they are part of the library's package. */
function characterMaps(): string {
  const packageFile = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
  return `${path.dirname(packageFile)}/cmaps/`
}

async function properties(
  document: PDFDocumentProxy,
): Promise<{ pageCount: number; title: string | null; language: string | null; isForm: boolean }> {
  const { info } = await document.getMetadata()
  const said = info as { readonly [key: string]: unknown }
  return {
    pageCount: document.numPages,
    title: typeof said.Title === 'string' ? said.Title : null,
    language: typeof said.Language === 'string' ? said.Language : null,
    isForm: said.IsXFAPresent === true,
  }
}

function refusal(error: unknown): Refused {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  if (name === 'PasswordException') return { unreadable: 'the PDF file is encrypted and needs a password' }
  const said = message.replace(/\s+/g, ' ').slice(0, 120).replace(/\.$/, '')
  return { unreadable: `the PDF file is damaged (${said})`, isDamaged: true }
}
