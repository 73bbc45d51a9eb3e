/** Plain text to raw blocks: blank lines end paragraphs, marks at the start of a line make items. */
import type { RawBlock } from './shape/raw-block.ts'
import { TextRun } from './shape/text-run.ts'

const BULLET = /^\s*[•●▪◦‣*–—-]\s+(?=\S)/u

export function readPlainText(source: string): RawBlock[] {
  const blocks: RawBlock[] = []
  const parent = {}
  for (const paragraph of source.split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)+/)) {
    const lines = paragraph.split(/\r\n?|\n/)
    let run = new TextRun()
    let isItem = false
    const flush = (): void => {
      const taken = run.take()
      if (taken)
        blocks.push({ ...taken, kind: isItem ? 'item' : 'paragraph', depth: isItem ? 1 : 0, counter: null, parent })
      run = new TextRun()
    }
    for (const line of lines) {
      const bullet = BULLET.exec(line)
      if (bullet) {
        flush()
        isItem = true
      } else run.append(' ', null, false)
      run.append(bullet ? line.slice(bullet[0].length) : line, null, false)
    }
    flush()
  }
  return blocks
}
