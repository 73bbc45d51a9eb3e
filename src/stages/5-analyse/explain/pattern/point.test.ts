import { describe, expect, it } from 'vitest'
import type { Signal } from '../../../../core/signal.ts'
import { fold } from '../../facts/passage.ts'
import { POINT_PATTERNS } from './point.ts'

const says = (signal: Signal, passage: string): boolean => POINT_PATTERNS[signal]!.test(fold(passage))

describe('the main point of a passage', () => {
  it.each([
    ['answers-demand', 'In response to a request we share it if we believe that the law asks so.', 'We answer you.'],
    ['tells-of-demand', 'If we receive a subpoena we will notify you.', 'We will notify you of new terms.'],
    ['law-as-purpose', 'We use your data to comply with the law.', 'We share your data to comply with the law.'],
    ['follows-law', 'We comply with valid orders.', 'You must comply with the law.'],
    ['only-deletion', 'Deletion. You may ask us to erase your data.', 'You may correct or delete your data.'],
    ['only-objection', 'Right to object: you may object to our use.', 'You may object to it or have it deleted.'],
    ['only-copy', 'You may ask for a copy of your data.', 'You may ask for a copy of your data or correct it.'],
    [
      'rights-by-state',
      'Some states give certain rights to their residents.',
      'You have certain duties in some states.',
    ],
    ['mentions-marketing-choice', 'You can turn off marketing calls.', 'You can turn off location.'],
    ['marketing-purpose', 'We use your name for marketing.', 'We use your name for billing.'],
    ['vouches-for-nobody', 'We are not responsible for third-party content.', 'You are responsible for your content.'],
    ['reach-unsure', 'We do not guarantee any ranking of your shop.', 'We do not guarantee that it works.'],
    ['implied-excluded', 'We disclaim all implied warranties.', 'We do not warrant that it works.'],
    ['table-rows', '| a | b | | c | d | | e | f |', '| a | b |'],
    ['elsewhere-unsuited', 'It may not be available in all countries.', 'It may not be available on Sundays.'],
    ['systems-watch', 'Automated systems check uploads.', 'Staff checks uploads.'],
    ['people-and-programs', 'We use automated tools and human moderators.', 'We use automated tools.'],
    ['watch-for-breach', 'We monitor use for abuse.', 'We monitor use to bill you.'],
    ['may-police', 'We may cooperate with the police.', 'We cooperate with our suppliers.'],
  ] as const)('%s is seen in "%s" and not in "%s"', (signal, passage, other) => {
    expect(says(signal, passage)).toBe(true)
    expect(says(signal, other)).toBe(false)
  })
})
