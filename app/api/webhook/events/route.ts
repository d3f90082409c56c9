import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { ownSender } from '@/lib/webhooks/webhook-sender'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'intake' },
  ({ identity, request }) =>
    server().webhooks.events(ownSender(identity), new URL(request.url).searchParams.get('cursor')),
)
