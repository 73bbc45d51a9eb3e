/** The web site's door. */
export type { WebOptions } from './site.ts'
export { createWeb } from './web.tsx'
