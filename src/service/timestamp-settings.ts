/** Settings of timestamp authorities, from the environment. */
import { ClausewatchError } from '../core/error.ts'

export type TimestampSettings = {
  readonly authorities: readonly { readonly name: string; readonly url: string }[]
  /** Files of certificates (PEM) that theirs lead to; empty: nobody vouches for the end of a chain. */
  readonly rootFiles: readonly string[]
  /** So many of them must have signed, or nothing is kept. */
  readonly quorum: number
}

/** `CLAUSEWATCH_TSA`: addresses, apart by white space or commas, each with a name before it where it shall have one. */
export function timestampSettings(env: NodeJS.ProcessEnv): TimestampSettings | null {
  const authorities = listed(env.CLAUSEWATCH_TSA).map(authorityNamed)
  if (authorities.length === 0) return null
  const quorum = Number(env.CLAUSEWATCH_TSA_QUORUM || 1)
  if (!Number.isInteger(quorum) || quorum < 1 || quorum > authorities.length) {
    throw new ClausewatchError(
      'setting-malformed',
      `CLAUSEWATCH_TSA_QUORUM is "${env.CLAUSEWATCH_TSA_QUORUM}", and ${authorities.length} authorities are named`,
      'set it to a number from 1 to as many as there are, or leave it away',
    )
  }
  return { authorities, rootFiles: listed(env.CLAUSEWATCH_TSA_ROOTS), quorum }
}

function listed(text = ''): readonly string[] {
  return text.split(/[\s,]+/).filter(Boolean)
}

function authorityNamed(text: string): TimestampSettings['authorities'][number] {
  const [, name, address = ''] = /^(?:([\w.-]+)=)?(.*)$/.exec(text)!
  const url = URL.parse(address)
  if (url && /^https?:$/.test(url.protocol)) return { name: name ?? url.host, url: address }
  throw new ClausewatchError(
    'setting-malformed',
    `CLAUSEWATCH_TSA names "${text}", which is no address`,
    'write it like https://tsa.example/tsr, or name=https://tsa.example/tsr',
  )
}
