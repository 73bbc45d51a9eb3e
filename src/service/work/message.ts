/** What the thread that serves pages and the thread that works say to each other. */
import type { CheckResult } from '../../pipeline.ts'
import type { FollowOrder } from '../following.ts'

export type WorkOrder =
  | ({ readonly kind: 'follow' } & FollowOrder)
  | { readonly kind: 'demo'; readonly folder: string; readonly until?: string }

export type WorkReport =
  | { readonly kind: 'ready'; readonly documents: number; readonly hosts: number; readonly everyMinutes: number }
  | {
      readonly kind: 'checked'
      readonly result: CheckResult
      readonly at: string
      readonly done: number
      readonly total: number
    }
  | { readonly kind: 'waiting'; readonly why: string }
  | { readonly kind: 'done'; readonly checks: number; readonly unfinished: boolean }
  | {
      readonly kind: 'failed'
      readonly code: string
      readonly message: string
      readonly remedy: string
      readonly errorKind: 'input' | 'environment' | 'archive' | 'defect'
    }
