import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

/** Asked by every page that stays open. */
export const GET = route('read', async () => Response.json(await server().sending.state()))

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
