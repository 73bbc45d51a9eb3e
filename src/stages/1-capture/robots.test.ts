import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crawlDelayOf, decideRobots, MAX_ROBOTS_BYTES, parseRobots, toProductToken } from './robots.ts'

const US = 'Clausewatch/0.1 (+https://ops.example/)'

function isAllowed(robots: string | Uint8Array, path: string, userAgent = US): boolean {
  const bytes = typeof robots === 'string' ? new TextEncoder().encode(robots) : robots
  return decideRobots(parseRobots(bytes), userAgent, new URL(path, 'https://site.example')).kind === 'allowed'
}

describe('which group speaks to us', () => {
  test.each([
    ['everybody', 'User-agent: *\nDisallow: /', false],
    ['our name, in any case', 'user-AGENT: CLAUSEWATCH\nDisallow: /', false],
    ['our name with a version', 'User-agent: clausewatch/2.0\nDisallow: /', false],
    ['our name beats everybody', 'User-agent: *\nDisallow: /\n\nUser-agent: clausewatch\nAllow: /', true],
    ['our name without rules allows all', 'User-agent: *\nDisallow: /\n\nUser-agent: clausewatch\nDisallow:', true],
    ['another name only', 'User-agent: othercrawler\nDisallow: /', true],
    ['a name that ours begins with', 'User-agent: clause\nDisallow: /', true],
    ['a name that begins with ours', 'User-agent: clausewatcher\nDisallow: /', true],
    ['several names over one group', 'User-agent: a\nUser-agent: clausewatch\nUser-agent: b\nDisallow: /', false],
    [
      'names with other lines between them',
      'User-agent: clausewatch\nSitemap: /s.xml\nUser-agent: b\nDisallow: /',
      false,
    ],
    [
      'names with blank lines and comments between',
      'User-agent: clausewatch\n\n# x\nUser-agent: b\n\nDisallow: /',
      false,
    ],
    [
      'two groups for us are one',
      'User-agent: clausewatch\nAllow: /b\n\nUser-agent: x\n\nUser-agent: clausewatch\nDisallow: /',
      false,
    ],
    [
      'two groups for everybody are one',
      'User-agent: *\nAllow: /b\n\nUser-agent: x\nAllow: /\n\nUser-agent: *\nDisallow: /',
      false,
    ],
    ['rules before any name', 'Disallow: /\nUser-agent: x\nDisallow: /', true],
    ['an empty file', '', true],
    ['a page instead of a file', '<!doctype html><p>User-agent: everything is fine</p>\nDisallow', true],
  ])('%s', (_, robots, expected) => {
    expect(isAllowed(robots, '/a')).toBe(expected)
  })
})

describe('how lines are read', () => {
  test.each([
    ['a byte order mark', '\ufeffUser-agent: *\nDisallow: /'],
    ['carriage returns', 'User-agent: *\rDisallow: /'],
    ['both', 'User-agent: *\r\nDisallow: /\r\n'],
    ['comments and spaces', '  User-agent : * # everybody\n\tDisallow\t:\t/ # everything'],
    ['lines of nonsense between', 'User-agent: *\nfoo\n: x\nNoindex: /b\nDisallow: /'],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x0a, ...Buffer.from('User-agent: *\nDisallow: /')])],
  ])('%s', (_, robots) => {
    expect(isAllowed(robots, '/a')).toBe(false)
  })

  test('what stands beyond 500 KiB is not read', () => {
    const filler = `${'#'.repeat(1023)}\n`.repeat(500)
    expect(filler.length).toBe(MAX_ROBOTS_BYTES)
    expect(isAllowed(`${filler}User-agent: *\nDisallow: /`, '/a')).toBe(true)
    expect(isAllowed(`${filler.slice(2048)}User-agent: *\nDisallow: /`, '/a')).toBe(false)
  })
})

describe('which rule wins', () => {
  test.each([
    // [rules, path, allowed]: the examples of RFC 9309 section 5 and 2.2, and Google's published table.
    ['Allow: /example/page/\nDisallow: /example/page/disallowed.gif', '/example/page/disallowed.gif', false],
    ['Allow: /p\nDisallow: /', '/page', true],
    ['Allow: /folder\nDisallow: /folder', '/folder/page', true],
    ['Allow: /page\nDisallow: /*.htm', '/page.htm', false],
    ['Allow: /page\nDisallow: /*.ph', '/page.php5', true],
    ['Allow: /$\nDisallow: /', '/', true],
    ['Allow: /$\nDisallow: /', '/page.htm', false],
    ['Disallow: /fish', '/fish.html', false],
    ['Disallow: /fish', '/Fish.asp', true],
    ['Disallow: /fish', '/catfish', true],
    ['Disallow: /fish*', '/fishheads', false],
    ['Disallow: /fish/', '/fish', true],
    ['Disallow: /*.php', '/folder/any.php.file.html', false],
    ['Disallow: /*.php$', '/filename.php?parameters', true],
    ['Disallow: /*.php$', '/filename.php', false],
    ['Disallow: /fish*.php', '/fishheads/catfish.php?p', false],
    ['Disallow: /*', '/x', false],
    ['Disallow: *', '/x', false],
    ['Disallow: /a*b*c$', '/axbxbxc', false],
    ['Disallow: /a*b*c$', '/axbxbxcd', true],
    ['Disallow: /ab*b$', '/ab', true],
    ['Disallow: /x?y=', '/x?y=1', false],
    ['Disallow: /x?y=', '/x', true],
    ['Disallow: fish', '/fish', true],
    ['Disallow:', '/x', true],
    ['Disallow: /robots.txt', '/robots.txt', true],
    ['Disallow: /a$b', '/a$b', false],
    ['Disallow: /a%24', '/a$', false],
    ['Disallow: /path%2Astar', '/path*star', false],
    ['Disallow: /path%2Astar', '/pathXstar', true],
  ])('%s for %s: %s', (rules, path, expected) => {
    expect(isAllowed(`User-agent: *\n${rules}`, path)).toBe(expected)
  })

  test.each([
    ['/foo/bar/ツ', '/foo/bar/%E3%83%84'],
    ['/foo/bar/%E3%83%84', '/foo/bar/ツ'],
    ['/foo/bar/%e3%83%84', '/foo/bar/ツ'],
    ['/foo/bar/%62%61%7A', '/foo/bar/baz'],
    ['/foo/bar/baz', '/foo/bar/%62%61%7A'],
    ['/foo/bar?baz=https://foo.bar', '/foo/bar?baz=https://foo.bar'],
  ])('%s and %s are one path', (rule, path) => {
    expect(isAllowed(`User-agent: *\nDisallow: ${rule}`, path)).toBe(false)
  })

  test('an encoded slash is not a slash', () => {
    expect(isAllowed('User-agent: *\nDisallow: /a/b', '/a%2Fb')).toBe(true)
  })

  test('the reason names the line', () => {
    const robots = parseRobots(new TextEncoder().encode('User-agent: *\n\nAllow: /\nDisallow: /legal/'))
    expect(decideRobots(robots, US, new URL('https://site.example/legal/terms'))).toEqual({
      kind: 'disallowed',
      reason: 'robots.txt line 4: Disallow: /legal/',
    })
  })
})

test('our name is the first word of the user agent', () => {
  expect(toProductToken(US)).toBe('clausewatch')
  expect(toProductToken(' * ')).toBe('*')
})

test('the wished delay is that of our group', () => {
  const robots = parseRobots(
    new TextEncoder().encode('User-agent: *\nCrawl-delay: 7.5\n\nUser-agent: x\nCrawl-delay: 99'),
  )
  expect(crawlDelayOf(robots, US)).toBe(7500)
  expect(crawlDelayOf(parseRobots(new TextEncoder().encode('User-agent: *\nCrawl-delay: soon')), US)).toBe(0)
})

test('no file whatever makes it throw, and half a megabyte of stars or spaces is decided at once', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.webUrl({ withQueryParameters: true }), (bytes, url) => {
      decideRobots(parseRobots(bytes), US, new URL(url))
    }),
  )
  const startedAt = performance.now()
  const spaces = `User-agent: *\nDisallow:${' '.repeat(480_000)}/ x${' '.repeat(1000)}y`
  expect(isAllowed(spaces, '/a')).toBe(true)
  const stars = `User-agent: *\nDisallow: /${'a*'.repeat(240_000)}b$`
  expect(isAllowed(stars, `/${'a'.repeat(8000)}`)).toBe(true)
  expect(performance.now() - startedAt).toBeLessThan(5000)
})
