import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

/** Migrations are applied before the server has services at all: what is left to ask is the database. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'public' },
  async () => {
    await server().ready()
    return { status: 'OK', message: 'The database answers and its migrations are applied.' }
  },
)
