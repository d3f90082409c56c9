import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'

/** For Prometheus, which has a token of its own: a person or a key has no business here. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'public' },
  async ({ request }) => {
    const { body, contentType } = await server().metrics.scrape(request.headers)
    return new Response(body, { headers: { 'Content-Type': contentType } })
  },
)
