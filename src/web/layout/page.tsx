/** The frame of every page: head, masthead, the words that every page says, and the navigation. */
import { raw } from 'hono/html'
import { comparisonPath, evidenceCheckPath, methodologyPath } from '../address.ts'
import { ICON_ASSET, SCRIPT_ASSET, STYLE_ASSET } from '../asset.ts'
import type { Page, WebOptions } from '../site.ts'

const SECTIONS = [
  { key: 'changes', label: 'Changes', href: '/changes' },
  { key: 'platforms', label: 'Platforms', href: '/platforms' },
  { key: 'comparison', label: 'Comparison', href: comparisonPath },
  { key: 'status', label: 'Status', href: '/status' },
  { key: 'methodology', label: 'Methodology', href: methodologyPath },
] as const

type FrameOptions = Pick<WebOptions, 'archive' | 'operator'>

export function Frame({ page, options }: { page: Page; options: FrameOptions }) {
  const { archive } = options
  const title = page.section === 'home' ? archive.name : `${page.title} · ${archive.name}`
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={page.description} />
        <meta name="color-scheme" content="light dark" />
        {archive.simulated && <meta name="robots" content="noindex" />}
        <link rel="canonical" href={page.canonical} />
        <link rel="cite-as" href={page.citeAs ?? page.canonical} />
        <link rel="stylesheet" href={STYLE_ASSET.path} />
        <link rel="icon" type="image/svg+xml" href={ICON_ASSET.path} />
        <link rel="search" href="/search" />
        <script src={SCRIPT_ASSET.path} defer />
        {page.script && <script type="module" src={page.script} />}
        <meta property="og:title" content={page.title} />
        <meta property="og:description" content={page.description} />
        <meta property="og:type" content="article" />
        <meta property="og:site_name" content={archive.name} />
        {page.jsonLd && <script type="application/ld+json">{raw(jsonLd(page.jsonLd))}</script>}
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        {archive.simulated && <SimulatedBanner />}
        <Masthead page={page} name={archive.name} />
        <main id="content" class={page.wide ? 'wide' : ''} tabindex={-1}>
          {page.crumbs.length > 0 && (
            <nav class="crumbs" aria-label="Where this page stands">
              <ol>
                {page.crumbs.map((crumb) => (
                  <li>
                    <a href={crumb.href}>{crumb.label}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          {page.body}
        </main>
        <Colophon options={options} />
      </body>
    </html>
  )
}

function SimulatedBanner() {
  return (
    <div class="banner" role="note" aria-label="Demonstration">
      <p>
        <strong>Demonstration.</strong> The platforms on these pages are fictional and all dates are simulated. Nothing
        here is evidence of anything.
      </p>
    </div>
  )
}

function Masthead({ page, name }: { page: Page; name: string }) {
  return (
    <header class="masthead">
      <div class="masthead-inner">
        <a class="wordmark" href="/" {...(page.section === 'home' ? { 'aria-current': 'page' } : {})}>
          <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
            <rect width="32" height="32" rx="6" />
            <path d="M20.5 7v18M16 7v18M22.5 7H14a5 5 0 0 0 0 10h2" />
          </svg>
          {name}
        </a>
        <nav aria-label="Main">
          <ul>
            {SECTIONS.map(({ key, label, href }) => (
              <li>
                <a href={href} {...(page.section === key ? { 'aria-current': 'page' } : {})}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <search>
          <form action="/search" method="get">
            <label class="sr" for="masthead-search">
              Search the documents
            </label>
            <input id="masthead-search" name="q" type="search" placeholder="Search the documents" maxlength={200} />
            <button type="submit" class="button">
              Search
            </button>
          </form>
        </search>
      </div>
    </header>
  )
}

function Colophon({ options: { operator, archive } }: { options: FrameOptions }) {
  return (
    <footer class="colophon">
      <div class="colophon-inner">
        <p>
          This archive is run by {operator.name}
          {operator.contact && (
            <>
              {' '}
              (<Contact address={operator.contact} />)
            </>
          )}
          . It is independent of the platforms whose documents it follows, and not endorsed by them.
        </p>
        <p>
          It describes what documents state, permit or reserve. It decides nothing about whether a term can be enforced:
          that varies by jurisdiction and circumstances. Nothing here is legal advice.
        </p>
        <p>
          <a href={methodologyPath}>How it works and what is claimed</a> ·{' '}
          <a href={evidenceCheckPath}>Check evidence</a> · Archive <span class="id">{archive.origin}</span>
        </p>
      </div>
    </footer>
  )
}

function Contact({ address }: { address: string }) {
  if (/^https?:\/\//.test(address)) return <a href={address}>{address.replace(/^https?:\/\//, '')}</a>
  if (/^[^\s@]+@[^\s@]+$/.test(address)) return <a href={`mailto:${address}`}>{address}</a>
  return <>{address}</>
}

/** JSON that cannot end the element it stands in. */
function jsonLd(value: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...value }).replaceAll('<', '\\u003c')
}
