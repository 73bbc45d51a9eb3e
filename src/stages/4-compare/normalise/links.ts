/** Link targets: unwrapped from redirects, without what identifies a visit, an asset's revision or an obfuscated address. */
import { decodeProtectedMail, HIDDEN_MAIL } from './mail.ts'
import type { LinkNormaliser } from './normaliser.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid|yclid|_hs\w+|__hs\w+|hsCtaTracking|mkt_tok|vero_\w+|_ga|_gl|ref|ref_\w+|referrer|source|src|trk\w*|spm|scid|cid|sid|session\w*|visitor\w*|\w*[-_]did|\w*_referred|nonce|_t|ts|timestamp|cache\w*|v|ver|rev|h|hash)$/i
const TARGET_PARAMETER = /^(?:q|u|url|target|to|dest\w*|redirect\w*|r|link|goto|continue)$/i

export const mailProtection: LinkNormaliser = {
  id: 'obfuscated-mail',
  description: "mail links hidden by the page's host",
  rewrite: (href) => {
    const hidden = /\/cdn-cgi\/l\/email-protection(?:#([0-9a-f]+))?/i.exec(href)
    if (!hidden) return href
    const mail = decodeProtectedMail(hidden[1] ?? '')
    return mail === null ? HIDDEN_MAIL : `mailto:${mail}`
  },
}

export const redirect: LinkNormaliser = {
  id: 'redirect',
  description: 'links that lead through a counting or checking service to the target that they name',
  rewrite: (href) => {
    const url = parse(href)
    if (!url) return href
    for (const [name, value] of url.searchParams) {
      if (!TARGET_PARAMETER.test(name)) continue
      if (/^https?:\/\//i.test(value)) return value
      // Bing writes the target as `a1` and Base64.
      if (/^a1[\w-]{8,}$/.test(value)) {
        const target = Buffer.from(value.slice(2), 'base64url').toString('utf8')
        if (/^https?:\/\//.test(target)) return target
      }
    }
    return href
  },
}

export const trackingParameters: LinkNormaliser = {
  id: 'tracking-parameters',
  description: 'parameters of a link that identify a visit or a campaign, not the page that it leads to',
  rewrite: (href) => {
    if (!href.includes('?')) return href
    const url = parse(href)
    if (!url) return href
    for (const [name, value] of [...url.searchParams]) {
      if (TRACKING.test(name) || isVisitToken(value)) url.searchParams.delete(name)
    }
    return url.href
  },
}

export const redirectToken: LinkNormaliser = {
  id: 'volatile-token',
  description: 'identifiers made for one visit inside the path of a redirect',
  rewrite: (href) => (/\/(?:redirect|redir|track|click|out|go|r)\b/i.test(href) ? href.replace(UUID, '‹token›') : href),
}

export const assetRevision: LinkNormaliser = {
  id: 'asset-revision',
  description: 'revision, format and host of pictures and other files that the page shows',
  rewrite: (href) =>
    /\.(?:png|jpe?g|gif|svg|webp|avif|ico|css|js|woff2?|mp4|webm)(?:[?#].*)?$/i.test(href)
      ? `‹asset ${href
          .replace(/[?#].*$/, '')
          .replace(/^.*\//, '')
          .replace(/\.\w+$/, '')
          .replace(/[0-9a-f]{8,}[_-]?/gi, '')
          .toLowerCase()}›`
      : href,
}

export const addressForm: LinkNormaliser = {
  id: 'address-form',
  description: 'a closing slash, letter case of the host, a fragment of the page itself',
  rewrite: (href) => {
    if (!/^https?:/i.test(href)) return href.startsWith('#') ? '#' : href
    const url = parse(href)
    return url ? url.href.replace(/\/(?=$|[?#])/, '').replace(/#:~:text=.*$/, '') : href
  },
}

function parse(href: string): URL | null {
  return URL.canParse(href) ? new URL(href) : null
}

function isVisitToken(value: string): boolean {
  return (
    new RegExp(`^${UUID.source}$`, 'i').test(value) ||
    (/^[\w-]{24,}$/.test(value) && /\d/.test(value) && /[a-f]/i.test(value))
  )
}
