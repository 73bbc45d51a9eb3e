/** The redline: the text at reading measure, and the headings that it stands under beside it. */
export const REDLINE = `
.redline-tools { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-bottom: .8rem; }
.redline-legend { margin: 0 auto 0 0; }
.redline { border-top: 1px solid var(--line); font: 1.05rem/1.6 var(--serif); }
.hunk { display: grid; grid-template-columns: minmax(0, 1fr); padding: .8rem 0; }
.hunk + .hunk, .fold + .hunk { border-top: 1px solid var(--line); }
.hunk-heading { font: 560 .84rem/1.4 var(--sans); color: var(--quiet); margin: 0 0 .4rem; padding-left: 2rem; }
.hunk-heading:empty { display: none; }
.hunk-rows { max-width: 74ch; min-width: 0; }
@media (min-width: 62rem) {
  .redline-tools { position: sticky; top: 0; z-index: 1; background: var(--ground); padding: .5rem 0; margin-bottom: .3rem; }
  .hunk { grid-template-columns: 14rem minmax(0, 1fr); gap: 0 2rem; }
  .hunk-heading, .hunk-heading:empty { display: block; padding: .35rem 0 0; position: sticky; top: 4rem; align-self: start; }
}
.row { display: grid; grid-template-columns: 2rem minmax(0, 1fr); padding: .3rem 0; scroll-margin-top: 5rem; }
.row-text { grid-column: 2; min-width: 0; }
.row-mark + .row-text { grid-column: auto; }
.row:focus { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.row p { margin: 0; white-space: pre-line; }
.row-mark { font: 600 1rem/1.6 var(--mono); color: var(--quiet); text-align: center; user-select: none; }
.row-inserted .row-mark { color: var(--inserted); }
.row-deleted .row-mark { color: var(--deleted); }
.row-same { color: var(--quiet); }
.row-heading p:last-of-type { font: 650 1.02rem/1.4 var(--sans); }
.row-note .icon { vertical-align: -.1em; }
.row .row-note { font: 560 .82rem/1.5 var(--sans); color: var(--quiet); }
.row-note > .row-text { border-left: 3px solid var(--link); padding-left: .7rem; }
.row .number { font-weight: 600; font-size: .94em; }
.row-links { font: .85rem/1.45 var(--sans); padding-left: 1rem; margin: .3rem 0 0; overflow-wrap: anywhere; }
.row ins, .row del { padding: .06em .08em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.hidden-difference { text-decoration: underline dotted var(--strong) 1px; text-underline-offset: .22em; }
.indent-2 { margin-left: 1.4rem; }
.indent-3 { margin-left: 2.8rem; }
.indent-4 { margin-left: 4.2rem; }
.fold { border-top: 1px solid var(--line); font-family: var(--sans); }
.fold > summary { padding: .45rem .4rem; font-size: .88rem; color: var(--link); background: var(--raised); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.fold .hunk { font-family: var(--serif); }
@media (max-width: 40rem) {
  .row { grid-template-columns: 1.4rem minmax(0, 1fr); }
  .hunk-heading { padding-left: 1.4rem; }
  .indent-2, .indent-3, .indent-4 { margin-left: .9rem; }
}
`
