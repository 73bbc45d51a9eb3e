/** Stage 1: fetches a source, politely, and says honestly what came of it. Depends on `core` only. */
export { createBrowserRenderer } from './browser/browser-renderer.ts'
export { browserPlaces, findBrowser, isExecutable } from './browser/find-browser.ts'
export { type CaptureRequest, type Capturer, type CapturerOptions, createCapturer } from './capturer.ts'

export const STAGE_VERSION = '1'
