import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'intake' },
  async ({ request, identity }) => {
    const named = new URL(request.url).searchParams.get('customer_id')
    const leadSources = await server().customers.activeLeadSources(named, identity)
    return leadSources.map(({ vitecId, name }) => ({ id: vitecId, name }))
  },
)
