/** Writes a page's DOM out as HTML: doctype, tree, and the open shadow trees, as declarative templates. */
import type { Page } from 'playwright-core'
import { runInPage } from './page-script.ts'

const WRITE_OUT = `(() => {
  const shadowRoots = []
  const collect = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (!element.shadowRoot) continue
      shadowRoots.push(element.shadowRoot)
      collect(element.shadowRoot)
    }
  }
  collect(document)
  const { doctype, documentElement } = document
  const name = doctype ? new XMLSerializer().serializeToString(doctype) : ''
  const shell = documentElement.cloneNode(false).outerHTML
  const cut = shell.lastIndexOf('</')
  return name + '\\n' + shell.slice(0, cut) + documentElement.getHTML({ shadowRoots }) + shell.slice(cut)
})()`

/**
 * What a page draws inside web components stands in shadow trees, which plain serialising leaves out; they become
 * `<template shadowrootmode="open">`, which every parser of today's HTML reads. A page that has broken the functions
 * needed for that is written out by the browser's own, without them.
 */
export function serialise(page: Page): Promise<string> {
  return runInPage(page, WRITE_OUT, () => page.content())
}
