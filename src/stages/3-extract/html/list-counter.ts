/** The numbers that a browser prints before the items of `<ol>`: type, start, value and reversed honoured. */
import { attribute } from './element.ts'
import type { Element } from './parse.ts'

export type ListCounter = { next: number; readonly step: 1 | -1; readonly style: CounterStyle }
export type CounterStyle = 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman' | 'none'

const TYPES: Readonly<Record<string, CounterStyle>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}

/** A counter for a list element; null for lists with bullets. */
export function listCounter(list: Element): ListCounter | null {
  if (list.tagName !== 'ol') return null
  const isReversed = attribute(list, 'reversed') !== null
  const start = integer(attribute(list, 'start'))
  const items = isReversed && start === null ? list.childNodes.filter((child) => child.nodeName === 'li').length : 1
  return { next: start ?? items, step: isReversed ? -1 : 1, style: styleOf(list) }
}

/** The number of the next item, and the counter moved on. */
export function countItem(counter: ListCounter, item: Element): string | null {
  const value = integer(attribute(item, 'value')) ?? counter.next
  counter.next = value + counter.step
  return formatCounter(value, TYPES[attribute(item, 'type') ?? ''] ?? counter.style)
}

/** As CSS counter styles: letters and Roman numerals fall back to digits outside of their range. */
export function formatCounter(value: number, style: CounterStyle): string | null {
  if (style === 'none') return null
  if (style === 'decimal' || value < 1) return String(value)
  if (style.endsWith('roman')) {
    if (value > 3999) return String(value)
    return style === 'lower-roman' ? roman(value).toLowerCase() : roman(value)
  }
  let letters = ''
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters
  }
  return style === 'lower-alpha' ? letters : letters.toUpperCase()
}

function styleOf(list: Element): CounterStyle {
  const css = /list-style(?:-type)?\s*:[^;]*?\b(none|(?:lower|upper)-(?:alpha|latin|roman)|decimal)\b/i.exec(
    attribute(list, 'style') ?? '',
  )?.[1]
  if (css) return css.toLowerCase().replace('latin', 'alpha') as CounterStyle
  if (/\blist-none\b|\blist-unstyled\b/.test(attribute(list, 'class') ?? '')) return 'none'
  return TYPES[attribute(list, 'type') ?? ''] ?? 'decimal'
}

function integer(text: string | null): number | null {
  const match = /^\s*([+-]?\d{1,9})/.exec(text ?? '')
  return match ? Number(match[1]) : null
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(value: number): string {
  let rest = value
  let text = ''
  for (const [size, letters] of ROMAN) {
    while (rest >= size) {
      text += letters
      rest -= size
    }
  }
  return text
}
