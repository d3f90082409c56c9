import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { senderOf } from '@/lib/webhooks/webhook-caller'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', params: { senderId: senderOf }, audit: 'webhook.test', status: 202 },
  ({ params, requester }) => server().webhooks.test(params.senderId, requester),
)
