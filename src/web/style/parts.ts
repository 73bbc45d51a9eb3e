/** What pages are made of: chips, lists, facts, tables, forms. */
export const PARTS = `
.chip { display: inline-flex; align-items: center; gap: .3rem; font-size: .8rem; line-height: 1.25rem; font-weight: 560; padding: .05rem .5rem .05rem .4rem; border-radius: 1rem; background: var(--low-ground); color: var(--low); white-space: nowrap; }
.icon { width: .95rem; height: .95rem; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.icon-filled { fill: currentColor; stroke: none; }
.chip-high, .chip-failing { background: var(--high-ground); color: var(--high); }
.chip-medium { background: var(--medium-ground); color: var(--medium); }
.chip-less-protective, .chip-more-protective, .chip-neutral, .chip-kind { background: none; box-shadow: inset 0 0 0 1px var(--line); color: var(--quiet); }
.chip-less-protective { color: var(--high); }
.chip-more-protective { color: var(--good); }
.chip-kind { padding-left: .5rem; }
.chip-substantive { color: var(--ink); box-shadow: inset 0 0 0 1px var(--strong); }
.chip-good, .chip-current { background: var(--good-ground); color: var(--good); }
.chip-current { padding-left: .5rem; margin-left: .4rem; }

.day { margin-bottom: 1.8rem; }
.day-name { font-size: .95rem; font-weight: 600; color: var(--quiet); margin: 0 0 .3rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line); }
.changes { list-style: none; padding: 0; margin: 0; }
.change { padding: .75rem 0 .8rem .9rem; border-left: 3px solid var(--line); margin-top: .6rem; }
.change.severity-high { border-color: var(--high); }
.change.severity-medium { border-color: var(--medium); }
.change p { margin: 0; }
.change-where { font-size: .92rem; color: var(--quiet); }
.change-where a { color: inherit; }
.change .change-summary { margin: .15rem 0 .4rem; font-size: 1.05rem; max-width: 46em; }
.change-summary a, .entry-summary a { text-decoration: none; }
.change-summary a:hover, .entry-summary a:hover { text-decoration: underline; }
.change-marks { display: flex; flex-wrap: wrap; gap: .3rem .5rem; align-items: center; }
.change-dates { display: inline-flex; flex-wrap: wrap; gap: 0 .9rem; font-size: .85rem; color: var(--quiet); margin-left: .2rem; }
.change-others { font-size: .92rem; padding-top: .35rem; }
.more { margin-top: 1.2rem; }

.panel { background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: 1rem 1.15rem 1.1rem; margin: 0 0 1.4rem; align-self: start; }
.panel > h2 { margin: 0 0 .7rem; font-size: 1.05rem; }
.panel > :last-child { margin-bottom: 0; }
.panel details { margin-top: .6rem; }
.notice { border-left: 3px solid var(--medium); background: var(--medium-ground); color: var(--medium); padding: .55rem .9rem; border-radius: 0 4px 4px 0; max-width: 46rem; }
.notice a { color: inherit; }
.empty { color: var(--quiet); padding: 1rem 1.1rem; border: 1px dashed var(--strong); border-radius: 6px; max-width: 46rem; }
.switch { font-size: .95rem; }

.facts { display: grid; gap: .35rem 0; margin: 0 0 1.4rem; }
.facts > div { display: grid; grid-template-columns: minmax(7rem, 12rem) minmax(0, 1fr); gap: 0 1rem; align-items: baseline; }
.facts dt { color: var(--quiet); font-size: .95rem; }
.panel .facts > div { grid-template-columns: minmax(6.5rem, 9rem) minmax(0, 1fr); }
.panel .facts dt, .panel .facts dd { font-size: .92rem; }
.plain { list-style: none; padding: 0; margin: 0; }
.legend { display: grid; grid-template-columns: minmax(0, 1fr); gap: .7rem; }
.legend dt, .legend dd { max-width: 74ch; }
.legend dt { font-weight: 600; margin-bottom: .1rem; }
.legend dd { font-size: .95rem; }
.legend dd + dd { margin-top: .15rem; }
details > .legend { margin-top: .6rem; }
.panel .legend dd { font-size: .88rem; color: var(--quiet); }

.table-scroll { overflow-x: auto; margin: 0 0 1.4rem; }
.listing { font-size: .96rem; }
.listing thead th { font-size: .86rem; color: var(--quiet); font-weight: 560; border-bottom-color: var(--strong); }
.listing tbody th { font-weight: 500; }
.listing .numeric { text-align: right; padding-right: 1.6rem; }
.listing td time { white-space: nowrap; }
.status td { min-width: 8rem; }
.sides td:last-child { min-width: 14rem; }

label { display: block; font-size: .86rem; color: var(--quiet); margin-bottom: .15rem; }
input, select, .button { font: inherit; font-size: .95rem; color: var(--ink); background: var(--ground); border: 1px solid var(--strong); border-radius: 4px; padding: .35rem .55rem; min-height: 2.25rem; max-width: 100%; }
::placeholder { color: var(--quiet); opacity: 1; }
.button { cursor: pointer; background: var(--raised); font-weight: 560; padding: .35rem .9rem; }
.button:hover { border-color: var(--ink); }
.filters { display: flex; flex-wrap: wrap; gap: .8rem 1rem; align-items: end; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: .9rem 1.1rem 1rem; margin: 0 0 1.6rem; }
.filters > div { min-width: 0; max-width: 100%; }
.filter-wide { flex: 1 1 20rem; }
.filter-wide input { width: 100%; }
.steps { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; margin: 1rem 0 1.4rem; }
.found h2 { font-size: 1.08rem; margin-bottom: .4rem; }
.hits { list-style: none; padding: 0; }
.hits li { padding: .5rem 0 .5rem .9rem; border-left: 3px solid var(--line); margin-bottom: .5rem; }
.hits p { margin: 0; }
.snippet { font-family: var(--serif); max-width: 70ch; }

.coverage { overflow-x: auto; margin: .4rem 0 1rem; }
.coverage svg { display: block; width: 100%; min-width: 36rem; height: auto; }
.coverage-gap { fill: var(--low-ground); }
.coverage-even { fill: var(--strong); }
.coverage-odd { fill: var(--link); }
.coverage-missed { fill: var(--ground); fill-opacity: .82; stroke: var(--strong); stroke-width: .6; stroke-dasharray: 2 2; }
.coverage-change { fill: var(--high); }
.coverage-tick { stroke: var(--strong); stroke-width: 1; }
.coverage-year { fill: var(--quiet); font: 12px var(--sans); }
.coverage-key { font-size: .86rem; color: var(--quiet); margin: .2rem 0 0; }
.timeline { list-style: none; padding: 0; margin: 0; }
.entry { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 0 1.6rem; position: relative; padding-bottom: 1.3rem; }
.entry::before { content: ""; position: absolute; left: 10.25rem; top: .45rem; width: .65rem; height: .65rem; border-radius: 50%; background: var(--ground); border: 2px solid var(--strong); }
.entry::after { content: ""; position: absolute; left: calc(10.25rem + .265rem); top: 1.2rem; bottom: -.35rem; width: 2px; background: var(--line); }
.entry:last-child::after { display: none; }
.entry-substantive::before { background: var(--link); border-color: var(--link); }
.entry-muted::before { border-style: dotted; }
.entry p { margin: 0 0 .25rem; }
.entry-date { text-align: right; color: var(--quiet); font-size: .92rem; }
.entry-body { padding-left: .6rem; }
.entry-summary { font-size: 1.03rem; max-width: 44em; }
.entry-version { font-size: .92rem; }
.gaps { margin-bottom: .8rem; font-size: .95rem; }
.gaps ul { margin-top: .5rem; }
@media (max-width: 40rem) {
  .facts > div, .panel .facts > div { grid-template-columns: minmax(0, 1fr); margin-bottom: .3rem; }
  .entry { grid-template-columns: minmax(0, 1fr); padding-left: 1.5rem; }
  .entry::before { left: 0; }
  .entry::after { left: .265rem; }
  .entry-date { text-align: left; }
  .entry-body { padding-left: 0; }
  .filters > div, .filters select, .filters input { width: 100%; }
}

.effects { list-style: none; padding: 0; }
.effect { padding: .7rem 0 .9rem; border-top: 1px solid var(--line); }
.effect:first-child { border-top: 0; padding-top: 0; }
.effect p { margin: 0 0 .35rem; }
.effect blockquote { font-family: var(--serif); border-left: 3px solid var(--line); padding-left: .9rem; max-width: 70ch; }
.reading-notes summary { cursor: pointer; color: var(--quiet); font-size: .92rem; }
.reading-notes q { font-family: var(--serif); }
.effect .before { border-color: var(--deleted); }
.effect .after { border-color: var(--inserted); }
.quote-label { font: 600 .8rem var(--sans); color: var(--quiet); margin-right: .4rem; }
.advice p { max-width: 46em; }
.cite { margin-top: 2.6rem; padding-top: .2rem; border-top: 1px solid var(--line); }
.cite h2 { font-size: 1rem; margin: .9rem 0 .3rem; }
.cite p { font-size: .92rem; color: var(--quiet); max-width: 46rem; margin-bottom: .5rem; }
.cite pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .82rem; margin: .4rem 0; }
.revisions { font-size: .95rem; }

.received { display: block; width: 100%; height: 75vh; border: 1px solid var(--line); background: #fff; color-scheme: light; }
`
