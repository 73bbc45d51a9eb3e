/** Signals about what is gathered, watched and taken out of a service, and how AI is made known. */
export const GATHERING_SIGNALS = [
  'collects',
  'infers',
  'content-entered',
  'given-directly',
  'reverse-excepted',
  'users-harvested',
  'own-interface',
  'breaks-in',
  'may-look',
  'calls-recorded',
  'protected-traits',
  'no-sensitive-meant',
  'labels-kept',
  'encouraged',
  'limits-disclosed',
] as const
/** Signals about what is paid and what is lost. */
export const MONEY_SIGNALS = ['promotion', 'own-taxes', 'sets-own-price', 'indirect-loss', 'slight-negligence'] as const
