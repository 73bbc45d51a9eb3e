/** What the normalisers of the comparison hide, in words, for the surfaces that tell their readers. */
export { NORMALISER_DESCRIPTIONS } from '../stages/4-compare/index.ts'
