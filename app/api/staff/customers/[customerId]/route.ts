import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { nameChangeSchema } from '@/lib/customers/customer'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    method: 'PATCH',
    need: 'administer',
    params: { customerId: rowId },
    body: nameChangeSchema,
    audit: 'customer.change',
  },
  ({ params, body, requester }) => server().customers.change(params.customerId, body, requester),
)
