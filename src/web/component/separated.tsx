/** Things that stand in one line, with a separator between them. */
import type { Child } from 'hono/jsx'

export function Separated({ by = ', ', of }: { by?: string; of: readonly Child[] }) {
  return (
    <>
      {of.map((one, index) => (
        <>
          {index > 0 && by}
          {one}
        </>
      ))}
    </>
  )
}
