/** Writes a page's DOM out as HTML: doctype, tree, and the open shadow trees, as declarative templates; and its own frames. */
import type { Page } from 'playwright-core'
import type { RenderedFrame } from '../renderer.ts'
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

/** Frames of the page's own origin that a reader can see, in the order in which they stand. Others' documents are not the page's. */
const READ_FRAMES = `((maxFrames, maxDepth) => {
  const frames = []
  const collect = (root, depth) => {
    for (const element of root.querySelectorAll('iframe, frame')) {
      if (frames.length >= maxFrames) return
      const { width, height } = element.getBoundingClientRect()
      const inner = element.contentDocument
      if (!inner || !inner.body || width < 100 || height < 50) continue
      if (inner.body.textContent.trim() !== '') frames.push({ url: inner.URL, html: inner.body.innerHTML })
      if (depth < maxDepth) collect(inner, depth + 1)
    }
  }
  collect(document, 1)
  return frames
})(20, 3)`

export function readFrames(page: Page): Promise<readonly RenderedFrame[]> {
  return runInPage<readonly RenderedFrame[]>(page, READ_FRAMES, () => [])
}
