/** What is proven of a record, on the terminal: three statements, each with its moment, or why it does not hold. */
import type { ProofPart, RecordProof, RecordStatement } from '../service/evidence/index.ts'
import type { Terminal } from './terminal.ts'

export function printProof(terminal: Terminal, { stored, inLog, confirmed, parts }: RecordProof): void {
  terminal.print('')
  for (const [what, statement] of [
    ['bytes stored', stored],
    ['in the log', inLog],
    ['confirmed', confirmed],
  ] as const)
    terminal.print(terminal.dim(`${what}: ${words(statement)}`))
  for (const part of parts) if (part.gone) terminal.print(terminal.dim(`${part.sha256}: ${goneWords(part.gone)}`))
}

function words(statement: RecordStatement): string {
  return statement.kind === 'verified'
    ? `verified ${statement.at} (${statement.detail})`
    : `not verified (${statement.reason})`
}

function goneWords(gone: NonNullable<ProofPart['gone']>): string {
  return gone === 'lost' ? 'lost' : `${gone.ruling} ${gone.ruledAt}: ${gone.reason}`
}
