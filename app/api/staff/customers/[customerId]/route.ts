import { route, routes, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { nameChangeSchema } from '@/lib/customers/customer'
import { AppError } from '@/lib/errors'

const params = { customerId: rowId }

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  route({ method: 'GET', need: 'read', params }, async ({ params }) => {
    const record = await server().customers.record(params.customerId)
    if (!record) throw new AppError('not_found', 'There is no such customer.')
    return record
  }),
  route(
    { method: 'PATCH', need: 'administer', params, body: nameChangeSchema, audit: 'customer.change' },
    ({ params, body, requester }) => server().customers.change(params.customerId, body, requester),
  ),
)
