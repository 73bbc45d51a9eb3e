import { expect, it } from 'vitest'
import { ClausewatchError, firstCause } from './error.ts'

it('what went wrong first is told, also where closing fails afterwards, and again', async () => {
  const full = new ClausewatchError('disk-full', 'the disk is full', 'make room')
  const failing = { [Symbol.asyncDispose]: () => Promise.reject(new Error('cannot close')) }
  const work = async () => {
    await using _outer = failing
    await using _inner = failing
    throw full
  }
  const thrown: unknown = await work().catch((cause: unknown) => cause)
  expect(thrown).toBeInstanceOf(SuppressedError)
  expect(firstCause(thrown)).toBe(full)
  expect(firstCause(full)).toBe(full)
})
