/** What a change does, effect by effect, each with its quotations and the place in the redline. */
import type { Effect, Severity } from '../../core/change.ts'
import type { KeptAnnotation } from '../../store/annotation.ts'
import type { ProvisionPlace } from '../../store/view/provision.ts'
import { changePath } from '../address.ts'
import { shortPath } from '../heading-path.ts'
import { provisionPath, provisionTitle } from '../provision-address.ts'
import { PROVISION_WORDS } from '../provision-words.ts'
import { count, EFFECT_WORDS } from '../words.ts'
import { DirectionChip, SeverityChip } from './chip.tsx'
import { ReadingNotes } from './reading-notes.tsx'

/** A quotation longer than this is cut on the page; the redline has it whole. */
const MAX_QUOTATION = 600
/** So many effects stand open; the rest can be unfolded. */
const OPEN_EFFECTS = 6
/** A rewrite has hundreds, and the redline shows them all. */
const MAX_EFFECTS = 60
/** A section that was rewritten holds many provisions. */
const MAX_PROVISIONS = 3
const WEIGHT: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 }

type EffectsProps = {
  readonly effects: readonly Effect[]
  /** Of a language model, by position of the effect. */
  readonly notes: ReadonlyMap<number, KeptAnnotation>
  /** Which each effect is about, in their order. */
  readonly provisions: readonly (readonly ProvisionPlace[])[]
  readonly document: DocumentSlugs
}

type DocumentSlugs = { readonly platformSlug: string; readonly documentSlug: string }

export function Effects({ effects, notes, provisions, document }: EffectsProps) {
  const itemOf = (effect: Effect) => {
    const at = effects.indexOf(effect)
    return <EffectItem effect={effect} notes={notes.get(at)} places={provisions[at] ?? []} document={document} />
  }
  const sorted = effects.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
  const rest = sorted.slice(OPEN_EFFECTS, MAX_EFFECTS)
  return (
    <section aria-labelledby="effects">
      <h2 id="effects">What it does</h2>
      <ol class="effects">{sorted.slice(0, OPEN_EFFECTS).map(itemOf)}</ol>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <ol class="effects" start={OPEN_EFFECTS + 1}>
            {rest.map(itemOf)}
          </ol>
        </details>
      )}
      {effects.length > MAX_EFFECTS && (
        <p class="quiet">
          {count(effects.length - MAX_EFFECTS, 'more effect')} of lower weight{' '}
          {effects.length - MAX_EFFECTS === 1 ? 'is' : 'are'} not listed; <a href="#redline">the text below</a> shows
          everything that changed.
        </p>
      )}
    </section>
  )
}

type ItemProps = {
  readonly effect: Effect
  readonly notes: KeptAnnotation | undefined
  readonly places: readonly ProvisionPlace[]
  readonly document: DocumentSlugs
}

function EffectItem({ effect, notes, places, document }: ItemProps) {
  const anchor = effect.newBlocks[0] === undefined ? `o${effect.oldBlocks[0]}` : `n${effect.newBlocks[0]}`
  return (
    <li class="effect">
      <p class="effect-head">
        <strong>{EFFECT_WORDS[effect.effect]}</strong>
        {effect.types.length > 0 && <>: {effect.types.map((type) => PROVISION_WORDS[type]).join(', ')}</>}
        {effect.heading && <span class="quiet"> · {shortPath(effect.heading)}</span>}
      </p>
      {effect.meaning && <p>{effect.meaning}</p>}
      {effect.sibling && (
        <p>
          <a href={changePath(effect.sibling.change)}>The other end, in the {effect.sibling.title}</a>
        </p>
      )}
      {effect.before && (effect.effect !== 'moved' || !effect.after) && (
        <blockquote class="before">
          <p>
            <span class="quote-label">{effect.effect === 'moved' ? 'Text' : 'Before'}</span> {cut(effect.before.exact)}
          </p>
        </blockquote>
      )}
      {effect.after && (
        <blockquote class="after">
          <p>
            <span class="quote-label">{effect.effect === 'moved' ? 'Text' : 'After'}</span> {cut(effect.after.exact)}
          </p>
        </blockquote>
      )}
      {notes && <ReadingNotes kept={notes} />}
      <p class="change-marks">
        <SeverityChip severity={effect.severity} /> <DirectionChip direction={effect.direction} />{' '}
        <a href={`#${anchor}`}>Show in the text</a>
        {places.slice(0, MAX_PROVISIONS).map(({ provision, wording }) => (
          <>
            {' '}
            <a href={provisionPath(document, provision, wording)}>Provision: {provisionTitle(wording)}</a>
          </>
        ))}
      </p>
    </li>
  )
}

function cut(text: string): string {
  if (text.length <= MAX_QUOTATION) return text
  const end = text.lastIndexOf(' ', MAX_QUOTATION)
  return `${text.slice(0, end > 0 ? end : MAX_QUOTATION)} …`
}
