import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A Vitec that creates every lead, and answers when it is told to. `asked` resolves with the first request. */
export async function startSlowVitec(): Promise<{
  address: string
  asked: Promise<unknown>
  answer: () => void
  stop: () => void
}> {
  const waiting: ServerResponse[] = []
  const server = createServer((request, response) => {
    request.resume().once('end', () => waiting.push(response))
  })
  const asked = once(server, 'request')
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on TCP has an address of this type; the others are for pipes and closed servers.
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    answer: () => {
      for (const response of waiting.splice(0)) response.end('"CMLEAD1"')
    },
    stop: () => server.closeAllConnections(),
  }
}
