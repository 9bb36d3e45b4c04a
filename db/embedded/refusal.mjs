/**
 * A reason not to go on that the operator can act on. The launcher prints its message alone,
 * without a stack, and exits 1.
 */
export class Refusal extends Error {
  /** @param {string} message one line, naming the setting or the folder and what to do */
  constructor(message) {
    super(message);
    this.name = "Refusal";
  }
}
