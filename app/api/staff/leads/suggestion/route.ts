import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { leadFilterSchema } from '@/lib/leads/log-filter'

/** What a search that found nothing may have meant. A POST, as the search is. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'read', body: leadFilterSchema, audit: null },
  async ({ body }) => ({ search: await server().leads.suggest(body) }),
)
