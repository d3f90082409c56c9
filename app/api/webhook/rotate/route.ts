import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { ownSender } from '@/lib/webhooks/webhook-caller'
import { secretRotationSchema } from '@/lib/webhooks/webhook-input'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'intake', body: secretRotationSchema, audit: 'webhook.rotate' },
  ({ identity, body, requester }) =>
    server().webhooks.rotate(ownSender(identity), body.overlap_hours, requester),
)
