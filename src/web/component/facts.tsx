/** A list of terms and what they are, as reference works print it. */
import type { Child } from 'hono/jsx'

export function Facts({ children }: { children: Child }) {
  return <dl class="facts">{children}</dl>
}

export function Fact({ term, children }: { term: string; children?: Child }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A SHA-256 that breaks anywhere and is read out as one word. */
export function Sha256({ value }: { value: string }) {
  return <code class="hash">{value}</code>
}
