import { route, routes, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { vitecAccountSchema } from '@/lib/customers/vitec-account'

const own = { need: 'administer', params: { customerId: rowId } } as const

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  route(
    { method: 'POST', ...own, body: vitecAccountSchema, audit: 'vitec-account.set' },
    ({ params, body, requester }) => server().customers.setAccount(params.customerId, body, requester),
  ),
  route({ method: 'DELETE', ...own, audit: 'vitec-account.remove' }, ({ params, requester }) =>
    server().customers.removeAccount(params.customerId, requester),
  ),
)
