import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'public' },
  async () => {
    await server().readiness.check()
    return { status: 'OK', message: 'The database answers, and a lead could be stored.' }
  },
)
