/** WCAG 2.2: text against its ground at least 4.5:1, drawings and edges of controls at least 3:1. */
import { describe, expect, it } from 'vitest'
import { DARK, LIGHT } from './base.ts'
import { STYLESHEET } from './index.ts'

type Name = keyof typeof LIGHT
const TEXT: readonly (readonly [Name, Name])[] = [
  ['ink', 'ground'],
  ['ink', 'raised'],
  ['ink', 'mark'],
  ['quiet', 'ground'],
  ['quiet', 'raised'],
  ['quiet', 'mark'],
  ['link', 'ground'],
  ['link', 'raised'],
  ['high', 'high-ground'],
  ['high', 'ground'],
  ['medium', 'medium-ground'],
  ['low', 'low-ground'],
  ['good', 'good-ground'],
  ['good', 'ground'],
  ['inserted', 'inserted-ground'],
  ['inserted', 'ground'],
  ['deleted', 'deleted-ground'],
  ['deleted', 'ground'],
  ['banner', 'banner-ground'],
]
const DRAWN: readonly (readonly [Name, Name])[] = [
  ['strong', 'ground'],
  ['strong', 'raised'],
  ['high', 'raised'],
]

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('%s colours', (_, colours) => {
  it.each(TEXT)('%s on %s can be read', (ink, ground) => {
    expect(contrast(colours[ink], colours[ground])).toBeGreaterThanOrEqual(4.5)
  })
  it.each(DRAWN)('%s on %s can be seen', (line, ground) => {
    expect(contrast(colours[line], colours[ground])).toBeGreaterThanOrEqual(3)
  })
})

describe('the stylesheet', () => {
  it('loads nothing from anywhere', () => {
    expect(STYLESHEET).not.toMatch(/url\(|@import/)
  })

  it('names only colours that there are', () => {
    const used = new Set([...STYLESHEET.matchAll(/var\(--([a-z-]+)\)/g)].map(([, name]) => name!))
    const known = new Set([...STYLESHEET.matchAll(/--([a-z-]+):/g)].map(([, name]) => name!))
    expect([...used].filter((name) => !known.has(name))).toEqual([])
    expect(Object.keys(LIGHT).filter((name) => !used.has(name))).toEqual([])
  })
})

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

/** Relative luminance of sRGB (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
