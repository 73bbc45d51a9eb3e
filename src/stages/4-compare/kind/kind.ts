/** The kind of a change from its findings, and the reasons for it in words (gold CHANGE_KINDS). */
import type { ChangeKind } from '../../../core/change.ts'
import { type PolicyText, plainText } from '../../../core/policy-text.ts'
import type { Alignment } from '../alignment.ts'
import { keptShare } from '../kept.ts'
import { otherEdition } from './edition.ts'
import type { Finding } from './finding.ts'
import { isErrorPage } from './page-parts.ts'
import { reasonsFor } from './reasons.ts'

const ORDER: readonly Finding['kind'][] = ['substantive', 'administrative', 'noise']

export function judgeKind(
  alignment: Alignment,
  findings: readonly Finding[],
): { kind: ChangeKind; reasons: readonly string[] } {
  const broken = brokenSide(alignment) ?? errorPage(alignment) ?? otherEdition(alignment, findings)
  if (broken) return { kind: 'broken-capture', reasons: [broken] }
  const kind = ORDER.find((candidate) => findings.some((finding) => finding.kind === candidate)) ?? 'noise'
  return { kind, reasons: reasonsFor(kind, findings, alignment) }
}

const STUB_CHARS = 1_200

/** One side is a stub of the other: the page had not loaded. A short document rewritten at its length is none. */
function brokenSide(alignment: Alignment): string | null {
  const [before, after] = [lengthOf(alignment.old), lengthOf(alignment.new)]
  const [smaller, larger] = [Math.min(before, after), Math.max(before, after)]
  if (smaller > STUB_CHARS || smaller * 5 > larger) return null
  const which = before < after ? 'old' : 'new'
  return smaller < 400 || keptShare(alignment) < 0.5
    ? `the ${which} side holds only ${smaller} of ${larger} characters`
    : null
}

/** A part of one side is what a server shows instead of a page. */
function errorPage(alignment: Alignment): string | null {
  const came = alignment.pairs.filter(({ kind }) => kind === 'added')
  const went = alignment.pairs.filter(({ kind }) => kind === 'removed')
  if (went.length >= 5 && came.some((pair) => isErrorPage(alignment.new.blocks[pair.new[0]!]!.text)))
    return 'the new side shows an error page in place of a part'
  if (came.length >= 5 && went.some((pair) => isErrorPage(alignment.old.blocks[pair.old[0]!]!.text)))
    return 'the old side shows an error page in place of a part'
  return null
}

function lengthOf(text: PolicyText): number {
  return plainText(text).length
}
