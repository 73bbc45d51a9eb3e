import { describe, expect, it } from 'vitest'
import type { Signal } from '../../../../core/signal.ts'
import { fold } from '../../facts/passage.ts'
import { DEALING_PATTERNS } from './dealing.ts'

const has = (signal: Signal, text: string): boolean => DEALING_PATTERNS[signal]!.test(fold(text))

describe('words of dealings', () => {
  it.each([
    ['we-share', 'We may share your details with the courier.', 'We do not share your details.'],
    ['denies-sharing', 'We will not disclose your files.', 'We may not give further notice.'],
    ['admin-access', 'Your employer can export what you write.', 'Our administrators answer questions.'],
    ['shown-to-others', 'Your name is visible to other members.', 'Your name is sent to the bank.'],
    ['in-a-sale', 'Data may be transferred in a merger.', 'Tickets are on sale now.'],
    ['own-group', 'We share data with our subsidiaries.', 'It is run by Acme, a subsidiary of Umbrella.'],
    ['no-sale', 'We never sell personal data.', 'You may opt out of the sale.'],
    ['counts-as-sale', 'This may be considered a sale under some laws.', 'We may consider your request.'],
    ['ads-limited', 'We do not use chats for advertising.', 'We use chats for advertising.'],
    ['licence-to-reader', 'We grant you a limited licence.', 'We grant you no licence to the marks.'],
    ['licence-to-reader', 'You may use the Service subject to this plan.', 'You only receive rights to use it.'],
    ['no-licence', 'Rights not expressly granted are reserved.', 'Rights are granted for a year.'],
    ['ownership', 'We retain all rights in the Service.', 'You have the right to leave.'],
    ['ownership', 'The signs belonging to us are known.', 'We reserve the right to end the offer.'],
    ['customer-named', 'We may use your name and logo on our site.', 'You may use our name and logo.'],
    ['customer-named', 'You permit us to list you as a customer.', 'You permit us to store your files.'],
    ['advance-period', 'Changes take effect 30 days after we post them.', 'Claims expire in 2 years.'],
    ['own-loss', 'You agree to pay our legal fees.', 'You agree to pay the price.'],
    ['tries-to-tell', 'We make efforts to notify you of changes.', 'We notify you of changes.'],
    ['use-accepts', 'By continuing to use the Service you accept the changes.', 'You may use the Service.'],
    [
      'use-accepts',
      'By using it after a change you accept the change.',
      'By using the Service you accept these Terms.',
    ],
    ['notice-if-law', 'No word unless notice is required by law.', 'We give notice of changes.'],
    ['reader-looks', 'Review it occasionally.', 'We revise it occasionally.'],
    ['notice-by-posting', 'We notify you by posting the new text.', 'We notify you by e-mail.'],
    ['signed-only', 'This contract may be amended only in writing.', 'We may amend this contract.'],
    ['each-indemnifies', 'Each party shall indemnify the other.', 'You shall indemnify us.'],
    ['use-suffices', 'Claims that arise from your use of the Service.', 'Claims that arise from a breach.'],
    ['own-fault', 'Losses from your breach.', 'You shall hold us harmless.'],
    ['waives-joint', 'Claims may not be brought as a class action.', 'A class action may go to court.'],
    ['joint-if-void', 'If this part is void, the claim goes to court.', 'The claim goes to court.'],
  ] as const)('%s is said by "%s", and not by "%s"', (signal, said, other) => {
    expect(has(signal, said)).toBe(true)
    expect(has(signal, other)).toBe(false)
  })
})
