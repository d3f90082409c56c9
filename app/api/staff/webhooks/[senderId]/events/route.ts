import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { readEventsQuery, senderOf } from '@/lib/webhooks/webhook-caller'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'administer', params: { senderId: senderOf } },
  ({ params, request }) => server().webhooks.events(params.senderId, readEventsQuery(request).cursor),
)
