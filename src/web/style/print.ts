/** On paper: black on white, no navigation, addresses of outgoing links written out, differences still to be told apart. */
import { LIGHT } from './base.ts'

export const PRINT = `
@media print {
  :root { ${Object.entries(LIGHT)
    .map(([name, value]) => `--${name}:${value};`)
    .join('')} --ground: #fff; --raised: #fff; }
  @page { margin: 18mm 16mm; }
  html { font-size: 10.5pt; }
  body { display: block; }
  .skip, .masthead nav, .masthead search, .crumbs, .steps, .more, .contents, .filters, .button, .unfold, .switch, .redline-tools .quiet[role] { display: none !important; }
  main, main.wide { max-width: none; padding: 0; }
  .masthead-inner, .colophon-inner, .banner p { padding-left: 0; padding-right: 0; }
  .columns, .reader { display: block; }
  .panel, .change, .entry, .effect, .row, blockquote, tr { break-inside: avoid; }
  h1, h2, h3, h4, .hunk-heading { break-after: avoid; }
  .redline-tools { position: static; }
  .hunk { display: block; }
  .hunk-heading, .hunk-heading:empty { position: static; padding: 0 0 0 2rem; }
  .policy, .hunk-rows { max-width: none; }
  a { color: inherit; }
  .policy a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; overflow-wrap: anywhere; }
  ins, del, .chip, .notice, .banner { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .fold:not([open]) > summary { color: inherit; background: none; }
}
`
