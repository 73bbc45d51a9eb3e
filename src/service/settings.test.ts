import { describe, expect, it } from 'vitest'
import { describeReach } from './reach.ts'
import { readSettings } from './settings.ts'

const OFF = { CLAUSEWATCH_BROWSER: 'off' }

describe('where received pages are shown', () => {
  const replayOf = (env: NodeJS.ProcessEnv) => readSettings({ CLAUSEWATCH_BROWSER: 'off', ...env }).replay

  it('is nowhere by default, and at a port of its own where one is named', () => {
    expect(replayOf({})).toBeNull()
    expect(replayOf({ CLAUSEWATCH_REPLAY_PORT: '8641' })).toEqual({ port: 8641, address: null })
  })

  it('is never the site itself, and never without a port', () => {
    const site = {
      CLAUSEWATCH_ADDRESS: 'https://archive.example',
      CLAUSEWATCH_REPLAY_ADDRESS: 'https://archive.example',
    }
    expect(() => replayOf({ ...site, CLAUSEWATCH_REPLAY_PORT: '8641' })).toThrow('the site itself')
    expect(() => replayOf({ CLAUSEWATCH_REPLAY_ADDRESS: 'https://received.example' })).toThrow('no port')
    expect(() => replayOf({ CLAUSEWATCH_REPLAY_PORT: 'x' })).toThrow('no port')
  })
})

describe('settings', () => {
  it('have defaults that hurt nobody', () => {
    expect(readSettings(OFF)).toMatchObject({
      operator: 'a private archive',
      contact: '',
      origin: null,
      allowPrivateHosts: [],
      spacingMs: 2000,
      browser: null,
    })
  })

  it('are read from the environment', () => {
    expect(
      readSettings({
        ...OFF,
        CLAUSEWATCH_CONTACT: 'ops@example.org',
        CLAUSEWATCH_ALLOW_PRIVATE_HOSTS: 'wiki.internal, 10.0.0.7',
        CLAUSEWATCH_SPACING_MS: '500',
      }),
    ).toMatchObject({ contact: 'ops@example.org', allowPrivateHosts: ['wiki.internal', '10.0.0.7'], spacingMs: 500 })
  })

  it.each(['slow', '-1', 'NaN', 'Infinity'])('refuse %o as a number of milliseconds', (text) => {
    expect(() => readSettings({ ...OFF, CLAUSEWATCH_SPACING_MS: text })).toThrow(
      expect.objectContaining({ code: 'setting-malformed', kind: 'input' }),
    )
  })
})

describe('what a start says before it fetches', () => {
  const reach = { documents: 12, hosts: 5, everyMinutes: 720 }

  it('is how much, how often, how politely, and what is missing', () => {
    const said = describeReach(reach, readSettings(OFF)).join('\n')
    expect(said).toMatch(/12 documents on 5 hosts, each checked every 12 hours/)
    expect(said).toMatch(/2 s apart; robots\.txt is obeyed/)
    expect(said).toMatch(/set CLAUSEWATCH_CONTACT/)
    expect(said).toMatch(/private and local addresses are refused/)
  })

  it('is how to begin where nothing is followed', () => {
    expect(describeReach({ ...reach, documents: 0 }, readSettings(OFF))).toEqual([
      expect.stringContaining('clausewatch add'),
    ])
  })
})
