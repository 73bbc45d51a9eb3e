/** Provisions of a version: which blocks state one rule, what it says, and which provision of the version before it is. */
export { answersOfText, classifierBlocks, factsOfText } from './classifier-blocks.ts'
export {
  type BlockPair,
  type FollowedProvision,
  type FollowedProvisions,
  followProvisions,
  type HeldProvision,
} from './follow.ts'
