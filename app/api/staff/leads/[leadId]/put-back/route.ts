import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { requireSetAside } from '@/lib/leads/lead-news'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'write', params: { leadId: rowId }, audit: 'lead.put-back' },
  ({ params, requester }) => requireSetAside(server().leads, params.leadId, false, requester),
)
