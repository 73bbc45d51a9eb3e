/** robots.txt as RFC 9309 reads it: from bytes to rules, and from rules to a decision. Pure. */

/** What is beyond is ignored; RFC 9309 section 2.5 asks for at least this much. */
export const MAX_ROBOTS_BYTES = 500 * 1024

type RobotsRule = {
  readonly kind: 'allow' | 'disallow'
  /** As it stands in the file, and normalised for matching (section 2.2.2). */
  readonly written: string
  readonly pattern: string
  /** Counted from 1. */
  readonly line: number
}

type Group = { readonly agents: string[]; readonly rules: RobotsRule[]; crawlDelayMs: number }

export type Robots = {
  readonly groups: readonly Readonly<Group>[]
}

export type RobotsDecision =
  | { readonly kind: 'allowed' }
  /** `reason` names the line: "robots.txt line 4: Disallow: /legal/". */
  | { readonly kind: 'disallowed'; readonly reason: string }

export const NO_ROBOTS: Robots = { groups: [] }

/**
 * Never fails: what cannot be read is no rule, and an HTML page served as robots.txt has none. Lines of other kinds
 * (`Sitemap`) do not end a group.
 */
export function parseRobots(bytes: Uint8Array): Robots {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, MAX_ROBOTS_BYTES))
  const groups: Group[] = []
  let isNamingAgents = false
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    // Cut by hand: a pattern with spaces on both sides takes hours over a line of half a million spaces.
    const line = raw.split('#', 1)[0]!
    const colon = line.indexOf(':')
    const key = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    const value = line.slice(colon + 1).trim()
    if (key === 'user-agent') {
      if (!isNamingAgents) groups.push({ agents: [], rules: [], crawlDelayMs: 0 })
      groups.at(-1)!.agents.push(toProductToken(value))
      isNamingAgents = true
      continue
    }
    if (key !== 'allow' && key !== 'disallow' && key !== 'crawl-delay') continue
    isNamingAgents = false
    const group = groups.at(-1)
    if (!group || value === '') continue
    if (key === 'crawl-delay') group.crawlDelayMs = Math.max(group.crawlDelayMs, Number(value) * 1000 || 0)
    else group.rules.push({ kind: key, written: value, pattern: normalisePattern(value), line: index + 1 })
  }
  return { groups }
}

/** "Clausewatch/0.1 (+https://…)" -> "clausewatch", the part that a robots.txt names; "*" stays. */
export function toProductToken(userAgent: string): string {
  return userAgent.trim() === '*' ? '*' : (/^[a-z_-]+/i.exec(userAgent.trim())?.[0].toLowerCase() ?? '')
}

/** The most octets win, and of equal ones the permission (section 2.2.2). `robots.txt` itself is always allowed. */
export function decideRobots(robots: Robots, userAgent: string, url: URL): RobotsDecision {
  if (url.pathname === '/robots.txt') return { kind: 'allowed' }
  const path = normalisePath(url.pathname + url.search)
  let best: RobotsRule | null = null
  for (const group of groupsFor(robots, userAgent)) {
    for (const rule of group.rules) {
      const isBetter =
        !best ||
        rule.pattern.length > best.pattern.length ||
        (rule.pattern.length === best.pattern.length && rule.kind === 'allow')
      if (isBetter && matches(rule.pattern, path)) best = rule
    }
  }
  if (best?.kind !== 'disallow') return { kind: 'allowed' }
  return { kind: 'disallowed', reason: `robots.txt line ${best.line}: Disallow: ${best.written.slice(0, 200)}` }
}

/** Not in the RFC, but what a site asks for by it is exactly our spacing. 0 where it asks for nothing. */
export function crawlDelayOf(robots: Robots, userAgent: string): number {
  return Math.max(0, ...groupsFor(robots, userAgent).map((group) => group.crawlDelayMs))
}

/** All groups that name us, merged; those for everybody only where none does (section 2.2.1). */
function groupsFor(robots: Robots, userAgent: string): readonly Readonly<Group>[] {
  const token = toProductToken(userAgent)
  const own = robots.groups.filter((group) => group.agents.includes(token))
  return own.length > 0 ? own : robots.groups.filter((group) => group.agents.includes('*'))
}

/** Greedy, so linear: a rule of many stars costs no more than a long one. */
function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$')
  const pieces = (isAnchored ? pattern.slice(0, -1) : pattern).split('*')
  const first = pieces.shift()!
  if (!path.startsWith(first)) return false
  if (pieces.length === 0) return !isAnchored || path.length === first.length
  const last = pieces.pop()!
  let at = first.length
  for (const piece of pieces) {
    const found = path.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return isAnchored ? path.length - last.length >= at && path.endsWith(last) : path.indexOf(last, at) !== -1
}

/** A "$" is an anchor only at the end; elsewhere it is a character like any other. */
function normalisePattern(written: string): string {
  const isAnchored = written.endsWith('$')
  const body = isAnchored ? written.slice(0, -1) : written
  const pieces = body.split('*').map((piece) => normaliseOctets(piece).replaceAll('$', '%24'))
  return pieces.join('*') + (isAnchored ? '$' : '')
}

function normalisePath(path: string): string {
  return normaliseOctets(path).replaceAll('*', '%2A').replaceAll('$', '%24')
}

/** Unreserved characters bare, everything outside ASCII as upper-case percent octets, the rest as written. */
function normaliseOctets(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\u0021-\u007e]+/gu, encodeURIComponent)
    .replace(/%[0-9a-f]{2}/gi, (octet) => {
      const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16))
      return /[A-Za-z0-9\-._~]/.test(character) ? character : octet.toUpperCase()
    })
}
