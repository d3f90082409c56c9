import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { senderOf } from '@/lib/webhooks/webhook-caller'
import { secretRotationSchema } from '@/lib/webhooks/webhook-input'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    method: 'POST',
    need: 'administer',
    params: { senderId: senderOf },
    body: secretRotationSchema,
    audit: 'webhook.rotate',
  },
  ({ params, body, requester }) => server().webhooks.rotate(params.senderId, body.overlap_hours, requester),
)
