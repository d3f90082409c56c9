import { others, route } from '@/lib/api/route'
import { peopleOf } from '@/lib/auth/answer-sign-in'
import { server } from '@/lib/composition/server'

export const GET = route('administer', async () => Response.json(await peopleOf(server()).list()))

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
