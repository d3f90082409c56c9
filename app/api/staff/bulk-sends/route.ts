import { route, routes } from '@/lib/api/route'
import { bulkSendRequestSchema } from '@/lib/bulk-sends/bulk-send'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  route({ method: 'GET', need: 'read' }, () => server().bulkSends.recent()),
  route(
    { method: 'POST', need: 'write', body: bulkSendRequestSchema, audit: 'bulk-send.begin', status: 201 },
    ({ body, requester }) => server().bulkSends.begin(body, requester),
  ),
)
