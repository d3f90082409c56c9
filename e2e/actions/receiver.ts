import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

type Call = { body: string; headers: Record<string, string> }

/** A receiver of webhooks: it says yes to each call, and keeps it as it came. */
export async function startReceiver() {
  const taken: Call[] = []
  const server = createServer(async (request, response) => {
    const entries = Object.entries(request.headers).map(([name, value]) => [name, `${value}`])
    taken.push({ body: await text(request), headers: Object.fromEntries(entries) })
    response.writeHead(204).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on TCP has an address of this type; the others are for pipes and closed servers.
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/`,
    taken,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
