/** Style and script, served from memory under the hash of their content, so that they may be kept for ever. */
import { sha256 } from '../core/canonical-json.ts'
import { readVerifierFiles } from '../service/evidence/index.ts'
import { ENHANCEMENT } from './script/enhancement.ts'
import { evidenceCheck } from './script/evidence-check.ts'
import { ICON } from './style/favicon.ts'
import { STYLESHEET } from './style/index.ts'

const MODULE = 'text/javascript; charset=utf-8'

export type Asset = { readonly path: string; readonly body: string; readonly mediaType: string }

export const STYLE_ASSET = asset('style', 'css', STYLESHEET, 'text/css; charset=utf-8')
export const SCRIPT_ASSET = asset('site', 'js', ENHANCEMENT, MODULE)
export const ICON_ASSET = asset('icon', 'svg', ICON, 'image/svg+xml')

/** Under the hash of all of them, because they import each other by name. */
const VERIFIER_ASSETS: readonly Asset[] = verifierAssets()
const { entry } = readVerifierFiles()
export const CHECK_ASSET = asset(
  'evidence-check',
  'js',
  evidenceCheck(VERIFIER_ASSETS.find(({ path }) => path.endsWith(`/${entry}`))!.path),
  MODULE,
)

export const ASSETS: ReadonlyMap<string, Asset> = new Map(
  [STYLE_ASSET, SCRIPT_ASSET, ICON_ASSET, CHECK_ASSET, ...VERIFIER_ASSETS].map((one) => [one.path, one]),
)

function verifierAssets(): Asset[] {
  const { files } = readVerifierFiles()
  const folder = `/assets/verify-${sha256([...files.values()].join('\n')).slice(0, 16)}`
  return [...files].map(([name, body]) => ({ path: `${folder}/${name}`, body, mediaType: MODULE }))
}

function asset(name: string, ending: string, body: string, mediaType: string): Asset {
  return { path: `/assets/${name}-${sha256(body).slice(0, 16)}.${ending}`, body, mediaType }
}
