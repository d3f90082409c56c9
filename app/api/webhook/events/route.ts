import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { readEventsQuery } from '@/lib/webhooks/events-query'
import { ownSender } from '@/lib/webhooks/webhook-sender'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'intake' },
  ({ identity, request }) => server().webhooks.events(ownSender(identity), readEventsQuery(request).cursor),
)
