import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { requireRecord } from '@/lib/leads/lead-view'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'read', params: { leadId: String } },
  ({ params }) => requireRecord(server().leads, params.leadId),
)
