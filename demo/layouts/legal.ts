/** A law firm's idea of a page: a layout of tables, and clauses numbered by nested `<ol>`, not by their text. */
import type { PageBlock } from '../site/block.ts'
import type { Layout } from './layout.ts'
import { blocksToHtml, escaped, inline, type Markup, nestedList, sections, standardMarkup } from './markup.ts'

const markup: Markup = {
  ...standardMarkup,
  list: (items) =>
    items.every((item) => item.marker?.startsWith('('))
      ? `<ol type="${items[0]!.marker === '(1)' ? '1' : 'a'}">\n${items.map((item) => `<li>${inline(item.text)}</li>`).join('\n')}\n</ol>`
      : nestedList(items),
}

export const legal: Layout = (page) => `<!DOCTYPE html>
<html lang="${page.language}">
<head><meta charset="utf-8"><title>${escaped(page.platform.name)}: ${escaped(page.title)}</title>
<style>body{margin:0;font:15px/1.55 Arial,Helvetica,sans-serif;color:#222;background:#e9ecef}table.frame{width:1020px;margin:0 auto;background:#fff;border-collapse:collapse}table.frame>tbody>tr>td{padding:20px 28px;vertical-align:top}
td.head{background:${page.platform.colour};color:#fff}td.head a{color:#fff;margin-right:16px}td.side{width:190px;background:#f4f4f4;font-size:13px}td.side a{display:block;margin:6px 0}a{color:${page.platform.colour}}
ol.clauses{counter-reset:clause;list-style:none;padding-left:0}ol.clauses>li{counter-increment:clause;margin-top:22px}ol.clauses>li>b.caption::before{content:counter(clause) ". "}ol.clauses>li>ol{counter-reset:para;list-style:none;padding-left:34px}ol.clauses>li>ol>li{counter-increment:para;margin:8px 0;position:relative}ol.clauses>li>ol>li::before{content:counter(clause) "." counter(para);position:absolute;left:-34px;color:#666}
td.text table{border-collapse:collapse;width:100%}td.text table td,td.text table th{border:1px solid #aaa;padding:6px;text-align:left;font-size:13px}td.foot{font-size:12px;color:#666;border-top:1px solid #ccc}</style></head>
<body><table class="frame"><tr><td class="head" colspan="2"><big><b>${escaped(page.platform.name)}</b></big> &nbsp; ${escaped(page.platform.tagline)}<br><a href="/">Home</a>${page.platform.nav
  .map((link) => `<a href="${link.path}">${escaped(link.label)}</a>`)
  .join('')}</td></tr>
<tr><td class="side"><b>Documents</b>${page.policies.map((link) => `<a href="${link.path}">${escaped(link.label)}</a>`).join('')}${
  page.editions.length
    ? `<br><b>Language</b>${page.editions.map((link) => `<a href="${link.path}">${escaped(link.label)}</a>`).join('')}`
    : ''
}</td>
<td class="text">
${clauses(page.blocks)}
</td></tr>
<tr><td class="foot" colspan="2">${escaped(page.footer)}</td></tr></table></body></html>
`

/** Sections with a number become items of one list; the others stand outside of it. */
function clauses(blocks: readonly PageBlock[]): string {
  const { opening, sections: parts } = sections(blocks)
  const html = [blocksToHtml(opening, markup)]
  let isOpen = false
  for (const part of parts) {
    const isNumbered = part.heading.number !== null
    if (isNumbered !== isOpen) html.push(isNumbered ? listStart(part.heading.number!) : '</ol>')
    isOpen = isNumbered
    if (isNumbered) html.push(`<li>${caption(part.heading)}\n${numbered(part.blocks)}</li>`)
    else html.push(blocksToHtml([part.heading, ...part.blocks], markup))
  }
  if (isOpen) html.push('</ol>')
  return html.join('\n')
}

/** A section sign is printed; plain numbers are left to the list. */
function caption(heading: PageBlock & { kind: 'heading' }): string {
  return heading.number?.startsWith('§')
    ? `<b>${heading.number} ${inline(heading.text)}</b>`
    : `<b class="caption">${inline(heading.text)}</b>`
}

function listStart(number: string): string {
  const first = Number.parseInt(number.replace(/\D/g, ''), 10)
  return first === 1
    ? '<ol class="clauses">'
    : `<ol class="clauses" start="${first}" style="counter-reset:clause ${first - 1}">`
}

/** Numbered paragraphs as items of a list, each with what follows it up to the next one. */
function numbered(blocks: readonly PageBlock[]): string {
  const html: string[] = []
  let isOpen = false
  for (const block of blocks) {
    if (block.kind === 'paragraph' && block.number) {
      html.push(isOpen ? '</li>' : '<ol>', `<li>${inline(block.text)}`)
      isOpen = true
    } else {
      html.push(blocksToHtml([block], markup))
    }
  }
  if (isOpen) html.push('</li></ol>')
  return html.join('\n')
}
