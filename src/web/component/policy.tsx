/** A policy text as a page: headings, nested items with their own numbers, tables, boxed notes, links. */
import type { Child } from 'hono/jsx'
import type { Block, PolicyText } from '../../core/policy-text.ts'
import { safeHref } from '../address.ts'
import { type Flow, toFlow } from '../policy-flow.ts'
import { OutsideLink } from './outside-link.tsx'
import { Scroll } from './scroll.tsx'

/** What stands in the margin at a block, by its position. */
export type Margin = ReadonlyMap<number, Child>

type BodyProps = {
  readonly text: PolicyText
  readonly top: number
  readonly language: string | null
  readonly margin?: Margin
}

/** `top`: the level of its outermost heading. Every block has the anchor `b` and its position. */
export function PolicyBody({ text, top, language, margin = new Map() }: BodyProps) {
  return (
    <div class={margin.size > 0 ? 'policy with-margin' : 'policy'} {...(language ? { lang: language } : {})}>
      <FlowList flow={toFlow(text.blocks, top)} margin={margin} />
    </div>
  )
}

function FlowList({ flow, margin }: { flow: readonly Flow[]; margin: Margin }) {
  return (
    <>
      {flow.map((one) => (
        <>
          {one.kind !== 'table' && one.kind !== 'list' && <Note note={margin.get(one.at)} />}
          {one.kind === 'table' && one.rows.map(({ at }) => <Note note={margin.get(at)} />)}
          <FlowBlock one={one} margin={margin} />
        </>
      ))}
    </>
  )
}

/** Before the block that it is about, so that it stands beside it in the margin, or above it on a narrow page. */
function Note({ note }: { note: Child | undefined }) {
  return note === undefined ? null : <aside class="margin-note">{note}</aside>
}

function FlowBlock({ one, margin }: { one: Flow; margin: Margin }) {
  if (one.kind === 'heading') {
    const Heading = `h${one.level}` as 'h2'
    return (
      <Heading id={`b${one.at}`} class={`policy-heading depth-${one.block.depth}`}>
        <Numbered block={one.block} />
      </Heading>
    )
  }
  if (one.kind === 'paragraph') {
    return (
      <p id={`b${one.at}`} class={one.block.number === null ? '' : 'numbered'}>
        <Numbered block={one.block} />
      </p>
    )
  }
  if (one.kind === 'note') {
    return (
      <div id={`b${one.at}`} class="note" role="note">
        <Numbered block={one.block} />
      </div>
    )
  }
  if (one.kind === 'table') return <Table rows={one.rows} />
  return (
    // The number printed in the document is the number; a list's own would be another one.
    // biome-ignore lint/a11y/noRedundantRoles: Safari takes the role from a list without markers.
    <ul class="items" role="list">
      {one.items.map((item) => (
        <li id={`b${item.at}`} class={item.block.number === null ? 'bullet' : 'numbered'}>
          <Note note={margin.get(item.at)} />
          <div>
            <Numbered block={item.block} />
          </div>
          <FlowList flow={item.children} margin={margin} />
        </li>
      ))}
    </ul>
  )
}

function Numbered({ block }: { block: Block }) {
  return (
    <>
      {block.number !== null && <span class="number">{block.number} </span>}
      <Linked block={block} />
    </>
  )
}

/** The text of a block with its links; positions are in code points. */
function Linked({ block }: { block: Block }) {
  if (block.links.length === 0) return <>{block.text}</>
  const points = Array.from(block.text)
  const pieces: Child[] = []
  let at = 0
  for (const { start, end, href } of [...block.links].sort((a, b) => a.start - b.start)) {
    const address = safeHref(href)
    if (address === null || start < at || end <= start || end > points.length) continue
    pieces.push(
      points.slice(at, start).join(''),
      <OutsideLink href={address}>{points.slice(start, end).join('')}</OutsideLink>,
    )
    at = end
  }
  pieces.push(points.slice(at).join(''))
  return <>{pieces}</>
}

/** A row's cells are joined by ` | ` in the canonical text. */
function Table({ rows }: { rows: readonly { readonly at: number; readonly block: Block }[] }) {
  return (
    <Scroll label="Table of the document">
      <table>
        <tbody>
          {rows.map(({ at, block }) => (
            <tr id={`b${at}`}>
              {block.text.split(' | ').map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
