/** Text of a page with its place. Coordinates are points from the top left corner, y downwards, as the reader sees it. */

import type { Tag } from './structure.ts'

export type Piece = {
  readonly text: string
  readonly x0: number
  readonly x1: number
  /** Of the baseline. */
  readonly y: number
  readonly size: number
  readonly font: string
  readonly isBold: boolean
  /** The file marks it as decoration of the page: running headers, footers, watermarks. */
  readonly isArtifact: boolean
  /** What a tagged file says that it is part of. */
  readonly tag: Tag | null
  /** A space was printed before it. */
  readonly isSpaced: boolean
  readonly links: readonly { readonly start: number; readonly end: number; readonly href: string }[]
}

export type LinkArea = {
  readonly x0: number
  readonly x1: number
  readonly y0: number
  readonly y1: number
  readonly href: string
  /** The words that it lies over, where the library could tell. */
  readonly words: string
}

export type PdfPage = {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
}

type Matrix = readonly [number, number, number, number, number, number]

/** `first` is applied before `then`. */
export function multiply(then: readonly number[], first: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = then as Matrix
  const [g, h, i, j, k, l] = first as Matrix
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
