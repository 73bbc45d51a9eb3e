/** The same fictional policy in the layouts that site builders and help centres produce; the text is always the same. */
import { expect, test } from 'vitest'
import { extract, renderStageText } from '../../../src/stages/3-extract/index.ts'
import { PRIVACY } from './fictional-policy.ts'

const TITLE = 'Privacy Policy'
const DATE = 'Last updated: 3 March 2026'
const wanted = [
  TITLE,
  DATE,
  ...PRIVACY.flatMap(({ heading, paragraphs }) => [heading.replace('. ', ' '), ...paragraphs]),
].join('\n')

const sections = (render: (heading: string, paragraphs: readonly string[]) => string): string =>
  PRIVACY.map(({ heading, paragraphs }) => render(heading, paragraphs)).join('\n')
const p = (paragraphs: readonly string[]): string => paragraphs.map((text) => `<p>${text}</p>`).join('')
const h2 = sections((heading, paragraphs) => `<h2>${heading}</h2>${p(paragraphs)}`)
const menu =
  '<div class="menu-main-container"><ul id="menu-main"><li><a href="/">Home</a></li><li><a href="/shop">Shop</a></li><li><a href="/contact">Contact</a></li></ul></div>'

const LAYOUTS: Readonly<Record<string, string>> = {
  'a blog engine with sidebar, comments and widgets': `<div id="page" class="site"><header id="masthead" class="site-header">${menu}</header><div id="content"><div id="primary"><main id="main"><article id="post-3" class="post-3 page"><header class="entry-header"><h1 class="entry-title">${TITLE}</h1></header><div class="entry-content"><p>${DATE}</p>${h2}</div></article></main></div><aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>Recent posts</h2><ul><li><a href="/a">How we designed our privacy terms for everyone who reads them</a></li><li><a href="/b">Ten agreements that nobody should accept without reading</a></li></ul></section></aside></div><footer id="colophon" class="site-footer"><p>Proudly powered by people who agree with all applicable terms and policies of this site.</p></footer></div>`,
  'a help centre article': `<header class="header"><a href="/hc">Help Center</a></header><main role="main"><nav class="sub-nav"><ol class="breadcrumbs"><li><a href="/hc">Larkspur</a></li><li><a href="/hc/legal">Legal</a></li></ol></nav><div class="article-container"><aside class="article-sidebar"><h3>Articles in this section</h3><ul><li><a href="/1">Terms of Service for customers</a></li><li><a href="/2">Cookie Policy</a></li></ul></aside><article class="article"><header class="article-header"><h1 class="article-title">${TITLE}</h1></header><section class="article-info"><div class="article-body"><p>${DATE}</p>${h2}</div></section><footer><div class="article-votes"><span>Was this article helpful?</span><button>Yes</button><button>No</button></div><div class="article-return-to-top"><a href="#">Return to top</a></div></footer><section class="related-articles"><h2>Related articles</h2><ul><li><a href="/3">How to delete your account</a></li></ul></section></article></div></main>`,
  'a shop': `<div id="shopify-section-header"><sticky-header><nav class="header__inline-menu"><ul><li><a href="/">Home</a></li></ul></nav></sticky-header></div><main id="MainContent"><div class="shopify-policy__container"><div class="shopify-policy__title"><h1>${TITLE}</h1></div><div class="shopify-policy__body"><div class="rte"><p>${DATE}</p>${h2}</div></div></div></main><div id="shopify-section-footer"><footer class="footer"><h2>Subscribe to our emails</h2><form><input type="email"></form></footer></div>`,
  'a visual builder without semantics': `<div class="framer-x1"><div class="framer-nav"><a href="/">Product</a><a href="/pricing">Pricing</a></div><div class="framer-y2"><div data-framer-name="Title"><h1 class="framer-text">${TITLE}</h1></div><div><p class="framer-text">${DATE}</p></div><div>${sections((heading, paragraphs) => `<div><h3 class="framer-text"><strong>${heading}</strong></h3></div><div style="opacity:0">${p(paragraphs)}</div>`)}</div></div><div class="framer-cta"><div>Start chatting today</div><a href="/signup">Sign up</a></div><div class="framer-f"><a href="/t">Terms</a><a href="/p">Privacy</a></div></div>`,
  'a page laid out with tables': `<table width="100%"><tr><td width="160"><a href="/">Home</a><br><a href="/faq">FAQ</a></td><td><h1>${TITLE}</h1><p>${DATE}</p>${h2}</td></tr></table>`,
  'bold paragraphs in one element': `<div class="nav"><a href="/">Home</a></div><div class="text"><h1>${TITLE}</h1><p>${DATE}</p>${sections((heading, paragraphs) => `<p><b>${heading}</b></p>${p(paragraphs)}`)}</div>`,
  'lines broken by hand': `<center><a href="/">Home</a> | <a href="/faq">FAQ</a></center><h1>${TITLE}</h1>${DATE}<br><br>${sections((heading, paragraphs) => `<b>${heading}</b><br>${paragraphs.join('<br><br>')}<br><br>`)}`,
  'an accordion that is closed': `<main><h1>${TITLE}</h1><p>${DATE}</p>${sections((heading, paragraphs) => `<div class="item"><h3><button aria-expanded="false" aria-controls="x${heading.charCodeAt(0)}">${heading}</button></h3><div id="x${heading.charCodeAt(0)}" role="region" hidden>${p(paragraphs)}</div></div>`)}</main>`,
  'a web form of an old server': `<form id="aspnetForm"><input type="hidden" name="__VIEWSTATE"><div class="topnav"><ul><li><a href="/">Home</a></li></ul></div><div id="ctl00_Main"><h1>${TITLE}</h1><p>${DATE}</p>${h2}</div></form>`,
  'a consent manager with a long text': `<main><h1>${TITLE}</h1><p>${DATE}</p>${h2}</main><div class="cmp-root"><div><h2>Your privacy</h2><p>We and our 842 partners store and access personal data such as cookies on your device, with your consent, to process it for advertising.</p><p>You can change your preferences at any time, or withdraw consent and object to processing where we rely on legitimate interest.</p><ul><li>Essential cookies keep the site running and cannot be turned off in our systems at all.</li><li>Analytics cookies help us count visits and traffic sources so that we may measure our site.</li></ul></div><div><button>Accept all</button><button>Reject all</button><button>Manage preferences</button></div></div>`,
}

test.each(Object.entries(LAYOUTS))('%s', async (_, body) => {
  const html = `<!doctype html><html lang="en"><head><title>${TITLE} – Larkspur</title></head><body>${body}</body></html>`
  const { text, verdict, stated } = await extract({
    bytes: new TextEncoder().encode(html),
    mediaType: 'text/html; charset=utf-8',
    url: 'https://larkspur.example/privacy',
    declared: { platform: 'Larkspur', title: TITLE, type: 'privacy-policy' },
  })
  expect(renderStageText(text)).toBe(wanted)
  expect(verdict).toBe('policy')
  expect(stated).toMatchObject({ on: '2026-03-03' })
  expect(text.blocks.filter((block) => block.kind === 'heading')).toHaveLength(7)
  const rights = text.blocks.find((block) => block.text.startsWith('You may lodge'))
  expect(rights?.headingPath).toEqual([TITLE, 'Your rights'])
})
