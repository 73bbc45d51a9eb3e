/** More page shapes: builders, shops, office exports, legal centres, and pages that hide text behind clicks. */
import { PRIVACY } from './fictional-policy.ts'
import { DATE, TITLE } from './page-shapes.ts'

const sections = (render: (heading: string, paragraphs: readonly string[], i: number) => string): string =>
  PRIVACY.map(({ heading, paragraphs }, i) => render(heading, paragraphs, i)).join('\n')
const p = (paragraphs: readonly string[], attributes = ''): string =>
  paragraphs.map((text) => `<p${attributes}>${text}</p>`).join('')
const h2 = sections((heading, paragraphs, i) => `<h2 id="s${i}">${heading}</h2>${p(paragraphs)}`)
const plain = (heading: string): string => heading.replace(/^\d+\. /, '')

const WIX = `<div id="SITE_CONTAINER"><div id="site-root"><div id="SITE_HEADER-placeholder"></div><header id="SITE_HEADER"><div><nav aria-label="Site"><ul><li><a href="/">Home</a></li></ul></nav></div></header><main id="PAGES_CONTAINER"><div data-mesh-id="c1inlineContent"><div id="comp-1" class="wixui-rich-text" data-testid="richTextElement"><h1 class="font_2 wixui-rich-text__text" style="text-align:center"><span style="color:#000" class="wixui-rich-text__text">${TITLE}</span></h1></div><div class="wixui-rich-text" data-testid="richTextElement"><p class="font_8">${DATE}</p><p class="font_8"><span class="wixGuard wixui-rich-text__text">​</span></p>${sections((heading, paragraphs) => `<p class="font_8 wixui-rich-text__text"><span style="font-weight:bold" class="wixui-rich-text__text">${heading}</span></p>${p(paragraphs, ' class="font_8 wixui-rich-text__text"')}<p class="font_8"><span class="wixGuard">​</span></p>`)}</div></div></main><footer id="SITE_FOOTER"><p class="font_9">©2026 by Larkspur. Proudly created with a website builder.</p></footer></div></div>`

const SQUARESPACE = `<div id="siteWrapper"><header id="header" class="header"><div class="header-announcement-bar-wrapper"><a href="/new" class="sqs-announcement-bar-url">We have new terms of service.</a></div><div class="header-nav"><a href="/">Home</a></div></header><main id="page" class="container"><article class="sections"><section class="page-section"><div class="content-wrapper"><div class="sqs-layout"><div class="sqs-block html-block"><div class="sqs-block-content"><div class="sqs-html-content"><h1 style="white-space:pre-wrap;">${TITLE}</h1><p style="white-space:pre-wrap;">${DATE}</p>${h2}</div></div></div></div></div></section><section class="page-section"><div class="sqs-block newsletter-block"><div class="newsletter-form-header"><h2>Subscribe</h2><p>Sign up with your email address to receive news and updates.</p></div><form><input type="email"><button>Sign Up</button></form><div class="newsletter-form-footnote"><p>We respect your privacy.</p></div></div></section></article></main><footer class="sections" id="footer-sections"><p>Larkspur, Dublin</p></footer></div>`

const LEGAL_CENTRE = `<header class="gh"><a href="/">Larkspur</a></header><main><div class="legal-hero"><p>Legal centre</p></div><div class="legal-layout"><div class="legal-list"><ul><li><a href="/legal/terms">Terms of Service</a></li><li><a href="/legal/privacy" class="active">Privacy Policy</a></li><li><a href="/legal/cookies">Cookie Policy</a></li><li><a href="/legal/dpa">Data Processing Addendum</a></li></ul></div><div class="legal-body"><h1>${TITLE}</h1><p>${DATE}</p>${h2}</div></div></main>`

const HUB_TITLE = `<main><h1>Legal</h1><div class="tabs"><a href="/terms">Terms</a><a href="/privacy">Privacy</a><a href="/cookies">Cookies</a></div><div class="body"><h2>${TITLE}</h2><p>${DATE}</p>${sections((heading, paragraphs) => `<h3>${heading}</h3>${p(paragraphs)}`)}</div></main>`

const WORD_EXPORT = `<div class="WordSection1"><p class="MsoTitle" align="center"><b><span lang="EN-GB" style='font-size:20.0pt'>${TITLE}</span></b></p><p class="MsoNormal"><span lang="EN-GB">${DATE}<o:p></o:p></span></p>${sections((heading, paragraphs, i) => `<p class="MsoListParagraph" style='text-indent:-18.0pt'><![if !supportLists]><b><span style='mso-list:Ignore'>${i + 1}.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></b><![endif]><b><span lang="EN-GB">${plain(heading)}<o:p></o:p></span></b></p>${paragraphs.map((text) => `<p class="MsoNormal" style='text-align:justify'><span lang="EN-GB">${text.replaceAll(' the ', '\n the ')}<o:p></o:p></span></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>`).join('')}`)}</div>`

const CLICK_TO_OPEN = `<main><h1>${TITLE}</h1><p>${DATE}</p>${sections((heading, paragraphs, i) => `<div class="sec"><div class="sec-title" onclick="t(${i})"><h4>${heading}</h4><span>+</span></div><div class="sec-body" style="display:none">${p(paragraphs)}</div></div>`)}</main>`

const SHADOW = `<x-shell><template shadowrootmode="open"><style>:host{display:block}</style><slot></slot></template><x-article><template shadowrootmode="open"><div class="a"><h1>${TITLE}</h1><p>${DATE}</p>${h2}</div></template></x-article></x-shell>`

const NUMBERED_BY_LIST = `<main><h1>${TITLE}</h1><p>${DATE}</p><ol>${sections((heading, paragraphs) => `<li><h2>${plain(heading)}</h2>${p(paragraphs)}</li>`)}</ol></main>`

const LAYERED_SEARCH_AND_CHAT = `<div id="gatsby-focus-wrapper"><div class="Header-root"><form><label>Search the site</label><input></form><ul><li><a href="/x">Platform</a><ul><li><a href="/x1">Chat</a></li></ul></li></ul></div><div class="Body-root"><div class="Grid"><div class="Col"><h1>${TITLE}</h1><div>${DATE}</div>${h2}<div class="pager"><a href="/terms">← Terms of Service</a><a href="/cookies">Cookie Policy →</a></div></div></div></div><div class="Chat-root" role="complementary"><p>Hi! I am the Larkspur assistant. By chatting you agree that we process your personal data under this policy.</p><button>Start chat</button></div></div>`

const SECTION_PER_BAND = `<main><section class="hero"><h1>${TITLE}</h1><p>${DATE}</p></section>${sections((heading, paragraphs, i) => `<section class="band band-${i % 2}"><div class="inner"><h2>${heading}</h2>${p(paragraphs)}<a class="btn" href="#top">Back to top</a></div></section>`)}</main>`

const COLUMNS_WITH_SUMMARY = `<main><h1>${TITLE}</h1><p>${DATE}</p>${sections((heading, paragraphs) => `<div class="row"><div class="col-8"><h2>${heading}</h2>${p(paragraphs)}</div></div>`)}</main><div class="prefooter"><h2>Get started in minutes</h2><p>Join thousands of teams.</p><a href="/signup">Create account</a></div>`

const HOSTED_PDF_VIEWER_TEXT = `<div class="toolbar"><a href="/doc.pdf">Download PDF</a><button>Print</button></div><div class="document"><div class="page"><p class="t1"><strong>${TITLE}</strong></p><p>${DATE}</p>${sections((heading, paragraphs) => `<p><strong>${heading}</strong></p>${p(paragraphs)}`)}</div></div>`

const PREFORMATTED = `<h1>${TITLE}</h1><pre>${DATE}\n\n${sections((heading, paragraphs) => `${heading}\n\n${paragraphs.map((text) => text.replace(/(.{50,70}) /g, '$1\n')).join('\n\n')}\n`)}</pre>`

const INLINE_DIVS = `<body><div id="root"><div class="css-1"><div class="css-2"><span class="css-3">${TITLE}</span></div><div class="css-4"><span>${DATE}</span></div>${sections((heading, paragraphs) => `<div class="css-5" role="heading" aria-level="2"><span>${heading}</span></div>${paragraphs.map((text) => `<div class="css-6"><span><span>${text}</span></span></div>`).join('')}`)}</div><div class="css-9" role="contentinfo"><a href="/t">Terms</a></div></div></body>`

const LOGGED_OUT_BAR = `<div id="top"><div class="signin-bar"><span>Already have an account?</span><a href="/login">Log in</a><a href="/join">Sign up</a></div></div><div id="modal-root"><div class="Modal" aria-modal="true" style="display:none"><form><h2>Log in to Larkspur</h2><input type="password"><p>By continuing you agree to our terms of service and acknowledge our privacy policy.</p></form></div></div><article><h1>${TITLE}</h1><p>${DATE}</p>${h2}</article>`

const VERSIONS = `<main><div class="doc-head"><h1>${TITLE}</h1><p>${DATE}</p><div class="dropdown"><button aria-haspopup="listbox" aria-expanded="false">Previous versions</button><ul class="dropdown-menu"><li><a href="/privacy/2025">1 May 2025</a></li><li><a href="/privacy/2024">2 June 2024</a></li></ul></div></div>${h2}</main>`

const FORUM = `<div class="ember-view"><header class="d-header"><a href="/">Larkspur Forum</a></header><div id="main-outlet"><div id="topic-title"><h1>${TITLE}</h1></div><div class="cooked"><p>${DATE}</p>${h2}</div><div class="suggested"><h3>Recent topics</h3><table><tr><td><a href="/t/1">How do I change my display name in the app</a></td><td>3</td></tr><tr><td><a href="/t/2">Feature request: keyboard shortcuts</a></td><td>8</td></tr></table></div></div></div>`

export const MORE_SHAPES: Readonly<Record<string, string>> = {
  'a site builder’s rich text': WIX,
  'a site builder with newsletter block': SQUARESPACE,
  'a legal centre with a list of its documents': LEGAL_CENTRE,
  'a legal centre whose title is above': HUB_TITLE,
  'a word processor’s export': WORD_EXPORT,
  'sections that a click opens': CLICK_TO_OPEN,
  'declarative shadow roots': SHADOW,
  'headings numbered by a list': NUMBERED_BY_LIST,
  'an application with chat and pager': LAYERED_SEARCH_AND_CHAT,
  'a band a section': SECTION_PER_BAND,
  'a row a section, and an invitation under it': COLUMNS_WITH_SUMMARY,
  'a document viewer': HOSTED_PDF_VIEWER_TEXT,
  'headings by role in nameless elements': INLINE_DIVS,
  'a bar and a dialog for signing in': LOGGED_OUT_BAR,
  'a list of previous versions': VERSIONS,
  'a forum’s policy page': FORUM,
  preformatted: PREFORMATTED,
}
