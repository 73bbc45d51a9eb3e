/** Signals that say what the main rule of a passage on endings, disputes, purposes, transfers or results is. */
export const HEAD_SIGNALS = [
  'access-ended',
  'platform-ends',
  'breach-ends',
  'mixed-cases',
  'cut-unannounced',
  'either-cases',
  'leaving-brings',
  'after-end',

  'hearing-first',
  'refusal-first',
  'waiver-first',
  'arbitration-first',
  'fees-first',
  'talks-first',
  'mass-first',
  'jury-waived',

  'marketing-heads',
  'contact-first',
  'trains-expressly',
  'open-end',

  'abroad-first',
  'country-first',
  'unnamed-safeguard',

  'output-limit',
] as const
