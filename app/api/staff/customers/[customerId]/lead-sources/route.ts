import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { newLeadSourceSchema } from '@/lib/customers/customer'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    method: 'POST',
    need: 'administer',
    params: { customerId: rowId },
    body: newLeadSourceSchema,
    audit: 'lead-source.add',
    status: 201,
  },
  ({ params, body, requester }) => server().customers.addLeadSource(params.customerId, body, requester),
)
