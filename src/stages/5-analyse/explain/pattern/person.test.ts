import { describe, expect, it } from 'vitest'
import type { Signal } from '../../../../core/signal.ts'
import { PERSON_SIGNALS } from '../../../../core/signal-person.ts'
import { fold } from '../../facts/passage.ts'
import { PERSON_PATTERNS } from './person.ts'

const says = (signal: Signal, passage: string): boolean => PERSON_PATTERNS[signal]!.test(fold(passage))

/** A signal, a passage that says it, and one close by that does not. */
const SAID: readonly (readonly [signal: Signal, says: string, not: string])[] = [
  ['use-first', 'Usage data: we see which pages you open.', 'Your name and address.'],
  ['use-first', 'We collect information about how you use the editor.', 'We collect information about your family.'],
  ['where-people-are', 'Location. We see your town.', 'We see your town.'],
  ['payment-first', 'Payment details are kept by the bank.', 'Your name is kept by us.'],
  ['device-first', 'Device information: the model of your phone.', 'The name of your pet.'],
  ['several-sources', 'Some data is provided by you, some is recorded automatically.', 'Some data is provided by you.'],
  ['contacts-given', 'You may let us read your address book.', 'You may let us know your address.'],
  ['nothing-collected-first', 'We do not collect your address.', 'You do not have to give your address.'],
  ['input-first', 'We keep the messages that people write.', 'We keep the times of visits.'],
  ['sourced-elsewhere', 'Shipping companies provide us with your address.', 'Companies send goods.'],
  ['infers', 'Signals are used to infer your age.', 'We ask for your age.'],
  ['automatic-first', 'We note the time automatically.', 'We note what you write.'],
  [
    'need-first',
    'We keep letters for as long as they are needed.',
    'We keep letters for as long as your account is open.',
  ],
  ['retention-criteria', 'We keep it for different periods, depending on its kind.', 'We keep it for a year.'],
  ['after-exit', 'Files go 30 days after termination.', 'Files go after 30 days.'],
  ['kept-by-need', 'We keep files as long as the task asks for it.', 'We keep files for 30 days.'],
  ['self-deletion-first', 'You can delete your notes.', 'We can delete your notes.'],
  ['provider-erases', 'We may delete accounts that nobody uses.', 'You may delete accounts that nobody uses.'],
  ['reader-deletes', 'You will stop using it and destroy every copy.', 'We will destroy every copy.'],
  ['entry-age', 'You must be at least 13 to use the game.', 'You must be kind to use the game.'],
  ['with-adult', 'An adult has agreed to be there.', 'An adult ticket costs more.'],
  ['data-of-young-barred', 'Do not send us data of children.', 'Do not send us data of whales.'],
  ['details-updated', 'You need to update your address when you move.', 'You need to tell us your address.'],
  ['not-barred', 'If we suspended you, you may not create a new account.', 'We may suspend your account.'],
  ['no-sharing', 'Do not use the account of another: another user’s account is theirs.', 'Do not lose your account.'],
  ['content-warranty', 'You warrant that you have ownership of it.', 'You have ownership of it.'],
  ['answers-for-all', 'Everything that happens with your account is yours.', 'Everything that happens is yours.'],
  ['account-name', 'Your member name may not be rude.', 'Your member name is shown.'],
  ['own-content', 'You take responsibility for what you post.', 'You take part in what you post.'],
  [
    'answers-for-users',
    'You are responsible for any violation by your users.',
    'You report any violation by your users.',
  ],
  ['reader-secures', 'Your app must be built on a secure server.', 'Your app must be built in a week.'],
  ['answers-for-content', 'You are responsible for your content.', 'You are responsible for your shoes.'],
  ['company-warranty', 'It is a company duly organised in Springtown.', 'It is a company in Springtown.'],
  ['misuse-told', 'Tell us if your password was stolen.', 'Tell us if you like it.'],
]

describe('what a rule on people says first', () => {
  it.each(SAID)('%s is seen in "%s" and not in "%s"', (signal, passage, other) => {
    expect(says(signal, passage)).toBe(true)
    expect(says(signal, other)).toBe(false)
  })

  it('is all shown here', () => {
    const shown = new Set(SAID.map(([signal]) => signal))
    expect(Object.keys(PERSON_PATTERNS).filter((signal) => !shown.has(signal as Signal))).toEqual([])
    expect(PERSON_SIGNALS.filter((signal) => signal !== 'data-listed' && !shown.has(signal))).toEqual([])
  })
})
