import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { listenHttp } from '../vitec/local-server'

/** `hang`: no answer at all. A number: that status. */
type Answer = number | 'hang' | ((response: ServerResponse) => void)

export const newWebhookSecret = (): string =>
  `whsec_${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')}`

/** A real receiver of webhooks for the length of a test. It keeps what it could verify with the library that signs. */
export async function startReceiver(secret: string) {
  const taken: { id: string; headers: IncomingHttpHeaders; message: Record<string, unknown> }[] = []
  const state: { answer: Answer; asked: number; ids: Set<string> } = { answer: 204, asked: 0, ids: new Set() }
  const url = await listenHttp((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      state.asked += 1
      state.ids.add(String(request.headers['webhook-id']))
      const { answer } = state
      if (answer === 'hang') return
      if (typeof answer === 'function') return answer(response)
      const { headers } = request
      const [id, timestamp, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
        (name) => String(headers[name]),
      )
      const signed = {
        'webhook-id': `${id}`,
        'webhook-timestamp': `${timestamp}`,
        'webhook-signature': `${signature}`,
      }
      const message = new Webhook(secret).verify(Buffer.concat(chunks).toString('utf8'), signed)
      if (answer < 300) taken.push({ id: `${id}`, headers, message: Object(message) })
      response.writeHead(answer, { location: '/elsewhere' }).end()
    })
  })
  return { url, taken, state }
}
