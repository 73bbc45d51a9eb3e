/** Style and script, served from memory under the hash of their content, so that they may be kept for ever. */
import { sha256 } from '../core/canonical-json.ts'
import { ENHANCEMENT } from './script/enhancement.ts'
import { ICON } from './style/favicon.ts'
import { STYLESHEET } from './style/index.ts'

export type Asset = { readonly path: string; readonly body: string; readonly mediaType: string }

export const STYLE_ASSET = asset('style', 'css', STYLESHEET, 'text/css; charset=utf-8')
export const SCRIPT_ASSET = asset('site', 'js', ENHANCEMENT, 'text/javascript; charset=utf-8')
export const ICON_ASSET = asset('icon', 'svg', ICON, 'image/svg+xml')

export const ASSETS: ReadonlyMap<string, Asset> = new Map(
  [STYLE_ASSET, SCRIPT_ASSET, ICON_ASSET].map((one) => [one.path, one]),
)

function asset(name: string, ending: string, body: string, mediaType: string): Asset {
  return { path: `/assets/${name}-${sha256(body).slice(0, 16)}.${ending}`, body, mediaType }
}
