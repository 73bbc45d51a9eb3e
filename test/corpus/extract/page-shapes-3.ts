/** Page shapes with text behind clicks that no attribute names, and with parts that stand twice for two widths. */
import { PRIVACY } from './fictional-policy.ts'
import { DATE, TITLE } from './page-shapes.ts'

const sections = (render: (heading: string, paragraphs: readonly string[], i: number) => string): string =>
  PRIVACY.map(({ heading, paragraphs }, i) => render(heading, paragraphs, i)).join('\n')
const p = (paragraphs: readonly string[]): string => paragraphs.map((text) => `<p>${text}</p>`).join('')
const h2 = sections((heading, paragraphs, i) => `<h2 id="s${i}">${heading}</h2>${p(paragraphs)}`)

const TABS_BY_LINKS = `<main><h1>${TITLE}</h1><p>${DATE}</p><ul class="tabs-nav">${sections((_, __, i) => `<li><a href="#tab-${i}">${i}</a></li>`)}</ul>${sections((heading, paragraphs, i) => `<div id="tab-${i}"${i > 0 ? ' style="display:none"' : ''}><h2>${heading}</h2>${p(paragraphs)}</div>`)}</main><div id="login" style="display:none"><form><p>By signing in you agree to our terms and to the processing of personal data.</p><input type="password"></form></div>`

const BUTTONS_WITHOUT_STATE = `<header><button>Products</button><div class="hidden"><a href="/a">Chat for teams</a><a href="/b">Chat for schools and universities in every country</a></div></header><main><h1>${TITLE}</h1><p>${DATE}</p>${sections((heading, paragraphs) => `<div><div class="flex"><button class="w-full font-semibold"><h3>${heading}</h3></button></div><div class="hidden">${p(paragraphs)}</div></div>`)}</main>`

const TWICE_FOR_WIDTHS = `<main><div class="md:hidden"><h1>${TITLE}</h1><p>${DATE}</p></div><div class="hidden md:block"><h1>${TITLE}</h1><p>${DATE}</p></div><div>${h2}</div><div class="d-none d-print-block"><p>Printed from larkspur.example, where you agree to the terms that apply.</p></div></main>`

const DOCS_ARTICLE = `<div class="Layout"><header role="banner"><a href="/">Docs</a></header><nav data-testid="sidebar"><ul><li><a href="/terms">Terms of Service</a></li></ul></nav><main id="main-content"><div class="breadcrumbs"><a href="/site-policy">Site policy</a> / <a href="/privacy">Privacy Policies</a></div><div id="article-contents"><h1 id="title-h1">${TITLE}</h1><div class="actions"><button>Copy as Markdown</button></div><div class="toc-col"><h2 id="in-this-article">In this article</h2><nav aria-labelledby="in-this-article"><ul>${sections((heading, _, i) => `<li><a href="#s${i}">${heading}</a></li>`)}</ul></nav></div><div class="markdown-body"><p>${DATE}</p>${sections((heading, paragraphs, i) => `<h2 id="s${i}" tabindex="-1"><a class="heading-link" href="#s${i}">${heading}<span class="heading-link-symbol" aria-hidden="true"></span></a></h2>${p(paragraphs)}`)}</div></div><section class="survey"><h2>Help and support</h2><form><h3>Did you find what you needed?</h3><input type="radio"><label>Yes</label><label>No</label><a href="/privacy">Privacy policy</a></form><h3>Help us make these docs great!</h3><p>All of our docs are open source. See something that is wrong or unclear? Submit a pull request.</p><a href="/edit">Make a contribution</a></section></main></div>`

const MESSENGER_DOCS = `<div class="dev_page_wrap"><div class="dev_page_head navbar navbar-static-top"><div class="navbar-inner"><ul class="nav navbar-nav"><li><a href="/">Home</a></li><li><a href="/faq">FAQ</a></li></ul></div></div><div class="container clearfix"><div class="dev_page"><div id="dev_page_content_wrap"><div class="dev_page_bread_crumbs"><ul class="breadcrumb clearfix"><li><a href="/privacy">${TITLE}</a></li></ul></div><h1 id="dev_page_title">${TITLE}</h1><div id="dev_page_content"><p>${DATE}</p>${sections((heading, paragraphs, i) => `<h3><a class="anchor" href="#a${i}" id="a${i}" name="a${i}"><i class="anchor-icon"></i></a>${heading}</h3>${p(paragraphs)}`)}</div></div></div></div><div class="footer_wrap"><div class="footer_columns_wrap"><div class="footer_column"><h5>About</h5><p>Larkspur is a messenger for everybody, with rights that you keep and terms you can read.</p></div></div></div></div>`

const SURVEY_AND_COUNTRY = `<div class="country-bar"><span>Choose another country or region to see content specific to your location.</span><select><option>Ireland</option></select><a href="/choose">Continue</a></div><div id="globalnav"><a href="/">Store</a></div><div id="main" class="main" role="main"><section class="section section-hero"><div class="section-content"><h1 class="typography-headline">${TITLE}</h1><p class="typography-intro">${DATE}</p></div></section>${sections((heading, paragraphs) => `<section class="section section-text"><div class="section-content row"><div class="column large-9"><h2>${heading}</h2>${p(paragraphs)}</div></div></section>`)}</div><div id="globalfooter"><div class="ac-gf-footer"><p>Copyright © 2026 Larkspur Inc. All rights reserved.</p><a href="/legal">Legal</a></div></div>`

export const HIDDEN_SHAPES: Readonly<Record<string, string>> = {
  'tabs that plain links open': TABS_BY_LINKS,
  'buttons that do not say what they open': BUTTONS_WITHOUT_STATE,
  'the title twice for two widths': TWICE_FOR_WIDTHS,
  'an article of a documentation site with survey': DOCS_ARTICLE,
  'a messenger’s pages': MESSENGER_DOCS,
  'a shop’s legal page with country bar': SURVEY_AND_COUNTRY,
}
