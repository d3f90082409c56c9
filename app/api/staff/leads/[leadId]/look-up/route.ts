import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'write', params: { leadId: rowId }, audit: 'lead.look-up' },
  async ({ params: { leadId }, requester }) => (await server().deliveryOf(leadId)).lookUp(leadId, requester),
)
