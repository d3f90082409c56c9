import { route } from '@/lib/api/route'
import { auditQuerySchema } from '@/lib/audit/audit-event'
import { server } from '@/lib/composition/server'

/** A POST, as every search is: people type names into it, and an address is logged and kept. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', body: auditQuerySchema, audit: null },
  ({ body }) => server().audit.list(body),
)
