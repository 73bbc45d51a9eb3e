/** Writes small PDF files of plain syntax for tests: Helvetica, lines at given places, links, and damage on request. */

export type PdfLine = {
  readonly text: string
  /** Points from the left and the top edge of an A4 page. */
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly bold?: boolean
  readonly href?: string
}

export type PdfOptions = {
  readonly title?: string
  /** A dictionary that says that the file is encrypted in a way that needs a password. */
  readonly isEncrypted?: boolean
  /** Pages show this many pictures and no text. */
  readonly pictures?: number
  /** Points; that of A4 where it is not said. */
  readonly height?: number
  /** Where the objects begin stands at the start too, as in files that are made for the web. */
  readonly isIndexFirst?: boolean
}

const A4_HEIGHT = 842
/** Widths of Helvetica in thousandths, for the letters that policies are made of. */
const NARROW = new Set("fijlrt.,:;()[]|!’'".split(''))
const WIDE = new Set('mwMW@%'.split(''))

/** About how wide a text is; exact enough to break lines. */
export function widthOf(text: string, size: number): number {
  let units = 0
  for (const letter of text)
    units += letter === ' ' ? 278 : NARROW.has(letter) ? 290 : WIDE.has(letter) ? 860 : /[A-Z]/.test(letter) ? 690 : 545
  return (units * size) / 1000
}

/** Breaks a text as a word processor would. */
export function breakLines(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(`${line} ${word}`, size) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

export function writePdf(pages: readonly (readonly PdfLine[])[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', '']
  const add = (object: string): number => objects.push(object)
  const height = options.height ?? A4_HEIGHT
  const plain = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  const bold = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>')
  const kids = pages.map((lines) => {
    const links = lines.filter((line) => line.href).map((line) => add(linkObject(line, height)))
    const content = options.pictures ? picture() : lines.map((line) => lineOperators(line, height)).join('\n')
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
    const fonts = `/Resources << /Font << /F1 ${plain} 0 R /F2 ${bold} 0 R >> >>`
    const annots = links.length > 0 ? `/Annots [${links.map((link) => `${link} 0 R`).join(' ')}]` : ''
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${height}] ${fonts} /Contents ${stream} 0 R ${annots} >>`,
    )
  })
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`
  const info = options.title ? ` /Info ${add(`<< /Title (${escaped(options.title)}) >>`)} 0 R` : ''
  const secret = options.isEncrypted
    ? ` /Encrypt ${add(encryption())} 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`
    : ''
  return Buffer.from(joined(objects, `/Root 1 0 R${info}${secret}`, options.isIndexFirst === true), 'latin1')
}

function joined(objects: readonly string[], trailer: string, isIndexFirst: boolean): string {
  let file = isIndexFirst ? `%PDF-1.4\ntrailer\n<< ${trailer} >>\n` : '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = file.length
  const size = objects.length + 1
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
}

function lineOperators({ text, x, y, size = 10, bold = false }: PdfLine, height: number): string {
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${x} ${height - y} Td (${escaped(text)}) Tj ET`
}

function linkObject({ text, x, y, size = 10, href }: PdfLine, height: number): string {
  const rectangle = [x, height - y - 2, x + widthOf(text, size), height - y + size].join(' ')
  return `<< /Type /Annot /Subtype /Link /Rect [${rectangle}] /A << /S /URI /URI (${escaped(href!)}) >> >>`
}

function picture(): string {
  return 'q 500 0 0 700 40 60 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q'
}

function encryption(): string {
  return `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`
}

const WINDOWS: Readonly<Record<string, number>> = { '•': 0x95, '–': 0x96, '—': 0x97, '’': 0x92, '“': 0x93, '”': 0x94 }

function escaped(text: string): string {
  return text
    .replace(/[•–—’“”]/g, (letter) => String.fromCharCode(WINDOWS[letter]!))
    .replace(/[\\()]/g, (letter) => `\\${letter}`)
}
