/** From what a reader collected to the blocks of a policy text; the same steps for every format. */
import type { PolicyText } from '../../../core/policy-text.ts'
import { findBoxes } from './boxes.ts'
import { finish } from './finish.ts'
import { findHeadings } from './headings.ts'
import { joinSplit } from './join.ts'
import { partLines } from './lines.ts'
import type { RawBlock } from './raw-block.ts'

export function shape(raw: readonly RawBlock[]): PolicyText {
  return finish(findHeadings(joinSplit(findBoxes(raw.flatMap(partLines)))))
}
