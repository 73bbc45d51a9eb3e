/** The part of a bundle that does not hold. Thrown inside this folder only; callers get a verdict. */
export class BrokenPart extends Error {
  /** Path of a file in the bundle, or `ZIP` for the container. */
  readonly part: string

  constructor(part: string, reason: string) {
    super(reason)
    this.part = part
  }
}
