import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addWitnessNote, readWitnessNotes, WITNESS_FILE, type WitnessNote } from './witness-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const later = (capture: number, code: string): WitnessNote => {
  return { capture, notedAt: '2026-03-02T08:00:00Z', kind: 'refused', when: 'later', code, reason: '' }
}

test('the newest answer about a capture counts', async () => {
  expect((await readWitnessNotes(folder)).size).toBe(0)
  await addWitnessNote(folder, later(3, 'first'))
  await addWitnessNote(folder, later(4, 'other'))
  await addWitnessNote(folder, later(3, 'second'))
  const notes = await readWitnessNotes(folder)
  expect([...notes.keys()]).toEqual([3, 4])
  expect(notes.get(3)).toMatchObject({ code: 'second' })
})

test('a line that a crash left half written spoils no other', async () => {
  await addWitnessNote(folder, later(1, 'before'))
  await appendFile(join(folder, WITNESS_FILE), '{"capture":2,"ki')
  await addWitnessNote(folder, later(3, 'after'))
  expect([...(await readWitnessNotes(folder)).keys()]).toEqual([1, 3])
})
