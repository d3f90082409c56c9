import { route } from '@/lib/api/route'
import { chosenLeadsSchema } from '@/lib/bulk-sends/bulk-send'
import { server } from '@/lib/composition/server'

/** A POST, as the search is: people look for names, and an address is logged and kept. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'read', body: chosenLeadsSchema, audit: null },
  ({ body }) => server().bulkSends.count(body),
)
