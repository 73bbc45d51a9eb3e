/**
 * HTML text to a tree, to the letter of the standard (parse5), but bounded: a hostile page can ask for a million nodes
 * or for nesting that makes every later step quadratic. Nesting beyond a limit is flattened, as browsers do; a page
 * with too many nodes or attributes ends early and says so.
 */
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  html,
  Parser,
  type Token,
  TokenizerMode,
} from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
export type Template = DefaultTreeAdapterTypes.Template
export type ChildNode = DefaultTreeAdapterTypes.ChildNode
export type ParentNode = DefaultTreeAdapterTypes.ParentNode
export type HtmlTree = DefaultTreeAdapterTypes.Document

/** Blink flattens at the same depth; real policy pages stay below 60. */
const MAX_DEPTH = 512
/** Formatting elements left open are opened again in every paragraph, so their number multiplies nodes. */
const MAX_OPEN_FORMATTING = 64
/** The largest policy page seen has 40,000. About 250 bytes of memory each. */
export const MAX_NODES = 1_000_000

/** Tags whose content is not markup: dropping one would turn a script into visible text. */
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext'])

export type ParsedPage = { readonly tree: HtmlTree; readonly tooLarge: boolean }

/** Parses a page; `tooLarge` says that the tree ends before the page does. */
export function parsePage(html: string, maxNodes = MAX_NODES): ParsedPage {
  const parser = new BoundedParser(maxNodes)
  try {
    parser.tokenizer.write(html, true)
    return { tree: parser.document, tooLarge: false }
  } catch (error) {
    if (!(error instanceof TooManyNodes)) throw error
    return { tree: parser.document, tooLarge: true }
  }
}

/** Where elements end whose text is no markup and is never read. */
const UNREAD_END: Readonly<Record<string, RegExp>> = {
  script: /<\/script(?=[\t\n\f\r />])|<!--/gi,
  style: /<\/style(?=[\t\n\f\r />])/gi,
  noscript: /<\/noscript(?=[\t\n\f\r />])/gi,
}

class TooManyNodes extends Error {}

class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  constructor(maxNodes: number) {
    super({ treeAdapter: countingAdapter(maxNodes), scriptingEnabled: true })
  }

  override onStartTag(token: Token.TagToken): void {
    const { openElements } = this
    const isTooDeep = openElements.stackTop >= MAX_DEPTH
    if (isTooDeep && PLAIN.has(openElements.currentTagId ?? html.TAG_ID.UNKNOWN)) openElements.pop()
    const isDropped =
      openElements.stackTop >= MAX_DEPTH || (FORMATTING.has(token.tagName) && this.isFormattingListFull())
    if (isDropped && !RAW_TEXT.has(token.tagName)) return
    super.onStartTag(token)
    const end = UNREAD_END[token.tagName]
    if (end) this.skipTo(end)
  }

  /** Scripts and styles are most of many pages and are never read: their text is passed over, not tokenized. */
  private skipTo(end: RegExp): void {
    const { state, preprocessor } = this.tokenizer
    if (state !== TokenizerMode.SCRIPT_DATA && state !== TokenizerMode.RAWTEXT) return
    end.lastIndex = preprocessor.pos + 1
    const found = end.exec(preprocessor.html)
    // Behind a comment in a script other rules hold; those are left to the tokenizer.
    if (found && found[0] !== '<!--') preprocessor.pos = found.index - 1
  }

  private isFormattingListFull(): boolean {
    let entry = this.activeFormattingElements.newest
    let left = MAX_OPEN_FORMATTING
    while (entry && left > 0) {
      entry = entry.older
      left--
    }
    return left === 0
  }
}

/** Elements whose end has no other effect than their end: beyond the limit the next one stands beside them. */
const PLAIN: ReadonlySet<number> = new Set([
  html.TAG_ID.DIV,
  html.TAG_ID.SECTION,
  html.TAG_ID.ARTICLE,
  html.TAG_ID.MAIN,
  html.TAG_ID.SPAN,
  html.TAG_ID.P,
  html.TAG_ID.H1,
  html.TAG_ID.H2,
  html.TAG_ID.H3,
  html.TAG_ID.LI,
  html.TAG_ID.UL,
  html.TAG_ID.OL,
])

const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))

function countingAdapter(maxNodes: number): typeof defaultTreeAdapter {
  let left = maxNodes
  const count = (): void => {
    if (--left < 0) throw new TooManyNodes()
  }
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespaceURI, attrs) {
      count()
      return defaultTreeAdapter.createElement(tagName, namespaceURI, attrs)
    },
    // Comments are never read; one shared shape would do, but the parser moves them about.
    createCommentNode(data) {
      count()
      return defaultTreeAdapter.createCommentNode(data)
    },
  }
}
