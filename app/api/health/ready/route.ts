import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

/** Migrations are applied before the server has services at all: what is left to ask is the database. */
export const GET = route('public', async () => {
  await server().ready()
  return Response.json({ status: 'OK', message: 'The database answers and its migrations are applied.' })
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
