import { describe, expect, it } from 'vitest'
import { GIST_SIGNALS } from '../../../../core/signal-gist.ts'
import { fold } from '../../facts/passage.ts'
import { GIST_PATTERNS } from './gist.ts'

const SENTENCES = [
  ['others-disclaimed', 'We are not responsible for third-party services.', 'We are not responsible for delays.'],
  ['others-connected', 'Connect third-party apps and they may access your files.', 'Connect a cable.'],
  ['others-interwork', 'The service interoperates with calendars of others.', 'The service sorts calendars.'],
  ['others-rely', 'We rely on third parties for translation.', 'We rely on your word.'],
  ['others-terms', 'Third-party terms apply to these maps.', 'Our maps are new.'],
  ['others-content-main', 'Third-party content may be shown.', 'Your content may be shown.'],
  ['links-main', 'The site holds links to shops.', 'The site holds a shop.'],
  ['store-clause', 'These terms are with us, not Apple.', 'Get the app from Apple.'],
  ['payment-by-others', 'Payments are handled by a third party.', 'Payments are due in May.'],
  ['parts-of-others', 'The app includes open-source code.', 'The app includes a map.'],
  ['claim-barred', 'A later claim is permanently barred.', 'A claim needs a form.'],
  ['false-notice', 'Who knowingly misrepresents a work is liable.', 'Who owns a work may write to us.'],
  ['courts-alone', 'Claims are heard exclusively in the courts of Northtown.', 'Claims may go to any court.'],
  [
    'courts-elsewhere',
    'The courts and law described in Section 9 decide; disputes described in Section 9.',
    'Law applies.',
  ],
  ['counter-objection', 'You may send a counter-notice.', 'You may send a notice.'],
  ['infringement-route', 'Report copyright cases; for infringing works use the form.', 'Use the form for refunds.'],
  ['on-notice', 'After a complaint we remove the picture.', 'We remove dust.'],
  ['accuracy-denied', 'We do not guarantee that answers are accurate.', 'Answers are accurate.'],
  ['report-outcome', 'Our team will review your report.', 'Our team is small.'],
  ['report-offered', 'You can report a picture.', 'You can post a picture.'],
  ['removal-at-will', 'We may remove posts in our sole discretion.', 'We remove posts that break the law.'],
  [
    'removal-groundless',
    'We may remove posts for any reason.',
    'Posts that breach rules we may remove in our discretion.',
  ],
  ['account-measures', 'We may suspend your account.', 'We may improve your account.'],
  ['automated-review', 'Our moderators review what is flagged: moderators check it.', 'Our guides welcome guests.'],
  ['content-marked', 'Mature posts must be labelled.', 'Mature trees must be watered.'],
  ['content-removed', 'We may delete posts.', 'We may read posts.'],
  ['submits-stays-own', 'You keep all rights in your stories.', 'We keep all rights in our stories.'],
  ['content-usable', 'You grant us a licence.', 'We have a licence.'],
  ['licence-to-improve', 'We use it to improve our products.', 'We use it to send a parcel.'],
  ['licence-for-service', 'Only as needed to provide the service.', 'For any purpose.'],
  ['entire-first', 'This is the entire agreement.', 'This is a short agreement.'],
  ['terms-govern', 'These terms govern your visit.', 'The guide was your friend.'],
  ['texts-joined', 'The policy is incorporated here by reference.', 'The company was incorporated in Northland.'],
  ['own-terms-for-case', 'Music is subject to separate music terms.', 'Music is loud.'],
  ['rules-followed', 'You must follow our guidelines.', 'You must be kind.'],
] as const

describe('words of what a passage mainly rules', () => {
  it.each(SENTENCES)('%s is said by "%s", and not by "%s"', (signal, yes, no) => {
    expect([yes, no].map((sentence) => GIST_PATTERNS[signal]!.test(fold(sentence)))).toEqual([true, false])
  })

  it('are all shown here', () => {
    expect(SENTENCES.map(([signal]) => signal).sort()).toEqual([...GIST_SIGNALS].sort())
  })
})
