import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { leadListQuerySchema } from '@/lib/leads/lead-view'

/** A search is a POST, because people look for names, and an address is logged and kept. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'read', body: leadListQuerySchema, audit: null },
  ({ body }) => server().leads.list(body),
)
