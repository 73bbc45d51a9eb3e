/** Parts of a provision that several pages show: its marks, and one line of a list of provisions. */
import type { Confidence } from '../../core/provision.ts'
import type { ProvisionPlace, SeenWording } from '../../store/view/provision.ts'
import { provisionPath, provisionTitle } from '../provision-address.ts'
import { PROVISION_WORDS } from '../provision-words.ts'
import { SeverityChip } from './chip.tsx'

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  high: 'high confidence',
  medium: 'medium confidence',
  low: 'low confidence',
}

/** Severity, types, and how sure that is. */
export function WordingMarks({ wording }: { wording: SeenWording }) {
  return (
    <p class="change-marks">
      <SeverityChip severity={wording.severity} />{' '}
      {wording.types.map((type) => (
        <>
          <span class="chip chip-kind">{PROVISION_WORDS[type]}</span>{' '}
        </>
      ))}
      <span class="quiet">
        {CONFIDENCE_WORDS[wording.confidence]}, {wording.basis}
      </span>
    </p>
  )
}

type LineProps = {
  readonly place: ProvisionPlace
  readonly document: { readonly platformSlug: string; readonly documentSlug: string }
  /** Its first words, where the text itself does not stand beside it. */
  readonly withWords?: boolean
}

const FIRST_WORDS = 90

export function ProvisionLine({ place, document, withWords = false }: LineProps) {
  const { wording } = place
  const title = provisionTitle(wording)
  const types = wording.types.map((type) => PROVISION_WORDS[type]).filter((type) => type !== title)
  return (
    <>
      <a href={provisionPath(document, place.provision, wording)}>{title}</a>{' '}
      <SeverityChip severity={wording.severity} />
      {types.length > 0 && <span class="provision-types">{types.join(', ')}</span>}
      {withWords && <span class="provision-types snippet">{firstWords(wording.exact)}</span>}
    </>
  )
}

function firstWords(text: string): string {
  const line = text.replaceAll('\n', ' ')
  return line.length <= FIRST_WORDS ? line : `${line.slice(0, line.lastIndexOf(' ', FIRST_WORDS))} …`
}
