/**
 * Colours, type and elements. Pairs of text and ground keep WCAG AA (4.5:1) in both schemes; a test holds them to it.
 */
export const LIGHT = {
  ground: '#fcfcfa',
  raised: '#f4f4ef',
  ink: '#1d2126',
  quiet: '#575e66',
  line: '#d9d9d0',
  strong: '#80868d',
  link: '#1b4b7a',
  'inserted-ground': '#e2f2e6',
  inserted: '#0f4f28',
  'deleted-ground': '#fbe5e2',
  deleted: '#8c1d18',
  'high-ground': '#fae3df',
  high: '#8c1d18',
  'medium-ground': '#fbeccd',
  medium: '#6e4400',
  'low-ground': '#e9ecef',
  low: '#46505a',
  'good-ground': '#e2f2e6',
  good: '#0f4f28',
  mark: '#fff1b8',
  'banner-ground': '#fdf0c9',
  banner: '#5b4300',
} as const

export const DARK: Readonly<Record<keyof typeof LIGHT, string>> = {
  ground: '#15181b',
  raised: '#1d2125',
  ink: '#e3e5e7',
  quiet: '#a3aab1',
  line: '#33393f',
  strong: '#6d757d',
  link: '#8fbfee',
  'inserted-ground': '#16301f',
  inserted: '#a9e5bb',
  'deleted-ground': '#3b1c1b',
  deleted: '#f5b5ae',
  'high-ground': '#41201e',
  high: '#f7b9b2',
  'medium-ground': '#3a2c0f',
  medium: '#f2cd84',
  'low-ground': '#2a2f35',
  low: '#c0c7ce',
  'good-ground': '#16301f',
  good: '#a9e5bb',
  mark: '#43380f',
  'banner-ground': '#3b300f',
  banner: '#f5dd9c',
}

const variables = (colours: Readonly<Record<string, string>>) =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value};`)
    .join('')

export const BASE = `
:root {
  color-scheme: light dark;
  ${variables(LIGHT)}
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --serif: "Iowan Old Style", Charter, "Bitstream Charter", "Source Serif 4", Georgia, Cambria, "Noto Serif", "Liberation Serif", serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) { :root { ${variables(DARK)} } }

*, *::before, *::after { box-sizing: border-box; }
html { font: 100%/1.5 var(--sans); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink); font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; font-weight: 650; text-wrap: balance; margin: 2.2rem 0 .7rem; }
h1 { font-size: clamp(1.6rem, 1.2rem + 1.8vw, 2.3rem); margin: .2rem 0 .8rem; letter-spacing: -.012em; }
h2 { font-size: 1.25rem; }
h3 { font-size: 1.02rem; margin-top: 1.5rem; }
p, ul, ol, dl { margin: 0 0 .8rem; }
ul, ol { padding-left: 1.3rem; }
dd { margin: 0; }
hr { border: 0; border-top: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem .9rem .5rem 0; border-bottom: 1px solid var(--line); }
blockquote { margin: .5rem 0; }
code { font: .92em/1.4 var(--mono); }
mark { background: var(--mark); color: inherit; padding: 0 .1em; border-radius: 2px; }
ins { color: var(--inserted); background: var(--inserted-ground); text-decoration: underline; text-decoration-thickness: .09em; text-underline-offset: .16em; border-radius: 2px; }
del { color: var(--deleted); background: var(--deleted-ground); text-decoration: line-through; text-decoration-thickness: .09em; border-radius: 2px; }
details > summary { cursor: pointer; }
svg { fill: none; }
[hidden] { display: none !important; }
.sr { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; user-select: none; }
.quiet { color: var(--quiet); }
.id, .numeric { font-variant-numeric: tabular-nums; }
.id, .unbroken { white-space: nowrap; }
.hash { overflow-wrap: anywhere; font-size: .82em; }
`
