import { onTestFinished } from 'vitest'
import { type MailServerOptions, openMailServer } from './mail-server'

/** {@link openMailServer} for the length of a test. */
export async function startMailServer(options?: MailServerOptions) {
  const server = await openMailServer(options)
  onTestFinished(() => server.close())
  return server
}
