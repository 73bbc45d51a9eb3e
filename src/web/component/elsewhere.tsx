/** What other platforms say in the place of a provision, and how many take the same position. */

import { DOCUMENT_TYPES, type DocumentType } from '../../core/document.ts'
import { formatId } from '../../core/id.ts'
import type { NearWording, RarityCount, Stance } from '../../core/likeness.ts'
import type { ProvisionType } from '../../core/provision.ts'
import type { Elsewhere } from '../../service/elsewhere.ts'
import type { PlacedComparison } from '../../store/view/rarity.ts'
import { documentPath, idPath } from '../address.ts'
import { PROVISION_WORDS } from '../provision-words.ts'

type Props = { readonly elsewhere: Elsewhere; readonly type: ProvisionType; readonly documentType: DocumentType }

export function ElsewhereParts({ elsewhere: { rarity, nearest }, type, documentType }: Props) {
  const kind = DOCUMENT_TYPES[documentType]
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">On other platforms</h2>
      <p>
        {counts(rarity.withType)} of {counts(rarity.assessed)} with an assessed document of this kind ({kind}) have a
        provision on “{PROVISION_WORDS[type]}”
        {rarity.stance.length > 0 && `; ${counts(rarity.withStance)} take the same position as this one`}. A text that
        governs several platforms is one text.
      </p>
      {nearest.near.length > 0 ? (
        <ul class="hits">
          {nearest.near.map((near) => (
            <Near near={near} stance={rarity.stance} />
          ))}
        </ul>
      ) : (
        <NoneClose nearest={nearest.nearest} compared={nearest.compared} stance={rarity.stance} />
      )}
    </section>
  )
}

type NoneProps = {
  readonly nearest: NearWording<PlacedComparison> | null
  readonly compared: number
  readonly stance: Stance
}

function NoneClose({ nearest, compared, stance }: NoneProps) {
  if (nearest === null) return <p class="empty">No other platform has a provision of this type here.</p>
  return (
    <>
      <p class="empty">
        None of {compared} provisions of this type on other platforms is close to this one. The nearest, which shares
        the subject and little else:
      </p>
      <ul class="hits">
        <Near near={nearest} stance={stance} />
      </ul>
    </>
  )
}

function Near({ near, stance }: { near: NearWording<PlacedComparison>; stance: Stance }) {
  const { wording, likeness, sameStance, sameTextOf } = near
  return (
    <li>
      <p>
        <a href={idPath('provision', wording.provision)}>
          {wording.platform}, {wording.title ?? PROVISION_WORDS[wording.types[0]!]}
        </a>{' '}
        <span class="quiet">
          in <a href={documentPath(wording.platformSlug, wording.documentSlug)}>{wording.documentTitle}</a>,{' '}
          <span class="id">{formatId('provision', wording.provision)}</span>
        </span>
      </p>
      <p class="snippet">{excerpt(wording.quote)}</p>
      <p class="quiet">
        {position(sameStance, stance)}likeness of the words {Math.round(likeness * 100)} of 100
        {sameTextOf.length > 0 && `; the same text at ${sameTextOf.join(', ')}`}
      </p>
    </li>
  )
}

/** Where nothing decisive is said there is no position to share. */
function position(same: boolean, stance: Stance): string {
  if (stance.length === 0) return ''
  return same ? 'same position; ' : 'different position; '
}

const counts = ({ platforms, texts }: RarityCount): string =>
  `${platforms} ${platforms === 1 ? 'platform' : 'platforms'} (${texts} ${texts === 1 ? 'text' : 'texts'})`

/** Cut between words, and said to be cut. */
function excerpt(text: string): string {
  if (text.length <= EXCERPT) return `“${text}”`
  const cut = text.slice(0, EXCERPT)
  return `“${cut.slice(0, cut.lastIndexOf(' '))} …”`
}
const EXCERPT = 420
