/** Signals that say what the main rule of a passage on security, refunds, processing or export control is. */
export const RULE_SIGNALS = [
  'protects-generally',
  'measures-first',

  'refund-excepted',
  'refund-early',
  'credits-lapse',
  'ends-with-term',

  'supplier-limited',

  'data-at-end',
  'within-agreement',
  'subprocessors-first',

  'trade-early',
] as const
