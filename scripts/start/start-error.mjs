/**
 * Why the product cannot start, in one line for whoever started it; no stack would tell more. Known by its name, because
 * server/ has one of its own: this one has to be there before anything is compiled.
 */
export class StartError extends Error {
  /** @override */
  name = 'StartError'

  /** @override */
  static [Symbol.hasInstance](/** @type {unknown} */ value) {
    return value instanceof Error && value.name === 'StartError'
  }
}
