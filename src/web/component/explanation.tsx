/** What a provision means for whom, and what can be done about it. */
import type { Explanation } from '../../core/explanation.ts'

export function ExplanationParts({ explanation }: { explanation: Explanation }) {
  return (
    <section aria-labelledby="explanation">
      <h2 id="explanation">What it means</h2>
      <h3>What it is</h3>
      <p>{explanation.whatItIs}</p>
      <h3>Why it matters</h3>
      <p>{explanation.whyItMatters}</p>
    </section>
  )
}
