/**
 * Holds every quotation of the analysis against the text of its version: wordings and facts have to stand there word for
 * word, and the text has to be the one that its SHA-256 names.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { type PolicyText, plainText, policyTextSha256 } from '../../core/policy-text.ts'
import { type Db, openStore } from '../../store/index.ts'
import { readText } from '../../store/policy-text.ts'
import { type QuotedVersion, quotationsOf, quotedVersions } from '../../store/view/quotation.ts'

export type QuotationProblem = {
  readonly kind: 'quotation-not-verbatim' | 'text-differs'
  /** A version, and what is quoted from it. */
  readonly subject: string
  readonly detail: string
}

export type QuotationAudit = {
  readonly versions: number
  /** Wordings and facts, counted in every version in which they stand. */
  readonly quotations: number
  readonly problems: readonly QuotationProblem[]
}

export async function auditQuotations(
  folder: string,
  onProgress?: (done: number, of: number) => void,
): Promise<QuotationAudit> {
  // Rows can be made again from entries, so that an archive without them is whole.
  if (!existsSync(path.join(folder, 'clausewatch.sqlite'))) return { versions: 0, quotations: 0, problems: [] }
  await using store = await openStore(folder, { readOnly: true })
  const { db } = store
  // A database of an older program has no analysis yet.
  const tables = await db.introspection.getTables()
  const versions = tables.some(({ name }) => name === 'analysis') ? await quotedVersions(db) : []
  const problems: QuotationProblem[] = []
  let quotations = 0
  for (const [at, version] of versions.entries()) {
    quotations += await auditVersion(db, version, problems)
    onProgress?.(at + 1, versions.length)
  }
  return { versions: versions.length, quotations, problems }
}

async function auditVersion(db: Db, version: QuotedVersion, problems: QuotationProblem[]): Promise<number> {
  const text = await readText(db, version.textId)
  // What was taken down has no words, and no quotations.
  if (text.blocks.length > 0 && policyTextSha256(text) !== version.sha256)
    problems.push({
      kind: 'text-differs',
      subject: version.id,
      detail: `the text in the database is not the one named ${version.sha256}`,
    })
  const whole = plainText(text)
  const quotations = await quotationsOf(db, version.number)
  for (const { subject, exact, first, last } of quotations) {
    if (isAt(text, first, last, exact) && whole.includes(exact)) continue
    const detail = `“${exact.slice(0, 60)}” does not stand in blocks ${first} to ${last}`
    problems.push({ kind: 'quotation-not-verbatim', subject: `${version.id} ${subject}`, detail })
  }
  return quotations.length
}

function isAt({ blocks }: PolicyText, first: number, last: number, exact: string): boolean {
  return blocks
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join('\n')
    .includes(exact)
}
