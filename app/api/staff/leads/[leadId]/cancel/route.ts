import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'write', params: { leadId: rowId }, audit: 'lead.cancel' },
  ({ params, requester }) => server().delivery.act(params.leadId, 'cancel', requester),
)
