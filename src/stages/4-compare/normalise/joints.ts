/** What the extraction leaves behind where pieces of a page are joined, and what a reader cannot see. */
import type { TextNormaliser } from './normaliser.ts'

export const invisible: TextNormaliser = {
  id: 'invisible-characters',
  description: 'word joiners, zero-width spaces, soft hyphens and other characters without a glyph',
  pattern: '[\\u00AD\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF\\uFFFC]+',
  key: () => '',
}

export const markupMarks: TextNormaliser = {
  id: 'markup-marks',
  description: 'marks of emphasis, escapes and rules that are markup rather than text',
  pattern: '\\\\(?=[^\\s\\w])|[*_]+|={3,}|<br\\s*/?>|[•·●▪◦‣]',
  key: () => '',
}

export const linkDecoration: TextNormaliser = {
  id: 'link-decoration',
  description: 'what a page adds to links for its readers\' software ("opens in a new window", arrows, anchors)',
  pattern:
    '\\((?:link )?opens in (?:an? )?new (?:window|tab)\\)|,? ?opens in (?:an? )?new (?:window|tab)|[↗⧉🔗↩¶]|\\[\\s*#\\s*\\]',
  key: () => '',
}
