import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'write', params: { customerId: rowId }, audit: 'customer.resume' },
  ({ params, requester }) => server().customers.resume(params.customerId, requester),
)
