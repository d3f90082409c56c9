import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { leadNewsQuerySchema } from '@/lib/leads/lead-news'

/** What has become of a list that is in sight. A POST, as the search is. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'read', body: leadNewsQuerySchema, audit: null },
  async ({ body }) => {
    const { leads, delivery } = server()
    const [news, vitec] = await Promise.all([leads.news(body), delivery.vitecState()])
    return { ...news, ...vitec }
  },
)
