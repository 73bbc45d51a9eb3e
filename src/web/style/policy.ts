/** Policy text: a generous measure, a serif face, its own numbers in the margin of the line. */
export const POLICY = `
.reader { display: grid; gap: 0 3rem; grid-template-columns: minmax(0, 1fr); margin-top: 1.4rem; }
@media (min-width: 62rem) {
  .reader { grid-template-columns: 17rem minmax(0, 1fr); }
  .reader > article:only-child { grid-column: 1 / -1; }
  .contents { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; }
}
.contents { font-size: .9rem; margin-bottom: 1.4rem; }
.contents summary { font-weight: 600; padding: .2rem 0 .4rem; }
.contents ol { list-style: none; padding: 0; margin: 0; border-left: 2px solid var(--line); }
.contents li a { display: block; padding: .2rem .8rem; margin-left: -2px; border-left: 2px solid transparent; color: var(--quiet); text-decoration: none; }
.contents li a:hover { color: var(--ink); border-color: var(--strong); }
.contents li a[aria-current] { color: var(--ink); border-color: var(--link); }
.contents-1 a { text-indent: 0; }
.contents li.contents-1 a { padding-left: 1.6rem; }
.policy { font: 1.09rem/1.62 var(--serif); max-width: 70ch; hanging-punctuation: first; }
.policy h2, .policy h3, .policy h4, .policy h5, .policy h6 { font-family: var(--sans); scroll-margin-top: 1rem; }
.policy h2 { font-size: 1.4rem; margin-top: 2.4rem; }
.policy h2:first-child { margin-top: 0; }
.policy h3 { font-size: 1.15rem; margin-top: 2rem; }
.policy h4 { font-size: 1.02rem; }
.policy h5, .policy h6 { font-size: .96rem; }
.policy p { margin: 0 0 .95rem; }
.policy .number { font-variant-numeric: tabular-nums; font-weight: 600; font-size: .94em; }
.items { list-style: none; padding: 0 0 0 .4rem; margin: 0 0 .95rem; }
.items .items { padding-left: 1.3rem; margin: .45rem 0 .2rem; }
.items li { margin-bottom: .5rem; padding-left: 1.35rem; position: relative; }
.items li.numbered { padding-left: 0; }
.items .bullet::before { content: "•"; position: absolute; left: .25rem; color: var(--quiet); }
.note { border: 1px solid var(--line); border-left: 4px solid var(--link); background: var(--raised); border-radius: 4px; padding: .7rem 1rem; margin: 0 0 1rem; font-size: .97em; }
.policy table { font: .95rem/1.45 var(--sans); }
.policy td { min-width: 7rem; }
.policy :target, .row:target { background: var(--mark); box-shadow: 0 0 0 .3rem var(--mark); border-radius: 2px; }
.margin-note { font: .82rem/1.35 var(--sans); color: var(--quiet); margin: 0 0 .35rem; padding: .1rem 0 .1rem .6rem; border-left: 2px solid var(--line); }
.margin-note a { font-weight: 560; }
.margin-note .chip { font-size: .74rem; }
.provision-types { display: block; color: var(--quiet); font-size: .92em; }
@media (min-width: 76rem) {
  .reader-margin { grid-template-columns: 14rem minmax(0, 1fr); }
  .reader-margin .policy { max-width: calc(70ch + 16rem); padding-right: 16rem; }
  .reader-margin .margin-note { float: right; clear: right; width: 14rem; margin: .2rem -16rem .6rem 0; }
}
.quotation { font: 1.12rem/1.6 var(--serif); border-left: 4px solid var(--strong); padding: .1rem 0 .1rem 1.1rem; margin: 0 0 1rem; max-width: 70ch; }
.quotation p { margin: 0 0 .5rem; }
.wordings { padding-left: 2rem; }
.wordings > li { padding: .4rem 0 .7rem; }
.wordings p { margin: 0 0 .25rem; }
.provisions { list-style: none; padding: 0; columns: 2; column-gap: 2.4rem; }
.provisions li { break-inside: avoid; padding: .3rem 0; }
@media (max-width: 60rem) { .provisions { columns: 1; } }
.shares { list-style: none; padding: 0; }
.shares li { display: grid; grid-template-columns: minmax(8rem, 18rem) minmax(4rem, 14rem) minmax(0, 1fr); gap: 0 1rem; align-items: center; padding: .15rem 0; }
.shares meter { width: 100%; height: .8rem; }
.matrix td { vertical-align: top; max-width: 34rem; }
.matrix tbody th { vertical-align: top; }
.matrix .plain li { margin-bottom: .3rem; }
.chip-differs { background: var(--medium-ground); color: var(--medium); padding-left: .5rem; margin: 0 0 .2rem; width: fit-content; }
@media (max-width: 40rem) { .shares li { grid-template-columns: minmax(0, 1fr); padding-bottom: .5rem; } }
`
