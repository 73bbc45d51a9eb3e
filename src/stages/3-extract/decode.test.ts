import { describe, expect, test } from 'vitest'
import { decodeBytes } from './decode.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))

describe('charsets', () => {
  test.each([
    ['UTF-8 by default', new TextEncoder().encode('für'), 'text/html', 'für'],
    ['the transport’s word', bytes(...ascii('f'), 0xfc, ...ascii('r')), 'text/html; charset=ISO-8859-1', 'für'],
    [
      'the page’s word',
      bytes(...ascii('<meta charset="windows-1252">f'), 0xfc),
      'text/html',
      '<meta charset="windows-1252">fü',
    ],
    [
      'http-equiv',
      bytes(...ascii('<meta http-equiv=x content="text/html; charset=koi8-r">'), 0xc1),
      'text/html',
      '<meta http-equiv=x content="text/html; charset=koi8-r">а',
    ],
    [
      'bytes that contradict a single-byte label',
      new TextEncoder().encode('naïve café'),
      'text/html; charset=latin1',
      'naïve café',
    ],
    ['a byte order mark before any word', bytes(0xff, 0xfe, 0x61, 0), 'text/html; charset=utf-8', 'a'],
    [
      'UTF-16 claimed by a page that is not',
      new TextEncoder().encode('<meta charset="utf-16">ok'),
      'text/html',
      '<meta charset="utf-16">ok',
    ],
    ['Shift_JIS', bytes(0x83, 0x76), 'text/html; charset=Shift_JIS', 'プ'],
    ['a label that does not exist', new TextEncoder().encode('ok ü'), 'text/html; charset=klingon', 'ok ü'],
    ['no label and no UTF-8', bytes(0x93, ...ascii('hi'), 0x94), 'text/html', '“hi”'],
    ['a character cut at the end', bytes(...new TextEncoder().encode('größe'), 0xc3), 'text/html', 'größe�'],
  ])('%s', (_, input, mediaType, text) => {
    expect(decodeBytes(input, mediaType)).toBe(text)
  })
})
