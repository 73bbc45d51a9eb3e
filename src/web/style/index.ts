/** The one stylesheet, in the order of its parts. Colours are named once, in `base`, for light and dark. */
import { BASE } from './base.ts'
import { FRAME } from './frame.ts'
import { PARTS } from './parts.ts'
import { POLICY } from './policy.ts'
import { PRINT } from './print.ts'
import { REDLINE } from './redline.ts'

export const STYLESHEET = [BASE, FRAME, PARTS, POLICY, REDLINE, PRINT].join('\n')
