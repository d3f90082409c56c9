import { others, route } from '@/lib/api/route'

export const GET = route('public', async () =>
  Response.json({ status: 'OK', message: 'The process answers.' }),
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
