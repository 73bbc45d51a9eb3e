/**
 * Pages streamed by React: a part that was not ready leaves `<template id="B:1">` and a "Loading" text, and arrives
 * later in the page as `<div hidden id="S:1">`, to be moved by a script. A reader sees it in its place.
 */
import { attribute, isElement } from './element.ts'
import type { ChildNode, Element, ParentNode } from './parse.ts'

const LATE_ID = /^S:([0-9a-f]+)$/
const PLACE_ID = /^B:([0-9a-f]+)$/

/** The late parts of a page; they stand directly in the body. */
export function lateContents(body: ParentNode): Map<string, Element> {
  const contents = new Map<string, Element>()
  for (const child of body.childNodes) {
    if (!isElement(child) || attribute(child, 'hidden') === null) continue
    const id = LATE_ID.exec(attribute(child, 'id') ?? '')?.[1]
    if (id !== undefined) contents.set(id, child)
  }
  return contents
}

/** The id of the late part that belongs in the place of an element; null for any other element. */
export function lateContentId(element: Element): string | null {
  if (element.tagName !== 'template') return null
  return PLACE_ID.exec(attribute(element, 'id') ?? '')?.[1] ?? null
}

/** Position of the comment that ends the placeholder text, or of the template itself where there is none. */
export function endOfPlaceholder(siblings: readonly ChildNode[], position: number): number {
  for (let i = position + 1; i < siblings.length; i++) {
    const sibling = siblings[i]!
    if (sibling.nodeName === '#comment' && (sibling as { data: string }).data === '/$') return i
  }
  return position
}
