/** What may be wider than the page scrolls by itself, and can be reached by keyboard to do so (WCAG 2.1.1). */
import type { Child } from 'hono/jsx'

export function Scroll({ label, children }: { label: string; children: Child }) {
  return (
    <section class="table-scroll" tabindex={0} aria-label={label}>
      {children}
    </section>
  )
}
