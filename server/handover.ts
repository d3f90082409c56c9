/**
 * Where the server, which is outside what Next bundles, and the application inside meet. They share a
 * process, but no module.
 */
export interface Application {
  /** Which one and where, without credentials. */
  database: string
  /** How long applying the migrations took. */
  migrationMs: number
  /** Where the first administrator begins, while there is none. */
  setUpLink: string | null
  /** Says that it is not ready, and goes on. */
  leave: () => void
  /** Begins nothing more towards Vitec. */
  quiesce: () => Promise<void>
  /** Ends its jobs and closes the database. */
  stop: (deadlineMs: number) => Promise<void>
}

const key = Symbol.for('lead-api.handover')

// No module could declare it: there is one in each bundle, and they meet on the global object.
const shared = globalThis as { [key]?: (application: Promise<Application>) => void }

/**
 * Called by the server before it starts Next.
 * @returns rejects when the application cannot start
 */
export function expectApplication(): Promise<Application> {
  return new Promise((resolve) => {
    shared[key] = resolve
  })
}

/** Called by the application while Next starts. */
export function handOver(application: Promise<Application>): void {
  shared[key]?.(application)
}
