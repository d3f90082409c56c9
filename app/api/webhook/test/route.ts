import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { ownSender } from '@/lib/webhooks/webhook-caller'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'intake', audit: 'webhook.test', status: 202 },
  ({ identity, requester }) => server().webhooks.test(ownSender(identity), requester),
)
