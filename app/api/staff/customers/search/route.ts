import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { customerQuerySchema } from '@/lib/customers/customer'

/** A search is a POST, because an address is logged and kept, and an id that a caller made up may be anything. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'read', body: customerQuerySchema, audit: null },
  ({ body }) => server().customers.search(body),
)
