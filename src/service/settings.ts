/** Settings from the environment, for what is not worth a flag on every command. `docs/operations.md` lists them. */
import { homedir } from 'node:os'
import path from 'node:path'
import { ClausewatchError } from '../core/error.ts'
import { findBrowser } from '../stages/1-capture/index.ts'

export type Settings = {
  /** Shown on every page, and sent to the sites that are followed. */
  readonly operator: string
  readonly contact: string
  /** The archive's own name among archives: host and path, no scheme. */
  readonly origin: string
  /** Where readers find the web site (`https://archive.example`), for citations; null: as they asked for it. */
  readonly address: string | null
  readonly allowPrivateHosts: readonly string[]
  readonly spacingMs: number
  /** Path of an installed Chrome, Chromium or Edge; null where there is none, or none is wanted. */
  readonly browser: string | null
  /**
   * Where the newest checkpoint is kept outside of the archive. Checkpoints are told apart by origin, so without an
   * origin of its own an archive has none: two archives of one name would refuse each other.
   */
  readonly checkpointFolder: string | null
}

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    operator: env.CLAUSEWATCH_OPERATOR ?? 'a private archive',
    contact: env.CLAUSEWATCH_CONTACT ?? '',
    origin: env.CLAUSEWATCH_ORIGIN ?? 'clausewatch.local/archive',
    address: originOf(env, 'CLAUSEWATCH_ADDRESS'),
    allowPrivateHosts: (env.CLAUSEWATCH_ALLOW_PRIVATE_HOSTS ?? '').split(/[\s,]+/).filter(Boolean),
    spacingMs: positive(env, 'CLAUSEWATCH_SPACING_MS', 2_000),
    checkpointFolder: checkpointFolder(env),
    browser: env.CLAUSEWATCH_BROWSER === 'off' ? null : findBrowser(env.CLAUSEWATCH_BROWSER || null, env),
  }
}

function originOf(env: NodeJS.ProcessEnv, name: string): string | null {
  const text = env[name]
  if (text === undefined || text === '') return null
  const url = URL.parse(text)
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '') return url.origin
  throw new ClausewatchError(
    'setting-malformed',
    `${name} is "${text}", which is no address of a site`,
    'set it to something like https://archive.example, or leave it away',
  )
}

function checkpointFolder(env: NodeJS.ProcessEnv): string | null {
  if (env.CLAUSEWATCH_CHECKPOINTS) return env.CLAUSEWATCH_CHECKPOINTS === 'off' ? null : env.CLAUSEWATCH_CHECKPOINTS
  if (!env.CLAUSEWATCH_ORIGIN) return null
  return path.join(env.XDG_STATE_HOME ?? path.join(homedir(), '.local', 'state'), 'clausewatch')
}

function positive(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (Number.isFinite(value) && value >= 0) return value
  throw new ClausewatchError(
    'setting-malformed',
    `${name} is "${text}", which is no number of milliseconds`,
    'set it to a number, or leave it away',
  )
}
