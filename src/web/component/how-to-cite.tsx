/** How to cite a page: words, archive, id, hash, address and day, and the same for reference managers. */

import type { CitedRecord } from '../citation/cited-record.ts'
import { CITATION_FORMS } from '../citation/forms.ts'
import { dayOf } from '../date.ts'
import { Sha256 } from './facts.tsx'
import { Separated } from './separated.tsx'
import { Day, Moment } from './time.tsx'

type Props = {
  readonly cited: CitedRecord
  readonly archive: string
  readonly now: Date
  /** Of this site; null where it is not set. */
  readonly address?: string | null
  /** Where the platform publishes the document; a robust link leads there and knows the version. */
  readonly original?: string | null
}

export function HowToCite({ cited, archive, now, original = null, address = null }: Props) {
  const { id, path, title, platform, at, observed, sha256 } = cited
  return (
    <section class="cite" aria-labelledby="cite">
      <h2 id="cite">How to cite</h2>
      <p data-citation="">
        {platform}, “{title}”. {archive}, <span class="id">{id}</span>.{' '}
        <a href={path} data-address="">
          {path}
        </a>
      </p>
      <p>
        {observed} <Moment at={at} />. SHA-256 of the text: <Sha256 value={sha256} />. Accessed{' '}
        <Day at={dayOf(now.toISOString())} />.
      </p>
      <p>
        For reference managers:{' '}
        <Separated
          of={Object.entries(CITATION_FORMS).map(([file, { label }]) => (
            <a href={`${path}/${file}`} download="">
              {label}
            </a>
          ))}
        />
      </p>
      {original !== null && (
        <details>
          <summary>Robust link for a web page</summary>
          <pre>
            <code>{`<a href="${attributeText(original)}" data-versionurl="${address ?? ''}${path}" data-versiondate="${dayOf(at)}">${attributeText(title)}</a>`}</code>
          </pre>
        </details>
      )}
    </section>
  )
}

function attributeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
