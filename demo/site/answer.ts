/** What a platform's site answers to one request: a function of the moment, the address and the number of the visit. */
import { createHash } from 'node:crypto'
import { LAYOUTS } from '../layouts/index.ts'
import { NONCE } from '../layouts/layout.ts'
import { parseBlocks } from './block.ts'
import { isWithin, type PageLink, type Platform, type PolicyPage, pathOn, stateOn } from './platform.ts'
import { notFound, signIn, troubled } from './trouble.ts'

type Question = {
  readonly path: string
  readonly at: Date
  /** How many requests this address had before: what changes "with every load" follows from it. */
  readonly visit: number
  readonly ifNoneMatch?: string | undefined
  readonly ifModifiedSince?: string | undefined
}

export type Answer = { readonly status: number; readonly headers: Record<string, string>; readonly body: string }

export type Site = { readonly platform: Platform; answer(question: Question): Answer }

export function createSite(platform: Platform): Site {
  const rendered = new Map<string, string>()

  function answer(question: Question): Answer {
    const day = question.at.toISOString().slice(0, 10)
    const nonce = createHash('sha1')
      .update(`${platform.host}${question.path}${question.at.getTime()}${question.visit}`)
      .digest('hex')
      .slice(0, 16)
    if (question.path === '/robots.txt') return robots(platform, day)
    const page = platform.pages.find((candidate) => pathOn(candidate, day) === question.path)
    if (!page) return beside(question.path, day, nonce)
    const trouble = platform.trouble.find(
      (candidate) => isWithin(candidate, day) && (candidate.pages?.includes(page.name) ?? true),
    )
    if (trouble?.kind === 'edition') {
      return document(platform.pages.find((candidate) => candidate.name === trouble.edition)!, day, nonce, question)
    }
    const whole = document(page, day, nonce, question)
    return trouble
      ? troubled(
          trouble,
          platform,
          question.path,
          { ...whole, status: 200, body: pageText(page, day, nonce, question) },
          nonce,
        )
      : whole
  }

  function document(page: PolicyPage, day: string, nonce: string, question: Question): Answer {
    const body = pageText(page, day, nonce, question)
    const headers = { 'content-type': `${page.mediaType}; charset=${platform.charset}`, ...validators(page, day, body) }
    const isSame =
      (headers.etag !== undefined && question.ifNoneMatch === headers.etag) ||
      (headers['last-modified'] !== undefined && question.ifModifiedSince === headers['last-modified'])
    return isSame ? { status: 304, headers, body: '' } : { status: 200, headers, body }
  }

  function validators(page: PolicyPage, day: string, body: string): { etag?: string; 'last-modified'?: string } {
    if (platform.caching === 'etag') return { etag: `"${createHash('sha1').update(body).digest('hex').slice(0, 20)}"` }
    if (platform.caching === 'none') return {}
    // The time of day tells a page from its other editions, which share addresses with it now and then.
    const second = String(page.name.length).padStart(2, '0')
    return { 'last-modified': new Date(`${stateOn(page, day).on || '2024-11-20'}T06:00:${second}Z`).toUTCString() }
  }

  function pageText(page: PolicyPage, day: string, nonce: string, question: Question): string {
    const state = stateOn(page, day)
    const text = state.text
      .replaceAll('{{stated}}', printed(state.stated, page.language))
      .replaceAll('{{effective}}', printed(state.effective, page.language))
      .replaceAll('{{ago}}', ago(state.stated, day))
    if (page.mediaType !== 'text/html') return text
    return perLoad(layOut(page.title, question.path, page.language, text, day, question.visit, page), nonce)
  }

  function layOut(
    title: string,
    path: string,
    language: string,
    text: string,
    day: string,
    visit: number,
    page?: PolicyPage,
  ): string {
    const isCookieDialogOpen = platform.cookieDialog.some((span) => isWithin(span, day))
    const optOut = platform.optOut && day < platform.optOut.until ? platform.optOut : null
    const turn = platform.related.length ? visit % platform.related.length : 0
    const key = JSON.stringify([path, text, isCookieDialogOpen, optOut !== null, turn, day.slice(0, 7)])
    const kept = rendered.get(key)
    if (kept) return kept
    const rename = (words: string) =>
      platform.renames
        .filter((name) => name.on <= day)
        .reduce((now, name) => now.replaceAll(name.replace, name.with), words)
    const html = LAYOUTS[platform.layout]({
      platform,
      company: rename(platform.company),
      footer: rename(platform.footer).replace('{{year}}', day.slice(0, 4)),
      title,
      path,
      language,
      blocks: parseBlocks(text),
      day,
      isCookieDialogOpen,
      optOut,
      related: [...platform.related.slice(turn), ...platform.related.slice(0, turn)].slice(0, 3),
      policies: policies(day),
      editions: page ? editions(page, day) : [],
    })
    const done =
      platform.charset === 'utf-8' ? html : html.replace(/[^\0-\xff]/g, (sign) => `&#${sign.codePointAt(0)};`)
    rendered.set(key, done)
    return done
  }

  function policies(day: string): PageLink[] {
    return platform.pages
      .filter((page) => !page.editionOf)
      .map((page) => ({ label: page.title, path: pathOn(page, day) }))
  }

  function editions(page: PolicyPage, day: string): PageLink[] {
    const family = platform.pages.filter((other) => (other.editionOf ?? other.name) === (page.editionOf ?? page.name))
    return family.length < 2
      ? []
      : family.map((other) => ({ label: languageName(other.language), path: pathOn(other, day) }))
  }

  /** Tokens, links and addresses that are another at every load. */
  function perLoad(html: string, nonce: string): string {
    let filled = html
    if (platform.hasTracking) {
      filled = filled.replace(/href="(\/[^"#?]*)"/g, (_, path) => `href="${path}?utm_source=legal&amp;sid=${NONCE}"`)
    }
    if (platform.hasProtectedMail)
      filled = filled.replace(/<a href="mailto:([^"]+)">[^<]*<\/a>/g, (_, mail) => protectedMail(mail, nonce))
    return filled.replaceAll(NONCE, nonce)
  }

  /** Everything that is no document: home, product pages, the list of policies, sign-in, moved addresses. */
  function beside(path: string, day: string, nonce: string): Answer {
    const moved = platform.pages.find(
      (page) => page.path === path || page.moved.some((move) => move.path === path && move.on <= day),
    )
    if (moved) return { status: 301, headers: { location: pathOn(moved, day) }, body: '' }
    if (path === '/login' || path === '/signup') return signIn(platform)
    const text = plainPage(platform, path, policies(day))
    if (!text) return notFound(platform, 404)
    const html = perLoad(layOut(text.title, path, platform.language, text.markdown, day, 0), nonce)
    return { status: 200, headers: { 'content-type': `text/html; charset=${platform.charset}` }, body: html }
  }

  return { platform, answer }
}

function plainPage(
  platform: Platform,
  path: string,
  policies: readonly PageLink[],
): { title: string; markdown: string } | null {
  const list = policies.map((link) => `- [${link.label}](${link.path})`).join('\n')
  if (path === '/')
    return { title: platform.name, markdown: `# ${platform.name}\n\n${platform.tagline}\n\n## Policies\n\n${list}` }
  if (path === '/legal')
    return { title: 'Legal', markdown: `# Legal and trust\n\nThe documents that govern ${platform.name}.\n\n${list}` }
  if (path === '/cookie-settings')
    return { title: 'Cookie settings', markdown: '# Cookie settings\n\nChoose which cookies we may set.' }
  if (path === '/cdn-cgi/l/email-protection')
    return {
      title: 'Email Protection',
      markdown: '# Email Protection\n\nThe address you are looking for is protected from automated collection.',
    }
  if (path === platform.optOut?.path)
    return {
      title: platform.optOut.label,
      markdown: `# ${platform.optOut.label}\n\nUse this form to tell us your choice.`,
    }
  const link = [...platform.nav, ...platform.related].find((candidate) => candidate.path === path)
  return link ? { title: link.label, markdown: `# ${link.label}\n\n${link.text}` } : null
}

function robots(platform: Platform, day: string): Answer {
  const rules = platform.robots.filter((rule) => rule.from <= day).map((rule) => `Disallow: ${rule.disallow}`)
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: `User-agent: *\n${['Disallow: /account/', ...rules].join('\n')}\n`,
  }
}

function printed(date: string, language: string): string {
  if (!date) return ''
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}

/** A language by its own name: "Deutsch (Deutschland)". */
function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
}

/** "3 months ago", as sites that hide the date put it. */
function ago(date: string, day: string): string {
  const days = Math.floor((Date.parse(day) - Date.parse(date)) / 86_400_000)
  const [count, unit] =
    days < 1
      ? [0, '']
      : days < 30
        ? [days, 'day']
        : days < 365
          ? [Math.floor(days / 30), 'month']
          : [Math.floor(days / 365), 'year']
  return count === 0
    ? 'today'
    : `${count === 1 ? (unit === 'day' ? 'a' : 'a') : count} ${unit}${count === 1 ? '' : 's'} ago`
}

/** The public scheme of script-decoded addresses: a key byte, and every byte of the address combined with it, as hexadecimal. */
function protectedMail(mail: string, nonce: string): string {
  const key = Number.parseInt(nonce.slice(0, 2), 16)
  const code = [key, ...Buffer.from(mail).map((byte) => byte ^ key)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return `<a href="/cdn-cgi/l/email-protection#${code}"><span class="__cf_email__" data-cfemail="${code}">[email&#160;protected]</span></a>`
}
