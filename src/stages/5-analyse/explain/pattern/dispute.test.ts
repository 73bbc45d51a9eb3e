import { describe, expect, it } from 'vitest'
import type { Signal } from '../../../../core/signal.ts'
import { fold } from '../../facts/passage.ts'
import { DISPUTE_PATTERNS } from './dispute.ts'

const has = (signal: Signal, text: string): boolean => DISPUTE_PATTERNS[signal]!.test(fold(text))

describe('words of contracts and claims', () => {
  it.each([
    ['protects-reader', 'Acme will defend and indemnify you.', 'You will defend Acme and hold the company harmless.'],
    ['protects-reader', 'Acme shall hold Customer harmless.', 'Notice goes to the indemnifying party.'],
    ['for-somebody-else', 'If you act on behalf of another person, you confirm the right.', 'You act for yourself.'],
    ['contract-start', 'You form a contract with us when you sign up.', 'You are able to form a contract.'],
    ['must-agree', 'We require members to review and accept these rules.', 'Please review these rules.'],
    ['adult-consents', 'Your parent agrees on your behalf.', 'As a parent you act on behalf of your child.'],
    ['offline-signature', 'The contract may be signed in counterparts.', 'The signature sound can be changed.'],
  ] as const)('%s is said by "%s", and not by "%s"', (signal, said, other) => {
    expect(has(signal, said)).toBe(true)
    expect(has(signal, other)).toBe(false)
  })
})
