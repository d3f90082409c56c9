import { route, routes } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { newCustomerSchema } from '@/lib/customers/customer'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  route({ method: 'GET', need: 'read' }, () => server().customers.list()),
  route(
    { method: 'POST', need: 'administer', body: newCustomerSchema, audit: 'customer.add', status: 201 },
    ({ body, requester }) => server().customers.add(body, requester),
  ),
)
