import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'administer' },
  async () => ({ webhooks: await server().webhooks.list() }),
)
