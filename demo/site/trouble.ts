/** What a page answers when it does not answer its document. Words and headers as such answers have them in the open. */
import type { Answer } from './answer.ts'
import type { Platform, Trouble } from './platform.ts'

const html = { 'content-type': 'text/html; charset=utf-8' }

/** `whole` is the page as it would have been. */
export function troubled(trouble: Trouble, platform: Platform, pagePath: string, whole: Answer, nonce: string): Answer {
  switch (trouble.kind) {
    case 'bot-wall':
      return {
        status: 403,
        headers: {
          ...html,
          server: 'cloudflare',
          'cf-ray': `${nonce}-FRA`,
          'cf-mitigated': 'challenge',
          'cache-control': 'private, max-age=0, no-store',
        },
        body: challenge(platform, nonce),
      }
    case 'not-found':
      return notFound(platform, 404)
    case 'soft-404':
      return notFound(platform, 200)
    case 'unavailable':
      return {
        status: 503,
        headers: { ...html, 'retry-after': '7200' },
        body: simple(
          'Scheduled maintenance',
          `${platform.name} is down for scheduled maintenance. We expect to be back shortly. Thank you for your patience.`,
        ),
      }
    case 'shell':
      return { status: 200, headers: html, body: shell(platform, nonce) }
    case 'half-loaded':
      return { ...whole, headers: html, body: cut(whole.body) }
    case 'sign-in':
      return { status: 302, headers: { ...html, location: `/login?next=${encodeURIComponent(pagePath)}` }, body: '' }
    case 'edition':
      return whole
  }
}

/** Ends inside of the document, in the middle of a tag or word. */
function cut(page: string): string {
  const start = page.indexOf('<h1')
  return page.slice(0, start + Math.floor((page.length - start) * 0.36))
}

export function notFound(platform: Platform, status: 200 | 404): Answer {
  return {
    status,
    headers: html,
    body: simple(
      `Page not found | ${platform.name}`,
      'Sorry, we could not find that page. It may have been moved or deleted. Check the address, or <a href="/">go back to the home page</a>.',
      '404',
    ),
  }
}

export function signIn(platform: Platform): Answer {
  return {
    status: 200,
    headers: html,
    body: `<!doctype html><html lang="en"><head><title>Sign in - ${platform.name}</title></head><body><main style="max-width:360px;margin:80px auto;font-family:sans-serif"><h1>Sign in to ${platform.name}</h1><p>You need to sign in to continue.</p><form action="/login" method="post"><label>Work email <input type="email" name="email"></label><br><label>Password <input type="password" name="password"></label><br><button>Sign in</button></form><p><a href="/login?reset=1">Forgot your password?</a></p></main></body></html>`,
  }
}

function simple(title: string, text: string, headline = title): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body style="font-family:sans-serif;text-align:center;padding-top:14vh"><h1>${headline}</h1><p>${text}</p></body></html>`
}

function challenge(platform: Platform, nonce: string): string {
  return `<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title><meta http-equiv="refresh" content="390"><meta name="robots" content="noindex,nofollow"></head><body><div class="main-wrapper" role="main"><div class="main-content"><h1>${platform.host}</h1><h2 id="challenge-running">Verifying you are human. This may take a few seconds.</h2><noscript><div id="challenge-error-title"><div class="h2"><span id="challenge-error-text">Enable JavaScript and cookies to continue</span></div></div></noscript><div id="challenge-body-text">${platform.host} needs to review the security of your connection before proceeding.</div></div></div><script>(function(){window._cf_chl_opt={cvId:'3',cZone:'${platform.host}',cType:'managed',cRay:'${nonce}'};var cpo=document.createElement('script');cpo.src='/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1?ray=${nonce}';})();</script><div class="footer" role="contentinfo"><div class="footer-inner"><div class="ray-id">Ray ID: <code>${nonce}</code></div><div>Performance &amp; security by Cloudflare</div></div></div></body></html>`
}

function shell(platform: Platform, nonce: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${platform.name}</title><link rel="modulepreload" href="/assets/index-${nonce}.js"></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="app"></div><script type="module" src="/assets/index-${nonce}.js"></script></body></html>`
}
