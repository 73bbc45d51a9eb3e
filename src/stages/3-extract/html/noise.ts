/** Lines inside of a document's element that are controls of the page: "Print", "Back to top", a list of languages. */
import type { RawBlock } from '../shape/raw-block.ts'

const CONTROL =
  /^(?:(?:back to|return to|go to) (?:the )?top(?: of (?:the )?page)?|top of page|top|print(?: this page| page)?|share(?: this page)?|copy link|skip to (?:the )?(?:main )?content|download (?:as )?pdf|(?:on|in) this page|table of contents|jump to.{0,20}|expand all|collapse all|select (?:a )?language|was this (?:page |article |information )?helpful\??|\d+ out of \d+ found this helpful|updated automatically every \d+ minutes|published using google docs|report abuse|\[?edit(?: source)?\]?|edit this page|(?:written|posted) by .{2,40}|did this answer your question\??)$/i

/** Links to the pages before and after this one. */
const NEIGHBOUR = /^(?:[Pp]revious|[Pp]rev|[Nn]ext|←|‹|«)(?:(?=\p{Lu})|\s|:|$)|(?:→|›|»)$/u

const LANGUAGE_NAMES = new Set(
  (
    'english deutsch français español italiano português nederlands svenska dansk norsk suomi polski čeština türkçe русский ' +
    'українська 日本語 한국어 中文 简体中文 繁體中文 العربية עברית ไทย tiếng việt bahasa indonesia hindi हिन्दी ελληνικά magyar română ' +
    'german french spanish italian portuguese dutch japanese korean chinese'
  ).split(' '),
)

/** A line that consists of names of languages is a choice of language. */
export function isPageControl(block: RawBlock): boolean {
  const text = block.text.replace(/\s+/g, ' ')
  if (text.length > 400) return false
  if (text.length < 60 && CONTROL.test(text)) return true
  if (NEIGHBOUR.test(text) && block.linkUnits >= 0.9 * block.text.length) return true
  return block.kind !== 'row' && block.kind !== 'heading' && isLanguageList(text)
}

function isLanguageList(text: string): boolean {
  const plain = text.toLowerCase().replace(/\([a-z]{2,3}(?:[-_][a-z]{2,4})?\)|\([\p{L} ]{2,20}\)/gu, ' ')
  const names = plain.match(/[\p{L}\p{M}]+/gu) ?? []
  return names.length > 0 && names.every((name) => LANGUAGE_NAMES.has(name))
}
