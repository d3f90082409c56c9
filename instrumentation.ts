import { handOver } from './server/handover'

/** Called once by Next as it starts: opens the database, applies the migrations, starts the jobs. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { start, leave, quiesce, stop } = await import('./lib/composition/start')
  const application = start().then((started) => ({ ...started, leave, quiesce, stop }))
  handOver(application)
  // The server outside says what went wrong and ends the process.
  await application.catch(() => undefined)
}
