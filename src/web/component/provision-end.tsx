/** How a provision ended: with which version and change, and what came of it. Nothing where it stands in its document. */
import { formatId } from '../../core/id.ts'
import type { SeenProvision } from '../../store/view/provision.ts'
import { changePath, idPath, versionPath } from '../address.ts'
import { count } from '../words.ts'
import { Day } from './time.tsx'

export function ProvisionEnd({ provision: { end, place } }: { provision: SeenProvision }) {
  if (!end) return null
  const { successor } = end
  return (
    <p class="notice">
      It is not in the document any more: removed{' '}
      {end.at === null ? null : (
        <>
          with the version observed from <Day at={end.at} />
        </>
      )}
      {end.change !== null && (
        <>
          {' '}
          (<a href={changePath(end.change)}>{formatId('change', end.change)}</a>)
        </>
      )}
      .{' '}
      {successor === null ? (
        <>
          No successor found in the {count(end.documents, 'document')} followed of this platform. What follows is its
          last wording, in <a href={versionPath(place.version, place.first)}>{formatId('version', place.version)}</a>.
        </>
      ) : (
        <>
          {successor.kind === 'merged' && 'Its text went into '}
          {successor.kind === 'moved' && 'It moved to another document, as '}
          {successor.kind === 'replaced' && 'It was replaced by '}
          <a href={idPath('provision', successor.provision)}>{formatId('provision', successor.provision)}</a>.
        </>
      )}
    </p>
  )
}
