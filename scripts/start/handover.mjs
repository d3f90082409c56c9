/**
 * Where the server, which is outside what Next bundles, and the application inside meet. They share a
 * process, but no module.
 *
 * @typedef {object} Application
 * @property {string} database which one and where, without credentials
 * @property {number} migrationMs how long applying the migrations took
 * @property {string | null} setUpLink where the first administrator begins, while there is none
 * @property {() => Promise<void>} quiesce begins nothing more towards Vitec
 * @property {(deadlineMs: number) => Promise<void>} stop ends its jobs and closes the database
 */

const key = Symbol.for('lead-api.handover')

/** @type {Record<symbol, ((application: Promise<Application>) => void) | undefined>} */
const shared = /** @type {any} */ (globalThis)

/**
 * Called by the server before it starts Next.
 * @returns {Promise<Application>} rejects when the application cannot start
 */
export function expectApplication() {
  return new Promise((resolve) => {
    shared[key] = resolve
  })
}

/**
 * Called by the application while Next starts.
 * @param {Promise<Application>} application
 */
export function handOver(application) {
  shared[key]?.(application)
}
