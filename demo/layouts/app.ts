/** A page of a script framework: hashed class names that change with every build, accordion sections, state as JSON. */
import { createHash } from 'node:crypto'
import { type Layout, NONCE } from './layout.ts'
import { anchor, blocksToHtml, escaped, inline, type Markup, sections, standardMarkup } from './markup.ts'

export const app: Layout = (page) => {
  // A new build every month: other class names, the same page.
  const build = page.day.slice(0, 7)
  const name = (role: string) =>
    `${role}_${createHash('sha1')
      .update(role + build + page.platform.slug)
      .digest('hex')
      .slice(0, 6)}`
  const markup: Markup = {
    ...standardMarkup,
    heading: (level, number, html, id) =>
      `<h${level} id="${id}" class="${name('heading')}" data-level="${level}">${number ? `<span>${number}</span> ` : ''}${html}</h${level}>`,
    paragraph: (number, html) =>
      `<div class="${name('para')}" data-block="text">${number ? `<span class="${name('num')}">${number}</span> ` : ''}<span>${html}</span></div>`,
  }
  const { opening, sections: parts } = sections(page.blocks)
  return `<!DOCTYPE html>
<html lang="${page.language}" data-theme="light">
<head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/><title>${escaped(page.title)} · ${escaped(page.platform.name)}</title>
<link rel="icon" href="data:,"/><style>${css(page.platform.colour, name)}</style></head>
<body><div id="__app"><div class="${name('root')}" data-reactroot="">
<div class="${name('bar')}" role="banner"><a href="/" class="${name('logo')}"><svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><title>Logo</title><circle cx="10" cy="10" r="9"/></svg>${escaped(page.platform.name)}</a>${page.platform.nav
    .map((link) => `<a href="${link.path}" data-track="nav">${escaped(link.label)}</a>`)
    .join('')}<button data-action="signin">Sign in</button></div>
<div class="${name('body')}" data-page="${anchor(page.title)}">
${blocksToHtml(opening, markup)}
${parts
  .map(
    (
      part,
      index,
    ) => `<section class="${name('panel')}" data-accordion-item="${index}"><h2 class="${name('title')}"><button aria-expanded="${index === 0}" aria-controls="p${index}">${
      part.heading.number ? `${part.heading.number} ` : ''
    }${inline(part.heading.text)}</button></h2><div id="p${index}" role="region" data-state="${index === 0 ? 'open' : 'closed'}" class="${name('inner')}">
${blocksToHtml(part.blocks, markup)}
</div></section>`,
  )
  .join('\n')}
</div>
<div class="${name('foot')}" role="contentinfo">${page.policies.map((link) => `<a href="${link.path}">${escaped(link.label)}</a>`).join('')}<span>${escaped(page.footer)}</span></div>
</div></div>
${page.platform.hiddenText ? `<div style="display:none" aria-hidden="true">${escaped(page.platform.hiddenText)}</div>` : ''}
<script id="__STATE__" type="application/json">${JSON.stringify({ page: page.title, build, session: page.platform.hasTracking ? NONCE : null })}</script>
<script>for(const b of document.querySelectorAll('[aria-controls]'))b.onclick=()=>{const p=document.getElementById(b.getAttribute('aria-controls'));const o=p.dataset.state!=='open';p.dataset.state=o?'open':'closed';b.setAttribute('aria-expanded',o)}</script>
</body></html>
`
}

function css(colour: string, name: (role: string) => string): string {
  return `body{margin:0;font:16px/1.6 "Segoe UI",system-ui,sans-serif;background:#f4f6f8;color:#1d2733}a{color:${colour}}
.${name('bar')}{display:flex;gap:24px;align-items:center;background:#fff;padding:14px 32px;box-shadow:0 1px 0 #0001}.${name('bar')} a{color:#1d2733;text-decoration:none}.${name('logo')}{font-weight:700;margin-right:auto;display:flex;gap:8px}.${name('logo')} svg{fill:${colour}}
.${name('body')}{max-width:800px;margin:32px auto;background:#fff;border-radius:14px;padding:32px 40px}.${name('para')}{margin:12px 0}
.${name('panel')}{border-top:1px solid #e3e8ee}.${name('title')} button{all:unset;cursor:pointer;font-size:19px;font-weight:600;width:100%}.${name('inner')}[data-state=closed]{height:0;overflow:hidden}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #e3e8ee;padding:8px;text-align:left;vertical-align:top}.example-box{background:#eef2f6;border-radius:8px;padding:4px 16px}ul.lettered{list-style:none}
.${name('foot')}{max-width:800px;margin:0 auto 40px;display:flex;flex-wrap:wrap;gap:16px;font-size:13px;color:#5b6875}`
}
