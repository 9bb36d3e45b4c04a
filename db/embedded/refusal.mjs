/**
 * An error that the operator can act on. The launcher prints its message without a stack and exits
 * with code 1.
 */
export class Refusal extends Error {
  /** @param {string} message one line that names the setting or the folder and the remedy */
  constructor(message) {
    super(message);
    this.name = "Refusal";
  }
}
