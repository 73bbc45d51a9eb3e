/** Small drawings that go with a word and never stand for one. */
import type { Direction, Severity } from '../../core/change.ts'

type Shape = { readonly d: string; readonly filled?: boolean }

const SHAPES = {
  // Bars as of a signal: how much of it is there.
  high: { d: 'M2 14V10h3v4zM6.5 14V6h3v8zM11 14V2h3v12z', filled: true },
  medium: { d: 'M2 14V10h3v4zM6.5 14V6h3v8zM11.5 13.5v-11h2v11z' },
  low: { d: 'M2 14V10h3v4zM7 13.5v-7h2v7zM11.5 13.5v-11h2v11z' },
  'more-protective': { d: 'M8 1.5l5.5 2v4c0 3.5-2.3 5.8-5.5 7-3.2-1.2-5.5-3.5-5.5-7v-4zM8 5v6M5 8h6' },
  'less-protective': { d: 'M8 1.5l5.5 2v4c0 3.5-2.3 5.8-5.5 7-3.2-1.2-5.5-3.5-5.5-7v-4zM5 8h6' },
  neutral: { d: 'M2.5 6h11M2.5 10h11' },
  good: { d: 'M2.5 8.5l3.5 3.5 7.5-8' },
  bad: { d: 'M3.5 3.5l9 9M12.5 3.5l-9 9' },
  waiting: { d: 'M8 4v4l3 2M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z' },
  moved: { d: 'M5 2v12M2 5l3-3 3 3M11 14V2M8 11l3 3 3-3' },
} satisfies Record<Severity | Direction | string, Shape>

export type IconName = keyof typeof SHAPES

export function Icon({ name }: { name: IconName }) {
  const shape: Shape = SHAPES[name]
  return (
    <svg
      class={`icon ${shape.filled ? 'icon-filled' : ''}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      <path d={shape.d} />
    </svg>
  )
}
