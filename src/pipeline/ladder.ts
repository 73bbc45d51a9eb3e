/**
 * The ladder from HTTP to the browser (DESIGN section 3): decided by what the page turned out to be, and remembered with
 * the source so that the next check starts at the right rung.
 */
import type { Verdict } from '../core/capture.ts'
import type { CaptureEntry } from '../core/entry.ts'
import type { CheckResult } from '../pipeline.ts'
import type { Db } from '../store/index.ts'
import { type StoredSource, setRendered } from '../store/source.ts'

/** Verdicts that a page gives whose text is written by scripts. */
const NEEDS_SCRIPTS: ReadonlySet<Verdict> = new Set(['shell', 'partial'])

export const needsScripts = (verdict: Verdict): boolean => NEEDS_SCRIPTS.has(verdict)

/** `climbed`: a source goes to the browser now. */
export type Climbing = CheckResult & { readonly climbed?: true }

/** What HTTP gave is recorded; the browser's turn comes in the same check. */
export async function onLadder(look: () => Promise<Climbing>): Promise<CheckResult> {
  const first = await look()
  const { climbed: _, ...result } = first.climbed ? await look() : first
  return result
}

export type Rung = { readonly source: StoredSource; readonly capture: CaptureEntry }

/** Whether the document is to be looked at again at once, because a source moved to another rung. */
export async function climb(db: Db, rungs: readonly Rung[], verdict: Verdict, at: string): Promise<boolean> {
  let moved = false
  for (const { source, capture } of rungs) {
    const rendered = capture.parts.some((part) => part.kind === 'rendered-dom')
    if (rendered || source.needsBrowser) continue
    if (needsScripts(verdict)) {
      // A try of HTTP that failed counts as a decision too: the next one is made after the same time.
      await setRendered(db, source.id, at)
      moved = true
    } else if (verdict === 'policy' && source.renderedSince !== null) await setRendered(db, source.id, null)
  }
  return moved
}
