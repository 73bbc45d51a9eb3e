/** A marketing site from a site builder: mega menu, hero, rich-text wrapper, cookie dialog, newsletter, languages. */
import { type Layout, NONCE, type PageView } from './layout.ts'
import { blocksToHtml, escaped, type Markup, standardMarkup } from './markup.ts'

const markup: Markup = {
  ...standardMarkup,
  // Site builders write list items and paragraphs with stray wrappers and empty paragraphs between them.
  heading: (level, number, html, id) =>
    `<h${level} id="${id}"><strong>${number ? `${number} ` : ''}${html}</strong></h${level}>`,
  paragraph: (number, html) => `<p><span class="txt">${number ? `${number} ` : ''}${html}</span></p>`,
  table: (head, rows) => `<div class="rt-table-wrap">${standardMarkup.table(head, rows)}</div>`,
}

export const marketing: Layout = (page) => `<!doctype html>
<html lang="${page.language}" data-site="6${page.platform.slug.length}f1">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(page.title)} | ${escaped(page.platform.name)}</title>
<meta name="description" content="${escaped(page.platform.tagline)}">
<meta property="og:title" content="${escaped(page.title)}">
<style>${css(page.platform.colour)}</style>
<script>window.dataLayer=window.dataLayer||[];dataLayer.push({page:"legal",host:"${page.platform.host}"});</script>
</head>
<body>
<a class="skip" href="#main-content">Skip to content</a>
${dialog(page)}
<div class="navbar"><div class="wrap"><a class="brand" href="/">${escaped(page.platform.name)}</a>
<nav role="navigation" class="menu">${page.platform.nav
  .map(
    (link) => `<div class="drop"><a class="drop-toggle" href="${link.path}">${escaped(link.label)}</a>
<div class="drop-list"><div class="mega"><p class="mega-head">${escaped(link.label)}</p><p>${escaped(link.text)}</p><a href="${link.path}">Learn more</a></div></div></div>`,
  )
  .join('')}</nav><a class="cta" href="/signup">Get started free</a></div></div>
<header class="hero"><div class="wrap"><p class="eyebrow">Legal</p><p class="lead">${escaped(page.platform.tagline)}</p></div></header>
<div class="section" id="main-content"><div class="wrap"><div class="rich-text rt-body">
${blocksToHtml(page.blocks, markup)}
</div></div></div>
<div class="promo"><div class="wrap"><div class="h2">Ready to try ${escaped(page.platform.name)}?</div><p>Join the people who start something new with us every day. No credit card needed.</p><a class="cta" href="/signup">Get started free</a></div></div>
<div class="footer"><div class="wrap grid">
<div><p class="fh">Product</p><ul>${page.platform.nav.map(listed).join('')}</ul></div>
<div><p class="fh">Legal</p><ul>${page.policies.map(listed).join('')}</ul></div>
<div><p class="fh">Stay in the loop</p><form action="/newsletter"><input type="email" placeholder="Your email"><input type="hidden" name="csrf" value="${page.platform.hasTracking ? NONCE : 'static'}"><button>Subscribe</button></form></div>
<div><p class="fh">Language</p><ul class="langs"><li><a href="/">English</a></li><li><a href="/">Français</a></li><li><a href="/">Deutsch</a></li><li><a href="/">日本語</a></li></ul></div>
</div><div class="wrap fine">${escaped(page.footer)}${
  page.optOut ? ` <a class="fine-link" href="${page.optOut.path}">${escaped(page.optOut.label)}</a>` : ''
}${page.platform.cookieDialog.length ? ' <a class="fine-link" href="/cookie-settings">Cookie settings</a>' : ''}</div></div>
</body></html>
`

function listed(link: { label: string; path: string }): string {
  return `<li><a href="${link.path}">${escaped(link.label)}</a></li>`
}

function dialog(page: PageView): string {
  if (!page.isCookieDialogOpen) return ''
  return `<div id="cc-main" class="cc" role="dialog" aria-modal="true" aria-labelledby="cc-title"><div class="cc-box">
<h2 id="cc-title">We value your privacy</h2>
<p>We and our partners store and read information on your device, such as cookies, to keep the site working, to measure how it is used and to show you more relevant advertising. You can accept all of this, refuse what is not needed, or choose one by one. Your choice is kept for twelve months.</p>
<div class="cc-cat"><h3>Strictly necessary</h3><p>Needed to sign in and to keep your session safe. Always on.</p></div>
<div class="cc-cat"><h3>Measurement</h3><p>Helps us to count visits and to find pages that are slow.</p></div>
<div class="cc-cat"><h3>Advertising</h3><p>Lets our partners recognise your browser on other sites.</p></div>
<div class="cc-buttons"><button>Accept all</button><button>Reject optional</button><button>Manage choices</button></div>
</div></div>`
}

function css(colour: string): string {
  return `*{box-sizing:border-box}body{margin:0;font:17px/1.65 system-ui,sans-serif;color:#1b1b24}a{color:${colour}}
.wrap{max-width:1080px;margin:0 auto;padding:0 24px}.skip{position:absolute;left:-9999px}
.navbar{border-bottom:1px solid #eee;padding:16px 0;position:relative;z-index:3;background:#fff}.navbar .wrap{display:flex;gap:32px;align-items:center}
.brand{font-weight:800;font-size:21px;text-decoration:none}.menu{display:flex;gap:24px;flex:1}.drop{position:relative}.drop-toggle{color:#333;text-decoration:none}
.drop-list{display:none;position:absolute;top:26px;left:-16px;width:280px;background:#fff;box-shadow:0 12px 40px #0003;border-radius:12px;padding:16px}.drop:hover .drop-list{display:block}
.mega-head{font-weight:700;margin:0}.cta{background:${colour};color:#fff;border-radius:999px;padding:9px 20px;text-decoration:none;font-weight:600;font-size:15px}
.hero{background:linear-gradient(120deg,${colour},#12101f);color:#fff;padding:56px 0 40px}.eyebrow{text-transform:uppercase;letter-spacing:.14em;font-size:13px;margin:0;opacity:.8}.lead{font-size:26px;margin:8px 0 0}
.rich-text{max-width:760px;margin:40px auto}.rich-text h1{font-size:40px;line-height:1.15}.rich-text h2{margin-top:42px}.rt-table-wrap{overflow-x:auto}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ddd;padding:10px;text-align:left;vertical-align:top;font-size:15px}
.example-box{border-left:4px solid ${colour};background:#f6f5fb;padding:6px 18px;border-radius:0 10px 10px 0}.lettered{list-style:none}
.promo{background:#f3f1fa;padding:48px 0;text-align:center}.promo .h2{font-size:30px;font-weight:800}
.footer{background:#12101f;color:#cfcdda;padding:48px 0 28px;font-size:15px}.footer a{color:#fff}.grid{display:grid;grid-template-columns:repeat(4,1fr);gap:24px}.footer ul{list-style:none;padding:0;margin:0}.fh{font-weight:700;margin:0 0 8px}.fine{margin-top:32px;font-size:13px;opacity:.85}.fine-link{margin-left:14px}
.cc{position:fixed;inset:0;background:#0008;z-index:9;display:flex;align-items:flex-end;justify-content:center}.cc-box{background:#fff;max-width:720px;border-radius:16px 16px 0 0;padding:24px 32px;font-size:15px;max-height:80vh;overflow:auto}.cc-buttons{display:flex;gap:12px;margin-top:16px}.cc-buttons button{padding:10px 18px;border-radius:8px;border:1px solid ${colour};background:#fff}`
}
