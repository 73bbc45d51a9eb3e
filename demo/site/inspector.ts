/** Lets a person look at the sites in a browser: `/@/` lists pages and revisions, `/@/HOST/path?on=DATE` shows one. */
import type { Context } from 'hono'
import type { Site } from './answer.ts'
import { pathOn } from './platform.ts'

export function inspector(sites: ReadonlyMap<string, Site>, now: () => Date): (context: Context) => Response {
  return (context) => {
    const url = new URL(context.req.url)
    const [, host, path] = /^\/@\/([^/]*)(\/.*)?$/.exec(url.pathname) ?? []
    const site = sites.get(host ?? '')
    if (!site) return context.html(index([...sites.values()], now().toISOString().slice(0, 10)))
    const on = url.searchParams.get('on')
    const at = on ? new Date(`${on}T12:00:00Z`) : now()
    const answer = site.answer({ path: path ?? '/', at, visit: 0 })
    const prefixed = answer.body.replace(/(href|src|action)="\//g, `$1="/@/${host}/`)
    const headers = answer.headers.location
      ? { ...answer.headers, location: `/@/${host}${answer.headers.location}` }
      : answer.headers
    const encoding = site.platform.charset === 'utf-8' ? 'utf8' : 'latin1'
    return new Response(Buffer.from(prefixed, encoding), { status: answer.status, headers })
  }
}

function index(sites: readonly Site[], today: string): string {
  const list = sites.map(({ platform }) => {
    const pages = platform.pages.map((page) => {
      const states = page.states.map((state) => {
        const on = state.on || today
        return `<a href="/@/${platform.host}${pathOn(page, on)}${state.on ? `?on=${on}` : ''}">${state.on || 'first'}</a>`
      })
      return `<li>${page.title}: ${states.join(' · ')}</li>`
    })
    return `<h2>${platform.name}</h2><p>${platform.jurisdiction}; <a href="/@/${platform.host}/">${platform.host}</a></p><ul>${pages.join('')}</ul>`
  })
  return `<!doctype html><meta charset="utf-8"><title>The fictional platforms</title><body style="font:16px sans-serif;max-width:60em;margin:2em auto"><h1>The fictional platforms</h1>${list.join('')}`
}
