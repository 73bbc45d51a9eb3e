/** Capture, reading and import entries as rows. */
import type { Verdict } from '../core/capture.ts'
import { preferredPart } from '../core/capture.ts'
import type { CaptureEntry, ReadingEntry } from '../core/entry.ts'
import type { Db } from './index.ts'

export async function insertCapture(
  db: Db,
  entry: number,
  documentNumber: number,
  capture: CaptureEntry,
): Promise<void> {
  const part = preferredPart(capture.parts)
  await db
    .insertInto('capture')
    .values({
      entry,
      document_number: documentNumber,
      source_url: capture.source.url,
      source_position: capture.source.position,
      archive: capture.foreign?.archive ?? (capture.supplied ? 'supplied' : null),
      outcome: capture.outcome,
      status: capture.status,
      final_url: capture.finalUrl,
      reason: capture.reason,
      started_at: capture.startedAt,
      finished_at: capture.finishedAt,
      part_sha256: part?.sha256 ?? null,
      part_kind: part?.kind ?? null,
      media_type: part?.mediaType ?? null,
      size_bytes: part?.sizeBytes ?? null,
    })
    .execute()
}

export async function insertReading(
  db: Db,
  entry: number,
  documentNumber: number,
  reading: ReadingEntry,
  textId: number | null,
): Promise<void> {
  await db
    .insertInto('reading')
    .values({
      entry,
      document_number: documentNumber,
      verdict: reading.verdict,
      reason: reading.reason,
      text_id: textId,
      reads: JSON.stringify(reading.reads),
      stages: JSON.stringify(reading.stages),
      read_at: reading.readAt,
    })
    .execute()
}

/** What was made last of the same entries. */
export async function newestReading(
  db: Db,
  documentNumber: number,
  reads: readonly number[],
): Promise<{ readonly verdict: Verdict; readonly policyText: string | null }> {
  const row = await db
    .selectFrom('reading')
    .leftJoin('policy_text', 'policy_text.id', 'reading.text_id')
    .where('reading.document_number', '=', documentNumber)
    .where('reading.reads', '=', JSON.stringify(reads))
    .orderBy('reading.entry', 'desc')
    .limit(1)
    .select(['reading.verdict', 'policy_text.sha256'])
    .executeTakeFirstOrThrow()
  return { verdict: row.verdict, policyText: row.sha256 }
}

/** A document whose newest own captures nothing was made of yet: the process died in the middle of a check. */
export type OpenCheck = { readonly documentNumber: number; readonly entries: readonly number[] }

export async function openChecks(db: Db): Promise<OpenCheck[]> {
  const documents = await db
    .selectFrom('document')
    .innerJoin('capture', (join) =>
      join.on('capture.entry', '=', (eb) =>
        eb
          .selectFrom('capture as own')
          .select(({ fn }) => fn.max('own.entry').as('entry'))
          .whereRef('own.document_number', '=', 'document.number')
          .where('own.archive', 'is', null),
      ),
    )
    .where((eb) =>
      eb.or([
        eb('document.last_attempt_at', 'is', null),
        eb('capture.finished_at', '>', eb.ref('document.last_attempt_at')),
      ]),
    )
    .select(['document.number', 'document.last_attempt_at'])
    .execute()
  const checks: OpenCheck[] = []
  for (const { number, last_attempt_at } of documents) {
    const rows = await db
      .selectFrom('capture')
      .select('entry')
      .where('document_number', '=', number)
      .where('archive', 'is', null)
      .where('finished_at', '>', last_attempt_at ?? '')
      .orderBy('entry')
      .execute()
    checks.push({ documentNumber: number, entries: rows.map(({ entry }) => entry) })
  }
  return checks
}

/** Median size of the newest received captures of a source; null where there are fewer than three. */
export async function medianSizeBytes(
  db: Db,
  documentNumber: number,
  position: number,
  newest: number,
): Promise<number | null> {
  const rows = await db
    .selectFrom('capture')
    .select('size_bytes')
    .where('document_number', '=', documentNumber)
    .where('source_position', '=', position)
    .where('archive', 'is', null)
    .where('size_bytes', 'is not', null)
    .orderBy('entry', 'desc')
    .limit(newest)
    .execute()
  if (rows.length < 3) return null
  const sizes = rows.map((row) => row.size_bytes!).sort((a, b) => a - b)
  return sizes[sizes.length >> 1]!
}

/** Of our own captures. */
export async function lastCaptureAt(db: Db, documentNumber: number): Promise<string | null> {
  const row = await db
    .selectFrom('capture')
    .select('finished_at')
    .where('document_number', '=', documentNumber)
    .where('archive', 'is', null)
    .orderBy('entry', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.finished_at ?? null
}

/** The newest raw capture that a foreign archive made of each source of a document, in the order of the sources. */
export async function foreignSources(
  db: Db,
  documentNumber: number,
  archive: string,
): Promise<{ url: string; position: number; entry: number }[]> {
  const rows = await db
    .selectFrom('capture')
    .select((eb) => ['source_url', 'source_position', eb.fn.max('entry').as('entry')])
    .where('document_number', '=', documentNumber)
    .where('archive', '=', archive)
    .groupBy(['source_url', 'source_position'])
    .orderBy('source_position')
    .execute()
  return rows.map((row) => ({ url: row.source_url, position: row.source_position, entry: Number(row.entry) }))
}

export async function countCaptures(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('capture')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}
