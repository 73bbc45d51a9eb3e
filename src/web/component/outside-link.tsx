/** A link that leaves the archive: it passes on neither standing nor the address of the page that it stands on. */
import type { Child } from 'hono/jsx'

export function OutsideLink({ href, children }: { href: string; children?: Child }) {
  return (
    <a href={href} rel="external nofollow noreferrer">
      {children}
    </a>
  )
}
