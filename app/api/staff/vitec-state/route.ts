import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

export const GET = route('read', async () => Response.json(await server().delivery.vitecState()))

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
