import { describe, expect, it } from 'vitest'
import type { PolicyText } from '../../../core/policy-text.ts'
import { align } from '../align.ts'
import { describe as describeChange } from '../describe.ts'
import { editSignature } from './edit-signature.ts'

const KEEP = [
  'These words are the beginning of a document that says who publishes it and for whom.',
  'They go on with a paragraph on how the service is offered and what it may be used for.',
]

function textOf(...paragraphs: string[]): PolicyText {
  return {
    format: 1,
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', depth: 0, number: null, headingPath: [], text, links: [] })),
  }
}

function signature(before: string[], after: string[]): string | null {
  const [old, now] = [textOf(...KEEP, ...before), textOf(...KEEP, ...after)]
  const input = { old: { text: old }, new: { text: now }, platform: 'Larkspur Chat', documentType: 'other' as const }
  return editSignature(describeChange(align(old, now), input), old, now)
}

describe('the signature of an edit', () => {
  it('is the same for a new company name in different sentences', () => {
    const terms = signature(
      ['Larkspur Inc. offers the chat to you under these terms.'],
      ['Larkspur Networks Inc. offers the chat to you under these terms.'],
    )
    const privacy = signature(
      ['The controller of your data is Larkspur Inc. in Dublin.'],
      ['The controller of your data is Larkspur Networks Inc. in Dublin.'],
    )
    expect(terms).not.toBeNull()
    expect(privacy).toBe(terms)
  })

  it('does not call two rules the same because the same number or turning word changed in them', () => {
    const notice = signature(
      ['We shall announce changes of these terms 30 days before they bind you.'],
      ['We shall announce changes of these terms 7 days before they bind you.'],
    )
    const refund = signature(
      ['You can ask for the fee back 30 days after you have paid it.'],
      ['You can ask for the fee back 7 days after you have paid it.'],
    )
    expect(notice).not.toBe(refund)
  })

  it('is the same for the same passage, whatever stands around it', () => {
    const clause =
      'We may share what you write with companies of our group so that they can offer services of their own to you.'
    expect(signature(['You own what you write.'], ['You own what you write.', clause])).toBe(
      signature(['We delete what you write after a year.'], [clause, 'We delete what you write after a year.']),
    )
  })

  it('looks at a date only where nothing else differs', () => {
    const rename = ['Larkspur Inc. offers this.', 'Larkspur Networks Inc. offers this.'] as const
    const dated = signature(['Last updated: 3 March 2025', rename[0]], ['Last updated: 1 October 2025', rename[1]])
    expect(dated).toBe(signature([rename[0]], [rename[1]]))
    expect(signature(['Last updated: 3 March 2025'], ['Last updated: 1 October 2025'])).toBe(
      signature(['Last updated: 9 May 2024'], ['Last updated: 1 October 2025']),
    )
  })

  it('is none where nothing changed that readers are told', () => {
    expect(signature(['The same.'], ['The same.'])).toBeNull()
  })
})
