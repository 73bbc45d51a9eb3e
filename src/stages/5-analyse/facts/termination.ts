/** `termination.anytime`: whether the provider may end or suspend without cause or as it sees fit. */
import { type FactReader, factFrom } from './reader.ts'

const ENDS = /\b(?:terminat\w*|suspend\w*|discontinu\w*|deactivat\w*|disable|remov\w+|refus\w+|cancel|close)\b/
const FREELY =
  /\b(?:at any time|any reason|no reason|sole discretion|own discretion|our discretion|its discretion|without cause|for convenience|without (?:prior )?notice)\b/
const BY_US = /\b(?:we|us|our|company|provider|either party|each party)\b/

export const readTermination: FactReader = ({ passages, platform }) => {
  const name = platform.toLowerCase()
  const hit = passages.find(
    (p) =>
      ENDS.test(p.folded) &&
      FREELY.test(p.folded) &&
      (BY_US.test(p.folded) || p.folded.includes(name)) &&
      /\b(?:may|right to|can|could)\b/.test(p.folded) &&
      /\b(?:account|access|terms|agreement|service|subscription)/.test(p.folded),
  )
  return hit ? [factFrom('termination.anytime', true, hit)] : []
}
