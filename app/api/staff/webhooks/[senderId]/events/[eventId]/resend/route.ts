import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { senderOf } from '@/lib/webhooks/webhook-caller'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    method: 'POST',
    need: 'administer',
    params: { senderId: senderOf, eventId: rowId },
    audit: 'webhook.resend',
    status: 202,
  },
  ({ params, requester }) => server().webhooks.resend(params.senderId, params.eventId, requester),
)
