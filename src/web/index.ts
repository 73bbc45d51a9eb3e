/** The web site's door. */
export { createReplay } from './replay.ts'
export type { WebOptions } from './site.ts'
export { createWeb } from './web.tsx'
