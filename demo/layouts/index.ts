/** The layouts by name. */
import { app } from './app.ts'
import { docs } from './docs.ts'
import type { Layout } from './layout.ts'
import { legal } from './legal.ts'
import { marketing } from './marketing.ts'
import { plain } from './plain.ts'

export const LAYOUTS = { plain, marketing, docs, app, legal } satisfies Record<string, Layout>
