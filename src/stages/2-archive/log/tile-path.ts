/** Addresses of what a log serves (C2SP tlog-tiles): `checkpoint`, `tile/<L>/<N>[.p/<W>]`, `tile/entries/<N>[.p/<W>]`. */
import { TILE_WIDTH } from './merkle.ts'

export type TileAddress = {
  /** `entries` for a bundle of entries. */
  readonly level: number | 'entries'
  readonly index: number
  /** How many hashes or entries, at most 256. */
  readonly width: number
}

/** Tile 1234067 of level 0 is `tile/0/x001/x234/067`. */
export function tilePath({ level, index, width }: TileAddress): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g)!
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${path}${width < TILE_WIDTH ? `.p/${width}` : ''}`
}

/** Null for what no log serves. */
export function parseTilePath(path: string): TileAddress | null {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  if (!match) return null
  const level = match[1] === 'entries' ? 'entries' : Number(match[1])
  const address = {
    level,
    index: Number(match[2]!.replaceAll(/[x/]/g, '')),
    width: Number(match[3] ?? TILE_WIDTH),
  } as const
  // One spelling each: no leading zeroes, no empty and no full "partial" tile.
  return tilePath(address) === path && address.width > 0 && (level === 'entries' || level < 64) ? address : null
}
