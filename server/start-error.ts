/**
 * Why the product cannot start, in one line for the operator; no stack would tell more. Known by its name, which
 * scripts/start/step.mjs has too: they share no module.
 */
export class StartError extends Error {
  override readonly name = 'StartError'
}
