/** Pieces of a page that differ at every visit, or with the visitor's machine. */
import type { TextNormaliser } from './normaliser.ts'

export const volatileToken: TextNormaliser = {
  id: 'volatile-token',
  description: 'identifiers made for one visit (UUIDs, long hexadecimal strings)',
  pattern:
    '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?=[0-9a-f]*\\d)(?=[0-9a-f]*[a-f])[0-9a-f]{24,}',
  key: () => '‹token›',
}

export const keyCombination: TextNormaliser = {
  id: 'key-combination',
  description: 'names of keys, which follow the visitor\'s system ("Ctrl+F", "⌘ F")',
  pattern:
    '(?:ctrl|control|cmd|command|⌘|⌃|⌥|alt|option)\\s*[+-]?\\s*(?:[a-z]|f\\d{1,2})(?![a-z])(?<=[+⌘⌃⌥-]\\s*\\w{1,3})',
  key: () => '‹keys›',
}

export const videoTimer: TextNormaliser = {
  id: 'video-timer',
  description: 'position and length of an embedded video ("0:12 / 3:40")',
  pattern: '\\d{1,2}:\\d\\d(?::\\d\\d)?\\s*/\\s*\\d{1,2}:\\d\\d(?::\\d\\d)?',
  key: () => '‹timer›',
}
