import fc from 'fast-check'
import { parse } from 'parse5'
import { expect, test } from 'vitest'
import { type ParentNode, parsePage } from './parse.ts'

/** Tags and text in order, without the text that is never read. */
function outline(node: ParentNode): string {
  return node.childNodes
    .map((child) => {
      if (child.nodeName === '#text') return (child as { value: string }).value
      if (!('tagName' in child)) return `[${child.nodeName}]`
      const inner = /^(?:script|style|noscript)$/.test(child.tagName) ? '' : outline(child)
      return `<${child.tagName}>${inner}</>`
    })
    .join('')
}

const PIECES =
  '<script>|</script>|</SCRIPT >|</script|</scripty>|<style>|</style>|</style/>|<noscript>|</noscript>|<!--|-->|<svg>|</svg>|<p>|<b>|</b>|<title>|</title>|<textarea>|</textarea>|text|"|\r\n|\u0000|😀|<template>|</template>|<table>|<script src="a>b">|<style media=">">|<body>|<iframe>|</iframe>'.split(
    '|',
  )

test('text of scripts and styles is passed over without a difference to what stands around it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
      const html = pieces.join('')
      expect(outline(parsePage(html).tree)).toBe(outline(parse(html)))
    }),
    { numRuns: 3000 },
  )
})
