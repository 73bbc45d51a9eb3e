/** Masthead, columns, colophon. */
export const FRAME = `
.skip { position: absolute; left: .5rem; top: -4rem; background: var(--ground); padding: .6rem 1rem; z-index: 2; border: 2px solid var(--link); }
.skip:focus { top: .5rem; }
.banner { background: var(--banner-ground); color: var(--banner); font-size: .92rem; }
.banner p { margin: 0 auto; padding: .5rem 1.25rem; max-width: 76rem; }
.masthead { border-bottom: 1px solid var(--line); }
.masthead-inner { max-width: 76rem; margin: 0 auto; padding: .7rem 1.25rem; display: flex; flex-wrap: wrap; gap: .5rem 1.6rem; align-items: center; }
.wordmark { display: inline-flex; gap: .55rem; align-items: center; font-weight: 680; font-size: 1.05rem; color: var(--ink); text-decoration: none; letter-spacing: -.01em; }
.wordmark rect { fill: #1d3a56; }
.wordmark path { stroke: #fff; stroke-width: 2.4; stroke-linecap: round; }
.masthead ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; margin: 0; padding: 0; }
.masthead li a { color: var(--ink); text-decoration: none; display: inline-block; padding: .25rem 0; border-bottom: 2px solid transparent; }
.masthead li a:hover { border-color: var(--strong); }
.masthead li a[aria-current] { border-color: var(--link); font-weight: 600; }
.masthead search { margin-left: auto; }
.masthead form { display: flex; gap: .4rem; }
.masthead input { width: 13rem; max-width: 100%; }
main { flex: 1; width: 100%; max-width: 50rem; margin: 0 auto; padding: 1.4rem 1.25rem 3.5rem; }
main.wide { max-width: 76rem; }
.crumbs ol { list-style: none; padding: 0; margin: 0 0 1rem; display: flex; flex-wrap: wrap; font-size: .9rem; }
.crumbs li + li::before { content: "›"; color: var(--quiet); padding: 0 .5rem; }
.eyebrow { color: var(--quiet); margin: 0 0 .1rem; font-size: .95rem; }
.lead { font-size: 1.13rem; max-width: 46em; }
.lead-block { max-width: 46rem; margin-bottom: 1.6rem; }
.prose { max-width: 44rem; }
.columns { display: grid; gap: 0 3rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 62rem) { .columns { grid-template-columns: minmax(0, 1fr) 21rem; } }
.columns > section > h2:first-child, .columns > div > section:first-child > h2 { margin-top: 0; }
.colophon { border-top: 1px solid var(--line); background: var(--raised); font-size: .9rem; color: var(--quiet); }
.colophon-inner { max-width: 76rem; margin: 0 auto; padding: 1.4rem 1.25rem 2rem; }
.colophon p { max-width: 46rem; margin-bottom: .5rem; }
@media (max-width: 40rem) {
  .masthead search, .masthead form { width: 100%; margin: 0; }
  .masthead ul { gap: .1rem .8rem; font-size: .92rem; }
  .masthead input { flex: 1; width: auto; min-width: 0; }
}
`
