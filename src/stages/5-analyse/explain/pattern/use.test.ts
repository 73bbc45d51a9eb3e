import { describe, expect, it } from 'vitest'
import type { Signal } from '../../../../core/signal.ts'
import { fold } from '../../facts/passage.ts'
import { USE_PATTERNS } from './use.ts'

const says = (signal: Signal, passage: string): boolean => USE_PATTERNS[signal]!.test(fold(passage))

describe('limits of use', () => {
  it.each([
    ['person-consent', 'Do not film anyone without their consent.', 'Do not copy the Services without our consent.'],
    ['platform-consent', 'You may not resell it without our prior written consent.', 'Not without their consent.'],
    ['judged-by-platform', 'Content that is improper, as determined by us.', 'You may cancel for any reason.'],
    ['help-banned', 'You may not do so or permit others to do so.', 'You may permit your staff to read it.'],
    ['children-focus', 'No child may be shown; minors are protected.', 'No child may be shown.'],
    ['no-storage-duty', 'We have no obligation to store your files.', 'We store your files.'],
    ['stays-after-deletion', 'Messages stay even after you delete the account.', 'We delete the account.'],
    ['keep-or-delete', 'We may keep or delete what you left.', 'We delete what you left.'],
    ['kept-with-account', 'We keep your profile as long as you have an account.', 'We keep logs for 30 days.'],
    ['unannounced', 'We may stop a feature without notice.', 'We will give you notice.'],
    ['notice-promised', 'We will notify you of such changes.', 'We may stop a feature without notice.'],
    ['service-level', 'The SLA promises an uptime of 99 %.', 'We promise good service.'],
    ['usage-limits', 'Rate limits apply to each plan.', 'Limits of liability apply.'],
    ['bars-young', 'You may not use it if you are under 16.', 'Ask us if you are 16.'],
    ['feature-age', 'You must be 18 or older to live stream.', 'You must be 18 or older to use the Services.'],
    ['young-not-sold', 'We do not sell data of children.', 'We do not collect data of children.'],
    ['owed-to-the-end', 'You must pay the full amount for the term.', 'You must pay the invoice.'],
    ['seller-side', 'The host decides on the refund of a guest.', 'We decide on your refund.'],
    ['rival-named', 'You may not build a competing model.', 'You may not build a model.'],
    ['told-of-decision', 'You have the right to be informed of automated decisions.', 'We decide by machine.'],
  ] as const)('%s is seen in "%s" and not in "%s"', (signal, passage, other) => {
    expect(says(signal, passage)).toBe(true)
    expect(says(signal, other)).toBe(false)
  })
})
