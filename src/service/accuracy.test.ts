import { expect, it } from 'vitest'
import { PROVISION_TYPES } from '../core/provision.ts'
import { packageAccuracy } from './accuracy.ts'

it('ships figures of the last measured runs, with their date, data and command', () => {
  const { classification, stages } = packageAccuracy()
  expect(classification?.measuredOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(classification?.heldOut.perType.map(({ type }) => type).sort()).toEqual([...PROVISION_TYPES].sort())
  expect(classification?.data.heldOut.platforms.length).toBeGreaterThan(10)
  expect(stages?.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['extract', 'judge', 'facts', 'facts-kept']))
  for (const { command, figures } of stages ?? []) {
    expect(command).toMatch(/^node (?:\.\.\/shared\/gold\/score\.mjs|bench\/facts\.ts)/)
    expect(Object.keys(figures).length).toBeGreaterThan(2)
  }
})
