/**
 * Which elements are the page around a document rather than the document, by tag, role and the words of id and class.
 * This is a claim only: `choose.ts` overrules it where the claimed part holds most of the text.
 */
import { attribute } from './element.ts'
import type { Element } from './parse.ts'

/** `overlay`: dialogs and consent banners; `widget`: sharing, feedback, search, related links. */
export type Surrounding = 'navigation' | 'header' | 'footer' | 'aside' | 'overlay' | 'widget'

const BY_TAG: Readonly<Record<string, Surrounding>> = {
  nav: 'navigation',
  menu: 'navigation',
  header: 'header',
  footer: 'footer',
  aside: 'aside',
  dialog: 'overlay',
  search: 'widget',
}

const BY_ROLE: Readonly<Record<string, Surrounding>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'aside',
  dialog: 'overlay',
  alertdialog: 'overlay',
  search: 'widget',
  toolbar: 'widget',
  listbox: 'widget',
  tooltip: 'overlay',
  status: 'widget',
}

const WORD = (words: string): RegExp => new RegExp(`(?:^|[\\s_-])(?:${words})(?=$|[\\s_-])`, 'i')
const BY_WORD: readonly (readonly [Surrounding, RegExp])[] = [
  [
    'overlay',
    /onetrust|cookiebot|cybotcookie|osano|didomi|usercentrics|truste|trustarc|qc-cmp|iubenda-cs|cookieyes|cky-|cmplz|borlabs|klaro|termly|cookie-?(?:banner|bar|consent|notice|popup|modal|dialog|law|alert|message)|consent-?(?:banner|manager|modal|popup|dialog|bar)|gdpr-?(?:banner|popup|modal|notice)|cc-window/i,
  ],
  [
    'overlay',
    WORD(
      'modal|popup|lightbox|toast|snackbar|intercom-(?:lightweight|container|app|launcher|namespace|frame|messenger|banner|snippet)\\S*|drift-\\S*|chat-widget|announcement(?:-bar)?',
    ),
  ],
  [
    'navigation',
    WORD(
      'nav|navbar|navigation|navbar-\\S+|breadcrumbs?|site-?nav|main-?menu|mobile-?menu|dropdown-menu|menu|pagination|pager|w-nav\\S*',
    ),
  ],
  ['footer', WORD('footer|site-?footer|page-?footer|global-?footer|footer-\\S+|\\S+-footer')],
  ['header', WORD('site-?header|global-?header|masthead|topbar|top-bar')],
  ['aside', WORD('sidebar|side-?nav|sidenav|toc|table-of-contents')],
  [
    'widget',
    WORD(
      'share|sharing|social|socials|social-\\S+|share-\\S+|related|related-\\S+|recommended|newsletter\\S*|subscribe|feedback|helpful|article-votes|language-?(?:selector|switcher|picker|menu)|lang-?(?:selector|switcher)|locale-?(?:selector|switcher)|comments?|advert\\S*|ads|promo|cta|cta-\\S+|search-?(?:form|box|bar)|skip-?link|back-?to-?top|print-?button|no-?print|d-print-none|hidden-print|print-?footer|byline|article-author|post-author',
    ),
  ],
]

export function surroundingOf(element: Element): Surrounding | null {
  const byTag = BY_TAG[element.tagName]
  if (byTag) return byTag
  let words = ''
  for (const { name, value } of element.attrs) {
    if (name === 'role') {
      const byRole = BY_ROLE[value.trim().toLowerCase()]
      if (byRole) return byRole
    } else if (name === 'id' || name === 'class') words += plainWords(value)
    else if (name === 'aria-modal' && value === 'true') return 'overlay'
  }
  if (words === '' || element.tagName === 'body' || element.tagName === 'html' || element.tagName === 'main')
    return null
  for (const [kind, pattern] of BY_WORD) if (pattern.test(words)) return kind
  return null
}

/** Class names without the variants and arbitrary values of utility frameworks, whose words mean something else. */
function plainWords(value: string): string {
  if (!/[:[(/!@]/.test(value)) return ` ${value}`
  let words = ''
  for (const token of value.split(/\s+/)) if (!/[:[(/!@]/.test(token)) words += ` ${token}`
  return words
}

/** Whether an element is offered by the page as its main part. */
export function isMainLandmark(element: Element): boolean {
  return element.tagName === 'main' || attribute(element, 'role') === 'main'
}
