import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { senderOf } from '@/lib/webhooks/webhook-caller'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', params: { senderId: senderOf }, audit: 'webhook.switch-off' },
  ({ params, requester }) => server().webhooks.switchOff(params.senderId, requester),
)
