/** Controls around a document by which a reader exercises a choice; what they are called says what they are for. */
import type { ChoiceControl } from '../../core/reading.ts'

const KINDS: readonly (readonly [ChoiceControl['kind'], RegExp])[] = [
  [
    'do-not-sell',
    /do not (?:sell|share)|your (?:us |california |state )?privacy (?:choices|rights choices)|limit the use of my sensitive|ne pas vendre|nicht verkaufen/i,
  ],
  [
    'cookie-settings',
    /(?:cookie|tracking|consent) (?:settings|preferences|choices|options|manager|center|centre)|(?:manage|customi[sz]e|change|edit|update) (?:your )?(?:cookies?|consent|cookie \w+)|privacy (?:settings|preferences|options|manager)|cookie-einstellungen|(?:gérer|paramètres).{0,12}cookies|configuración de cookies/i,
  ],
  [
    'opt-out',
    /opt[ -]?out|unsubscribe|object to (?:the )?processing|withdraw (?:my |your )?consent|adchoices|ad choices/i,
  ],
]
const MAX_LABEL_UNITS = 90
const MAX_CONTROLS = 20

export function chooseControls(
  controls: readonly { readonly label: string; readonly href: string | null }[],
): ChoiceControl[] {
  const chosen = new Map<string, ChoiceControl>()
  for (const { label, href } of controls) {
    if (label.length > MAX_LABEL_UNITS || chosen.size >= MAX_CONTROLS) continue
    const kind = KINDS.find(([, pattern]) => pattern.test(label))?.[0]
    const key = `${kind}\n${label.toLowerCase()}`
    if (kind && !chosen.has(key)) chosen.set(key, { kind, label, href })
  }
  return [...chosen.values()]
}
