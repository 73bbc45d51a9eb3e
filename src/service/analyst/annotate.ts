/** Has an analyst write notes on what a change does, effect by effect, or on a provision; and finds those that were kept. */
import type { Analyst, Annotation, Subject } from '../../core/analyst.ts'
import { type Effect, SEVERITIES } from '../../core/change.ts'
import type { PolicyText } from '../../core/policy-text.ts'
import { subjectSha256 } from '../../stages/5-analyse/index.ts'
import { annotationsOf, hasAnnotations, type KeptAnnotation } from '../../store/annotation.ts'
import type { Db } from '../../store/index.ts'
import { readText } from '../../store/policy-text.ts'
import { readChange } from '../../store/view/change.ts'
import { readProvision, type SeenProvision } from '../../store/view/provision.ts'
import { readVersion } from '../../store/view/version.ts'
import { packageKnowledge } from '../knowledge.ts'

/** A change with hundreds of effects is a rewritten document: its gravest parts are what notes help with. */
const MAX_EFFECTS = 8

/** Null where no such provision stands anywhere. */
export async function annotateProvision(
  db: Db,
  number: number,
  analyst: Analyst,
  signal?: AbortSignal,
): Promise<Annotation | null> {
  const provision = await readProvision(db, number)
  return provision && analyst.annotate(subjectOfProvision(provision), signal)
}

/** Notes of a model that are kept for the newest wording of a provision. */
export async function keptNotesOfProvision(db: Db, provision: SeenProvision): Promise<KeptAnnotation | null> {
  const sha256 = subjectSha256(subjectOfProvision(provision))
  return (await annotationsOf(db, [sha256])).get(sha256) ?? null
}

export type NotedEffect = { readonly effect: number; readonly annotation: Annotation }

/** In the order of the effects; empty where the change is not known, or touches no text that is kept. */
export async function annotateChange(
  db: Db,
  number: number,
  analyst: Analyst,
  { signal, onNoted }: { readonly signal?: AbortSignal; readonly onNoted?: (done: number, total: number) => void } = {},
): Promise<readonly NotedEffect[]> {
  const noted: NotedEffect[] = []
  const subjects = await subjectsOfChange(db, number)
  for (const { effect, subject } of subjects) {
    if (signal?.aborted) break
    noted.push({ effect, annotation: await analyst.annotate(subject, signal) })
    onNoted?.(noted.length, subjects.length)
  }
  return noted
}

/** Notes of a model that are kept for a change, by position of the effect. */
export async function keptNotes(db: Db, number: number): Promise<ReadonlyMap<number, KeptAnnotation>> {
  // Most archives have no model, and their pages need not read the texts.
  if (!(await hasAnnotations(db))) return new Map()
  const subjects = (await subjectsOfChange(db, number)).map(({ effect, subject }) => ({
    effect,
    sha256: subjectSha256(subject),
  }))
  const kept = await annotationsOf(db, [...new Set(subjects.map(({ sha256 }) => sha256))])
  return new Map(
    subjects.flatMap(({ effect, sha256 }) => {
      const found = kept.get(sha256)
      return found ? [[effect, found] as const] : []
    }),
  )
}

async function subjectsOfChange(db: Db, number: number): Promise<{ effect: number; subject: Subject }[]> {
  const change = await readChange(db, number)
  if (change?.kind !== 'substantive') return []
  const [from, to] = [await readVersion(db, change.from.version), await readVersion(db, change.to.version)]
  if (!from || !to) return []
  const [before, after] = [await readText(db, from.textId), await readText(db, to.textId)]
  return change.description.effects
    .map((effect, at) => ({ effect: at, severity: effect.severity, subject: subjectOf(effect, before, after) }))
    .filter(({ subject }) => subject.kind !== 'difference' || subject.before !== null || subject.after !== null)
    .toSorted((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity))
    .slice(0, MAX_EFFECTS)
    .toSorted((one, other) => one.effect - other.effect)
}

function subjectOf({ types, meaning, oldBlocks, newBlocks }: Effect, before: PolicyText, after: PolicyText): Subject {
  return {
    kind: 'difference',
    types,
    ours: meaning,
    before: textOf(before, oldBlocks),
    after: textOf(after, newBlocks),
  }
}

function textOf({ blocks }: PolicyText, positions: readonly number[]): string | null {
  const texts = positions.flatMap((position) => blocks[position]?.text ?? [])
  return texts.length > 0 ? texts.join('\n') : null
}

function subjectOfProvision({ place: { wording } }: SeenProvision): Subject {
  const [type] = wording.types
  const ours = type ? packageKnowledge().types[type].whatItIs : ''
  return { kind: 'passage', types: wording.types, ours, passage: wording.exact }
}
