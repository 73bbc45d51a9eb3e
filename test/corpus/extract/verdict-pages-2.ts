/**
 * More fictional pages for verdicts: editions for other places, and the pages that stand where a policy stood. What
 * they say is what such pages say everywhere, in several languages.
 */
import { bodyOf, PRIVACY, pageOf, TERMS } from './fictional-policy.ts'
import type { VerdictPage } from './verdict-pages.ts'

const whole = pageOf(bodyOf('Privacy Policy', PRIVACY), { title: 'Privacy Policy' })

const editions = (own: string): string =>
  `<link rel="canonical" href="https://larkspur.example/${own}/privacy/"><link rel="alternate" hreflang="en-US" href="https://larkspur.example/en-us/privacy"><link rel="alternate" hreflang="en-GB" href="https://larkspur.example/en-gb/privacy"><link rel="alternate" hreflang="x-default" href="https://larkspur.example/en-us/privacy">`
const inEdition = (own: string): string => whole.replace('</head>', `${editions(own)}</head>`)
const titled = (title: string): string => whole.replace(/<h1[^>]*>[^<]*<\/h1>/, `<h1>${title}</h1>`)
export const REGIONS: readonly VerdictPage[] = [
  {
    name: 'the American edition instead of the British',
    verdict: 'other-locale',
    locale: 'en-GB',
    html: inEdition('en-us'),
  },
  { name: 'the British edition', verdict: 'policy', locale: 'en-GB', html: inEdition('en-gb') },
  {
    name: 'the American edition where no place is declared',
    verdict: 'policy',
    locale: 'en',
    html: inEdition('en-us'),
  },
  {
    name: 'the American edition where none is listed for Ireland',
    verdict: 'policy',
    locale: 'en-IE',
    html: inEdition('en-us'),
  },
  {
    name: 'an American title where Ireland is followed',
    verdict: 'other-locale',
    locale: 'en-IE',
    html: titled('Privacy Policy (US)'),
  },
  {
    name: 'a European title where the United States are followed',
    verdict: 'other-locale',
    locale: 'en-US',
    html: titled('Europe Privacy Policy'),
  },
  {
    name: 'a European title where Ireland is followed',
    verdict: 'policy',
    locale: 'en-IE',
    html: titled('EEA and UK Privacy Policy'),
  },
  {
    name: 'a title for all other places',
    verdict: 'policy',
    locale: 'en-US',
    html: titled('Privacy Policy for users outside Europe'),
  },
  {
    name: 'a title that says contact us',
    verdict: 'policy',
    locale: 'en-IE',
    html: titled('Privacy Policy and how to contact us'),
  },
]

const site = (title: string, content: string): string => pageOf(content, { title: `${title} | Larkspur` })
const bad = (
  verdict: VerdictPage['verdict'],
  name: string,
  html: string,
  rest: Partial<VerdictPage> = {},
): VerdictPage => ({
  verdict,
  name,
  html,
  ...rest,
})

const cards = (titles: readonly string[], text: string): string =>
  titles.map((title, i) => `<div class="card"><h3><a href="/p/${i}">${title}</a></h3><p>${text}</p></div>`).join('')

export const ERRORS: readonly VerdictPage[] = [
  bad(
    'error',
    'a soft 404 with suggestions',
    site(
      'Page not found',
      `<h1>Sorry, we can’t find that page</h1><p>The page you were looking for may have been moved, or may no longer exist. Try one of these instead:</p><ul><li><a href="/">Home</a></li><li><a href="/help">Help centre</a></li></ul>`,
    ),
  ),
  bad(
    'error',
    'a soft 404 with the latest posts',
    site(
      '404',
      `<h1>404</h1><p>Oops! That page can’t be found.</p><h2>Latest posts</h2>${cards(['Five ways to write better prompts', 'Meet the new editor'], 'Our team shows how careful writing saves you an hour every day, with examples from three customers.')}`,
    ),
  ),
  bad(
    'error',
    'we moved',
    site(
      'We have moved',
      '<h1>This page has moved</h1><p>We have moved our website. Please update your bookmarks and visit our new home page.</p>',
    ),
  ),
  bad(
    'error',
    'planned maintenance',
    site(
      'Be right back',
      '<h1>We’ll be back soon!</h1><p>Larkspur is down for scheduled maintenance. We expect to be back within the hour, thank you for your patience.</p>',
    ),
  ),
  bad(
    'error',
    'an error in German',
    site(
      'Fehler',
      '<h1>Seite nicht gefunden</h1><p>Die von Ihnen aufgerufene Seite existiert leider nicht oder wurde verschoben.</p>',
    ),
  ),
  bad(
    'error',
    'an error in French',
    site(
      'Erreur',
      '<h1>Oups, page introuvable</h1><p>La page que vous recherchez n’existe plus ou a été déplacée.</p>',
    ),
  ),
  bad(
    'error',
    'an error in Spanish',
    site(
      'Error',
      '<h1>Página no encontrada</h1><p>Lo sentimos, la página que busca no existe o ha cambiado de dirección.</p>',
    ),
  ),
  bad(
    'error',
    'an error in Polish',
    site(
      'Błąd 404',
      '<h1>Nie znaleziono strony</h1><p>Strona, której szukasz, nie istnieje lub została przeniesiona pod inny adres.</p>',
    ),
  ),
  bad(
    'error',
    'an error in Swedish',
    site(
      'Fel',
      '<h1>Sidan kunde inte hittas</h1><p>Sidan du letar efter finns inte längre eller har flyttats till en annan adress.</p>',
    ),
  ),
  bad(
    'error',
    'an error in Italian',
    site('Errore', '<h1>Pagina non trovata</h1><p>La pagina che stai cercando non esiste oppure è stata spostata.</p>'),
  ),
  bad(
    'error',
    'an error in Chinese',
    site('404', '<h1>抱歉，您访问的页面不存在</h1><p>页面可能已被删除、移动或暂时不可用。</p>'),
  ),
  bad(
    'error',
    'an error in Japanese',
    site('404', '<h1>お探しのページは見つかりませんでした</h1><p>ページは移動または削除された可能性があります。</p>'),
  ),
  bad(
    'error',
    'an error in Russian',
    site('404', '<h1>Страница не найдена</h1><p>Запрошенная страница не существует или была удалена с сайта.</p>'),
  ),
  bad(
    'error',
    'an application that crashed',
    site(
      'Larkspur',
      '<h2>Application error: a client-side exception has occurred (see the browser console for more information).</h2>',
    ),
  ),
  bad(
    'error',
    'an object store’s answer',
    '<?xml version="1.0" encoding="UTF-8"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>privacy.html</Key></Error>',
  ),
  bad(
    'error',
    'a host without a site',
    site(
      'Site not published',
      '<h1>Site not found</h1><p>Looks like this domain isn’t connected to a website yet. Is this your domain? Connect it in your dashboard.</p>',
    ),
  ),
  bad(
    'error',
    'a parked domain',
    '<html><head><title>larkspur.example</title></head><body><h1>larkspur.example</h1><p>This domain is for sale! Make an offer today.</p><ul><li><a href="/s1">Privacy Policy Generator</a></li><li><a href="/s2">Data Protection Software</a></li><li><a href="/s3">Terms of Service Template</a></li></ul></body></html>',
  ),
  bad(
    'error',
    'a full status with a bare title',
    '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>',
    { status: 502 },
  ),
  bad(
    'error',
    'a server’s default page',
    '<html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p></body></html>',
  ),
  bad(
    'error',
    'a removed document',
    site(
      'Content removed',
      '<h1>This content is no longer available</h1><p>The article you requested has been removed by its author.</p>',
    ),
  ),
]

export const OTHER_PAGES: readonly VerdictPage[] = [
  bad(
    'other-page',
    'a product page at the address',
    site(
      'Chat with your documents',
      `<h1>The fastest way to chat with your documents</h1><p>Upload a file, ask a question, get an answer with sources. Larkspur reads contracts, manuals and research for you.</p><h2>Trusted by teams everywhere</h2><p>Over four thousand teams save hours every week with Larkspur, from startups to the largest companies.</p>${cards(['Answers with sources', 'Works in your tools', 'Ready in minutes'], 'Connect your drive once and let everybody on the team find what they need without asking around.')}<h2>Simple pricing</h2><p>Start free and upgrade when you need more. No credit card is required to try it out today.</p>`,
    ),
  ),
  bad(
    'other-page',
    'a security page that sells',
    site(
      'Security at Larkspur',
      `<h1>Security you can trust</h1><p>Your data is encrypted in transit and at rest, and our platform is audited every year by an independent firm.</p>${cards(['SOC 2 Type II', 'Single sign-on', 'Regional hosting'], 'Bring the controls that your team expects to every conversation, without slowing anybody down at all.')}<p>Talk to our sales team to learn how Larkspur fits into your company.</p>`,
    ),
  ),
  bad(
    'other-page',
    'a blog',
    site(
      'Blog',
      `<h1>The Larkspur blog</h1>${cards(['What we shipped in March', 'A customer story: forty lawyers, one inbox', 'How to ask better questions', 'Hiring in Dublin'], 'We look back at a busy month with new models, faster search and the redesign that many of you asked for.')}`,
    ),
  ),
  bad(
    'other-page',
    'a help index',
    site(
      'Help centre',
      `<h1>How can we help?</h1>${cards(['Getting started', 'Billing', 'Troubleshooting', 'Integrations'], '12 articles written by the support team')}<p>Can’t find what you need? Our support team answers within one working day.</p>`,
    ),
  ),
  bad(
    'other-page',
    'a careers page',
    site(
      'Careers',
      `<h1>Join us</h1><p>We are a small team in Dublin that builds tools for people who read a lot. We work in the open and take holidays seriously.</p>${cards(['Backend engineer', 'Designer', 'Support lead'], 'Dublin or remote in Europe, full time, with a salary range that every candidate knows before the first call.')}`,
    ),
  ),
  bad(
    'other-page',
    'a consent question alone',
    '<html><head><title>Larkspur</title></head><body><div class="cw"><h2>We value your privacy</h2><p>We use cookies to personalise content and to analyse our traffic.</p><button>Accept all</button><button>Reject all</button></div></body></html>',
  ),
]

export const HUBS: readonly VerdictPage[] = [
  bad(
    'other-document',
    'a hub of links',
    site(
      'Legal',
      '<h1>Legal</h1><ul><li><a href="/terms">Terms of Service</a></li><li><a href="/privacy">Privacy Policy</a></li><li><a href="/cookies">Cookie Policy</a></li><li><a href="/dpa">Data Processing Addendum</a></li></ul>',
    ),
  ),
  bad(
    'other-document',
    'a hub of cards',
    site(
      'Trust centre',
      `<h1>Our policies</h1><p>Here you find everything about how we work.</p>${cards(['Terms of Service', 'Privacy Policy', 'Acceptable Use Policy', 'Cookie Policy'], 'Read the current version of this document.')}`,
    ),
  ),
  bad(
    'other-document',
    'the terms at the address of the policy',
    site('Terms of Service', bodyOf('Terms of Service', TERMS)),
  ),
]

export const SHELLS: readonly VerdictPage[] = [
  bad(
    'shell',
    'an empty root',
    '<!doctype html><html><head><title>Larkspur</title><script src="/app.js"></script></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>',
  ),
  bad(
    'shell',
    'a spinner',
    '<!doctype html><html><head><title>Privacy Policy</title></head><body><div class="spinner">Loading...</div></body></html>',
  ),
  bad('shell', 'a frame around nothing', site('Privacy Policy', '<iframe src="https://docs.example/embed"></iframe>')),
  bad(
    'shell',
    'JSON as a page',
    '{"props":{"pageProps":{"title":"Privacy Policy","body":null}},"page":"/privacy","query":{},"buildId":"x1"}',
  ),
  bad(
    'shell',
    'braces that a template left',
    site('{{ page.title }}', '<h1>{{ page.title }}</h1><div>{{ page.body }}</div>'),
  ),
  bad(
    'shell',
    'an unsupported browser',
    '<html><head><title>Larkspur</title></head><body><p>Your browser is not supported. Please update your browser.</p></body></html>',
  ),
]

export const GATES: readonly VerdictPage[] = [
  bad(
    'login',
    'an age gate before anything',
    site(
      'Age check',
      '<h1>Please confirm your age</h1><p>You must be at least 18 years old to enter this site.</p><button>I am over 18</button><button>Leave</button>',
    ),
  ),
  bad(
    'login',
    'a workspace that asks for a sign-in',
    '<html><head><title>Log in | Larkspur wiki</title></head><body><h1>Sign in to see this page</h1><button>Continue with Google</button><button>Continue with email</button></body></html>',
  ),
]
