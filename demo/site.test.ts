import { readdirSync, readFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { DOCUMENT_TYPES } from '../src/core/document.ts'
import { createSite } from './site/answer.ts'
import { demoPlatformsFolder, loadPlatforms } from './site/platform.ts'
import { type DemoSites, demoCatalogueFolder, startDemoSites } from './site.ts'

type CatalogueFile = {
  readonly platform: string
  readonly slug: string
  readonly documents: readonly { title: string; type: string; sources: readonly { url: string }[] }[]
}

const catalogue = readdirSync(demoCatalogueFolder).map(
  (file) => parse(readFileSync(path.join(demoCatalogueFolder, file), 'utf8')) as CatalogueFile,
)
const sources = catalogue.flatMap((platform) => platform.documents.flatMap((document) => document.sources))
const sites = new Map(loadPlatforms(demoPlatformsFolder).map((platform) => [platform.host, createSite(platform)]))

let served: DemoSites
let now = new Date('2025-01-01T09:00:00Z')
beforeAll(async () => {
  served = await startDemoSites({ now: () => now })
})
afterAll(() => served.close())

/** A request as any client makes it that was told where a host is. */
function request(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }> {
  const { hostname, pathname } = new URL(url)
  const { address, port } = served.hosts.get(hostname)!
  return new Promise((resolve, reject) => {
    http
      .get({ host: address, port, path: pathname, headers: { host: hostname, ...headers } }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
        )
      })
      .on('error', reject)
  })
}

describe('the catalogue of the demo', () => {
  it('follows the schema of the catalogue', () => {
    const schema = JSON.parse(
      readFileSync(path.join(import.meta.dirname, '..', 'catalogue', 'platform.schema.json'), 'utf8'),
    )
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)
    for (const platform of catalogue) expect(validate(platform), JSON.stringify(validate.errors)).toBe(true)
  })

  it('has ten or more platforms, 25 or more documents, and known document types', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(10)
    const documents = catalogue.flatMap((platform) => platform.documents)
    expect(documents.length).toBeGreaterThanOrEqual(25)
    for (const document of documents) expect(Object.keys(DOCUMENT_TYPES)).toContain(document.type)
  })

  it('has an address for every page but other editions, and names no host outside of .example', () => {
    const followed = new Set(sources.map((source) => source.url))
    for (const { platform } of sites.values()) {
      for (const page of platform.pages) {
        if (!page.editionOf) expect([...followed]).toContain(`http://${platform.host}${page.path}`)
      }
    }
    for (const url of followed) expect(new URL(url).hostname).toMatch(/\.example$/)
  })
})

describe('the sites', () => {
  it('answer every address of the catalogue on the first day', async () => {
    now = new Date('2025-01-01T09:00:00Z')
    for (const { url } of sources) expect((await request(url)).status, url).toBe(200)
  })

  it('hold no link that leads nowhere, on any of several days', () => {
    for (const day of ['2025-01-01', '2025-05-20', '2025-12-20', '2026-09-30']) {
      for (const [host, site] of sites) {
        const seen = new Set<string>()
        const queue = ['/']
        for (let link = queue.pop(); link; link = queue.pop()) {
          const target = new URL(link, `http://${host}`)
          if (target.protocol === 'mailto:' || seen.has(target.pathname)) continue
          expect(target.hostname, `${host} ${link}`).toMatch(/\.example$/)
          if (target.hostname !== host) continue
          seen.add(target.pathname)
          const answer = site.answer({ path: target.pathname, at: new Date(`${day}T09:00:00Z`), visit: 0 })
          expect(answer.status, `${day} ${target}`).toBeLessThan(400)
          if (answer.headers.location) queue.push(answer.headers.location)
          for (const [, href] of answer.body.matchAll(/<a [^>]*href="([^"]+)"/g))
            queue.push(href!.replaceAll('&amp;', '&'))
        }
      }
    }
  })

  it('tell clients with a validator that nothing changed, until it did', async () => {
    for (const [url, validator, condition, changesOn] of [
      ['http://www.wortschmelze.example/en/gtc', 'etag', 'if-none-match', '2025-06-30'],
      ['http://www.quillmere.example/legal/terms', 'last-modified', 'if-modified-since', '2025-03-10'],
    ] as const) {
      now = new Date('2025-01-01T09:00:00Z')
      const first = await request(url)
      const headers = { [condition]: String(first.headers[validator]) }
      now = new Date('2025-01-08T09:00:00Z')
      expect((await request(url, headers)).status).toBe(304)
      now = new Date(`${changesOn}T09:00:00Z`)
      expect((await request(url, headers)).status).toBe(200)
    }
  })

  it('send people who come without a host of theirs to the list of all sites', async () => {
    const { address, port } = [...served.hosts.values()][0]!
    const response = await fetch(`http://${address}:${port}/@/`)
    expect(await response.text()).toContain('Hollowpine')
  })

  it('answer alike for the same moment, address and visit', () => {
    const question = { path: '/legal/terms', at: new Date('2025-07-01T00:00:00Z'), visit: 3 }
    const again = loadPlatforms(demoPlatformsFolder).find((platform) => platform.slug === 'stackwren')!
    expect(createSite(again).answer(question)).toEqual(sites.get('www.stackwren.example')!.answer(question))
  })
})
