import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'write', params: { bulkSendId: rowId }, audit: 'bulk-send.cancel' },
  ({ params, requester }) => server().bulkSends.cancel(params.bulkSendId, requester),
)
