/** An old site: one column, headings that are bold paragraphs, indented clauses, no elements with a meaning. */
import type { ListItem } from '../site/block.ts'
import type { Layout } from './layout.ts'
import { blocksToHtml, escaped, inline, type Markup, standardMarkup } from './markup.ts'

const markup: Markup = {
  ...standardMarkup,
  heading: (level, number, html, id) =>
    level === 1
      ? `<center><font size="5"><b>${html}</b></font></center>`
      : `<p class="h"><a name="${id}"></a><b>${number ? `${number} ` : ''}${html}</b></p>`,
  paragraph: (number, html) => (number ? `<p>${number}&nbsp;&nbsp;${html}</p>` : `<p>${html}</p>`),
  list: (items) => items.map(indented).join('\n'),
  note: (paragraphs) => `<blockquote>${paragraphs.join('<br>\n')}</blockquote>`,
}

function indented(item: ListItem): string {
  const sign = item.marker ?? '&bull;'
  return `<p style="margin: 4px 0 4px ${2 + item.depth * 2}em">${sign} ${inline(item.text)}</p>`
}

export const plain: Layout = (page) => `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html lang="${page.language}">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${page.platform.charset}">
<title>${escaped(page.title)} - ${escaped(page.platform.name)}</title>
<style type="text/css">
body { font: 15px/1.5 Georgia, serif; color: #222; background: #fbfaf6; margin: 0 }
#top { background: ${page.platform.colour}; color: #fff; padding: 14px 28px }
#top a { color: #fff; margin-right: 18px; font-family: Verdana, sans-serif; font-size: 12px }
#text { max-width: 760px; margin: 24px auto; padding: 0 20px }
p.h { margin-top: 26px; font-size: 17px }
table { border-collapse: collapse } td, th { border: 1px solid #999; padding: 4px 8px; text-align: left }
blockquote { border: 1px dotted #666; padding: 8px 14px; background: #f1efe6 }
#foot { font: 11px Verdana, sans-serif; color: #666; border-top: 1px solid #ccc; padding: 14px 28px; text-align: center }
</style>
</head>
<body>
<div id="top"><b>${escaped(page.platform.name)}</b> &nbsp; <i>${escaped(page.platform.tagline)}</i><br>
<a href="/">Home</a>${page.platform.nav.map((link) => `<a href="${link.path}">${escaped(link.label)}</a>`).join('')}</div>
<div id="text">
${blocksToHtml(page.blocks, markup)}
</div>
<div id="foot">${page.policies.map((link) => `<a href="${link.path}">${escaped(link.label)}</a>`).join(' | ')}<br>
${escaped(page.footer)}</div>
</body>
</html>
`
