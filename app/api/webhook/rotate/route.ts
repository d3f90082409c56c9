import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { secretRotationSchema } from '@/lib/webhooks/webhook-input'
import { ownSender } from '@/lib/webhooks/webhook-sender'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'intake', body: secretRotationSchema, audit: 'webhook.rotate' },
  ({ identity, body, requester }) =>
    server().webhooks.rotate(ownSender(identity), body.overlap_hours, requester),
)
