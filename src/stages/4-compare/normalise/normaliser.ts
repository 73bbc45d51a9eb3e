/**
 * A normaliser makes two spellings of one thing equal for the comparison; the evidence keeps both. It says in a
 * pattern what it looks at and in `key` what is left of it. An empty key: the piece does not count at all.
 */
export type TextNormaliser = {
  readonly id: string
  readonly description: string
  /** Source of a regular expression (flags `iu`), tried at the start of every token, in the order of the list. */
  readonly pattern: string
  readonly key: (piece: string) => string
}

/** Rewrites one link target; gives it back unchanged where it has nothing to do. */
export type LinkNormaliser = {
  readonly id: string
  readonly description: string
  readonly rewrite: (href: string) => string
}
