/** One check as one line. */
import { formatId } from '../core/id.ts'
import type { WorkReport } from '../service/work/message.ts'

export function resultLine({ result, at, done, total }: Omit<WorkReport & { kind: 'checked' }, 'kind'>): string {
  const { platform, document } = result.document
  const what =
    result.changes.length > 0
      ? `changed: ${result.changes.map((number) => formatId('change', number)).join(', ')}`
      : result.newVersion
        ? 'first version'
        : result.verdict === 'policy'
          ? 'unchanged'
          : `${result.verdict ?? result.outcome}: ${result.reason}`
  return `${at}  ${done}/${total}  ${platform} · ${document}  ${what}`
}
