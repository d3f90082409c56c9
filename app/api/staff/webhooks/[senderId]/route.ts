import { route, routes } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { senderOf } from '@/lib/webhooks/webhook-caller'
import { webhookInputSchema } from '@/lib/webhooks/webhook-input'

const own = { need: 'administer', params: { senderId: senderOf } } as const

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  route({ method: 'GET', ...own }, ({ params }) => server().webhooks.of(params.senderId)),
  route(
    { method: 'PUT', ...own, body: webhookInputSchema, audit: 'webhook.set' },
    async ({ params, body, requester }) => server().webhooks.set(params.senderId, body, requester),
  ),
  route({ method: 'DELETE', ...own, audit: 'webhook.remove' }, ({ params, requester }) =>
    server().webhooks.remove(params.senderId, requester),
  ),
)
