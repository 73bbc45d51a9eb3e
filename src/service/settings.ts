/** Settings from the environment, for what is not worth a flag on every command. `docs/cli.md` lists them. */
import { accessSync, constants, existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { ClausewatchError } from '../core/error.ts'
import { browserPlaces, findBrowser, isExecutable } from '../stages/1-capture/index.ts'
import type { ModelSettings } from './analyst/language-model.ts'
import { type TimestampSettings, timestampSettings } from './timestamp-settings.ts'

export type Settings = {
  /** Shown on every page, and sent to the sites that are followed. */
  readonly operator: string
  readonly contact: string
  /** The archive's own name among archives: host and path, no scheme; null: one is made up at the first start. */
  readonly origin: string | null
  /** Where readers find the web site (`https://archive.example`), for citations; null: as they asked for it. */
  readonly address: string | null
  readonly allowPrivateHosts: readonly string[]
  readonly spacingMs: number
  /** Path of an installed Chrome, Chromium or Edge; null where there is none, or none is wanted. */
  readonly browser: string | null
  /** Why there is none, and what to do, for a person; empty where there is one. */
  readonly withoutBrowser: string
  /** Where the newest checkpoint is kept outside of the archive, so that a folder put back as it was is noticed. */
  readonly checkpointFolder: string | null
  /** Where received pages are shown, apart from the site; null: they are for downloading only. */
  readonly replay: ReplaySettings | null
  /** Which bytes are kept: those of the first and the last received capture of every version, or all. */
  readonly retention: 'first-and-last' | 'all'
  /** Authorities that sign the log's checkpoints; null: none are asked. */
  readonly timestamps: TimestampSettings | null
  /** A language model that writes notes; null: none is asked. */
  readonly model: ModelSettings | null
}

export type ReplaySettings = {
  /** To listen on, at the site's host; 0 for any free one. */
  readonly port: number
  /** Where readers find it (`https://received.archive.example`); null: at the port. */
  readonly address: string | null
}

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    operator: env.CLAUSEWATCH_OPERATOR ?? 'a private archive',
    contact: env.CLAUSEWATCH_CONTACT ?? '',
    origin: env.CLAUSEWATCH_ORIGIN || null,
    address: originOf(env, 'CLAUSEWATCH_ADDRESS'),
    allowPrivateHosts: (env.CLAUSEWATCH_ALLOW_PRIVATE_HOSTS ?? '').split(/[\s,]+/).filter(Boolean),
    spacingMs: positive(env, 'CLAUSEWATCH_SPACING_MS', 2_000),
    checkpointFolder: checkpointFolder(env),
    replay: replaySettings(env),
    retention: retention(env),
    timestamps: timestampSettings(env),
    model: modelSettings(env),
    ...browserSettings(env),
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

function modelSettings(env: NodeJS.ProcessEnv): ModelSettings | null {
  const url = env.CLAUSEWATCH_MODEL_URL
  const name = env.CLAUSEWATCH_MODEL
  if (!url && !name) return null
  if (!url || !name)
    throw new ClausewatchError(
      'setting-malformed',
      `${url ? 'CLAUSEWATCH_MODEL_URL' : 'CLAUSEWATCH_MODEL'} is set, and ${url ? 'CLAUSEWATCH_MODEL' : 'CLAUSEWATCH_MODEL_URL'} is not`,
      'set both (the address up to /v1, and the name of the model), or neither',
    )
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new ClausewatchError(
      'setting-malformed',
      `CLAUSEWATCH_MODEL_URL is "${url}", which is no address`,
      'set it to something like http://localhost:11434/v1',
    )
  return {
    url,
    name,
    key: env.CLAUSEWATCH_MODEL_KEY || null,
    tokensPerDay: positive(env, 'CLAUSEWATCH_MODEL_TOKENS_PER_DAY', 200_000, 'tokens'),
  }
}

function browserSettings(env: NodeJS.ProcessEnv): Pick<Settings, 'browser' | 'withoutBrowser'> {
  const named = env.CLAUSEWATCH_BROWSER || null
  if (named === 'off')
    return { browser: null, withoutBrowser: 'CLAUSEWATCH_BROWSER is off; set it to a Chrome, Chromium or Edge' }
  if (named && !isExecutable(named))
    throw new ClausewatchError(
      'setting-malformed',
      `CLAUSEWATCH_BROWSER is "${named}", which is no program that can be run`,
      'set it to the executable of a Chrome, Chromium or Edge, or to "off"',
    )
  const browser = findBrowser(named, env)
  if (browser) return { browser, withoutBrowser: '' }
  return {
    browser,
    withoutBrowser: `no Chrome, Chromium or Edge was found in ${browserPlaces()}; install one, or set CLAUSEWATCH_BROWSER to where it is`,
  }
}

function retention(env: NodeJS.ProcessEnv): Settings['retention'] {
  const text = env.CLAUSEWATCH_RETENTION || 'first-and-last'
  if (text === 'first-and-last' || text === 'all') return text
  throw new ClausewatchError(
    'setting-malformed',
    `CLAUSEWATCH_RETENTION is "${text}"`,
    'set it to "first-and-last" or "all", or leave it away',
  )
}

function replaySettings(env: NodeJS.ProcessEnv): ReplaySettings | null {
  const address = originOf(env, 'CLAUSEWATCH_REPLAY_ADDRESS')
  const text = env.CLAUSEWATCH_REPLAY_PORT
  if (!text && address === null) return null
  if (!/^\d{1,5}$/.test(text ?? '') || Number(text) > 65_535)
    throw new ClausewatchError(
      'setting-malformed',
      `CLAUSEWATCH_REPLAY_PORT is "${text ?? ''}", which is no port`,
      'set it to a port of its own, such as 8641, or leave it and CLAUSEWATCH_REPLAY_ADDRESS away',
    )
  if (address !== null && address === originOf(env, 'CLAUSEWATCH_ADDRESS'))
    throw new ClausewatchError(
      'setting-malformed',
      'CLAUSEWATCH_REPLAY_ADDRESS is the address of the site itself',
      'give received pages an address of their own, best under another domain',
    )
  return { port: Number(text), address }
}

/** The folder in which programs keep their state, of the user who runs it; null where there is no such place to write. */
export function checkpointFolder(env: NodeJS.ProcessEnv): string | null {
  if (env.CLAUSEWATCH_CHECKPOINTS) return env.CLAUSEWATCH_CHECKPOINTS === 'off' ? null : env.CLAUSEWATCH_CHECKPOINTS
  const folder = path.join(env.XDG_STATE_HOME || path.join(homedir(), '.local', 'state'), 'clausewatch')
  return canBeMade(folder) ? folder : null
}

/** A container may run for a user without a home, or on a disk that is for reading only. */
function canBeMade(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if (!existsSync(at) && at !== path.dirname(at)) continue
    try {
      accessSync(at, constants.W_OK)
      return true
    } catch {
      // Whatever the reason is: nothing can be written there.
      return false
    }
  }
}

function positive(env: NodeJS.ProcessEnv, name: string, fallback: number, unit = 'milliseconds'): number {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (Number.isFinite(value) && value >= 0) return value
  throw new ClausewatchError(
    'setting-malformed',
    `${name} is "${text}", which is no number of ${unit}`,
    'set it to a number, or leave it away',
  )
}
