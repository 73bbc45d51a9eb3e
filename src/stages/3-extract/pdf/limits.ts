/**
 * What reading one PDF may cost, counted in work and never by a clock, so that the same bytes have the same answer on
 * every machine. The longest policies that are published as PDF have about 150 pages.
 */

export const MAX_PAGES = 500
/** Pieces of text of a whole file; producers that place every letter by itself need about 3,000 a page. */
export const MAX_PIECES = 400_000
/** Letters of a whole file: the text of 1,500 dense pages. */
export const MAX_UNITS = 6_000_000
/** Links of a page. */
export const MAX_LINKS = 2000
/** Bytes of all streams once inflated; the streams of a policy with pictures stay below a third of it. */
export const MAX_INFLATED_BYTES = 256 * 1024 * 1024
