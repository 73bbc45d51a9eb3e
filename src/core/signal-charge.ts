/** Signals that say what the main rule of a passage on charges, trackers, changes of a service or rivals is. */
export const CHARGE_SIGNALS = [
  'must-pay',
  'recurring-charge',
  'takes-share',
  'tax-rule',
  'open-at-end',
  'held-back',
  'price-notice',
  'nothing-to-pay',
  'extra-fee',
  'reader-taxed',

  'choice-first',
  'ad-trackers',
  'device-log',
  'signal-first',
  'security-first',
  'explained-first',
  'remembers-choices',
  'tracker-named',

  'parts-unannounced',
  'use-limited',
  'copied-expression',
  'output-named',
] as const
