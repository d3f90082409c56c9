import { others, route } from '@/lib/api/route'
import { server } from '@/lib/server'
import { peopleOf } from '@/lib/server/signed-in'

export const GET = route('administer', async () => Response.json(await peopleOf(server()).list()))

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
