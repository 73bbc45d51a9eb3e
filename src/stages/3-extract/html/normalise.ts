/** The declarative normalisers that a declaration may ask for; each changes the tree before its text is taken. */
import { NORMALISERS, type Normaliser } from '../foreign-filter.ts'
import { attribute, isElement } from './element.ts'
import type { Element, ParentNode } from './parse.ts'

/** Names of parameters that follow visitors or sessions. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|_ga|_gl|_hs\w+|hsa_\w+|igshid|ref|ref_src|sid|session\w*|sessionid|jsessionid|phpsessid|token|nonce|csrf\w*|_?ts|timestamp|h|e|cid|trk\w*|src|source|fid|hsh|ptn|ntb|ver|fclid)$/i

const STEPS: Readonly<Record<Normaliser, (element: Element) => void>> = {
  'strip-tracking-parameters': (element) =>
    rewriteLink(element, (url) => {
      for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
    }),
  'strip-queries': (element) =>
    rewriteLink(element, (url) => {
      url.search = ''
      url.hash = ''
    }),
  'unwrap-links': (element) => {
    if (element.tagName === 'a') element.attrs = element.attrs.filter((attr) => attr.name !== 'href')
  },
  'open-collapsed': (element) => {
    element.attrs = element.attrs.filter(
      ({ name, value }) =>
        name !== 'hidden' && !(name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)),
    )
  },
}

export function normalise(tree: ParentNode, names: readonly string[]): void {
  const steps = names.filter((name): name is Normaliser => name in NORMALISERS).map((name) => STEPS[name])
  if (steps.length > 0) visit(tree, steps)
}

function visit(node: ParentNode, steps: readonly ((element: Element) => void)[]): void {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue
    for (const step of steps) step(child)
    visit(child, steps)
  }
}

/** Relative addresses are rewritten as they stand; what is no address is left. */
function rewriteLink(element: Element, change: (url: URL) => void): void {
  if (element.tagName !== 'a') return
  const href = attribute(element, 'href')
  if (href === null) return
  const base = 'https://relative.invalid/'
  if (!URL.canParse(href, base)) return
  const url = new URL(href, base)
  if (!/^https?:$/.test(url.protocol)) return
  const before = url.href
  change(url)
  if (url.href === before) return
  const rewritten = url.href.startsWith(base) ? url.href.slice(base.length - (href.startsWith('/') ? 1 : 0)) : url.href
  element.attrs = element.attrs.map((attr) => (attr.name === 'href' ? { ...attr, value: rewritten } : attr))
}
