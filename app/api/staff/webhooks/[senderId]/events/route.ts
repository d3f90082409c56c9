import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { readEventsQuery } from '@/lib/webhooks/events-query'
import { senderOf } from '@/lib/webhooks/webhook-sender'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'administer', params: { senderId: senderOf } },
  ({ params, request }) => server().webhooks.events(params.senderId, readEventsQuery(request).cursor),
)
