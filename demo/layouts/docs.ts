/** A documentation site: sidebar, breadcrumbs, table of contents, permalinks, folded parts, "Did this page help you?". */
import { type Layout, NONCE, type PageView } from './layout.ts'
import { anchor, blocksToHtml, escaped, inline, type Markup, standardMarkup } from './markup.ts'

const markup: Markup = {
  ...standardMarkup,
  heading: (level, number, html, id) =>
    `<h${level} id="${id}" class="heading">${number ? `${number} ` : ''}${html}${
      level > 1 ? `<a class="heading-anchor" aria-label="Skip link to ${id}" href="#${id}">#</a>` : ''
    }</h${level}>`,
  note: (paragraphs) =>
    `<div class="callout callout-info" theme="📘"><div class="callout-body">${paragraphs.map((html) => `<p>${html}</p>`).join('\n')}</div></div>`,
  table: (head, rows) =>
    `<div class="rdmd-table"><div class="rdmd-table-inner">${standardMarkup.table(head, rows)}</div></div>`,
  fold: (summary, inner) =>
    `<details class="accordion"><summary>${summary}</summary><div class="accordion-body">${inner}</div></details>`,
}

export const docs: Layout = (page) => `<!DOCTYPE html>
<html lang="${page.language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)} - ${escaped(page.platform.name)} Docs</title>
<style>${css(page.platform.colour)}</style>
</head>
<body>
<header class="top"><a class="logo" href="/">${escaped(page.platform.name)}</a><span class="search">Search ⌘K</span>${page.platform.nav
  .map((link) => `<a href="${link.path}">${escaped(link.label)}</a>`)
  .join('')}<a href="/login">Log in</a></header>
<div class="frame">
<aside class="sidebar" id="hub-sidebar"><p class="cat">Guides</p><ul>${page.platform.related.map(listed).join('')}</ul><p class="cat">Legal &amp; trust</p><ul>${page.policies.map(listed).join('')}</ul></aside>
<main class="article"><nav class="crumbs" aria-label="Breadcrumbs"><a href="/">Docs</a> / <a href="/legal">Legal &amp; trust</a> / <span>${escaped(page.title)}</span></nav>
<div class="content-body markdown">
${blocksToHtml(page.blocks, markup)}
</div>
${helpful(page)}
</main>
<aside class="toc"><p class="toc-head">On this page</p><ul>${page.blocks
  .flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block] : []))
  .map((block) => `<li><a href="#${anchor(block.text)}">${inline(block.text)}</a></li>`)
  .join('')}</ul></aside>
</div>
<footer class="bottom">${escaped(page.footer)}</footer>
</body></html>
`

function listed(link: { label: string; path: string }): string {
  return `<li><a href="${link.path}">${escaped(link.label)}</a></li>`
}

function helpful(page: PageView): string {
  if (page.related.length === 0) return ''
  return `<div class="page-help"><p>Did this page help you?</p><button>Yes</button><button>No</button><input type="hidden" name="feedback" value="${NONCE}"></div>
<div class="related"><h2>Related articles</h2><ul>${page.related.map(listed).join('')}</ul></div>`
}

function css(colour: string): string {
  return `body{margin:0;font:16px/1.6 Inter,system-ui,sans-serif;color:#24292f}a{color:${colour}}
.top{display:flex;gap:22px;align-items:center;background:${colour};padding:14px 26px}.top a{color:#fff;text-decoration:none;font-size:14px}.logo{font-weight:700;font-size:18px!important}.search{background:#fff3;color:#fff;border-radius:6px;padding:5px 60px 5px 12px;font-size:13px;margin-right:auto}
.frame{display:grid;grid-template-columns:240px minmax(0,1fr) 220px;gap:32px;max-width:1280px;margin:0 auto;padding:0 26px}
.sidebar,.toc{font-size:14px;padding-top:28px}.sidebar ul,.toc ul{list-style:none;padding:0}.sidebar li,.toc li{margin:7px 0}.cat,.toc-head{text-transform:uppercase;font-size:12px;font-weight:700;letter-spacing:.06em;color:#666}
.article{padding:28px 0 60px}.crumbs{font-size:13px;color:#666}.heading-anchor{opacity:0;margin-left:8px;text-decoration:none}.heading:hover .heading-anchor{opacity:.6}
.callout{background:#eef5fc;border-left:4px solid #46b8da;border-radius:4px;padding:4px 20px;margin:16px 0}.accordion{border:1px solid #ddd;border-radius:6px;padding:10px 16px;margin:10px 0}.accordion summary{font-weight:600;cursor:pointer}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #ddd;padding:8px 12px;text-align:left;vertical-align:top;font-size:14px}th{background:#f6f8fa}.lettered{list-style:none}.markdown li{margin:6px 0}
.page-help{border-top:1px solid #ddd;margin-top:48px;padding-top:18px;display:flex;gap:12px;align-items:center;font-size:14px}.related{font-size:14px}.related h2{font-size:16px}.bottom{border-top:1px solid #ddd;padding:20px 26px;color:#666;font-size:13px}`
}
