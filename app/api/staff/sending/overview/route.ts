import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

export const GET = route('administer', async () => Response.json(await server().sending.overview()))

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
