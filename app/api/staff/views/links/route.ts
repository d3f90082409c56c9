import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { leadFilterSchema } from '@/lib/leads/log-filter'

/** A link for a colleague to what the log is narrowed to, words included. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'read', body: leadFilterSchema, audit: null, status: 201 },
  ({ body, identity }) => server().views.makeLink(identity, body),
)
