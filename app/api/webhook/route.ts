import { route, routes } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { ownSender } from '@/lib/webhooks/webhook-caller'
import { webhookInputSchema } from '@/lib/webhooks/webhook-input'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  route({ method: 'GET', need: 'intake' }, ({ identity }) => server().webhooks.of(ownSender(identity))),
  route(
    { method: 'PUT', need: 'intake', body: webhookInputSchema, audit: 'webhook.set' },
    ({ identity, body, requester }) => server().webhooks.set(ownSender(identity), body, requester),
  ),
  route({ method: 'DELETE', need: 'intake', audit: 'webhook.remove' }, ({ identity, requester }) =>
    server().webhooks.remove(ownSender(identity), requester),
  ),
)
