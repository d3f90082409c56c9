import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { senderOf } from '@/lib/webhooks/webhook-sender'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'administer', params: { senderId: senderOf } },
  ({ params, request }) =>
    server().webhooks.events(params.senderId, new URL(request.url).searchParams.get('cursor')),
)
