import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { leadFilterSchema } from '@/lib/leads/log-filter'

/** What leads on from a filter that found nothing. A POST, as the search is. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'read', body: leadFilterSchema, audit: null },
  ({ body }) => server().leads.suggest(body),
)
