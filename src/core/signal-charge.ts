/** Signals that say what the main rule of a passage on charges, trackers, changes of a service or rivals is. */
export const CHARGE_SIGNALS = [
  'recurring-charge',
  'takes-share',
  'tax-rule',
  'open-at-end',
  'held-back',
  'price-notice',
  'free-first',
  'reader-taxed',

  'choice-first',
  'ad-trackers',
  'device-log',
  'signal-first',
  'security-first',
  'needed-first',
  'uses-trackers',
  'explained-first',
  'tracker-named',

  'parts-unannounced',
  'copied-expression',
  'output-named',
] as const
