import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { ownSender, readEventsQuery } from '@/lib/webhooks/webhook-caller'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'intake' },
  ({ identity, request }) => server().webhooks.events(ownSender(identity), readEventsQuery(request).cursor),
)
