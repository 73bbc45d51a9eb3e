/** Parts of a page that are no part of the document: consent dialogs, and what a server shows instead of a page. */
import type { PolicyText } from '../../../core/policy-text.ts'

const CONSENT =
  /\b(?:we value your privacy|we and our (?:\d[\d,.]* )?partners|accept all|reject all|allow all|deny all|consent preferences|cookie preferences|manage (?:consent|cookie)s?|always active|vendors? seeking consent|legitimate interest:|strictly necessary cookies|privacy preference center|your consent applies|save my preferences|confirm my choices|powered by (?:cookieyes|onetrust|cookiebot|usercentrics|termly))\b/i

const ERROR_PAGE =
  /\b(?:this page (?:isn['’]t|is not|is no longer) available|page (?:not found|cannot be found|could not be found)|the link may be broken|something went wrong|access denied|temporarily unavailable|service unavailable|error (?:404|403|500)|404 (?:error|not found)|too many requests|verify(?:ing)? (?:that )?you are (?:a )?human|enable javascript)\b/i

/** Markers of one dialog stand no further apart than this. */
const MARKER_GAP = 40
/** One of them may stand in any cookie policy. */
const MIN_MARKERS = 3

/** Whether a block stands in a consent dialog, at the beginning or the end of what was captured. */
export function consentBlocks(text: PolicyText): ReadonlySet<number> {
  const markers = text.blocks.flatMap(({ text }, at) => (text.length < 600 && CONSENT.test(text) ? [at] : []))
  const inside = new Set<number>()
  for (const run of runsOf(markers)) {
    const [first, last] = [run[0]!, run.at(-1)!]
    const atStart = first <= 3
    const atEnd = last >= text.blocks.length - 12
    if (run.length < MIN_MARKERS || !(atStart || atEnd) || last - first > 0.8 * text.blocks.length) continue
    // What stands under the dialog belongs to it ("Powered by …").
    let end = atEnd ? text.blocks.length - 1 : last
    while (
      end + 1 < text.blocks.length &&
      end < last + 3 &&
      text.blocks[end + 1]!.text.length <= 25 &&
      text.blocks[end + 1]!.kind !== 'heading'
    )
      end++
    for (let at = atStart ? 0 : first; at <= end; at++) inside.add(at)
  }
  return inside
}

function runsOf(markers: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const at of markers) {
    const run = runs.at(-1)
    if (run && at - run.at(-1)! <= MARKER_GAP) run.push(at)
    else runs.push([at])
  }
  return runs
}

export function isErrorPage(text: string): boolean {
  return text.length < 200 && ERROR_PAGE.test(text)
}
