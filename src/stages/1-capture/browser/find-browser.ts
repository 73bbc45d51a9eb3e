/** Finds an installed Chrome, Chromium or Edge, so that nobody must download another one. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES: readonly string[] = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/** Where installers put them; on Linux the search path has them, and Snap and Flatpak their own folders. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/opt/google/chrome/chrome', '/snap/bin/chromium', '/var/lib/flatpak/exports/bin/org.chromium.Chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** The first executable of the usual places; null where there is none. A setting (`setPath`) is used before all, unchecked. */
export function findBrowser(setPath: string | null, env: NodeJS.ProcessEnv = process.env): string | null {
  if (setPath) return setPath
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...(PLACES[process.platform] ?? []), ...onPath].find(isExecutable) ?? null
}

/** Where it is looked for, for a person. */
export function browserPlaces(): string {
  return [...(PLACES[process.platform] ?? []), `the search path (${NAMES.join(', ')})`].join(', ')
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    // Not there, or not ours to run: both mean that it is not the one.
    return false
  }
}
