import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'write', params: { customerId: rowId }, audit: 'customer.refresh' },
  ({ params, requester }) => server().customers.refreshLeadSources(params.customerId, requester),
)
