import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { ownSender } from '@/lib/webhooks/webhook-caller'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'intake', params: { id: rowId }, audit: 'webhook.resend', status: 202 },
  ({ identity, params, requester }) => server().webhooks.resend(ownSender(identity), params.id, requester),
)
