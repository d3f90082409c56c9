import { expect, test } from 'playwright/test'
import { startClosedServer } from './closed-server'

type ClosedServer = Awaited<ReturnType<typeof startClosedServer>>

/** One closed server for all tests of the file that asks for it, which has to end in order. */
export function sharedClosedServer(): Pick<ClosedServer, 'address' | 'setUpLink'> {
  let server: ClosedServer | undefined
  test.beforeAll(async () => {
    test.setTimeout(300_000)
    server = await startClosedServer()
  })
  test.afterAll(async () => {
    expect(await server?.stop()).toBe(true)
  })
  const started = () => {
    if (!server) throw new Error('The server is there only while a test runs')
    return server
  }
  return {
    get address() {
      return started().address
    },
    setUpLink: () => started().setUpLink(),
  }
}
